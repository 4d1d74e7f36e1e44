package dev.truce.tournament.run;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotFault;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Talks;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bot whose every call is told to a {@link Watch}, that of making it too. From the round in which it is absent it holds, which is
 * its fault of that round: it stalled.
 */
final class WatchedBot implements Bot {
    private final Watch watch;
    private final int index;
    private final BotFactory factory;
    private final BotSeat seat;
    private final int absentFrom;
    private @Nullable Bot bot;
    private int round = 1;
    private @Nullable BotFault stall;

    /**
     * Seats a bot.
     *
     * @param index its index among the contestants
     */
    WatchedBot(Watch watch, int index, BotFactory factory, BotSeat seat) {
        this.watch = watch;
        this.index = index;
        this.factory = factory;
        this.seat = seat;
        this.absentFrom = watch.absentFrom(index, seat.side());
    }

    @Override
    public Decision decide(Observation observation) {
        return decide(observation, Talks.NONE);
    }

    @Override
    public Decision decide(Observation observation, Talks talks) {
        boolean wasHere = round < absentFrom;
        round = observation.openRound();
        if (round >= absentFrom) {
            if (wasHere || round == 1) {
                stall = BotFault.stall(round, "did not return in time, here or in a match before");
            }
            return Decision.HOLD;
        }
        enter();
        try {
            Bot asked = bot;
            if (asked == null) {
                asked = Objects.requireNonNull(factory.create(seat), "a bot");
                bot = asked;
                watch.seat(asked);
            }
            return watched(asked.decide(observation, talks));
        } finally {
            watch.exit(seat.side());
        }
    }

    private Decision watched(Decision decision) {
        // A bot may return anything, also nothing; that is for its seat to judge.
        Decision decided = Objects.requireNonNull(decision, "a decision");
        AcceptanceRule rule = Objects.requireNonNull(decided.acceptance(), "an acceptance rule");
        return rule == AcceptanceRule.NEVER
                ? decided
                : new Decision(
                        decided.orders(), decided.offer(), decided.answers(), new Rule(rule), decided.dealings());
    }

    @Override
    public List<BotFault> takeFaults() {
        List<BotFault> faults = new ArrayList<>();
        BotFault own = stall;
        if (own != null) {
            faults.add(own);
            stall = null;
        }
        Bot asked = bot;
        if (asked != null && round < absentFrom) {
            enter();
            try {
                faults.addAll(asked.takeFaults());
            } finally {
                watch.exit(seat.side());
            }
        }
        return faults;
    }

    @Override
    public void leave() {
        Bot leaving = bot;
        if (leaving == null) {
            return;
        }
        round++;
        if (absentFrom <= round) {
            watch.letGo(leaving);
            return;
        }
        enter();
        try {
            leaving.leave();
        } finally {
            watch.exit(seat.side());
        }
    }

    private void enter() {
        watch.enter(index, seat.side(), round);
    }

    /** The bot's rule, which is the bot's own code as well. */
    private final class Rule implements AcceptanceRule {
        private final AcceptanceRule rule;

        Rule(AcceptanceRule rule) {
            this.rule = rule;
        }

        @Override
        public boolean accepts(Terms offered) {
            enter();
            try {
                return rule.accepts(offered);
            } finally {
                watch.exit(seat.side());
            }
        }

        @Override
        public boolean accepts(Offer offered) {
            enter();
            try {
                return rule.accepts(offered);
            } finally {
                watch.exit(seat.side());
            }
        }

        @Override
        public @Nullable Orders ordersAfter(Offer offered) {
            enter();
            try {
                return rule.ordersAfter(offered);
            } finally {
                watch.exit(seat.side());
            }
        }
    }
}
