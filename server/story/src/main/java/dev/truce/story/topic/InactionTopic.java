package dev.truce.story.topic;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Duty;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.conduct.Shortfall;
import dev.truce.engine.forecast.HeldLevel;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.words.AccusationWords;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What becomes of the treaty and of the red lines if a seat does nothing more in the open round. */
public final class InactionTopic {
    /** As many levers as a sentence for everybody names. */
    private static final int NAMED = 3;

    private final Wording wording;
    /** Whether levers and treaties are named as people call them, and not as they are typed. */
    private final boolean plain;

    /** @param wording the words of the scenario */
    public InactionTopic(Wording wording) {
        this(wording, false);
    }

    private InactionTopic(Wording wording, boolean plain) {
        this.wording = wording;
        this.plain = plain;
    }

    /** Returns the topic that says all without what is typed. */
    public static InactionTopic plain(Wording wording) {
        return new InactionTopic(wording, true);
    }

    /**
     * Returns in one sentence what happens to a seat that does nothing more in the open round.
     *
     * @param saved what the server has sealed of the seat, or null if it has nothing or that is not known here
     * @param charge tells what a breach by orders takes from the score of the round, thousandths
     */
    public String sentence(SeatBoard board, @Nullable Orders saved, ToIntFunction<Orders> charge) {
        Observation now = board.observation();
        List<String> words = new ArrayList<>();
        if (board.delegates().advises()) {
            words.add(wording.text("inaction.advises"));
        } else if (saved == null && board.submitted()) {
            words.add(wording.text("inaction.before"));
        } else {
            Orders orders = saved == null ? Orders.HOLD : saved;
            List<String> follows = now == null ? List.of() : follows(board, now, orders, charge);
            if (saved != null) {
                words.add(wording.text(
                        "inaction.saved",
                        plain ? wording.text("inaction.yours") : wording.orders(saved, board::level)));
            } else if (!plain || follows.isEmpty()) {
                words.add(wording.text(plain ? "inaction.nothing" : "round.hold"));
            }
            words.addAll(follows);
        }
        String accused = now == null
                ? ""
                : new AccusationTopic(wording, board.reasons()).standing(board.side(), now, board.proceedings());
        if (!accused.isEmpty()) {
            words.add(accused);
        }
        return wording.text("inaction", wording.phrases().clauses(words));
    }

    /**
     * Returns which agreements orders would break, with what that costs; nothing if they break none.
     *
     * @param charge tells what a breach by orders takes from the score of the round, thousandths
     */
    public String breach(SeatBoard board, Orders orders, ToIntFunction<Orders> charge) {
        Observation now = board.observation();
        List<Duty> duties = now == null ? List.of() : duties(board, now, orders);
        return breach(board, duties, () -> charge.applyAsInt(orders));
    }

    private String breach(SeatBoard board, List<Duty> duties, IntSupplier charge) {
        TreeSet<String> broken = new TreeSet<>();
        TreeSet<String> secretly = new TreeSet<>();
        List<Clause> missed = new ArrayList<>();
        Observation now = board.observation();
        Levels then = now == null ? null : now.levels();
        for (Duty duty : duties) {
            Instrument instrument = duty.clause().instrument();
            if (!duty.isKept() && plain && then != null && instrument.isCovert()) {
                secretly.add(name(board, duty));
                missed.add(duty.clause());
                then = then.with(instrument, duty.then());
            } else if (!duty.isKept()) {
                broken.add(name(board, duty));
            }
        }
        List<String> words = new ArrayList<>();
        if (!broken.isEmpty()) {
            int cost = charge.getAsInt();
            String names = wording.phrases().list(List.copyOf(broken));
            String key = plain ? "inaction.plain" : "inaction.breaks";
            boolean covered = plain && cost == 0 && now != null && now.snapBackRight(board.side());
            key = covered ? "inaction.plain.covered" : key;
            words.add(
                    cost < 0
                            ? wording.text(key + ".cost", names, NumberText.oneDecimal(cost))
                            : wording.text(key, names));
        }
        if (now != null && then != null && !missed.isEmpty()) {
            String names = wording.phrases().list(List.copyOf(secretly));
            words.add(wording.text("inaction.short", names, risk(board.side(), now, missed, then)));
        }
        return wording.phrases().clauses(words);
    }

    /** What may come of covert clauses that are not kept: nobody is charged for them until somebody finds it. */
    private String risk(Side side, Observation now, List<Clause> missed, Levels then) {
        Scenario scenario = wording.scenario();
        AccusationWords words = new AccusationWords(wording);
        double escape = Shortfall.escape(new PolicyMapping(scenario), scenario.knobs(), missed, then);
        return wording.text(
                scenario.accusations().exist() ? "inaction.short.accused" : "inaction.short.found",
                words.inTen(1 - escape),
                NumberText.plain(words.fine(side, now)));
    }

    private String name(SeatBoard board, Duty duty) {
        int agreement = duty.clause().agreement();
        Observation now = board.observation();
        if (!plain || now == null) {
            return "A" + agreement;
        }
        boolean beneath =
                agreement == 1 || now.treaty().truce().stream().anyMatch(clause -> clause.agreement() == agreement);
        return wording.text(beneath ? "inaction.truce" : "inaction.deal");
    }

    private String name(Instrument instrument, String typed) {
        return plain ? wording.running(instrument) : typed;
    }

    private List<Duty> duties(SeatBoard board, Observation now, Orders orders) {
        return new DutyTopic(wording)
                .duties(board.side(), now, orders, board.choice()).stream()
                        .filter(duty -> board.delegates().mayOrder(duty.clause().instrument()))
                        .toList();
    }

    /**
     * Returns what follows, each in a few words; nothing follows if nothing binds and nothing changes.
     *
     * @param now the open round
     * @param orders what the server has of the seat
     * @param charge tells what a breach by orders takes from the score of the round, thousandths
     */
    private List<String> follows(SeatBoard board, Observation now, Orders orders, ToIntFunction<Orders> charge) {
        List<Duty> duties = duties(board, now, orders);
        List<String> words = new ArrayList<>();
        TreeSet<String> kept = new TreeSet<>();
        TreeSet<String> broken = new TreeSet<>();
        List<String> moving = new ArrayList<>();
        for (Duty duty : duties) {
            (duty.isKept() ? kept : broken).add(name(board, duty));
            if (duty.movesByItself()) {
                moving.add(name(
                        duty.clause().instrument(), duty.clause().instrument().word()));
            }
        }
        kept.removeAll(broken);
        String breach = breach(board, duties, () -> charge.applyAsInt(orders));
        if (!breach.isEmpty()) {
            words.add(breach);
        }
        List<String> ending = plain ? ending(board, now) : List.of();
        List<String> last = ending.stream().filter(kept::remove).toList();
        add(words, "inaction.keeps", kept);
        add(words, "inaction.keeps.last", last);
        add(
                words,
                "inaction.ends",
                ending.stream().filter(name -> !last.contains(name)).toList());
        add(words, "inaction.moves", moving);
        add(words, isReturn(now) ? "inaction.returns" : "inaction.falls", falling(board, now, orders));
        String redLines = new RedLineTopic(wording).cost(board.side(), now, orders);
        if (!redLines.isEmpty()) {
            words.add(wording.text("inaction.redlines", redLines));
        }
        OwnTextTopic text = new OwnTextTopic(wording);
        if (plain && text.isDue(board)) {
            words.add(wording.text("inaction.text", text.price(board.side())));
        }
        return words;
    }

    /** Which layers of the treaty end with the open round, though they are kept: nothing that is signed lasts longer. */
    private List<String> ending(SeatBoard board, Observation now) {
        int round = now.openRound();
        if (!now.treaty().isLayered()) {
            return List.of();
        }
        int deal = now.treaty().agreementUntil();
        int truce = now.treaty().truceUntil();
        for (Offer offer : board.proceedings().offers()) {
            if (offer.status() == OfferStatus.ACCEPTED) {
                Treaty after = new TermsTopic(wording).after(offer.terms(), now);
                deal = Math.max(deal, after.agreementUntil());
                truce = Math.max(truce, after.truceUntil());
            }
        }
        List<String> ending = new ArrayList<>();
        if (deal == round) {
            ending.add(wording.text("inaction.deal"));
        }
        if (truce == round) {
            ending.add(wording.text("inaction.truce"));
        }
        return ending;
    }

    private void add(List<String> words, String key, Collection<String> named) {
        if (!named.isEmpty()) {
            boolean counts = plain && named.size() > NAMED;
            words.add(wording.text(
                    key,
                    counts
                            ? wording.text("inaction.levers", named.size())
                            : wording.phrases().list(List.copyOf(named))));
        }
    }

    /** What returns to its default by itself, as its clause has ended. */
    private List<String> falling(SeatBoard board, Observation now, Orders orders) {
        return board.scenario().instruments().of(board.side()).stream()
                .filter(board.delegates()::mayOrder)
                .filter(instrument -> orders.level(instrument) == Orders.NONE)
                .filter(instrument -> fallsBack(instrument, now))
                .map(instrument -> name(instrument, instrument.qualifiedWord()))
                .toList();
    }

    /** Returns whether an instrument returns to its default in the open round unless it is ordered. */
    public boolean fallsBack(Instrument instrument, Observation now) {
        int level = now.levels().get(instrument);
        Clause clause = now.treaty().binding(instrument, now.openRound());
        boolean owed = clause != null && clause.isBrokenBy(level);
        return level != Levels.UNSEEN && !owed && released(instrument, now) != level;
    }

    /** Returns the level to which an instrument goes without an order since its clause has ended; the present one if none has. */
    public int released(Instrument instrument, Observation now) {
        return HeldLevel.released(
                wording.scenario(),
                now.treaty(),
                now.openRound(),
                instrument,
                now.levels().get(instrument));
    }

    /** Returns whether what moves so returns to a truce that binds. */
    public static boolean isReturn(Observation now) {
        return now.treaty().isLayered() && now.treaty().bindsTruce(now.openRound());
    }
}
