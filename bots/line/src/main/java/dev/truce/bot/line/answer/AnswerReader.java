package dev.truce.bot.line.answer;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.BotFault;
import dev.truce.bot.Decision;
import dev.truce.bot.Talks;
import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.legality.Legality;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.match.notation.DeedNotation;
import dev.truce.match.notation.DeedReader;
import dev.truce.match.notation.OrderText;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.bundles.Bundles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a bot answers in one round apart. An item that is wrong is complained about and dropped, and the others stand; so what is
 * left is always legal.
 */
public final class AnswerReader {
    /** What can be wrong with an item that is well written. */
    private enum Fault implements Refusal.Code {
        ONE_OFFER_A_ROUND,
        NOT_YET_LEGAL,
        CONFLICTING_ORDERS,
        TOO_MUCH_TALK,
        BAD_TEXT,
        UNKNOWN_OFFER,
        NOT_NOW
    }

    private final Observation seen;
    private final Talks talks;
    private final Scenario scenario;
    private final DeedReader reader;
    private final Consumer<String> complaints;

    private @Nullable Terms offer;
    private @Nullable OfferId answers;
    private final List<Deed> dealings = new ArrayList<>();

    /**
     * Makes a reader for one round.
     *
     * @param complaints gets the code, the item and the reason for each wrong item
     */
    public AnswerReader(Side side, Scenario scenario, Observation seen, Talks talks, Consumer<String> complaints) {
        this.seen = seen;
        this.talks = talks;
        this.scenario = scenario;
        this.reader = new DeedReader(side, seen.openRound(), scenario);
        this.complaints = complaints;
    }

    /** Returns the fault of a wrong item, by what was complained about it. */
    public static BotFault fault(int round, String complaint) {
        int blank = complaint.indexOf(' ');
        return BotFault.illegal(round, complaint.substring(0, blank), complaint.substring(blank + 1));
    }

    /** Takes the answer to {@code go offers}. */
    public void offers(String items) {
        for (Deed deed : read(items)) {
            if (deed instanceof Deed.MakeOffer made) {
                offer(made);
            } else if (deed instanceof Deed.Refuse refuse) {
                if (isOpen(refuse.offer(), deed)) {
                    deal(refuse, deed);
                }
            } else if (deed instanceof Deed.Withdraw withdraw) {
                if (isOpen(withdraw.offer(), deed)) {
                    deal(withdraw, deed);
                }
            } else if (deed instanceof Deed.Say say) {
                say(say);
            } else if (!isHold(deed)) {
                notNow(deed, "go round");
            }
        }
    }

    private void offer(Deed.MakeOffer made) {
        OfferId countered = made.answers();
        if (offer != null) {
            complain(Fault.ONE_OFFER_A_ROUND, made, "one-offer");
        } else if (countered == null || isOpen(countered, made)) {
            offer = made.terms();
            answers = countered;
        }
    }

    /** Takes the first answer to {@code go round}; returns all that the bot does in it. */
    public Decision decision(String items, AcceptanceRule rule) {
        List<Deed> read = read(items);
        for (Deed deed : read) {
            if (deed instanceof Deed.Accept accept) {
                Offer open = open(accept.offer());
                if (open != null) {
                    deal(new Deed.Accept(open.id(), open.hash()), deed);
                } else {
                    unknown(deed);
                }
            } else if (isNotice(deed) || deed instanceof Deed.Judge) {
                deal(deed, deed);
            } else if (!(deed instanceof Deed.Submit)) {
                notNow(deed, "go offers");
            }
        }
        return new Decision(orders(read), offer, answers, rule, dealings);
    }

    /** Takes an answer to a further {@code go round}, after an offer was heard; returns whether it accepts that offer. */
    public boolean accepts(String items, Offer heard) {
        boolean accepts = false;
        for (Deed deed : read(items, false)) {
            if (deed instanceof Deed.Accept accept) {
                if (accept.offer().equals(heard.id())) {
                    accepts = true;
                } else if (open(accept.offer()) == null) {
                    unknown(deed);
                }
            } else if (!(deed instanceof Deed.Submit || deed instanceof Deed.Judge || isNotice(deed))) {
                notNow(deed, "go offers");
            }
        }
        return accepts;
    }

    private static boolean isHold(Deed deed) {
        return deed instanceof Deed.Submit submit && submit.orders().isEmpty();
    }

    private static boolean isNotice(Deed deed) {
        return deed instanceof Deed.GiveNotice notice && notice.given();
    }

    /** Returns the orders in an answer to {@code go round}. */
    public Orders orders(String items) {
        return orders(read(items));
    }

    private Orders orders(List<Deed> read) {
        Map<Instrument, Order> orders = new EnumMap<>(Instrument.class);
        for (Deed deed : read) {
            if (deed instanceof Deed.Submit submit) {
                for (Order order : AskedOrders.ordered(submit.orders()).list()) {
                    take(order, deed, orders);
                }
            }
        }
        Order pause = orders.get(Instrument.US_SECTION301_INVESTIGATION);
        Order tariff = orders.get(Instrument.US_SECTION301_TARIFF);
        if (pause != null && pause.level() == Legality.PAUSED && tariff != null && tariff.level() > 0) {
            // The only two orders that exclude each other; lists of legal levels look at one instrument at a time.
            complain(Fault.NOT_YET_LEGAL, AskedOrders.submit(Orders.of(List.of(tariff))), "pauses");
            orders.remove(Instrument.US_SECTION301_TARIFF);
        }
        return Orders.of(orders.values());
    }

    private void take(Order order, Deed deed, Map<Instrument, Order> orders) {
        Order other = orders.get(order.instrument());
        if (!seen.isLegal(order)) {
            complain(Fault.NOT_YET_LEGAL, deed, "legal", legal(order.instrument()));
        } else if (other != null && other.level() != order.level()) {
            complain(Fault.CONFLICTING_ORDERS, deed, "stands", OrderText.of(other, scenario));
        } else {
            orders.put(order.instrument(), order);
        }
    }

    private List<Deed> read(String items) {
        return read(items, true);
    }

    private List<Deed> read(String items, boolean complaining) {
        List<Deed> read = new ArrayList<>();
        for (Reply<Deed> reading : reader.read(items)) {
            if (reading instanceof Reply.Done<Deed> good) {
                read.add(good.value());
            } else if (reading instanceof Reply.Refused<Deed> wrong && complaining) {
                complaints.accept(complaint(wrong.refusal()));
            }
        }
        return read;
    }

    /** Returns how what is wrong with an item is told to its writer. It repeats some of the item. */
    public static String complaint(Refusal wrong) {
        String told = wrong.code().name() + " '" + wrong.field() + "': " + Bundles.inEnglish(wrong);
        String all = wrong.legal().isEmpty() ? told : told + "; expected " + wrong.legal();
        return SafeText.line(all, all.length());
    }

    private void deal(Deed dealing, Deed written) {
        if (dealings.size() < Decision.MAX_DEALINGS) {
            dealings.add(dealing);
        } else {
            complain(Fault.TOO_MUCH_TALK, written, "items", Decision.MAX_DEALINGS);
        }
    }

    /** Words are cleaned as a server does it, so that they are the same in process and over the wire. */
    private void say(Deed.Say says) {
        String text = SafeText.line(says.text(), Limits.MAX_TEXT_CHARACTERS + 1);
        if (text.codePointCount(0, text.length()) > Limits.MAX_TEXT_CHARACTERS) {
            complain(Fault.BAD_TEXT, says, "text", Limits.MAX_TEXT_CHARACTERS);
        } else if (text.isBlank() && says.statement() == null) {
            complain(Fault.BAD_TEXT, says, "nothing-left");
        } else {
            deal(new Deed.Say(says.channel(), text, says.statement()), says);
        }
    }

    private boolean isOpen(OfferId id, Deed deed) {
        boolean is = open(id) != null;
        if (!is) {
            unknown(deed);
        }
        return is;
    }

    private void unknown(Deed deed) {
        complain(Fault.UNKNOWN_OFFER, deed, "no-offer");
    }

    private @Nullable Offer open(OfferId id) {
        for (Offer each : talks.offers()) {
            if (each.id().equals(id)) {
                return each;
            }
        }
        return null;
    }

    private String legal(Instrument instrument) {
        StringBuilder levels = new StringBuilder();
        for (LegalLevels each : seen.legal()) {
            if (each.instrument() == instrument) {
                for (int level : each.legal()) {
                    levels.append(levels.isEmpty() ? "" : " ")
                            .append(scenario.spec(instrument).rung(level).token());
                }
            }
        }
        return levels.toString();
    }

    private void notNow(Deed deed, String question) {
        complain(Fault.NOT_NOW, deed, "not-now", question);
    }

    private void complain(Fault fault, Deed deed, String sentence, Object... named) {
        complaints.accept(complaint(Refusal.of(fault, DeedNotation.of(deed, seen.openRound(), scenario))
                .because("refused.answer." + sentence, named)));
    }
}
