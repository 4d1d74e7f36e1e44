package dev.truce.engine.economy;

import java.util.List;

/**
 * How a match comes to its first quarter: idle quarters from 2024, then the policies of recent quarters.
 *
 * @param idleQuarters quarters without policy that let the chokepoint stocks settle, 0..400
 * @param quarters what then happened, oldest first
 */
public record StartPath(int idleQuarters, List<Quarter> quarters) {
    /**
     * Policies of one quarter before the match, in the terms of {@link QuarterPolicy}.
     *
     * @param name for example 2025Q1
     * @param fent US fentanyl layer, a rate
     * @param recUs US reciprocal layer, a rate
     * @param k232 scale of the US sectoral layer
     * @param recCn Chinese added duty, a rate
     * @param soy soya directive, million tonnes; negative = market
     * @param ree availability of rare earths, 0..1
     * @param chip availability of chips, 0..1
     */
    public record Quarter(
            String name, double fent, double recUs, double k232, double recCn, double soy, double ree, double chip) {}

    /** From 2024 to the talks in Busan: the trade war of 2025 by quarter, port costs and duties on third parties zero. */
    public static final StartPath BUSAN_2025 = new StartPath(
            8,
            List.of(
                    new Quarter("2025Q1", .09, 0, .2, .02, 8, 1, .90),
                    new Quarter("2025Q2", .20, .53, .6, .50, 1.5, .45, .80),
                    new Quarter("2025Q3", .20, .10, 1, .12, 0, .70, .75),
                    new Quarter("2025Q4", .144, .10, 1, .10, 2, .75, .75)));

    /** Only stocks move in an idle quarter, so a century of them is no use but no harm either. */
    private static final int MAX_IDLE = 400;

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if idleQuarters is out of range
     */
    public StartPath {
        if (idleQuarters < 0 || idleQuarters > MAX_IDLE) {
            throw new IllegalArgumentException("idleQuarters is " + idleQuarters + "; it must be 0 to " + MAX_IDLE);
        }
        quarters = List.copyOf(quarters);
    }

    /**
     * The state in which a match of the Busan scenario begins, 2026Q1 being its first quarter.
     *
     * @return the state with the calibrated parameters
     */
    public static EconomyState busan() {
        return BUSAN_2025.state(EconomyParameters.DEFAULT);
    }

    /**
     * Runs the path. Costs a dozen steps, so compute it once and share the state between matches.
     *
     * @param parameters the knobs of the scenario
     * @return the state at its end
     * @throws IllegalArgumentException if a policy is out of range
     */
    public EconomyState state(EconomyParameters parameters) {
        Economy economy = new Economy(parameters);
        run(economy);
        return economy.save();
    }

    /**
     * Runs the path on a kernel from the fresh state that the kernel holds after construction.
     *
     * @param economy left at the end of the path, with the outputs of the last quarter if there is one
     */
    void run(Economy economy) {
        QuarterPolicy policy = new QuarterPolicy();
        for (int n = 0; n < idleQuarters; n++) {
            economy.step(policy);
        }
        for (Quarter q : quarters) {
            policy.layers(q.fent, q.recUs, q.k232, q.recCn)
                    .soy(q.soy)
                    .ree(q.ree)
                    .chip(q.chip);
            economy.step(policy);
        }
    }
}
