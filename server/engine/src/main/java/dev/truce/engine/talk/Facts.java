package dev.truce.engine.talk;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SideFacts;
import org.jspecify.annotations.Nullable;

/** What everybody may know of a round, as the judging of words asks for it. It never looks at a covert instrument. */
record Facts(RoundView view) {

    int round() {
        return view.round();
    }

    /** Returns the level of a public instrument in the round. */
    int level(Instrument instrument) {
        return view.levels().get(instrument);
    }

    /** Returns the level of a public instrument before the round. */
    int before(Instrument instrument) {
        for (LevelChange change : view.changes()) {
            if (change.instrument() == instrument) {
                return change.from();
            }
        }
        return level(instrument);
    }

    /** Returns the order for a public instrument, or null. */
    @Nullable
    Order order(Instrument instrument) {
        for (Order order : view.orders()) {
            if (order.instrument() == instrument) {
                return order;
            }
        }
        return null;
    }

    /** Returns a public instrument that a side ordered to a harder level, or null. */
    @Nullable
    Instrument hardened(Side side) {
        return moved(side, true);
    }

    /** Returns a public instrument that a side ordered to a softer level, or null. */
    @Nullable
    Instrument softened(Side side) {
        return moved(side, false);
    }

    private @Nullable Instrument moved(Side side, boolean harder) {
        for (LevelChange change : view.changes()) {
            Instrument instrument = change.instrument();
            if (instrument.holder() == side
                    && !instrument.isCovert()
                    && order(instrument) != null
                    && (change.to() > change.from()) == harder) {
                return instrument;
            }
        }
        return null;
    }

    /** Returns whether the holder made a public instrument softer by order, or signed a better bound on the instrument than it had. */
    boolean gaveWay(Instrument instrument) {
        if (!instrument.isCovert() && order(instrument) != null && level(instrument) < before(instrument)) {
            return true;
        }
        Clause signed = view.next().on(instrument);
        if (signed == null || view.ratification().outcome() != Ratification.Outcome.ENTERED) {
            return false;
        }
        Clause before = view.treaty().binding(instrument, round());
        if (before != null) {
            return signed.isBrokenBy(before.bound());
        }
        return !instrument.isCovert() && signed.isBrokenBy(level(instrument));
    }

    SideFacts of(Side side) {
        return view.side(side);
    }

    /** Returns the first clause that a side broke without a right to, or null. */
    @Nullable
    Instrument broke(Side side) {
        return of(side).severityMilli() > 0 ? firstBroken(side) : null;
    }

    /** Returns the first clause that a side suspended by right, or null. */
    @Nullable
    Instrument suspended(Side side) {
        return of(side).severityMilli() > 0 ? null : firstBroken(side);
    }

    private @Nullable Instrument firstBroken(Side side) {
        for (BrokenClause broken : of(side).brokenClauses()) {
            return broken.clause().instrument();
        }
        return null;
    }

    /** Returns whether any clause of a side binds in the round. */
    boolean isBound(Side side) {
        return view.treaty().clauses().stream()
                .anyMatch(clause -> clause.instrument().holder() == side && clause.binds(round()));
    }

    /** Returns whether a side's public deeds sank what was signed in the round. */
    boolean sank(Side side) {
        return switch (view.ratification().outcome()) {
            case LAPSED_BY_ESCALATION, LAPSED_BY_BREACH, LAPSED_BY_NOTICE ->
                view.ratification().side() == side;
            case NOTHING_SIGNED, ENTERED, LAPSED_BY_CATCH, LAPSED_BY_SUSPENSION, LAPSED_AS_HOLLOW -> false;
        };
    }
}
