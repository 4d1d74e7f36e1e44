package dev.truce.engine.economy;

/**
 * Stage 1: an input that one side can withhold from the other, with a stock to draw down and substitutes that grow.
 *
 * <p>The stock is used before anything else in the quarter; substitutes found in it help only from the next one.
 */
final class Chokepoint {
    /** Supply never exceeds the need by more than 30%; a cap of the published model, of effect only with large substitutes. */
    private static final double SUPPLY_CAP = 1.3;

    private final double dependence;
    private final double stockCap;
    private final double stockGain;
    private final double alternativesCap;
    private final double learning;
    private final double learningPerCut;
    private final double floor;

    private double stock;
    private double alternatives;
    private double availability;

    Chokepoint(ChokepointParameters parameters) {
        dependence = parameters.dependence();
        stockCap = parameters.stockCap();
        stockGain = parameters.stockGain();
        alternativesCap = parameters.alternativesCap();
        learning = parameters.learning();
        learningPerCut = parameters.learningPerCut();
        floor = parameters.floor();
    }

    /**
     * Advances by one quarter.
     *
     * @param permitted what the other side lets through, 0..1
     * @return the cost pressure g = m^-4 - 1, 0 when nothing is missing
     */
    double step(double permitted) {
        double supply = Math.min(SUPPLY_CAP, permitted * dependence + alternatives);
        if (supply >= 1) {
            stock = Math.min(stockCap, stock + Math.min(stockGain, supply - 1));
            availability = 1;
        } else {
            double drawn = Math.min(stock, 1 - supply);
            stock -= drawn;
            availability = Math.max(floor, supply + drawn);
        }
        alternatives = Math.min(alternativesCap, alternatives + learning + learningPerCut * (1 - permitted));
        double m = availability;
        return 1 / (((m * m) * m) * m) - 1;
    }

    void set(double newStock, double newAlternatives) {
        stock = newStock;
        alternatives = newAlternatives;
    }

    /** The part m of the need that was met in the last quarter, floor..1. */
    double availability() {
        return availability;
    }

    double stock() {
        return stock;
    }

    double alternatives() {
        return alternatives;
    }
}
