package dev.truce.engine.phase;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.conduct.Duty;
import dev.truce.engine.legality.Legality;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.scenario.Law;

/**
 * Clauses whose last round is over leave the treaty, and their instruments go to their fallback unless their holder ordered
 * them or they stand no better than it (agreements A8). An order for the present level is an order. Then what takes effect by law in this
 * round moves what has no order, unless a clause keeps it out. Where holding keeps the treaty, instruments that stand worse than their
 * clause and have no order go to its bound. Where an agreement lay on top of the truce and has ended, what has no order returns to the
 * level of the truce or of the start first, unless the truce has ended too: who does nothing gives nothing away by habit.
 */
final class FallbackPhase implements Phase {
    @Override
    public String name() {
        return "expiry-and-fallback";
    }

    @Override
    public void apply(RoundDraft draft) {
        Treaty before = draft.state.treaty();
        draft.expired.addAll(before.returning());
        for (Instrument instrument : Instrument.all()) {
            Clause clause = before.on(instrument);
            boolean ended = clause != null && clause.last() < draft.round;
            if (clause != null && ended) {
                draft.expired.add(clause);
            }
            boolean returning = before.returning(instrument) != null;
            if (returning && before.bindsTruce(draft.round)) {
                giveBack(draft, instrument);
            } else if (ended || returning) {
                release(draft, instrument);
            }
        }
        draft.treaty = before.withoutEnded(draft.round);
        for (Law.Statute statute : draft.tables.scenario.law().of(draft.round)) {
            if (statute.level() != Law.NONE) {
                enact(draft, statute);
            }
        }
        if (draft.tables.scenario.agreements().complyByDefault()) {
            for (Instrument instrument : Instrument.all()) {
                deliver(draft, instrument);
            }
        }
    }

    /** Lets an instrument return whose agreement has ended while the truce goes on. It is no fallback, and no act of its holder. */
    private static void giveBack(RoundDraft draft, Instrument instrument) {
        if (draft.orders.level(instrument) == Orders.NONE) {
            int level = Legality.released(draft.tables, draft.state, instrument);
            draft.levels = draft.levels.with(instrument, level);
            draft.graced = draft.graced.with(instrument, level);
        }
    }

    /** What fell back in this round stays there: the law and the end of a clause do not add up. */
    private static void enact(RoundDraft draft, Law.Statute statute) {
        Instrument instrument = statute.instrument();
        int level = draft.levels.get(instrument);
        Clause clause = draft.treaty.binding(instrument, draft.round);
        if (level == statute.level()
                || draft.orders.level(instrument) != Orders.NONE
                || level != draft.state.levels().get(instrument)
                || (clause != null && clause.isBrokenBy(statute.level()))) {
            return;
        }
        move(draft, instrument, level, statute.level());
    }

    private static void deliver(RoundDraft draft, Instrument instrument) {
        Clause clause = draft.treaty.binding(instrument, draft.round);
        if (clause != null
                && Duty.moves(
                        draft.tables.scenario.agreements(),
                        clause,
                        draft.levels.get(instrument),
                        draft.orders.of(instrument.holder()))) {
            draft.levels = draft.levels.with(instrument, clause.bound());
            draft.graced = draft.graced.with(instrument, clause.bound());
        }
    }

    private static void release(RoundDraft draft, Instrument instrument) {
        int level = draft.state.levels().get(instrument);
        int fallback = Legality.released(draft.tables, draft.state, instrument);
        if (fallback == level) {
            return;
        }
        if (draft.orders.level(instrument) != Orders.NONE) {
            draft.prevented.add(instrument);
            return;
        }
        move(draft, instrument, level, fallback);
    }

    private static void move(RoundDraft draft, Instrument instrument, int from, int to) {
        draft.fallbacks.add(new LevelChange(instrument, from, to));
        draft.levels = draft.levels.with(instrument, to);
        if (!draft.tables.knobs.grace()) {
            draft.graced = draft.levels;
        }
    }
}
