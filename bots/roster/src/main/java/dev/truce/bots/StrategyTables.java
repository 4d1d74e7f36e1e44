package dev.truce.bots;

import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.conduct.Escalation;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** What all reference strategies need of a scenario, worked out once. Immutable; threads may share it. */
final class StrategyTables {
    /** The last one made: a tournament seats thousands of bots, all on one scenario. */
    private static volatile @Nullable StrategyTables last;

    private final Scenario scenario;
    private final LadderSearch ladders;
    private final DepthValues depth;
    private final Escalation escalation;
    private final Packets packets;

    private StrategyTables(Scenario scenario) {
        this.scenario = scenario;
        this.ladders = new LadderSearch(scenario);
        this.depth = new DepthValues(
                scenario.instruments().stream().map(InstrumentSpec::depthValues).toList());
        this.escalation = new Escalation(new PolicyMapping(scenario), scenario.escalation());
        this.packets = new Packets(scenario, ladders);
    }

    /** Returns that of a scenario. */
    static StrategyTables of(Scenario scenario) {
        StrategyTables known = last;
        if (known == null || known.scenario != scenario) {
            known = new StrategyTables(scenario);
            last = known;
        }
        return known;
    }

    LadderSearch ladders() {
        return ladders;
    }

    DepthValues depth() {
        return depth;
    }

    Escalation escalation() {
        return escalation;
    }

    Packets packets() {
        return packets;
    }
}
