package dev.truce.bot.line;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Dealing;
import dev.truce.bot.Decision;
import dev.truce.bot.Talks;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.match.negotiation.TalkRules;
import dev.truce.match.notation.OrderText;
import dev.truce.match.notation.Phrase;
import dev.truce.match.notation.PhraseReader;
import dev.truce.match.notation.PhraseText;
import dev.truce.protocol.text.SafeText;
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
    /** What the rules allow for one text. */
    private static final int MOST_CHARACTERS = TalkRules.MOST_CHARACTERS;

    /** Level of the 301 investigation at which it is not active. */
    private static final int PAUSED = 0;

    private final Observation seen;
    private final Talks talks;
    private final Scenario scenario;
    private final PhraseReader phrases;
    private final Consumer<String> complaints;

    private @Nullable Terms offer;
    private @Nullable OfferId answers;
    private final List<Dealing> dealings = new ArrayList<>();

    /**
     * Makes a reader for one round.
     *
     * @param complaints gets the code, the item and the reason for each wrong item
     */
    public AnswerReader(Side side, Scenario scenario, Observation seen, Talks talks, Consumer<String> complaints) {
        this.seen = seen;
        this.talks = talks;
        this.scenario = scenario;
        this.phrases = new PhraseReader(side, seen.openRound(), scenario);
        this.complaints = complaints;
    }

    /** Takes the answer to {@code go offers}. */
    public void offers(String items) {
        for (Phrase phrase : read(items)) {
            if (phrase instanceof Phrase.Offers offers && offer == null) {
                offer = offers.terms();
            } else if (phrase instanceof Phrase.Counters counters && offer == null) {
                if (isOpen(counters.offer(), phrase)) {
                    offer = counters.terms();
                    answers = counters.offer();
                }
            } else if (phrase instanceof Phrase.Offers || phrase instanceof Phrase.Counters) {
                complain("ONE_OFFER_A_ROUND", phrase, "there is an offer in this answer already");
            } else if (phrase instanceof Phrase.Rejects rejects) {
                if (isOpen(rejects.offer(), phrase)) {
                    deal(new Dealing.Refuse(rejects.offer()), phrase);
                }
            } else if (phrase instanceof Phrase.Withdraws withdraws) {
                if (isOpen(withdraws.offer(), phrase)) {
                    deal(new Dealing.Withdraw(withdraws.offer()), phrase);
                }
            } else if (phrase instanceof Phrase.Says says) {
                say(says);
            } else if (!(phrase instanceof Phrase.Holds)) {
                complain("NOT_NOW", phrase, "this belongs into the answer to 'go round'");
            }
        }
    }

    /** Takes the first answer to {@code go round}; returns all that the bot does in it. */
    public Decision decision(String items, AcceptanceRule rule) {
        List<Phrase> read = read(items);
        for (Phrase phrase : read) {
            if (phrase instanceof Phrase.Accepts accepts) {
                Offer open = open(accepts.offer());
                if (open != null) {
                    deal(new Dealing.Accept(open.id(), open.hash()), phrase);
                } else {
                    unknown(phrase);
                }
            } else if (phrase instanceof Phrase.GivesNotice) {
                deal(new Dealing.Leave(), phrase);
            } else if (!(phrase instanceof Phrase.Sets || phrase instanceof Phrase.Holds)) {
                complain("NOT_NOW", phrase, "this belongs into the answer to 'go offers'");
            }
        }
        return new Decision(orders(read), offer, answers, rule, dealings);
    }

    /** Takes an answer to a further {@code go round}, after an offer was heard; returns whether it accepts that offer. */
    public boolean accepts(String items, Offer heard) {
        boolean accepts = false;
        for (Phrase phrase : read(items, false)) {
            if (phrase instanceof Phrase.Accepts accept) {
                if (accept.offer().equals(heard.id())) {
                    accepts = true;
                } else if (open(accept.offer()) == null) {
                    unknown(phrase);
                }
            } else if (!(phrase instanceof Phrase.Sets
                    || phrase instanceof Phrase.Holds
                    || phrase instanceof Phrase.GivesNotice)) {
                complain("NOT_NOW", phrase, "this belongs into the answer to 'go offers'");
            }
        }
        return accepts;
    }

    /** Returns the orders in an answer to {@code go round}. */
    public Orders orders(String items) {
        return orders(read(items));
    }

    private Orders orders(List<Phrase> read) {
        Map<Instrument, Order> orders = new EnumMap<>(Instrument.class);
        for (Phrase phrase : read) {
            if (phrase instanceof Phrase.Sets sets) {
                Order order = sets.order();
                Order other = orders.get(order.instrument());
                if (!isLegal(order)) {
                    complain("NOT_YET_LEGAL", phrase, "legal now: " + legal(order.instrument()));
                } else if (other != null && other.level() != order.level()) {
                    complain("CONFLICTING_ORDERS", phrase, "it stands at " + OrderText.of(other, scenario));
                } else {
                    orders.put(order.instrument(), order);
                }
            }
        }
        Order pause = orders.get(Instrument.US_SECTION301_INVESTIGATION);
        Order tariff = orders.get(Instrument.US_SECTION301_TARIFF);
        if (pause != null && pause.level() == PAUSED && tariff != null && tariff.level() > 0) {
            // The only two orders that exclude each other; lists of legal levels look at one instrument at a time.
            complain("NOT_YET_LEGAL", new Phrase.Sets(tariff), "the same orders pause the investigation that it needs");
            orders.remove(Instrument.US_SECTION301_TARIFF);
        }
        return Orders.of(orders.values());
    }

    private List<Phrase> read(String items) {
        return read(items, true);
    }

    private List<Phrase> read(String items, boolean complaining) {
        List<Phrase> read = new ArrayList<>();
        for (PhraseReader.Reading reading : phrases.read(items)) {
            if (reading instanceof PhraseReader.Reading.Read good) {
                read.add(good.phrase());
            } else if (reading instanceof PhraseReader.Reading.Wrong wrong && complaining) {
                complaints.accept(
                        wrong.code() + " '" + wrong.written() + "': " + wrong.detail() + "; expected " + wrong.legal());
            }
        }
        return read;
    }

    private void deal(Dealing dealing, Phrase phrase) {
        if (dealings.size() < Decision.MOST_DEALINGS) {
            dealings.add(dealing);
        } else {
            complain("TOO_MUCH_TALK", phrase, "at most " + Decision.MOST_DEALINGS + " items besides orders");
        }
    }

    /** Words are cleaned as a server does it, so that they are the same in process and over the wire. */
    private void say(Phrase.Says says) {
        String text = SafeText.line(says.text(), MOST_CHARACTERS + 1);
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
            complain("BAD_TEXT", says, "a text has at most " + MOST_CHARACTERS + " characters");
        } else if (text.isBlank() && says.statement() == null) {
            complain("BAD_TEXT", says, "nothing that can be shown is left of these words");
        } else {
            deal(new Dealing.Say(says.channel(), text, says.statement()), says);
        }
    }

    private boolean isOpen(OfferId id, Phrase phrase) {
        boolean is = open(id) != null;
        if (!is) {
            unknown(phrase);
        }
        return is;
    }

    private void unknown(Phrase phrase) {
        complain("UNKNOWN_OFFER", phrase, "no such offer is open");
    }

    private @Nullable Offer open(OfferId id) {
        for (Offer each : talks.offers()) {
            if (each.id().equals(id)) {
                return each;
            }
        }
        return null;
    }

    private boolean isLegal(Order order) {
        for (LegalLevels each : seen.legal()) {
            if (each.instrument() == order.instrument()) {
                return each.legal().contains(order.level());
            }
        }
        return false;
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

    private void complain(String code, Phrase phrase, String detail) {
        complaints.accept(code + " '" + PhraseText.of(phrase, seen.openRound(), scenario) + "': " + detail);
    }
}
