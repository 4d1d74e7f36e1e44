package dev.truce.engine.redaction;

import dev.truce.engine.economy.Economy;
import dev.truce.engine.round.Rules;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An economy kernel that the beliefs of one viewer share, made when first needed. Thread-safe. */
final class Kernel {
    private final Rules rules;
    private @Nullable Economy economy;

    Kernel(Rules rules) {
        this.rules = rules;
    }

    /** Runs work that has the kernel to itself; what it returns must not hold on to the kernel. */
    synchronized <T> T run(Function<Economy, T> work) {
        Economy made = economy;
        if (made == null) {
            made = new Economy(rules.scenario().economy());
            economy = made;
        }
        return work.apply(made);
    }
}
