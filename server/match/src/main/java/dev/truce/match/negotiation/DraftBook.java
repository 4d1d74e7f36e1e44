package dev.truce.match.negotiation;

import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What the seats of each delegation put before one another in the open round: drafts of orders, and votes on them. None of it
 * binds anybody. Not thread-safe.
 */
final class DraftBook {
    /** What follows is indexed by side and seat. */
    private final @Nullable Orders[][] drafts = new Orders[2][Delegation.MAX_SEATS];

    /** Indexed by side, drafter and voter. */
    private final @Nullable Boolean[][][] votes = new Boolean[2][Delegation.MAX_SEATS][Delegation.MAX_SEATS];

    private int size;

    /** Returns why a vote is refused, or null if there is such a draft. */
    @Nullable
    Refusal refusal(Side side, Deed.Vote vote) {
        if (isSeat(vote.drafter()) && drafts[side.ordinal()][vote.drafter()] != null) {
            return null;
        }
        StringJoiner seats = new StringJoiner(" ");
        for (int seat = 0; seat < Delegation.MAX_SEATS; seat++) {
            if (drafts[side.ordinal()][seat] != null) {
                seats.add(name(side, seat));
            }
        }
        Refusal unknown = Refusal.of(RefusalCode.UNKNOWN_DRAFT, "drafter").legal(seats);
        return isSeat(vote.drafter())
                ? unknown.naming(name(side, vote.drafter()))
                : unknown.because("refused.unknown_draft.no-seat");
    }

    /** Takes a draft, in place of the seat's earlier one; votes on that are void. */
    void take(Side side, int seat, Deed.PutDraft draft) {
        drafts[side.ordinal()][seat] = AskedOrders.ordered(draft.orders());
        for (int voter = 0; voter < Delegation.MAX_SEATS; voter++) {
            votes[side.ordinal()][seat][voter] = null;
        }
        size++;
    }

    /** Counts a vote, in place of the seat's earlier one on that draft. */
    void take(Side side, int seat, Deed.Vote vote) {
        votes[side.ordinal()][vote.drafter()][seat] = vote.yes();
        size++;
    }

    /** Grows with every act. */
    int size() {
        return size;
    }

    /** Returns the drafts that stand and the votes on them: by side, then each draft by its seat and after it its votes by seat. */
    List<Done> standing() {
        List<Done> standing = new ArrayList<>();
        for (Side side : Side.values()) {
            for (int drafter = 0; drafter < Delegation.MAX_SEATS; drafter++) {
                Orders draft = drafts[side.ordinal()][drafter];
                if (draft == null) {
                    continue;
                }
                standing.add(new Done(side, drafter, AskedOrders.draft(draft)));
                for (int voter = 0; voter < Delegation.MAX_SEATS; voter++) {
                    Boolean yes = votes[side.ordinal()][drafter][voter];
                    if (yes != null) {
                        standing.add(new Done(side, voter, new Deed.Vote(drafter, yes)));
                    }
                }
            }
        }
        return standing;
    }

    /** Strikes a seat's draft, with the votes on it, and its votes. */
    void strike(Side side, int seat) {
        drafts[side.ordinal()][seat] = null;
        for (int other = 0; other < Delegation.MAX_SEATS; other++) {
            votes[side.ordinal()][seat][other] = null;
            votes[side.ordinal()][other][seat] = null;
        }
        size++;
    }

    /** Clears the table for the next round. */
    void clear() {
        for (int side = 0; side < 2; side++) {
            for (int drafter = 0; drafter < Delegation.MAX_SEATS; drafter++) {
                drafts[side][drafter] = null;
                for (int voter = 0; voter < Delegation.MAX_SEATS; voter++) {
                    votes[side][drafter][voter] = null;
                }
            }
        }
        size = 0;
    }

    private static String name(Side side, int seat) {
        return side + (seat == Delegation.HEAD ? ".head" : "." + seat);
    }

    private static boolean isSeat(int number) {
        return number >= 0 && number < Delegation.MAX_SEATS;
    }
}
