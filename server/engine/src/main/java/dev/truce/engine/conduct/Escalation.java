package dev.truce.engine.conduct;

import static dev.truce.engine.board.Instrument.CN_AGRI_TARIFF;
import static dev.truce.engine.board.Instrument.CN_RECIPROCAL_TARIFF;
import static dev.truce.engine.board.Instrument.CN_UNRELIABLE_ENTITIES;
import static dev.truce.engine.board.Instrument.US_FENTANYL_TARIFF;
import static dev.truce.engine.board.Instrument.US_RECIPROCAL_TARIFF;
import static dev.truce.engine.board.Instrument.US_SECTION301_INVESTIGATION;
import static dev.truce.engine.board.Instrument.US_SECTION301_TARIFF;

import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;

/** How hard a side presses the other (agreements A3). Immutable. */
public final class Escalation {
    /** Add-on in percentage points at 0, 1, 2 and 3 points of escalation. */
    private static final Scale US_TARIFF = new Scale(20, 40, 74, 145);

    private static final Scale CN_TARIFF = new Scale(10, 20, 54, 125);
    /** Availability before the pace of licences at 0, 1 and 2 points. */
    private static final Scale CHIPS = new Scale(.75, .45, .10);

    private static final Scale RARE_EARTHS = new Scale(.85, .45, .05);
    /** Import shares of the goods under the 301 tariff and under the agricultural tariff. */
    private static final double SHARE_301 = .55;

    private static final double SHARE_AGRICULTURE = .17;
    private static final double MINOR = .25;

    private final PolicyMapping mapping;

    /** Reads ladders through the given mapping. */
    public Escalation(PolicyMapping mapping) {
        this.mapping = mapping;
    }

    /** Returns the public escalation Ap of a side, at least 0. */
    public double ofPublic(Side side, Levels levels) {
        return tariff(side, levels) + choke(side, levels) + port(side, levels) + minor(side, levels);
    }

    /** Returns the escalation A that public escalation and compliance amount to. */
    public static double total(double publicEscalation, double compliance) {
        return publicEscalation + .5 * Math.max(0, Covert.AS_AGREED - compliance);
    }

    /** Returns the tariff part of public escalation, 0..3. */
    public double tariff(Side side, Levels levels) {
        if (side == Side.US) {
            double addOn = mapping.value(levels, US_FENTANYL_TARIFF) + mapping.value(levels, US_RECIPROCAL_TARIFF);
            return US_TARIFF.at(addOn + SHARE_301 * mapping.value(levels, US_SECTION301_TARIFF));
        }
        return CN_TARIFF.at(mapping.value(levels, CN_RECIPROCAL_TARIFF)
                + SHARE_AGRICULTURE * mapping.value(levels, CN_AGRI_TARIFF));
    }

    /** Returns the chokepoint part of public escalation, K, 0..2. */
    public double choke(Side side, Levels levels) {
        return side == Side.US
                ? CHIPS.at(mapping.chipsBeforePace(levels))
                : RARE_EARTHS.at(mapping.rareEarthsBeforePace(levels));
    }

    private double port(Side side, Levels levels) {
        double steps = side == Side.US ? mapping.usPortSteps(levels) : mapping.cnPortSteps(levels);
        return steps > 0 ? .5 + .15 * (steps - 1) : 0;
    }

    private static double minor(Side side, Levels levels) {
        int level = levels.get(side == Side.US ? US_SECTION301_INVESTIGATION : CN_UNRELIABLE_ENTITIES);
        return level > 0 ? MINOR : 0;
    }
}
