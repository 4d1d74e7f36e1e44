package dev.truce.story.topic;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.facts.SeatTrial;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What a guide says in the first rounds of a first match: propose, judge, tempt. It says what may be done, and hinders nothing. */
public final class GuideTopic {
    /** As many rounds are guided. */
    public static final int ROUNDS = 3;

    private final Wording wording;

    /** @param wording the words of the scenario */
    public GuideTopic(Wording wording) {
        this.wording = wording;
    }

    /**
     * Returns what the guide says in the open round; empty after the last that it guides.
     *
     * @param trial of the seat
     */
    public String sentence(SeatBoard board, SeatTrial trial) {
        Observation now = board.observation();
        if (now == null || board.over() != null || !trial.isUpTo(board)) {
            return "";
        }
        int round = now.openRound();
        String said = switch (round) {
            case 1 -> proposes(board, now, trial);
            case 2 -> judges(board, now);
            case ROUNDS -> tempts(board, now, trial);
            default -> "";
        };
        return said.isEmpty() ? "" : wording.text("guide", round, ROUNDS, said);
    }

    private String proposes(SeatBoard board, Observation now, SeatTrial trial) {
        Side side = board.side();
        if (board.hasOwnText(side)) {
            return wording.text("guide.propose.done");
        }
        int held = trial.held(now, Orders.HOLD).next().score(side).scoreMilli();
        TreeSet<Instrument> crossed = new TreeSet<>();
        List<Offer> open = board.proceedings().open(side.other());
        for (Offer offer : open) {
            crossed.addAll(new TermsTopic(wording).prices(offer.terms(), now).keySet());
        }
        String aim = wording.text("guide.propose", NumberText.oneDecimal(held));
        if (crossed.isEmpty()) {
            String next = open.isEmpty() ? "guide.propose.first" : "guide.propose.back";
            return aim + wording.text(next, wording.side(side.other()));
        }
        List<String> names = crossed.stream().map(wording::running).toList();
        String list = wording.phrases().list(names);
        return aim + wording.text("guide.propose.line", list);
    }

    private String judges(SeatBoard board, Observation now) {
        Side other = board.side().other();
        Instrument accused = now.accusedOn(other);
        if (accused != null) {
            String odds = new AccusationTopic(wording, board.reasons()).odds(accused);
            return wording.text("guide.judge", wording.side(other), wording.running(accused), odds);
        }
        boolean offered = !board.proceedings().open(other).isEmpty();
        return wording.text(offered ? "guide.judge.offer" : "guide.judge.none", wording.side(other));
    }

    /** What less than was promised would bring, of what the other side cannot see. */
    private String tempts(SeatBoard board, Observation now, SeatTrial trial) {
        Side side = board.side();
        List<String> told = new ArrayList<>();
        for (Instrument instrument : wording.scenario().instruments().of(side)) {
            Clause clause = now.treaty().binding(instrument, now.openRound());
            if (told.isEmpty() && instrument.isCovert() && clause != null && clause.bound() > 0) {
                Orders orders = Orders.of(new Order(instrument, clause.bound() - 1));
                if (trial.refusal(now, orders) == null) {
                    long gain = score(trial, now, orders, side) - score(trial, now, Orders.HOLD, side);
                    String risk = InactionTopic.plain(wording).breach(board, orders, none -> 0);
                    told.add(wording.text(
                            "guide.tempt",
                            wording.running(instrument),
                            wording.levelTitle(instrument, clause.bound() - 1),
                            NumberText.signedTenth(gain),
                            risk));
                }
            }
        }
        return told.isEmpty() ? wording.text("guide.tempt.none") : told.get(0);
    }

    private static long score(SeatTrial trial, Observation now, Orders orders, Side side) {
        return NumberText.tenths(trial.held(now, orders).next().score(side).scoreMilli());
    }
}
