package dev.truce.bot;

import dev.truce.engine.delegation.Brief;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import dev.truce.match.deed.Advice;
import dev.truce.match.deed.Deed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A strategy in one seat of one match: observation in, decision out. Called from one thread at a time, once a round, before
 * the round's message phase. One that reads offers is a {@link Negotiator}.
 */
public interface Bot {
    /**
     * Decides for the open round.
     *
     * @param observation what the seat sees; {@code observation.last()} is the round before
     * @return what to do; illegal orders are refused by the referee and count against the bot
     */
    Decision decide(Observation observation);

    /**
     * Decides for the open round, with what the other side has said. Bots that do not negotiate take no notice of it.
     *
     * @param observation what the seat sees
     * @param talks what the other side said in the round before
     */
    default Decision decide(Observation observation, Talks talks) {
        return decide(observation);
    }

    /**
     * Returns whether the bot, in a minister's seat, is for a draft of somebody else of its side; asked after it has decided for the
     * round. By itself a minister is for what it would order, and against all else.
     *
     * @param draft orders that the side might give
     * @param own what the bot would order for its side
     * @param brief what the minister is out for
     */
    default boolean isFor(Orders draft, Orders own, Brief brief) {
        return draft.equals(own);
    }

    /**
     * Returns what the bot, in a minister's seat, advises its head on the open accusation of the other side, or null for nothing; asked
     * after it has decided for the round. By itself a minister advises what it would decide.
     *
     * @param observation what the seat sees, with an open accusation of the other side
     * @param own what the bot decided for its side
     * @param brief what the minister is out for
     */
    default @Nullable Advice advise(Observation observation, Decision own, Brief brief) {
        List<Deed> judgements = own.judgements();
        if (judgements.isEmpty()) {
            return null;
        }
        Deed.Judge judge = (Deed.Judge) judgements.get(0);
        return new Advice(judge.accused(), judge.choice(), null);
    }

    /**
     * Hands over what the bot knows to have gone wrong since it was last asked, for example that its process was late.
     * Asked after each call; what is handed over is not handed over again.
     */
    default List<BotFault> takeFaults() {
        return List.of();
    }

    /**
     * Ends what the bot holds beyond its memory: the match is over, or the bot is out of it. Called once, last, perhaps from another
     * thread while the bot is still being asked.
     */
    default void leave() {}
}
