package dev.truce.match.notation;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Channel;
import dev.truce.match.deed.Deed;
import java.util.List;

/** Prints deeds in their canonical notation, which {@link DeedReader} reads. */
public final class DeedText {
    private DeedText() {}

    /**
     * Returns a line of deeds.
     *
     * @param round the round in which they are written, from which the last rounds of offers count
     */
    public static String of(List<Deed> deeds, int round, Scenario scenario) {
        StringBuilder text = new StringBuilder();
        for (Deed deed : deeds) {
            text.append(text.isEmpty() ? "" : "; ");
            append(deed, round, scenario, text);
        }
        return text.toString();
    }

    /**
     * Returns one deed.
     *
     * @throws IllegalArgumentException if it orders what no notation has a word for: no instrument, or a level off its ladder
     */
    public static String of(Deed deed, int round, Scenario scenario) {
        StringBuilder text = new StringBuilder();
        append(deed, round, scenario, text);
        return text.toString();
    }

    /** Appends one deed. */
    public static void append(Deed deed, int round, Scenario scenario, StringBuilder text) {
        deed.in(new Printing(round, scenario, text));
    }

    /** Returns the word for an audience: {@code all}, {@code other} or {@code own}. */
    public static String of(Channel channel) {
        return Speech.word(channel);
    }

    private record Printing(int round, Scenario scenario, StringBuilder text) implements Deed.Cases<StringBuilder> {
        @Override
        public StringBuilder submit(Deed.Submit deed) {
            return orders(deed.orders());
        }

        @Override
        public StringBuilder undo(Deed.Undo deed) {
            return text.append("UNDO");
        }

        @Override
        public StringBuilder ready(Deed.Ready deed) {
            text.append(deed.ready() ? "READY" : "UNREADY");
            return deed.heard() == 0 ? text : text.append(" heard ").append(deed.heard());
        }

        @Override
        public StringBuilder makeOffer(Deed.MakeOffer deed) {
            OfferId answers = deed.answers();
            text.append(answers == null ? "OFFER " : "COUNTER " + answers + " ");
            return text.append(TermsNotation.of(deed.terms(), round, scenario));
        }

        @Override
        public StringBuilder accept(Deed.Accept deed) {
            text.append("ACCEPT ").append(deed.offer());
            return deed.termsHash().isEmpty() ? text : text.append(" #").append(deed.termsHash());
        }

        @Override
        public StringBuilder refuse(Deed.Refuse deed) {
            return text.append("REJECT ").append(deed.offer());
        }

        @Override
        public StringBuilder withdraw(Deed.Withdraw deed) {
            return text.append("WITHDRAW ").append(deed.offer());
        }

        @Override
        public StringBuilder giveNotice(Deed.GiveNotice deed) {
            return text.append(deed.given() ? "NOTICE" : "NOTICE back");
        }

        @Override
        public StringBuilder say(Deed.Say deed) {
            Speech.print(deed, scenario, text);
            return text;
        }

        @Override
        public StringBuilder putDraft(Deed.PutDraft deed) {
            text.append("DRAFT {");
            return orders(deed.orders()).append('}');
        }

        @Override
        public StringBuilder vote(Deed.Vote deed) {
            text.append("VOTE ").append(deed.drafter() == 0 ? "head" : Integer.toString(deed.drafter()));
            return text.append(deed.yes() ? " yes" : " no");
        }

        private StringBuilder orders(List<RequestedOrder> orders) {
            OrderText.append(Deed.ordered(orders), scenario, text);
            return text;
        }
    }
}
