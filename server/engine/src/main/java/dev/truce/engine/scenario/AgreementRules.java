package dev.truce.engine.scenario;

import dev.truce.engine.board.BySide;

/**
 * How agreements work where a scenario says so.
 *
 * @param complyByDefault whether an instrument that its holder does not order moves to the bound of its clause by itself, so that
 *     only an order breaks a treaty
 * @param clipDepth whether a clause worse than its fallback is worth nothing instead of less than nothing
 * @param depthBonus points a round for each unit of depth kept above 1
 */
public record AgreementRules(boolean complyByDefault, boolean clipDepth, BySide<Double> depthBonus) {
    /** The rules of a scenario that says nothing about agreements. */
    public static final AgreementRules DEFAULT = new AgreementRules(false, false, new BySide<>(0.0, 0.0));
}
