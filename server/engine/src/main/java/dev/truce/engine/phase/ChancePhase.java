package dev.truce.engine.phase;

import static dev.truce.engine.board.Instrument.US_FENTANYL_TARIFF;
import static dev.truce.engine.board.Instrument.US_RECIPROCAL_TARIFF;

import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.card.CardKind;
import dev.truce.engine.chance.Draws;
import dev.truce.engine.chance.Purpose;
import dev.truce.engine.legality.Legality;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.tables.Tables;

/** Private types drift, events happen, the court rules; the calendar's summit is noted (economy 8.3). */
final class ChancePhase implements Phase {
    private static final double TYPE_MEMORY = .7;
    private static final double TYPE_PULL = .3;

    @Override
    public String name() {
        return "chance";
    }

    @Override
    public void apply(RoundDraft draft) {
        if (draft.summit) {
            draft.events.add(RoundEvent.SUMMIT);
        }
        if (draft.noise) {
            drift(draft, draft.first());
            drift(draft, draft.second());
            happen(draft);
        } else {
            calmDown(draft.first());
            calmDown(draft.second());
        }
        play(draft);
        rule(draft);
    }

    private static void drift(RoundDraft draft, SideDraft side) {
        double shock = draft.draws.normal(Purpose.TYPE, draft.round, side.side.ordinal(), 0);
        double type = TYPE_MEMORY * side.before.type() + TYPE_PULL + draft.tables.knobs.typeNoise() * shock;
        side.type = Math.max(Tables.TYPE_FLOOR, type);
    }

    /** Without chance types are 1, but for what an election has added, which wears off as ever. */
    private static void calmDown(SideDraft side) {
        if (side.before.type() != 1) {
            side.type = TYPE_MEMORY * side.before.type() + TYPE_PULL;
        }
    }

    /** What was played from outside happens beside what chance does; no draw depends on it. */
    private static void play(RoundDraft draft) {
        for (Card card : draft.inputs.cards()) {
            RoundEvent event = RoundEvent.of(card);
            if (event != RoundEvent.COURT_RULING) {
                happen(draft, event);
            }
        }
        draft.us.type += draft.tables.shocks.swing(draft.events, Side.US);
        draft.cn.type += draft.tables.shocks.swing(draft.events, Side.CN);
    }

    private static void happen(RoundDraft draft) {
        double e = draft.draws.uniform(Purpose.EVENT, draft.round, Draws.NEITHER, 0);
        double chance = draft.tables.knobs.eventChance();
        if (e < chance) {
            happen(draft, RoundEvent.CHIP_BREAKTHROUGH);
        } else if (e < 2 * chance) {
            happen(draft, RoundEvent.RARE_EARTH_SUPPLY);
        }
    }

    private static void happen(RoundDraft draft, RoundEvent event) {
        draft.economyBefore = draft.tables.afterEvent(draft.economyBefore, event);
        draft.events.add(event);
    }

    /**
     * The court rules once a match at most, and when a card has it rule; the level to which it lowers the tariff counts for every
     * later purpose.
     */
    private static void rule(RoundDraft draft) {
        if (draft.inputs.cards().contains(Card.of(CardKind.COURT_RULING))) {
            ruled(draft);
        } else if (draft.courtRoundsLeft > 0) {
            draft.courtRoundsLeft--;
            draft.events.add(RoundEvent.COURT_CAP_HOLDS);
            cap(draft);
        } else if (draft.noise
                && !draft.courtHasRuled
                && draft.draws.uniform(Purpose.COURT, draft.round, Draws.NEITHER, 0)
                        < draft.tables.knobs.courtChance()) {
            ruled(draft);
        }
    }

    private static void ruled(RoundDraft draft) {
        draft.courtHasRuled = true;
        draft.courtRoundsLeft = draft.tables.knobs.courtRounds() - 1;
        draft.events.add(RoundEvent.COURT_RULING);
        cap(draft);
    }

    private static void cap(RoundDraft draft) {
        int fentanyl = draft.levels.get(US_FENTANYL_TARIFF);
        int level = Legality.capped(draft.tables, fentanyl, draft.levels.get(US_RECIPROCAL_TARIFF));
        draft.correct(US_RECIPROCAL_TARIFF, level);
    }
}
