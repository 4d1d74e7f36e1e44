package dev.truce.cli.fuzz;

import dev.truce.protocol.wire.Mutator;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Inputs for a target: its seeds, changed, and what came of earlier changes, changed again. */
final class Mutations {
    /** Changed inputs that are kept to be changed again. */
    private static final int KEPT = 64;

    private static final int MOST_BYTES = 64 * 1024;

    private final List<byte[]> seeds;
    private final List<byte[]> kept = new ArrayList<>();
    private final SplittableRandom random;
    private final Mutator mutator;

    Mutations(Target target, List<byte[]> seeds, SplittableRandom random) {
        this.seeds = List.copyOf(seeds);
        this.random = random;
        this.mutator =
                new Mutator(random, target.words().stream().map(Target::bytes).toList());
    }

    byte[] next() {
        byte[] original = kept.isEmpty() || random.nextInt(4) > 0 ? any(seeds) : any(kept);
        byte[] made = mutator.mutate(original, any(seeds));
        if (made.length > MOST_BYTES) {
            return original;
        }
        if (kept.size() < KEPT) {
            kept.add(made);
        } else if (random.nextInt(8) == 0) {
            kept.set(random.nextInt(KEPT), made);
        }
        return made;
    }

    private byte[] any(List<byte[]> of) {
        return of.get(random.nextInt(of.size()));
    }
}
