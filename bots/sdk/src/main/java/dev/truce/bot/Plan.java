package dev.truce.bot;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.orders.Orders;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a bot decided for a round, and how much of it is done. */
final class Plan {
    private final int round;
    private final Decision decision;
    private Orders orders;
    private boolean isOffering;
    private boolean isOffered;
    private boolean isSealed;
    private boolean isAsking;
    private boolean isToldAgain;
    private int judged;
    private int dealt;
    private int dealing = -1;
    private final List<Deed> dealings;
    private final int first;

    Plan(int round, Decision decision) {
        this.round = round;
        this.decision = decision;
        this.orders = decision.orders();
        this.isOffered = decision.offer() == null;
        // Acceptances come last: an answer stands in the record behind what it answers.
        List<Deed> sorted = new ArrayList<>();
        List<Deed> acceptances = new ArrayList<>();
        for (Deed each : decision.dealings()) {
            (each instanceof Deed.Accept ? acceptances : sorted).add(each);
        }
        this.first = sorted.size();
        sorted.addAll(acceptances);
        this.dealings = sorted;
    }

    int round() {
        return round;
    }

    Decision decision() {
        return decision;
    }

    /** Returns what is to be sealed. */
    Orders orders() {
        return orders;
    }

    /** Holds instead of what was refused; false if it holds already. */
    boolean holds() {
        boolean changes = !orders.isHold();
        orders = Orders.HOLD;
        return changes;
    }

    /** Returns the next dealing that is to be carried out before the offer or, if it is made, at all; null if none is left. */
    @Nullable
    Deed nextDealing() {
        boolean has = dealt < (isOffered && isSealed ? dealings.size() : first);
        return has ? dealings.get(dealt) : null;
    }

    /** Begins with the next dealing; false if that was begun before. */
    boolean dealing() {
        boolean begins = dealing < dealt;
        dealing = dealt;
        return begins;
    }

    /** The next dealing is done, or is refused for good. */
    void dealt() {
        dealt++;
    }

    /** Orders something else from now on. */
    void order(Orders other) {
        orders = other;
    }

    /** Begins to make the offer; false if that was begun before. */
    boolean offering() {
        boolean begins = !isOffering;
        isOffering = true;
        return begins;
    }

    /** The offer is made, or is refused for good. */
    void offered() {
        isOffered = true;
    }

    /** Returns whether no offer is left to make. */
    boolean isOffered() {
        return isOffered;
    }

    /** Notes whether an answer is awaited: one thing is asked at a time, however often a round is told again. */
    void asking(boolean awaited) {
        isAsking = awaited;
    }

    boolean isAsking() {
        return isAsking;
    }

    /** There is something to look at once what is asked has been answered: the round was told again, or an offer came. */
    void toldAgain() {
        isToldAgain = true;
    }

    /** Returns whether there is something to look at, and forgets it. */
    boolean looksAgain() {
        boolean looks = isToldAgain;
        isToldAgain = false;
        return looks;
    }

    void sealed() {
        isSealed = true;
    }

    boolean isSealed() {
        return isSealed;
    }

    /** An offer was judged, and accepted if it was to be. */
    void judged(Offer offer) {
        judged = Math.max(judged, offer.id().number());
    }

    boolean hasJudged(Offer offer) {
        return offer.id().number() <= judged;
    }
}
