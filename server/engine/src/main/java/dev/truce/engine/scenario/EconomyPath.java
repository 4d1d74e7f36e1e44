package dev.truce.engine.scenario;

import java.util.List;

/**
 * How the start state of the economy is reached from the 2024 baseline (economy 6).
 *
 * @param idleQuarters quarters without policy
 * @param quarters then these, in order
 */
public record EconomyPath(int idleQuarters, List<Quarter> quarters) {

    /** Policy of one past quarter; rates are fractions, soya is MMT a quarter (negative: the market decides). */
    public record Quarter(
            String name, double fent, double recUs, double k232, double recCn, double soy, double ree, double chip) {}

    public EconomyPath {
        quarters = List.copyOf(quarters);
    }
}
