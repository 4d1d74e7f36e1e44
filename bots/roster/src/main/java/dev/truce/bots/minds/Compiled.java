package dev.truce.bots.minds;

import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** Keeps the rules of the last scenario that was asked for, since compiling them takes longer than a match. */
final class Compiled {
    private static volatile @Nullable Compiled last;

    private final Scenario scenario;
    private final Rules rules;

    private Compiled(Scenario scenario) {
        this.scenario = scenario;
        this.rules = Rules.of(scenario);
    }

    /** Returns the rules of a scenario; threads may share them. */
    static Rules of(Scenario scenario) {
        Compiled known = last;
        if (known == null || known.scenario != scenario) {
            known = new Compiled(scenario);
            last = known;
        }
        return known.rules;
    }
}
