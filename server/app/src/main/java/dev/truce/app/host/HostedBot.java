package dev.truce.app.host;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotFault;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.SeatedBot;
import dev.truce.bot.Talks;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.view.Observation;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bot of the roster in a seat. It thinks on a pool of its own, one thing after the other, and sees every round from the
 * first, also after a restart, so that it goes on as it would have. A bot that throws, or goes on after its steps are spent,
 * holds.
 */
final class HostedBot {
    private static final Logger LOG = LoggerFactory.getLogger(HostedBot.class);

    /** Hears what a bot thinks; called from the pool, in order. */
    interface Thoughts {
        /** What it decided for a round. */
        void decided(int round, Decision decision, long nanos, boolean crashed);

        /** Whether it accepts an offer of the round for which it decided last. */
        void judged(int round, Offer offer, boolean accepts);
    }

    private final String name;
    private final SeatedBot bot;
    private final Mailbox thinking;
    private final Thoughts thoughts;
    private int decidedRound;
    private Decision decision = Decision.HOLD;

    HostedBot(BotFactory factory, BotSeat seat, Executor pool, Thoughts thoughts) {
        this.name = factory.name();
        this.bot = new SeatedBot(factory, seat);
        // One task in a row: the next of another match comes first.
        this.thinking = new Mailbox(pool, 1, 1);
        this.thoughts = thoughts;
    }

    /**
     * Lets the bot decide for a round.
     *
     * @param live whether the round still waits for what it decides; if not, the bot only lives through it again
     */
    void opened(Observation observation, Talks talks, boolean live) {
        thinking.post(() -> {
            long begun = System.nanoTime();
            int crashes = crashes();
            decision = bot.decide(observation, talks);
            decidedRound = observation.openRound();
            boolean crashed = crashes() > crashes;
            if (crashed) {
                LOG.warn("bot {} holds in round {}: it {}", name, decidedRound, latestFault());
            }
            if (live) {
                thoughts.decided(decidedRound, decision, System.nanoTime() - begun, crashed);
            }
        });
    }

    /** Lets the bot judge an offer that the other side made in the open round. */
    void offered(int round, Offer offer) {
        thinking.post(() -> {
            if (round == decidedRound) {
                thoughts.judged(round, offer, bot.accepts(round, decision, offer.terms()));
            }
        });
    }

    /** Lets the bot go: it is asked nothing more, and what it remembers can be collected. May come from another thread. */
    void leave() {
        thinking.close();
        bot.leave();
    }

    private String latestFault() {
        List<BotFault> faults = bot.conduct().faults();
        return faults.get(faults.size() - 1).detail();
    }

    private int crashes() {
        return bot.conduct().count(BotFault.Kind.CRASH);
    }
}
