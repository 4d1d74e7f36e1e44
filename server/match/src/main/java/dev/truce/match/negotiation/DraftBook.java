package dev.truce.match.negotiation;

import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Verdict.Rejected;
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
    private final @Nullable Orders[][] drafts = new Orders[2][Delegation.MOST_SEATS];

    /** Indexed by side, drafter and voter. */
    private final @Nullable Boolean[][][] votes = new Boolean[2][Delegation.MOST_SEATS][Delegation.MOST_SEATS];

    private int size;

    /** Returns why a vote is refused, or null if there is such a draft. */
    @Nullable
    Rejected refusal(Counsel.Votes vote) {
        if (isSeat(vote.drafter()) && drafts[vote.side().ordinal()][vote.drafter()] != null) {
            return null;
        }
        StringJoiner seats = new StringJoiner(" ");
        for (int seat = 0; seat < Delegation.MOST_SEATS; seat++) {
            if (drafts[vote.side().ordinal()][seat] != null) {
                seats.add(name(vote.side(), seat));
            }
        }
        return new Rejected(
                RefusalCode.UNKNOWN_DRAFT,
                "drafter",
                name(vote.side(), vote.drafter()) + " has no draft in this round",
                seats.toString());
    }

    /** Puts a draft on the table, in place of the seat's earlier one; votes on that are void. */
    void take(Counsel.Drafts draft) {
        int side = draft.side().ordinal();
        drafts[side][draft.seat()] = draft.orders();
        for (int voter = 0; voter < Delegation.MOST_SEATS; voter++) {
            votes[side][draft.seat()][voter] = null;
        }
        size++;
    }

    /** Counts a vote, in place of the seat's earlier one on that draft. */
    void take(Counsel.Votes vote) {
        votes[vote.side().ordinal()][vote.drafter()][vote.seat()] = vote.yes();
        size++;
    }

    /** Returns how much has been done; it grows with every act. */
    int size() {
        return size;
    }

    /** Returns the drafts that stand and the votes on them: by side, then each draft by its seat, behind it its votes by seat. */
    List<Counsel> standing() {
        List<Counsel> acts = new ArrayList<>();
        for (Side side : Side.values()) {
            for (int drafter = 0; drafter < Delegation.MOST_SEATS; drafter++) {
                Orders draft = drafts[side.ordinal()][drafter];
                if (draft == null) {
                    continue;
                }
                acts.add(new Counsel.Drafts(side, drafter, draft));
                for (int voter = 0; voter < Delegation.MOST_SEATS; voter++) {
                    Boolean yes = votes[side.ordinal()][drafter][voter];
                    if (yes != null) {
                        acts.add(new Counsel.Votes(side, voter, drafter, yes));
                    }
                }
            }
        }
        return acts;
    }

    /** Returns the drafts that stand with the votes on them, as records keep them: by side, then by seat. */
    List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        for (Side side : Side.values()) {
            for (int drafter = 0; drafter < Delegation.MOST_SEATS; drafter++) {
                Orders draft = drafts[side.ordinal()][drafter];
                if (draft != null) {
                    acts.add(new Act.Drafts(
                            side, drafter, draft, voters(side, drafter, true), voters(side, drafter, false)));
                }
            }
        }
        return acts;
    }

    private List<Integer> voters(Side side, int drafter, boolean yes) {
        List<Integer> voters = new ArrayList<>();
        for (int voter = 0; voter < Delegation.MOST_SEATS; voter++) {
            Boolean vote = votes[side.ordinal()][drafter][voter];
            if (vote != null && vote == yes) {
                voters.add(voter);
            }
        }
        return voters;
    }

    /** Puts a recorded draft on the table, with the votes on it. */
    void take(Act.Drafts act) {
        take(new Counsel.Drafts(act.side(), act.seat(), act.orders()));
        act.yes().forEach(voter -> take(new Counsel.Votes(act.side(), voter, act.seat(), true)));
        act.no().forEach(voter -> take(new Counsel.Votes(act.side(), voter, act.seat(), false)));
    }

    /** Clears the table for the next round. */
    void clear() {
        for (int side = 0; side < 2; side++) {
            for (int drafter = 0; drafter < Delegation.MOST_SEATS; drafter++) {
                drafts[side][drafter] = null;
                for (int voter = 0; voter < Delegation.MOST_SEATS; voter++) {
                    votes[side][drafter][voter] = null;
                }
            }
        }
        size = 0;
    }

    private static String name(Side side, int seat) {
        if (!isSeat(seat)) {
            return "that seat";
        }
        return side + (seat == Delegation.HEAD ? ".head" : "." + seat);
    }

    private static boolean isSeat(int number) {
        return number >= 0 && number < Delegation.MOST_SEATS;
    }
}
