package dev.truce.engine.conduct;

import static dev.truce.engine.board.Instrument.CN_AGRI_TARIFF;
import static dev.truce.engine.board.Instrument.CN_FENTANYL_ENFORCEMENT;
import static dev.truce.engine.board.Instrument.CN_LICENCE_PACE;
import static dev.truce.engine.board.Instrument.CN_PORT_FEE;
import static dev.truce.engine.board.Instrument.CN_RARE_EARTHS_APRIL;
import static dev.truce.engine.board.Instrument.CN_RARE_EARTHS_OCTOBER;
import static dev.truce.engine.board.Instrument.CN_RECIPROCAL_TARIFF;
import static dev.truce.engine.board.Instrument.CN_SOY_PURCHASES;
import static dev.truce.engine.board.Instrument.CN_UNRELIABLE_ENTITIES;
import static dev.truce.engine.board.Instrument.US_AFFILIATES_RULE;
import static dev.truce.engine.board.Instrument.US_CHIP_CONTROL;
import static dev.truce.engine.board.Instrument.US_FENTANYL_TARIFF;
import static dev.truce.engine.board.Instrument.US_LICENCE_PACE;
import static dev.truce.engine.board.Instrument.US_PORT_FEE;
import static dev.truce.engine.board.Instrument.US_RECIPROCAL_TARIFF;
import static dev.truce.engine.board.Instrument.US_SECTION232_DUTIES;
import static dev.truce.engine.board.Instrument.US_SECTION301_TARIFF;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.economy.Sector;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.PolicyNumbers;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.scenario.SectoralDuties;
import java.util.Arrays;
import java.util.List;

/**
 * From levels to the policy inputs of the economy (agreements A2). Immutable. Covert levels are given apart, as numbers,
 * so that the same mapping serves the truth and an estimate of it; the covert entries of the levels are never read.
 */
public final class PolicyMapping {
    private static final List<Sector> SECTION_301 = List.of(Sector.MCH, Sector.ELC, Sector.SEM, Sector.VEH);
    private static final List<Sector> AGRICULTURE = List.of(Sector.SOY, Sector.AGF);

    /** Level of the section 232 duties at the start; one above is raised, where the ladder goes so far. */
    public static final int DUTIES_IN_FORCE = 1;

    /** What the scenario leaves out stands at its first level and does nothing. */
    private static final double[] NOT_THERE = {0};

    private final double[][] values = new double[Instrument.COUNT][];
    private final PolicyNumbers numbers;
    private final double[] duties232;
    private final double[] chips = new double[4];
    private final double[] rareEarths = new double[4];

    /**
     * Compiles the ladders of a scenario.
     *
     * @throws IllegalArgumentException if a named ladder has not as many levels as this mapping knows
     */
    public PolicyMapping(Scenario scenario) {
        numbers = scenario.policy();
        SectoralDuties duties = scenario.sectoralDuties();
        duties232 = duties.canBeRaised()
                ? duties.scales().stream().mapToDouble(Double::doubleValue).toArray()
                : new double[] {numbers.eased232(), 1};
        for (int level = 0; level < chips.length; level++) {
            chips[level] = numbers.chips().get(level);
            rareEarths[level] = numbers.rareEarths().get(level);
        }
        Arrays.fill(values, NOT_THERE);
        for (InstrumentSpec spec : scenario.instruments()) {
            List<Rung> ladder = spec.ladder();
            double[] numbers = new double[ladder.size()];
            for (int level = 0; level < numbers.length; level++) {
                numbers[level] = ladder.get(level).value();
            }
            values[spec.instrument().ordinal()] = numbers;
            requireLevels(spec.instrument());
        }
    }

    /** Returns the number that a level stands for, in the unit of its ladder; named ladders count their levels. */
    public double value(Instrument instrument, int level) {
        return values[instrument.ordinal()][level];
    }

    /** Returns the number that an instrument stands at, in the unit of its ladder. */
    public double value(Levels levels, Instrument instrument) {
        return values[instrument.ordinal()][levels.get(instrument)];
    }

    /** Returns how many levels a ladder has. */
    public int size(Instrument instrument) {
        return values[instrument.ordinal()].length;
    }

    /** Reads the covert instruments of both sides exactly; only for levels without {@link Levels#UNSEEN}. */
    public Covert covert(Levels levels) {
        double mmt = value(levels, CN_SOY_PURCHASES);
        return new Covert(
                levels.get(US_LICENCE_PACE),
                levels.get(CN_LICENCE_PACE),
                levels.get(CN_FENTANYL_ENFORCEMENT),
                Covert.soyNotch(mmt),
                mmt);
    }

    /**
     * Sets every input of the quarter.
     *
     * @param levels public levels
     * @param covert covert levels
     * @param into overwritten
     */
    public void apply(Levels levels, Covert covert, QuarterPolicy into) {
        into.layers(
                value(levels, US_FENTANYL_TARIFF) / 100,
                value(levels, US_RECIPROCAL_TARIFF) / 100,
                duties232[levels.get(US_SECTION232_DUTIES)],
                value(levels, CN_RECIPROCAL_TARIFF) / 100);
        double duty301 = value(levels, US_SECTION301_TARIFF) / 100;
        if (duty301 > 0) {
            for (Sector sector : SECTION_301) {
                into.addUsDuty(sector, duty301);
            }
        }
        double agriculture = value(levels, CN_AGRI_TARIFF) / 100;
        if (agriculture > 0) {
            for (Sector sector : AGRICULTURE) {
                into.addCnDuty(sector, agriculture);
            }
        }
        double us = usPortSteps(levels);
        double cn = cnPortSteps(levels);
        double own = numbers.portIceOwn();
        double other = numbers.portIceOther();
        into.ice(
                own * us + other * cn,
                own * cn + other * us + (levels.get(CN_UNRELIABLE_ENTITIES) > 0 ? numbers.entitiesIce() : 0));
        into.soy(covert.soyMmt());
        into.ree(rareEarths(levels, covert.cnPace()));
        into.chip(chips(levels, covert.usPace()));
        into.openChips(levels.get(US_CHIP_CONTROL) == 0 ? chipsBeforePace(levels) : -1);
    }

    /** Returns the US port fee in steps of 50 $/net ton. */
    public double usPortSteps(Levels levels) {
        return value(levels, US_PORT_FEE) / 50;
    }

    /** Returns the Chinese port fee in steps of 400 RMB/net ton. */
    public double cnPortSteps(Levels levels) {
        return value(levels, CN_PORT_FEE) / 400;
    }

    /** Returns the availability of chips to China, 0..1, before slow licences. */
    public double chipsBeforePace(Levels levels) {
        double control = chips[levels.get(US_CHIP_CONTROL)];
        return levels.get(US_AFFILIATES_RULE) > 0 ? control * numbers.affiliatesFactor() : control;
    }

    /** Returns the availability of chips to China, 0..1, at a pace of licences in notches. */
    public double chips(Levels levels, double usPace) {
        return clamp01(chipsBeforePace(levels) - numbers.chipsPerNotch() * Math.max(0, Covert.AS_AGREED - usPace));
    }

    /** Returns the availability of rare earths to the US, 0..1, before slow or fast licences. */
    public double rareEarthsBeforePace(Levels levels) {
        return numbers.aprilShare() * rareEarths[levels.get(CN_RARE_EARTHS_APRIL)]
                + numbers.octoberShare() * rareEarths[levels.get(CN_RARE_EARTHS_OCTOBER)];
    }

    /** Returns the availability of rare earths to the US, 0..1, at a pace of licences in notches. */
    public double rareEarths(Levels levels, double cnPace) {
        return clamp01(rareEarthsBeforePace(levels) - numbers.rareEarthsPerNotch() * (Covert.AS_AGREED - cnPace));
    }

    private void requireLevels(Instrument instrument) {
        int size = size(instrument);
        int expected = instrument == US_SECTION232_DUTIES ? duties232.length : instrument.namedLevels();
        if (expected > 0 && size != expected) {
            throw new IllegalArgumentException(
                    instrument.id() + " has " + size + " levels; its named ladder must have " + expected);
        }
    }

    private static double clamp01(double x) {
        return Math.min(1, Math.max(0, x));
    }
}
