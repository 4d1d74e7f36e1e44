package dev.truce.rulebook;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import java.util.ArrayList;
import java.util.List;

/**
 * Agreements D: twelve rounds in which one instrument is moved and held while all others stay as at Busan. Both sides renew the
 * truce in its last round, and sign it anew when there is none; whether that enters into force is for the rules to say.
 */
final class HeldMove {
    private static final int ROUNDS = 12;
    private static final int YEAR = 4;
    private static final Terms TRUCE = Play.terms(
            YEAR,
            "US.FENT=2 US.RECIP=2 US.S301=0 US.PORT=0 US.AFFIL=0 US.CHIP=1 US.PACE=2 CN.RECIP=2 CN.AGRI=0 CN.SOY=5"
                    + " CN.REE7=1 CN.REE5=0 CN.PACE=2 CN.PORT=0 CN.ENFORCE=2 CN.UEL=0");

    private final Rules rules;
    private final MatchSetup setup;
    private final List<RoundReport> reports = new ArrayList<>();
    private MatchState state;

    /**
     * Plays it.
     *
     * @param move orders such as {@code US.PORT=1}; empty to hold everything
     * @param from the round from which another instrument is moved too
     * @param later orders of that, in the same form
     */
    HeldMove(Rules rules, Resolver resolver, long seed, Conditions conditions, String move, int from, String later) {
        this.rules = rules;
        this.setup = Play.setup(seed, ROUNDS, conditions, 2, 4, 8, 12);
        this.state = rules.start(setup);
        for (int round = 1; round <= ROUNDS; round++) {
            Levels levels = moved(Macros.TRUCE.levels, move);
            JointOrders orders = round < from
                    ? Play.postures(levels, levels)
                    : Play.postures(moved(levels, later), moved(levels, later));
            Resolution resolution = resolver.resolve(setup, state, inputs(round, orders));
            state = resolution.next();
            reports.add(resolution.report());
        }
    }

    /** One move without chance. */
    static HeldMove noiseFree(String move) {
        return new HeldMove(Play.FIRST, new Resolver(Play.FIRST), 0, Conditions.NOISE_FREE, move, ROUNDS + 1, "");
    }

    private RoundInputs inputs(int round, JointOrders orders) {
        int last = 0;
        for (Instrument instrument : Instrument.all()) {
            Clause clause = state.treaty().binding(instrument, round);
            last = clause == null ? last : Math.max(last, clause.last());
        }
        if (last == 0) {
            return RoundInputs.signing(orders, TRUCE);
        }
        return last == round ? RoundInputs.signing(orders, new Terms.Renewal(YEAR, false)) : RoundInputs.of(orders);
    }

    private static Levels moved(Levels levels, String move) {
        Levels moved = levels;
        JointOrders orders = Play.orders(move);
        for (Instrument instrument : Instrument.all()) {
            if (orders.of(instrument.holder()).has(instrument)) {
                moved = moved.with(instrument, orders.level(instrument));
            }
        }
        return moved;
    }

    RoundReport round(int round) {
        return reports.get(round - 1);
    }

    /** Points of a round against those of the truce path. */
    double points(int round, Side side) {
        return round(round).side(side).points().total()
                - rules.trucePath().points(round, side).total();
    }

    double score(Side side) {
        return rules.finalScore(setup, state, reports, side).score();
    }
}
