package dev.truce.match;

import dev.truce.engine.orders.Verdict;
import java.util.List;

/**
 * The referee's answer to one input.
 *
 * @param verdict accepted, or why not; a repeated submission gets its first verdict again
 * @param effects what the host must do, in order; empty for a refusal or a repetition
 */
public record Ruling(Verdict verdict, List<Effect> effects) {
    public Ruling {
        effects = List.copyOf(effects);
    }
}
