package dev.truce.bots.posture;

import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rules of the last scenarios, since compiling them takes longer than a match and all bots of a
 * scenario can share them.
 */
public final class Compiled {
    /** Scenarios that a server plays at the same time, and some more. */
    private static final int MAX_KEPT = 8;

    /** The newest first. Replaced, never changed. */
    private static volatile List<Compiled> kept = List.of();

    private final Scenario scenario;
    private final Rules rules;

    private Compiled(Scenario scenario) {
        this.scenario = scenario;
        this.rules = Rules.of(scenario);
    }

    /** Returns the rules of a scenario; threads may share them. */
    public static Rules of(Scenario scenario) {
        Rules known = find(scenario);
        return known != null ? known : compile(scenario);
    }

    private static @Nullable Rules find(Scenario scenario) {
        for (Compiled known : kept) {
            if (known.scenario == scenario) {
                return known.rules;
            }
        }
        return null;
    }

    /** One thread compiles and the others wait, since many bots of a scenario sit down at the same time. */
    private static synchronized Rules compile(Scenario scenario) {
        Rules known = find(scenario);
        if (known != null) {
            return known;
        }
        Compiled compiled = new Compiled(scenario);
        List<Compiled> all = new ArrayList<>();
        all.add(compiled);
        all.addAll(kept.subList(0, Math.min(kept.size(), MAX_KEPT - 1)));
        kept = List.copyOf(all);
        return compiled.rules;
    }
}
