package dev.truce.match;

import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Verdict;
import java.util.ArrayList;
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

    /** Returns a refusal. */
    public static Ruling refuse(Refusal refusal) {
        return new Ruling(new Verdict.Rejected(refusal), List.of());
    }

    /** Returns the acceptance of what is no order. */
    public static Ruling accept(List<Effect> effects) {
        return new Ruling(new Verdict.Accepted(Orders.HOLD), effects);
    }

    /** Returns the effects of an accepted input, of which the first is that it is written down. */
    public static List<Effect> begin(Input input) {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Append(input));
        return effects;
    }
}
