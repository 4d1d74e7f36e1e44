package dev.truce.bots.posture;

import static dev.truce.engine.board.Instrument.CN_AGRI_TARIFF;
import static dev.truce.engine.board.Instrument.CN_PORT_FEE;
import static dev.truce.engine.board.Instrument.CN_RARE_EARTHS_APRIL;
import static dev.truce.engine.board.Instrument.CN_RARE_EARTHS_OCTOBER;
import static dev.truce.engine.board.Instrument.CN_RECIPROCAL_TARIFF;
import static dev.truce.engine.board.Instrument.CN_UNRELIABLE_ENTITIES;
import static dev.truce.engine.board.Instrument.US_AFFILIATES_RULE;
import static dev.truce.engine.board.Instrument.US_CHIP_CONTROL;
import static dev.truce.engine.board.Instrument.US_FENTANYL_TARIFF;
import static dev.truce.engine.board.Instrument.US_PORT_FEE;
import static dev.truce.engine.board.Instrument.US_RECIPROCAL_TARIFF;
import static dev.truce.engine.board.Instrument.US_SECTION301_INVESTIGATION;

import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Escalation;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;

/**
 * The package of tit for tat: answers the other side's public measures family by family, each with one's own of the same
 * weight (agreements E). Covert instruments and the 232 duties stay as the posture sets them. Where signals are so noisy that they
 * alone can call for a hostile posture, there is no public measure to be mirrored then, and all stays as the posture sets it.
 */
public final class Mirror implements Retaliation {
    /** Public escalation, thousandths, from which a posture that answers it is hostile. */
    private static final int HOSTILE_FROM = 900;

    private static final double TRUCE_TARIFF = 10;
    private static final double FULL_FENTANYL = 20;
    private static final int SUSPENDED = 0;
    private static final int ACTIVE = 1;
    private static final int LICENSED = 1;
    private static final int TIGHT = 2;
    private static final int BANNED = 3;

    private final Side side;
    private final Escalation escalation;
    private final LadderSearch ladders;
    private final boolean lines;

    public Mirror(Scenario scenario, Side side) {
        this.side = side;
        this.escalation = StrategyTables.of(scenario).escalation();
        this.ladders = StrategyTables.of(scenario).ladders();
        this.lines = scenario.redLines().exist();
    }

    /** Sets the public instruments of a draft to what the other side's levels of the last round deserve. */
    @Override
    public void add(Observation observation, Posture posture, OrderPlan draft) {
        if (lines && !isProvokedInPublic(observation)) {
            return;
        }
        Levels seen = observation.levels();
        double tariff = escalation.tariff(side.other(), seen);
        double choke = escalation.choke(side.other(), seen);
        if (side == Side.US) {
            answerTariffAsUs(tariff, draft);
            draft.set(US_CHIP_CONTROL, control(choke));
            draft.set(US_AFFILIATES_RULE, choke >= .2 && choke < .7 ? ACTIVE : SUSPENDED);
            draft.set(US_PORT_FEE, Math.min(seen.get(CN_PORT_FEE), ladders.last(US_PORT_FEE)));
            boolean provoked = seen.get(CN_UNRELIABLE_ENTITIES) > 0 || seen.get(CN_AGRI_TARIFF) > 0;
            draft.set(US_SECTION301_INVESTIGATION, provoked ? ACTIVE : SUSPENDED);
        } else {
            answerTariffAsCn(tariff, draft);
            int control = control(choke);
            draft.set(CN_RARE_EARTHS_APRIL, control);
            boolean secondLine = control == LICENSED && choke >= .1;
            draft.set(CN_RARE_EARTHS_OCTOBER, secondLine ? TIGHT : control == LICENSED ? SUSPENDED : control);
            draft.set(CN_PORT_FEE, Math.min(seen.get(US_PORT_FEE), ladders.last(CN_PORT_FEE)));
            draft.set(CN_UNRELIABLE_ENTITIES, seen.get(US_SECTION301_INVESTIGATION) > 0 ? ACTIVE : SUSPENDED);
        }
    }

    private boolean isProvokedInPublic(Observation seen) {
        return seen.last() != null && seen.last().side(side.other()).publicEscalationMilli() >= HOSTILE_FROM;
    }

    /** Climbs from the truce, first the fentanyl tariff, then the reciprocal one, and stays where the points are nearest. */
    private void answerTariffAsUs(double points, OrderPlan draft) {
        Levels own = draft.levels();
        int fentanyl = ladders.level(US_FENTANYL_TARIFF, TRUCE_TARIFF);
        int reciprocal = ladders.level(US_RECIPROCAL_TARIFF, TRUCE_TARIFF);
        int fullFentanyl = ladders.level(US_FENTANYL_TARIFF, FULL_FENTANYL);
        double nearest = Double.MAX_VALUE;
        while (reciprocal <= ladders.last(US_RECIPROCAL_TARIFF)) {
            Levels tried = own.with(US_FENTANYL_TARIFF, fentanyl).with(US_RECIPROCAL_TARIFF, reciprocal);
            double distance = Math.abs(escalation.tariff(Side.US, tried) - points);
            if (distance < nearest) {
                nearest = distance;
                draft.set(US_FENTANYL_TARIFF, fentanyl);
                draft.set(US_RECIPROCAL_TARIFF, reciprocal);
            }
            if (fentanyl < fullFentanyl) {
                fentanyl++;
            } else {
                reciprocal++;
            }
        }
    }

    private void answerTariffAsCn(double points, OrderPlan draft) {
        Levels own = draft.levels();
        double nearest = Double.MAX_VALUE;
        int first = ladders.level(CN_RECIPROCAL_TARIFF, TRUCE_TARIFF);
        for (int reciprocal = first; reciprocal <= ladders.last(CN_RECIPROCAL_TARIFF); reciprocal++) {
            double distance = Math.abs(escalation.tariff(Side.CN, own.with(CN_RECIPROCAL_TARIFF, reciprocal)) - points);
            if (distance < nearest) {
                nearest = distance;
                draft.set(CN_RECIPROCAL_TARIFF, reciprocal);
            }
        }
    }

    private static int control(double choke) {
        if (choke < .5) {
            return LICENSED;
        }
        return choke < 1.5 ? TIGHT : BANNED;
    }
}
