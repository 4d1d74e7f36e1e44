package dev.truce.engine.orders;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that both sides and the host put into a round.
 *
 * @param orders their sealed orders
 * @param signed terms that both signed in the message phase, or null
 * @param usNotice whether the US gave notice to leave the treaty
 * @param cnNotice whether China did
 * @param cards shock cards that take effect in it
 * @param choices what each side does about its accusation of the other
 * @param ownTexts whether each side tabled a serious text of its own
 */
public record RoundInputs(
        JointOrders orders,
        @Nullable Terms signed,
        boolean usNotice,
        boolean cnNotice,
        List<Card> cards,
        BySide<AccusationChoice> choices,
        BySide<Boolean> ownTexts) {
    private static final BySide<AccusationChoice> REST = new BySide<>(AccusationChoice.REST, AccusationChoice.REST);
    private static final BySide<Boolean> NO_TEXTS = new BySide<>(false, false);

    public RoundInputs {
        cards = List.copyOf(cards);
    }

    /** Makes inputs of a round without cards. */
    public RoundInputs(JointOrders orders, @Nullable Terms signed, boolean usNotice, boolean cnNotice) {
        this(orders, signed, usNotice, cnNotice, List.of());
    }

    /** Makes inputs of a round in which accusations rest and nobody tables a text. */
    public RoundInputs(
            JointOrders orders, @Nullable Terms signed, boolean usNotice, boolean cnNotice, List<Card> cards) {
        this(orders, signed, usNotice, cnNotice, cards, REST, NO_TEXTS);
    }

    /** Returns inputs of a round in which nothing was signed and no notice given. */
    public static RoundInputs of(JointOrders orders) {
        return new RoundInputs(orders, null, false, false);
    }

    /** Returns inputs of a round in which terms were signed. */
    public static RoundInputs signing(JointOrders orders, @Nullable Terms signed) {
        return new RoundInputs(orders, signed, false, false);
    }

    /** Returns the inputs with other cards. */
    public RoundInputs with(List<Card> played) {
        return new RoundInputs(orders, signed, usNotice, cnNotice, played, choices, ownTexts);
    }

    /** Returns the inputs with what each side does about its accusation of the other. */
    public RoundInputs deciding(BySide<AccusationChoice> decided) {
        return new RoundInputs(orders, signed, usNotice, cnNotice, cards, decided, ownTexts);
    }

    /** Returns the inputs with whether each side tabled a serious text of its own. */
    public RoundInputs tabling(BySide<Boolean> serious) {
        return new RoundInputs(orders, signed, usNotice, cnNotice, cards, choices, serious);
    }

    /** Returns whether a side gave notice. */
    public boolean notice(Side side) {
        return BySide.pick(side, usNotice, cnNotice);
    }
}
