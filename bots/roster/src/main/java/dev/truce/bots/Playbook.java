package dev.truce.bots;

import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.conduct.Escalation;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** What all reference strategies need of a scenario, worked out once. Immutable; threads may share it. */
final class Playbook {
    /** The last one made: a tournament seats thousands of bots, all on one scenario. */
    private static volatile @Nullable Playbook last;

    private final Scenario scenario;
    private final Ladders ladders;
    private final DepthValues depth;
    private final Escalation escalation;
    private final Packets packets;

    private Playbook(Scenario scenario) {
        this.scenario = scenario;
        this.ladders = new Ladders(scenario);
        this.depth = new DepthValues(
                scenario.instruments().stream().map(InstrumentSpec::depthValues).toList());
        this.escalation = new Escalation(new PolicyMapping(scenario), scenario.escalation());
        this.packets = new Packets(scenario, ladders);
    }

    /** Returns that of a scenario. */
    static Playbook of(Scenario scenario) {
        Playbook known = last;
        if (known == null || known.scenario != scenario) {
            known = new Playbook(scenario);
            last = known;
        }
        return known;
    }

    Ladders ladders() {
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
