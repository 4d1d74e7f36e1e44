package dev.truce.tournament.branch;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotFault;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.view.Observation;
import dev.truce.match.record.MatchRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does in one round what its side did in a record, with one more acceptance or none, and hands the seat to a bot after it. */
final class HandedOver implements Negotiator {
    private final Bot recorded;
    private final Bot after;
    private final int round;
    private final @Nullable Terms accepted;

    private HandedOver(Bot recorded, Bot after, int round, @Nullable Terms accepted) {
        this.recorded = recorded;
        this.after = after;
        this.round = round;
        this.accepted = accepted;
    }

    /**
     * Returns what makes such seats.
     *
     * @param round the last round that goes as it was recorded
     * @param accepted the terms that it accepts in that round, or null if it accepts what it accepted
     */
    static BotFactory of(MatchRecord match, BotFactory after, int round, @Nullable Terms accepted) {
        BotFactory recorded = RecordedSeat.of(match);
        return BotFactory.of(
                after.name(), seat -> new HandedOver(recorded.create(seat), after.create(seat), round, accepted));
    }

    @Override
    public Decision decide(Observation observation, Talks talks) {
        // The bot is asked in every round, so that it knows at last what it would know had it sat there.
        Decision later = after.decide(observation, talks);
        if (observation.openRound() != round) {
            return later;
        }
        Decision was = recorded.decide(observation, talks);
        AcceptanceRule rule = accepted == null ? was.acceptance() : accepted::equals;
        return new Decision(was.orders(), was.offer(), was.answers(), rule, was.dealings());
    }

    @Override
    public List<BotFault> takeFaults() {
        recorded.takeFaults();
        return after.takeFaults();
    }

    @Override
    public void leave() {
        after.leave();
    }
}
