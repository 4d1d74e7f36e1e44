package dev.truce.bots.posture;

import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.bargain.DealValues;
import dev.truce.engine.bargain.SeriousText;
import dev.truce.engine.conduct.Escalation;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** What all reference strategies need of a scenario, worked out once. Immutable; threads may share it. */
public final class StrategyTables {
    /** The last one made: a tournament seats thousands of bots, all on one scenario. */
    private static volatile @Nullable StrategyTables last;

    private final Scenario scenario;
    private final LadderSearch ladders;
    private final DepthValues depth;
    private final Escalation escalation;
    private final Packets packets;
    private volatile @Nullable Rules rules;

    private StrategyTables(Scenario scenario) {
        this.scenario = scenario;
        this.ladders = new LadderSearch(scenario);
        this.depth = scenario.depthTable();
        this.escalation = new Escalation(new PolicyMapping(scenario), scenario.escalation());
        this.packets = new Packets(scenario, ladders);
    }

    /** Returns that of a scenario. */
    public static StrategyTables of(Scenario scenario) {
        StrategyTables known = last;
        if (known == null || known.scenario != scenario) {
            known = new StrategyTables(scenario);
            last = known;
        }
        return known;
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
        return DealValues.of(rules());
    }

    /** Returns which packages count as a text of one's own. */
    public SeriousText seriousText() {
        return SeriousText.of(rules());
    }

    /** Returns the compiled rules; compiled when they are first asked for. */
    public Rules rules() {
        Rules known = rules;
        if (known == null) {
            known = Rules.of(scenario);
            rules = known;
        }
        return known;
    }

    public Packets packets() {
        return packets;
    }
}
