package dev.truce.engine.round;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.Draws;
import dev.truce.engine.chance.Purpose;
import dev.truce.engine.legality.Legality;
import dev.truce.engine.redline.RedLineDraw;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.SideState;
import dev.truce.engine.tables.Tables;
import java.util.List;

/** The state before round 1: start levels, agreement 1 in force, calm relations, private types drawn. */
final class Start {
    private Start() {}

    static MatchState of(Tables tables, MatchSetup setup) {
        Levels levels = tables.scenario.startLevels();
        Draws draws = setup.draws();
        return new MatchState(
                0,
                levels,
                treaty(tables, setup),
                investigationRounds(levels),
                0,
                false,
                tables.tension.start(),
                0,
                tables.mapping.covert(levels).soyNotch(),
                RedLineDraw.first(tables.scenario.redLines(), draws),
                0,
                tables.startEconomy,
                side(tables, setup, draws, Side.US),
                side(tables, setup, draws, Side.CN),
                null);
    }

    private static Treaty treaty(Tables tables, MatchSetup setup) {
        Treaty treaty = tables.agreementOne;
        if (!setup.conditions().perpetualTruce()) {
            return treaty;
        }
        List<Clause> clauses = treaty.clauses().stream()
                .map(clause -> clause.until(Clause.FOREVER))
                .toList();
        if (treaty.isLayered()) {
            return Treaty.layered(List.of(), clauses, List.of(), false, treaty.agreements());
        }
        return Treaty.of(clauses, treaty.isCommunique(), treaty.agreements());
    }

    private static int investigationRounds(Levels levels) {
        int level = levels.get(Instrument.US_SECTION301_INVESTIGATION);
        return level == Legality.CONCLUDED ? Legality.CONCLUDES_IN : level;
    }

    private static SideState side(Tables tables, MatchSetup setup, Draws draws, Side side) {
        double type = setup.conditions().noise()
                ? 1 + tables.knobs.initialTypeNoise() * draws.normal(Purpose.INITIAL_TYPE, 0, side.ordinal(), 0)
                : 1;
        return new SideState(
                Math.max(Tables.TYPE_FLOOR, type), tables.knobs.reputationStart(), 0, 0, false, false, 0, 0, 0, 0, 0);
    }
}
