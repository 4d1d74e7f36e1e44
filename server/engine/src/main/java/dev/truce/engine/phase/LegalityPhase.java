package dev.truce.engine.phase;

import static dev.truce.engine.board.Instrument.US_CHIP_CONTROL;
import static dev.truce.engine.board.Instrument.US_SECTION301_INVESTIGATION;
import static dev.truce.engine.board.Instrument.US_SECTION301_TARIFF;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.legality.Legality;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.scenario.Law;

/**
 * The 301 investigation goes on, a 301 tariff without a concluded investigation falls, and chip control 'open' without a
 * technology chapter becomes 'licensed' (agreements A1, A4). What stands above what the law allows comes down to it.
 */
final class LegalityPhase implements Phase {
    @Override
    public String name() {
        return "legality";
    }

    @Override
    public void apply(RoundDraft draft) {
        investigate(draft);
        if (draft.levels.get(US_SECTION301_INVESTIGATION) != Legality.CONCLUDED) {
            draft.correct(US_SECTION301_TARIFF, 0);
        }
        if (draft.levels.get(US_CHIP_CONTROL) == Legality.OPEN
                && !Legality.hasChapter(draft.setup, draft.treaty, draft.round)) {
            draft.correct(US_CHIP_CONTROL, Legality.LICENSED);
        }
        limit(draft, draft.tables.scenario.law());
    }

    private static void limit(RoundDraft draft, Law law) {
        for (Law.Statute statute : law.statutes()) {
            Instrument instrument = statute.instrument();
            draft.correct(instrument, law.lawful(instrument, draft.levels.get(instrument), draft.round));
        }
    }

    private static void investigate(RoundDraft draft) {
        int level = draft.levels.get(US_SECTION301_INVESTIGATION);
        draft.investigationRounds = Legality.investigationRounds(
                draft.tables, draft.treaty, draft.round, draft.state.investigationRounds(), level);
        if (level == Legality.PAUSED) {
            return;
        }
        boolean concluded = draft.investigationRounds == Legality.CONCLUDES_IN;
        if (concluded && draft.state.investigationRounds() < Legality.CONCLUDES_IN) {
            draft.events.add(RoundEvent.INVESTIGATION_CONCLUDED);
        }
        draft.correct(US_SECTION301_INVESTIGATION, Legality.investigated(draft.investigationRounds, level));
    }
}
