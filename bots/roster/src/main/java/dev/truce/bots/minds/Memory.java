package dev.truce.bots.minds;

import dev.truce.bot.Bot;
import dev.truce.bot.Talks;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.redaction.Belief;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that a bot has seen and heard in a match, and the state that it supposes from that. */
final class Memory {
    private final Rules rules;
    private final Side side;
    private final MatchSetup unseeded;
    private final List<SearchRound> moments = new ArrayList<>();
    private Belief belief;
    private @Nullable Terms said;

    Memory(Rules rules, Side side) {
        this.rules = rules;
        this.side = side;
        this.unseeded = rules.setup(0);
        this.belief = Belief.start(rules, unseeded.calendar(), Viewer.of(side));
    }

    /**
     * Takes in the round that has opened.
     *
     * @return whether everything since round 1 is remembered; a bot that took its seat in mid-match knows too little to
     *     suppose anything
     */
    boolean takeIn(Observation seen, Talks heard) {
        RoundView last = seen.last();
        if (seen.openRound() != moments.size() + 1 || (last == null) != moments.isEmpty()) {
            return false;
        }
        if (last != null) {
            belief = belief.absorb(last);
        }
        MatchState supposed = belief.supposedState(seen);
        moments.add(new SearchRound(seen, heard, said, rules.legal(unseeded, supposed, side.other())));
        return true;
    }

    /** Remembers what the bot offers in the open round. */
    void say(@Nullable Terms offer) {
        said = offer;
    }

    List<SearchRound> moments() {
        return moments;
    }

    SearchRound now() {
        return moments.get(moments.size() - 1);
    }

    Belief belief() {
        return belief;
    }

    /** Returns the state of the match as the bot supposes it. */
    MatchState supposed() {
        return belief.supposedState(now().seen());
    }

    /** Shows a bot that has just been made all rounds so far, as if it had played them. */
    void retell(Bot bot) {
        for (SearchRound moment : moments) {
            bot.decide(moment.seen(), moment.heard());
        }
    }
}
