package dev.truce.engine.economy;

/** The four policy paths of the golden file, each constant over its quarters. */
enum PolicyPath {
    HOLD_TRUCE,
    MUTUAL_WAR,
    REE_BAN,
    DEEP_DEAL;

    /** A new policy with the inputs of this path. */
    QuarterPolicy policy() {
        QuarterPolicy p = new QuarterPolicy();
        return switch (this) {
            case HOLD_TRUCE -> p.layers(.10, .10, 1, .10).soy(6.25).ree(.85).chip(.75);
            case MUTUAL_WAR ->
                p.layers(.20, 1.25, 1, 1.25)
                        .ice(.015 + .004, .015 + .004)
                        .soy(.5)
                        .ree(.05)
                        .chip(0);
            case REE_BAN -> p.layers(.10, .10, 1, .10).soy(6.25).ree(.05).chip(.75);
            case DEEP_DEAL -> p.layers(0, 0, .6, 0).soy(9).ree(1).chip(1);
        };
    }

    /** A kernel at the start of the Busan match. */
    static Economy atBusan() {
        Economy economy = new Economy();
        economy.load(StartPath.busan());
        return economy;
    }

    /** A kernel that has held this path from Busan. */
    Economy after(int quarters) {
        Economy economy = atBusan();
        QuarterPolicy policy = policy();
        for (int q = 0; q < quarters; q++) {
            economy.step(policy);
        }
        return economy;
    }
}
