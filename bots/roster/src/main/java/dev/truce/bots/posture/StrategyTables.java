package dev.truce.bots.posture;

import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.bargain.DealValues;
import dev.truce.engine.bargain.SeriousText;
import dev.truce.engine.conduct.Escalation;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;

/** What all reference strategies need of a scenario, worked out once. Immutable; threads may share it. */
public final class StrategyTables {
    private final Rules rules;
    private final LadderSearch ladders;
    private final DepthValues depth;
    private final Escalation escalation;
    private final Packets packets;

    private StrategyTables(Rules rules) {
        Scenario scenario = rules.scenario();
        this.rules = rules;
        this.ladders = new LadderSearch(scenario);
        this.depth = scenario.depthTable();
        this.escalation = new Escalation(new PolicyMapping(scenario), scenario.escalation());
        this.packets = new Packets(scenario, ladders);
    }

    /** Returns that of a scenario. */
    public static StrategyTables of(Scenario scenario) {
        return Compiled.of(scenario).derived(StrategyTables.class, StrategyTables::new);
    }

    public LadderSearch ladders() {
        return ladders;
    }

    public DepthValues depth() {
        return depth;
    }

    Escalation escalation() {
        return escalation;
    }

    /** Returns what packages are worth; worked out when it is first asked for. */
    public DealValues dealValues() {
        return DealValues.of(rules);
    }

    /** Returns which packages count as a text of one's own. */
    public SeriousText seriousText() {
        return SeriousText.of(rules);
    }

    /** The compiled rules; all bots of a scenario share them. */
    public Rules rules() {
        return rules;
    }

    public Packets packets() {
        return packets;
    }
}
