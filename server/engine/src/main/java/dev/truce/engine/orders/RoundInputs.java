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
 */
public record RoundInputs(
        JointOrders orders, @Nullable Terms signed, boolean usNotice, boolean cnNotice, List<Card> cards) {

    public RoundInputs {
        cards = List.copyOf(cards);
    }

    /** Makes inputs of a round without cards. */
    public RoundInputs(JointOrders orders, @Nullable Terms signed, boolean usNotice, boolean cnNotice) {
        this(orders, signed, usNotice, cnNotice, List.of());
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
        return new RoundInputs(orders, signed, usNotice, cnNotice, played);
    }

    /** Returns whether a side gave notice. */
    public boolean notice(Side side) {
        return BySide.pick(side, usNotice, cnNotice);
    }
}
