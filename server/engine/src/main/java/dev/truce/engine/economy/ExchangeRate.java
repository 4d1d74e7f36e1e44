package dev.truce.engine.economy;

/** Stage 0: China's money answers US duties before anything is bought; without an exchange rate nothing moves. */
final class ExchangeRate {
    private static final int CN = 1;
    /** Weight of each sector in Chinese sales of goods to the US in 2024. */
    private static final double[] WEIGHT = new double[Sector.GOODS];

    private static final double DUTY_2024;

    static {
        double total = 0.0;
        for (int s = 0; s < Sector.GOODS; s++) {
            total += Baseline.OF_2024.flow[Baseline.pair(0, CN) + s];
        }
        for (int s = 0; s < Sector.GOODS; s++) {
            WEIGHT[s] = Baseline.OF_2024.flow[Baseline.pair(0, CN) + s] / total;
        }
        DUTY_2024 = mean(new QuarterPolicy());
    }

    private final Ledger ledger;
    private final WorldResponses world;

    ExchangeRate(Ledger ledger, WorldResponses world) {
        this.ledger = ledger;
        this.world = world;
    }

    /** Agreed wages are in Chinese money, so they are worth less abroad at once. */
    void step(QuarterPolicy policy) {
        if (!world.hasExchangeRate()) {
            return;
        }
        double beyond = Math.max(0, mean(policy) - DUTY_2024 - world.free());
        double wanted = Math.min(world.most(), world.answer() * beyond);
        double before = ledger.fallen;
        double now = before + world.speed() * (wanted - before);
        ledger.wage[CN] *= (1 - now) / (1 - before);
        ledger.unseen = (ledger.unseen + now - before) * world.dollarPricing();
        ledger.fallen = now;
    }

    /** The mean US duty as {@link QuarterPolicy#usWedge} has it, without its division. */
    private static double mean(QuarterPolicy policy) {
        double mean = 0.0;
        for (int s = 0; s < Sector.GOODS; s++) {
            mean += WEIGHT[s] * policy.usDuty[s];
        }
        return mean;
    }
}
