package dev.truce.engine.scenario;

import dev.truce.engine.agreement.Terms;

/**
 * How agreements lie on top of the truce where a scenario says so.
 *
 * @param agreementRounds most rounds of an agreement; 0 for treaties of one layer
 * @param publishedLine how many times a red line costs that a published agreement gives, at least 1; all beyond the first follows the
 *     clause, delivered or not
 */
public record LayerRules(int agreementRounds, double publishedLine) {
    /** Treaties of one layer. */
    public static final LayerRules NONE = new LayerRules(0, 1);

    /** Returns whether agreements lie on top of the truce. */
    public boolean exist() {
        return agreementRounds > 0;
    }

    /** Returns the most rounds that a package may last which gives more than the truce. */
    public int longest() {
        return exist() ? agreementRounds : Terms.MAX_ROUNDS;
    }
}
