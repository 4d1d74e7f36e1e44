package dev.truce.engine.forecast;

import dev.truce.engine.board.BySide;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.RoundInputs;

/**
 * What a viewer knows to be done in the open round beside orders and signatures.
 *
 * @param choices what each side does about its accusation of the other
 * @param ownTexts whether each side has tabled a serious text of its own
 */
public record OpenDecisions(BySide<AccusationChoice> choices, BySide<Boolean> ownTexts) {
    /** Accusations rest, and nothing was tabled. */
    public static final OpenDecisions NONE =
            new OpenDecisions(new BySide<>(AccusationChoice.REST, AccusationChoice.REST), new BySide<>(false, false));

    /** Returns inputs of the round with them. */
    RoundInputs in(RoundInputs inputs) {
        return inputs.deciding(choices).tabling(ownTexts);
    }
}
