package dev.truce.engine.economy;

/** The four policy paths of the golden file, each constant over its quarters. */
enum PolicyPath {
    HOLD_TRUCE(new QuarterPolicy().layers(.10, .10, 1, .10).soy(6.25).ree(.85).chip(.75)),
    MUTUAL_WAR(new QuarterPolicy()
            .layers(.20, 1.25, 1, 1.25)
            .ice(.015 + .004, .015 + .004)
            .soy(.5)
            .ree(.05)
            .chip(0)),
    REE_BAN(new QuarterPolicy().layers(.10, .10, 1, .10).soy(6.25).ree(.05).chip(.75)),
    DEEP_DEAL(new QuarterPolicy().layers(0, 0, .6, 0).soy(9).ree(1).chip(1));

    final QuarterPolicy policy;

    PolicyPath(QuarterPolicy policy) {
        this.policy = policy;
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
        for (int q = 0; q < quarters; q++) {
            economy.step(policy);
        }
        return economy;
    }
}
