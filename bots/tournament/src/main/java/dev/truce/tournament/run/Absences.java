package dev.truce.tournament.run;

import dev.truce.engine.board.Side;
import dev.truce.tournament.plan.PairSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who is not asked in a pair, and from which round on: who did not return in it, from the round of that call, and in the match behind
 * it not at all; and who did not return in a pair before.
 */
final class Absences {
    /** Later than any round. */
    static final int NEVER = Integer.MAX_VALUE;

    private final PairSpec pairSpec;
    private final Set<Integer> out;
    private final List<Watch.Call> calls = new ArrayList<>();

    /**
     * Begins a pair.
     *
     * @param out bots that did not return in pairs before
     */
    Absences(PairSpec pairSpec, Set<Integer> out) {
        this.pairSpec = pairSpec;
        this.out = Set.copyOf(out);
    }

    /** Adds a call from which a bot did not return. */
    void add(Watch.Call call) {
        calls.add(call);
    }

    /** Returns the first round in which a bot is not asked on a side, from 1, or {@link #NEVER}. */
    int from(int bot, Side side) {
        int from = out.contains(bot) ? 1 : NEVER;
        for (Watch.Call call : calls) {
            if (call.bot() == bot) {
                boolean isHere = call.side() == side;
                boolean isBehind = match(bot, side) > match(bot, call.side());
                from = Math.min(from, isHere ? call.round() : isBehind ? 1 : NEVER);
            }
        }
        return from;
    }

    /** Returns in which match a bot is on a side; one that meets itself is in both on either. */
    private int match(int bot, Side side) {
        if (pairSpec.first() == pairSpec.second()) {
            return 1;
        }
        return (bot == pairSpec.first()) == (side == Side.US) ? 1 : 2;
    }
}
