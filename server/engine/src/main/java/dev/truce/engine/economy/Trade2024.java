package dev.truce.engine.economy;

/** Goods trade between the two sides in a quarter of 2024, with which reports compare; bn dollars at customs values. */
public final class Trade2024 {
    private Trade2024() {}

    /** Returns US goods imports from China. */
    public static double usFromCn() {
        return goods(Baseline.pair(0, 1));
    }

    /** Returns Chinese goods imports from the US. */
    public static double cnFromUs() {
        return goods(Baseline.pair(1, 0));
    }

    private static double goods(int pair) {
        double sum = 0;
        for (int s = 0; s < Sector.GOODS; s++) {
            sum += Baseline.OF_2024.flow[pair + s];
        }
        return sum;
    }
}
