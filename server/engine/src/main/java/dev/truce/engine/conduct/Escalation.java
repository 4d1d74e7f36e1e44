package dev.truce.engine.conduct;

import static dev.truce.engine.board.Instrument.CN_AGRI_TARIFF;
import static dev.truce.engine.board.Instrument.CN_RECIPROCAL_TARIFF;
import static dev.truce.engine.board.Instrument.CN_UNRELIABLE_ENTITIES;
import static dev.truce.engine.board.Instrument.US_FENTANYL_TARIFF;
import static dev.truce.engine.board.Instrument.US_RECIPROCAL_TARIFF;
import static dev.truce.engine.board.Instrument.US_SECTION232_DUTIES;
import static dev.truce.engine.board.Instrument.US_SECTION301_INVESTIGATION;
import static dev.truce.engine.board.Instrument.US_SECTION301_TARIFF;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.EscalationNumbers;

/** How hard a side presses the other (agreements A3). Immutable. */
public final class Escalation {
    private final PolicyMapping mapping;
    private final EscalationNumbers numbers;
    private final Scale usTariff;
    private final Scale cnTariff;
    private final Scale chips;
    private final Scale rareEarths;

    /** Reads ladders through the given mapping. */
    public Escalation(PolicyMapping mapping, EscalationNumbers numbers) {
        this.mapping = mapping;
        this.numbers = numbers;
        usTariff = Scale.of(numbers.usTariff());
        cnTariff = Scale.of(numbers.cnTariff());
        chips = Scale.of(numbers.chips());
        rareEarths = Scale.of(numbers.rareEarths());
    }

    /** Returns the public escalation Ap of a side, at least 0. */
    public double ofPublic(Side side, Levels levels) {
        return tariff(side, levels) + choke(side, levels) + port(side, levels) + minor(side, levels);
    }

    /** Returns the escalation A that public escalation and compliance amount to. */
    public double total(double publicEscalation, double compliance) {
        return publicEscalation + numbers.missingCompliance() * Math.max(0, Covert.AS_AGREED - compliance);
    }

    /**
     * Returns the escalation that the other side and the relation feel: humiliation and tension come of it.
     *
     * @param publicEscalation Ap
     * @param total A
     */
    public double felt(double publicEscalation, double total) {
        return numbers.covertIsFelt() ? total : publicEscalation;
    }

    /** Returns the tariff part of public escalation, 0..3. */
    public double tariff(Side side, Levels levels) {
        if (side == Side.US) {
            double addOn = mapping.value(levels, US_FENTANYL_TARIFF) + mapping.value(levels, US_RECIPROCAL_TARIFF);
            return usTariff.at(addOn + numbers.section301Share() * mapping.value(levels, US_SECTION301_TARIFF));
        }
        return cnTariff.at(mapping.value(levels, CN_RECIPROCAL_TARIFF)
                + numbers.agricultureShare() * mapping.value(levels, CN_AGRI_TARIFF));
    }

    /** Returns the chokepoint part of public escalation, K, 0..2. */
    public double choke(Side side, Levels levels) {
        return switch (side) {
            case US -> chips.at(mapping.chipsBeforePace(levels));
            case CN -> rareEarths.at(mapping.rareEarthsBeforePace(levels));
        };
    }

    private double port(Side side, Levels levels) {
        double steps = switch (side) {
            case US -> mapping.usPortSteps(levels);
            case CN -> mapping.cnPortSteps(levels);
        };
        return steps > 0 ? numbers.portFee() + numbers.portStep() * (steps - 1) : 0;
    }

    private double minor(Side side, Levels levels) {
        int level = levels.get(BySide.pick(side, US_SECTION301_INVESTIGATION, CN_UNRELIABLE_ENTITIES));
        boolean raised = side == Side.US && levels.get(US_SECTION232_DUTIES) > PolicyMapping.DUTIES_IN_FORCE;
        return (level > 0 ? numbers.minor() : 0) + (raised ? numbers.minor() : 0);
    }
}
