package dev.truce.story.topic;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.conduct.Duty;
import dev.truce.engine.forecast.HeldLevel;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What becomes of the treaty and of the red lines if a seat does nothing more in the open round. */
public final class InactionTopic {
    private final Wording wording;

    /** @param wording the words of the scenario */
    public InactionTopic(Wording wording) {
        this.wording = wording;
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
            words.add(
                    saved == null
                            ? wording.text("round.hold")
                            : wording.text("inaction.saved", wording.orders(saved, board::level)));
            if (now != null) {
                words.addAll(follows(board, now, orders, charge));
            }
        }
        String accused = now == null
                ? ""
                : new AccusationTopic(wording, board.reasons()).standing(board.side(), now, board.proceedings());
        if (!accused.isEmpty()) {
            words.add(accused);
        }
        return wording.text("inaction", String.join(wording.text("list.semicolon"), words));
    }

    /**
     * Returns which agreements orders would break, with what that costs; nothing if they break none.
     *
     * @param charge tells what a breach by orders takes from the score of the round, thousandths
     */
    public String breach(SeatBoard board, Orders orders, ToIntFunction<Orders> charge) {
        Observation now = board.observation();
        List<Duty> duties = now == null ? List.of() : duties(board, now, orders);
        return breach(duties, () -> charge.applyAsInt(orders));
    }

    private String breach(List<Duty> duties, IntSupplier charge) {
        TreeSet<String> broken = new TreeSet<>();
        for (Duty duty : duties) {
            if (!duty.isKept()) {
                broken.add(name(duty));
            }
        }
        if (broken.isEmpty()) {
            return "";
        }
        int cost = charge.getAsInt();
        String names = String.join(wording.text("list.comma"), broken);
        return cost < 0
                ? wording.text("inaction.breaks.cost", names, NumberText.oneDecimal(cost))
                : wording.text("inaction.breaks", names);
    }

    private static String name(Duty duty) {
        return "A" + duty.clause().agreement();
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
            (duty.isKept() ? kept : broken).add(name(duty));
            if (duty.movesByItself()) {
                moving.add(duty.clause().instrument().word());
            }
        }
        kept.removeAll(broken);
        String breach = breach(duties, () -> charge.applyAsInt(orders));
        if (!breach.isEmpty()) {
            words.add(breach);
        }
        add(words, "inaction.keeps", kept);
        add(words, "inaction.moves", moving);
        add(words, isReturn(now) ? "inaction.returns" : "inaction.falls", falling(board, now, orders));
        String redLines = new RedLineTopic(wording).cost(board.side(), now, orders);
        if (!redLines.isEmpty()) {
            words.add(wording.text("inaction.redlines", redLines));
        }
        return words;
    }

    private void add(List<String> words, String key, Iterable<String> named) {
        if (named.iterator().hasNext()) {
            words.add(wording.text(key, String.join(wording.text("list.comma"), named)));
        }
    }

    /** What returns to its default by itself, as its clause has ended. */
    private List<String> falling(SeatBoard board, Observation now, Orders orders) {
        return Instrument.of(board.side()).stream()
                .filter(board.delegates()::mayOrder)
                .filter(instrument -> orders.level(instrument) == Orders.NONE)
                .filter(instrument -> fallsBack(instrument, now))
                .map(Instrument::qualifiedWord)
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
