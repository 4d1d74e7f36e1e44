package dev.truce.engine.forecast;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.conduct.Duty;
import dev.truce.engine.legality.Legality;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Law;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;

/**
 * The level at which an instrument of the viewer's side counts in the open round if its side orders nothing: what its clause, the law and
 * the phase of legality make of the level of now. Left out are chance, such as a court, and the 301 investigation itself, which goes on by
 * counting rounds.
 */
public final class HeldLevel {
    private HeldLevel() {}

    /**
     * Returns the ladder index of an instrument.
     *
     * @param now the open round as the instrument's side sees it
     * @return {@link Levels#UNSEEN} if the viewer does not see the instrument
     */
    public static int of(Scenario scenario, Observation now, Instrument instrument) {
        int level = now.levels().get(instrument);
        if (level == Levels.UNSEEN) {
            return level;
        }
        int moved = delivered(scenario, now, instrument, enacted(scenario, now, instrument, level));
        int legal = corrected(scenario, now, instrument, moved);
        int atMost = scenario.law().atMost(instrument, now.openRound());
        return atMost == Law.NONE ? legal : Math.min(legal, atMost);
    }

    /** What has lost its clause goes to its default; a statute of the round moves the rest, unless a clause keeps it out. */
    private static int enacted(Scenario scenario, Observation now, Instrument instrument, int level) {
        int released = released(scenario, now.treaty(), now.openRound(), instrument, level);
        if (released != level) {
            return released;
        }
        Clause clause = now.treaty().binding(instrument, now.openRound());
        for (Law.Statute statute : scenario.law().of(now.openRound())) {
            boolean moves = statute.instrument() == instrument && statute.level() != Law.NONE;
            if (moves && (clause == null || !clause.isBrokenBy(statute.level()))) {
                return statute.level();
            }
        }
        return level;
    }

    /**
     * Returns the ladder index to which an instrument without an order goes in a round because a clause on it has ended.
     *
     * @param treaty the treaty as the round before has left it
     * @param level its index before the round
     */
    public static int released(Scenario scenario, Treaty treaty, int round, Instrument instrument, int level) {
        int fallback = scenario.spec(instrument).fallback();
        return scenario.layering().released(treaty, round, instrument, level, fallback);
    }

    private static int delivered(Scenario scenario, Observation now, Instrument instrument, int level) {
        Clause clause = now.treaty().binding(instrument, now.openRound());
        return clause != null && Duty.moves(scenario.agreements(), clause, level, Orders.HOLD) ? clause.bound() : level;
    }

    private static int corrected(Scenario scenario, Observation now, Instrument instrument, int level) {
        if (instrument == Instrument.US_SECTION301_TARIFF) {
            boolean paused = of(scenario, now, Instrument.US_SECTION301_INVESTIGATION) == Legality.PAUSED;
            return paused || !isLegal(now, instrument, level) ? Legality.NO_TARIFF : level;
        }
        boolean shut = instrument == Instrument.US_CHIP_CONTROL && level == Legality.OPEN;
        return shut && !isLegal(now, instrument, level) ? Legality.LICENSED : level;
    }

    private static boolean isLegal(Observation now, Instrument instrument, int level) {
        for (LegalLevels each : now.legal()) {
            if (each.instrument() == instrument) {
                return each.legal().contains(level);
            }
        }
        return true;
    }
}
