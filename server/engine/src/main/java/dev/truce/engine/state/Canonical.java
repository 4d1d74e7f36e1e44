package dev.truce.engine.state;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.Minister;
import dev.truce.engine.economy.EconomyState;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Instruments;
import java.util.List;

/**
 * The canonical bytes of states, setups and orders: equal values have equal bytes on every machine, different values
 * different ones. Every encoding starts with a byte that names what it is; a later form gets another one.
 */
public final class Canonical {
    private static final int STATE = 1;
    private static final int SETUP = 2;
    private static final int ORDERS = 3;
    private static final int DELEGATIONS = 5;
    private static final int TABLE_SEED = 6;
    private static final int LAYERS = 7;
    private static final int DECISIONS = 8;
    private static final int NOT_ACCUSED = 0;
    private static final int NO_ENDING = 0;

    private Canonical() {}

    /**
     * Encodes a state together with how many random numbers the round that led to it drew, so that a draw outside the rules
     * shows in the hash.
     *
     * @param state the state
     * @param draws draws of the last round; 0 for the start
     * @param has the instruments that the scenario has: what it leaves out is in no hash
     */
    public static byte[] state(MatchState state, int draws, Instruments has) {
        CanonicalWriter out = new CanonicalWriter();
        out.oneByte(STATE).int32(state.round());
        levels(out, state.levels(), has);
        treaty(out, state.treaty());
        out.int32(state.investigationRounds())
                .int32(state.courtRoundsLeft())
                .bool(state.courtHasRuled())
                .real(state.tension())
                .real(state.technology())
                .real(state.soyNotch())
                .int32(state.shallowRounds());
        economy(out, state.economy());
        side(out, state.us());
        side(out, state.cn());
        if (!state.redLines().isEmpty()) {
            lines(out, state.redLines().us());
            lines(out, state.redLines().cn());
        }
        layers(out, state.treaty());
        decisions(out, state.us(), state.cn());
        Ending ending = state.ending();
        out.oneByte(ending == null ? NO_ENDING : ending.ordinal() + 1);
        return out.int32(draws).toBytes();
    }

    /**
     * Encodes what all may know of a setup from the start: horizon, summits and conditions. The seed is not in it, because a
     * hash of it could be searched.
     */
    public static byte[] setup(MatchSetup setup) {
        CanonicalWriter out = new CanonicalWriter();
        out.oneByte(SETUP);
        horizon(out, setup.horizon());
        List<Integer> summits = setup.calendar().summits();
        out.int32(summits.size());
        for (int round : summits) {
            out.int32(round);
        }
        MatchSetup.Conditions conditions = setup.conditions();
        return out.bool(conditions.noise())
                .bool(conditions.perpetualTruce())
                .bool(conditions.openChapter())
                .toBytes();
    }

    /** Encodes the seed of a table of a class: nothing for other matches, so that their chain is what it was before there were such. */
    public static byte[] tableSeed(MatchSetup setup) {
        CanonicalWriter out = new CanonicalWriter();
        Long seed = setup.tableSeed();
        if (seed != null) {
            out.oneByte(TABLE_SEED).int64(seed);
        }
        return out.toBytes();
    }

    /** Encodes the sealed orders of both sides for a round. */
    public static byte[] orders(int round, JointOrders orders, Instruments has) {
        CanonicalWriter out = new CanonicalWriter();
        out.oneByte(ORDERS).int32(round);
        for (int s = 0; s < 2; s++) {
            Orders own = orders.of(Side.at(s));
            for (Instrument instrument : has.all()) {
                out.oneByte(own.level(instrument));
            }
        }
        return out.toBytes();
    }

    /**
     * Encodes how the sides are divided among their seats: nothing for two heads alone, so that their chain is what it was before there
     * were ministers.
     */
    public static byte[] delegations(List<Delegation> delegations) {
        CanonicalWriter out = new CanonicalWriter();
        if (delegations.isEmpty()) {
            return out.toBytes();
        }
        out.oneByte(DELEGATIONS).int32(delegations.size());
        for (Delegation delegation : delegations) {
            out.oneByte(delegation.side().ordinal())
                    .oneByte(delegation.mode().ordinal())
                    .int32(delegation.ministers().size());
            for (Minister minister : delegation.ministers()) {
                out.oneByte(minister.number()).int32(minister.portfolios().size());
                for (Portfolio portfolio : minister.portfolios()) {
                    out.oneByte(portfolio.ordinal());
                }
                Brief brief = minister.brief();
                out.bool(brief != null);
                if (brief != null) {
                    for (int percent : brief.weightsPercent()) {
                        out.int32(percent);
                    }
                }
            }
        }
        return out.toBytes();
    }

    private static void levels(CanonicalWriter out, Levels levels, Instruments has) {
        for (Instrument instrument : has.all()) {
            out.oneByte(levels.get(instrument));
        }
    }

    private static void lines(CanonicalWriter out, List<Instrument> lines) {
        out.int32(lines.size());
        for (Instrument line : lines) {
            out.oneByte(line.ordinal());
        }
    }

    private static void treaty(CanonicalWriter out, Treaty treaty) {
        out.int32(treaty.agreements()).bool(treaty.isCommunique());
        clauses(out, treaty.clauses());
    }

    /** Writes what a treaty of two layers has beside the clause on each instrument: nothing for others, as before there were layers. */
    private static void layers(CanonicalWriter out, Treaty treaty) {
        if (treaty.isLayered()) {
            out.oneByte(LAYERS);
            clauses(out, treaty.agreement());
            clauses(out, treaty.truce());
            clauses(out, treaty.returning());
        }
    }

    /** Writes accusations and own texts if there are any. */
    private static void decisions(CanonicalWriter out, SideState us, SideState cn) {
        if (isDeciding(us) || isDeciding(cn)) {
            out.oneByte(DECISIONS);
            decisions(out, us);
            decisions(out, cn);
        }
    }

    private static boolean isDeciding(SideState side) {
        return side.accusedOn() != null || side.accusedReally() || side.ownText();
    }

    private static void decisions(CanonicalWriter out, SideState side) {
        Instrument accused = side.accusedOn();
        out.oneByte(accused == null ? NOT_ACCUSED : accused.ordinal() + 1)
                .bool(side.accusedReally())
                .bool(side.ownText());
    }

    private static void clauses(CanonicalWriter out, List<Clause> clauses) {
        out.int32(clauses.size());
        for (Clause clause : clauses) {
            out.oneByte(clause.instrument().ordinal())
                    .oneByte(clause.bound())
                    .int32(clause.first())
                    .int32(clause.last())
                    .int32(clause.agreement());
        }
    }

    private static void economy(CanonicalWriter out, EconomyState economy) {
        out.int32(economy.size());
        for (int i = 0; i < economy.size(); i++) {
            out.real(economy.at(i));
        }
    }

    private static void side(CanonicalWriter out, SideState side) {
        out.real(side.type())
                .real(side.reputation())
                .real(side.escalation())
                .real(side.publicEscalation())
                .bool(side.caught())
                .bool(side.unjustifiedBreach())
                .int32(side.humiliationStreak())
                .real(side.pointsTotal())
                .real(side.pointsLast())
                .int32(side.breaches())
                .int32(side.catches());
    }

    private static void horizon(CanonicalWriter out, Horizon horizon) {
        if (horizon instanceof Horizon.Hidden hidden) {
            out.oneByte(1).int32(hidden.atLeast()).real(hidden.goOn()).int32(hidden.atMost());
        } else {
            out.oneByte(2).int32(((Horizon.Fixed) horizon).rounds());
        }
    }
}
