package dev.truce.match.notation;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.orders.Order;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import java.util.List;

/** Prints phrases in their canonical notation, which {@link PhraseReader} reads. */
public final class PhraseText {
    private PhraseText() {}

    /**
     * Returns a line of phrases.
     *
     * @param round the round in which they are written, from which the last rounds of offers count
     */
    public static String of(List<Phrase> phrases, int round, Scenario scenario) {
        StringBuilder text = new StringBuilder();
        for (Phrase phrase : phrases) {
            text.append(text.isEmpty() ? "" : "; ").append(of(phrase, round, scenario));
        }
        return text.toString();
    }

    /** Returns one phrase. */
    public static String of(Phrase phrase, int round, Scenario scenario) {
        if (phrase instanceof Phrase.Sets sets) {
            return OrderText.of(sets.order(), scenario);
        } else if (phrase instanceof Phrase.Offers offers) {
            return "OFFER o " + TermsText.of(offers.terms(), round, scenario);
        } else if (phrase instanceof Phrase.Counters counters) {
            return "COUNTER " + counters.offer() + " " + TermsText.of(counters.terms(), round, scenario);
        } else if (phrase instanceof Phrase.Accepts accepts) {
            return "ACCEPT " + accepts.offer();
        } else if (phrase instanceof Phrase.Rejects rejects) {
            return "REJECT " + rejects.offer();
        } else if (phrase instanceof Phrase.Withdraws withdraws) {
            return "WITHDRAW " + withdraws.offer();
        } else if (phrase instanceof Phrase.Says says) {
            Statement statement = says.statement();
            return statement == null ? words(says.channel(), says.text()) : of(statement, scenario);
        }
        return phrase instanceof Phrase.GivesNotice ? "NOTICE" : "HOLD";
    }

    /** Returns a typed statement: {@code REASSURE}, {@code WARN} or {@code THREATEN RECIP=84 by r5 unless CN.SOY>=8}. */
    public static String of(Statement statement, Scenario scenario) {
        if (statement instanceof Statement.Threaten threat) {
            Pledge unless = threat.unless();
            return "THREATEN " + OrderText.of(new Order(threat.instrument(), threat.level()), scenario) + " by r"
                    + threat.byRound() + (unless == null ? "" : " unless " + TermsText.of(unless, scenario));
        }
        return statement instanceof Statement.Warn ? "WARN" : "REASSURE";
    }

    /** Returns the word for an audience: {@code all}, {@code other} or {@code own}. */
    public static String of(Channel channel) {
        return switch (channel) {
            case PUBLIC -> "all";
            case OTHER_SIDE -> "other";
            case DELEGATION -> "own";
        };
    }

    private static String words(Channel channel, String text) {
        return "SAY " + of(channel) + " \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
