package dev.truce.engine.tables;

import dev.truce.engine.Limits;
import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.agreement.Layers;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.conduct.Escalation;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.conduct.Tension;
import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.EconomyState;
import dev.truce.engine.economy.Kernels;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.economy.StartPath;
import dev.truce.engine.payoff.Charges;
import dev.truce.engine.payoff.Payoff;
import dev.truce.engine.payoff.Readings;
import dev.truce.engine.redline.RedLineCosts;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.scenario.EconomyPath;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Knobs;
import dev.truce.engine.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** What the phases look up, compiled once from a scenario. Immutable. */
public final class Tables {
    /** A public never cares less than this. */
    public static final double TYPE_FLOOR = .3;

    public final Scenario scenario;
    public final Knobs knobs;
    public final PolicyMapping mapping;
    public final Escalation escalation;
    public final Tension tension;
    public final DepthValues depth;
    public final Layers layers;
    public final Payoff payoff;
    public final RedLineCosts redLines;
    public final Charges charges;
    public final Shocks shocks;
    public final Kernels kernels;
    public final EconomyState startEconomy;
    public final Treaty agreementOne;

    private final int[] fallback = new int[Instrument.COUNT];
    private final Readings[][] held = new Readings[Limits.MAX_ROUNDS][];

    public Tables(Scenario scenario) {
        this.scenario = scenario;
        knobs = scenario.knobs();
        mapping = new PolicyMapping(scenario);
        redLines = new RedLineCosts(scenario);
        escalation = new Escalation(mapping, scenario.escalation());
        tension = new Tension(scenario.tension());
        charges = new Charges(knobs);
        shocks = new Shocks(scenario.cards());
        payoff = new Payoff(scenario);
        for (InstrumentSpec spec : scenario.instruments()) {
            fallback[spec.instrument().ordinal()] = spec.fallback();
        }
        depth = scenario.depthTable();
        layers = scenario.layering();
        agreementOne = scenario.agreementOne();
        kernels = new Kernels(scenario.economy());
        startEconomy = startPath(scenario.economyPath()).state(scenario.economy());
        holdTruce();
    }

    /** Returns the ladder index to which an instrument goes by itself. */
    public int fallback(Instrument instrument) {
        return fallback[instrument.ordinal()];
    }

    /** Returns the economy as a side reads it while both hold the start levels, in round 1 to {@link Limits#MAX_ROUNDS}. */
    public Readings held(int round, Side side) {
        return held[round - 1][side.ordinal()];
    }

    /** Returns the economy as a technology event leaves it before the quarter; other events leave it as it is. */
    public EconomyState afterEvent(EconomyState economy, RoundEvent event) {
        double reeAlt = economy.reeAlt();
        double chipAlt = economy.chipAlt();
        return switch (event) {
            case CHIP_BREAKTHROUGH ->
                economy.withSubstitutes(
                        reeAlt, Math.min(scenario.economy().chips().alternativesCap(), chipAlt + knobs.eventStep()));
            case RARE_EARTH_SUPPLY -> economy.withSubstitutes(supplied(reeAlt, knobs.eventStep()), chipAlt);
            case MINE_OPENING ->
                economy.withSubstitutes(supplied(reeAlt, scenario.cards().mineStep()), chipAlt);
            case SUMMIT,
                    COURT_RULING,
                    COURT_CAP_HOLDS,
                    INVESTIGATION_CONCLUDED,
                    HARVEST_FAILURE,
                    PORT_STRIKE,
                    ELECTION_SWING_US,
                    ELECTION_SWING_CN,
                    MARKET_PANIC,
                    LEAK_US_LICENCE_PACE,
                    LEAK_CN_SOY_PURCHASES,
                    LEAK_CN_LICENCE_PACE,
                    LEAK_CN_FENTANYL_ENFORCEMENT -> economy;
        };
    }

    private double supplied(double reeAlt, double step) {
        return Math.min(scenario.economy().rareEarths().alternativesCap(), reeAlt + step);
    }

    private void holdTruce() {
        Economy economy = new Economy(scenario.economy());
        economy.load(startEconomy);
        QuarterPolicy policy = new QuarterPolicy();
        Covert covert = mapping.covert(scenario.startLevels());
        for (int i = 0; i < Limits.MAX_ROUNDS; i++) {
            mapping.apply(scenario.heldLevels(i + 1), covert, policy);
            economy.step(policy);
            held[i] = new Readings[] {Readings.of(economy, Side.US), Readings.of(economy, Side.CN)};
        }
    }

    private static StartPath startPath(EconomyPath path) {
        List<StartPath.Quarter> quarters = new ArrayList<>();
        for (EconomyPath.Quarter q : path.quarters()) {
            quarters.add(new StartPath.Quarter(
                    q.name(), q.fent(), q.recUs(), q.k232(), q.recCn(), q.soy(), q.ree(), q.chip()));
        }
        return new StartPath(path.idleQuarters(), quarters);
    }
}
