package dev.truce.engine.economy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Seeded policies: most within what was seen or threatened, some at the far end of every range.
 *
 * <p>Uses {@link Random}, whose algorithm is fixed by its specification, so that a seed means the same on every JVM.
 */
final class RandomPolicies {
    private static final List<Sector> GOODS =
            Arrays.stream(Sector.values()).filter(Sector::isGoods).toList();

    private final Random random;

    RandomPolicies(long seed) {
        random = new Random(seed);
    }

    /** Overwrites a policy with the next random one. */
    void next(QuarterPolicy policy) {
        policy.reset();
        policy.layers(rate(), rate(), random.nextInt(3) / 2.0, rate());
        if (random.nextInt(4) == 0) {
            policy.addUsDuty(goods(), rate()).addCnDuty(goods(), rate());
        }
        if (random.nextInt(3) == 0) {
            policy.ice(rate() / 25, rate() / 25);
        }
        policy.soy(random.nextInt(3) == 0 ? -1 : random.nextInt(8) == 0 ? 1000 : 10 * random.nextDouble());
        policy.ree(availability()).chip(availability());
        if (random.nextInt(8) == 0) {
            policy.row(rate(), rate());
        }
    }

    private double rate() {
        int kind = random.nextInt(16);
        if (kind < 4) {
            return 0;
        }
        return kind == 15 ? 25 * random.nextDouble() : 1.5 * random.nextDouble();
    }

    private double availability() {
        int kind = random.nextInt(6);
        return kind == 0 ? 0 : kind == 1 ? 1 : random.nextDouble();
    }

    private Sector goods() {
        return GOODS.get(random.nextInt(GOODS.size()));
    }
}
