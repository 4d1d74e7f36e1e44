package dev.truce.bot.local;

import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.match.Seat;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordedRound;
import dev.truce.match.referee.Fork;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a match opens that is taken up from the middle of a recorded one. Rounds before {@code round} go as they went; what is from then
 * on is up to those who play. Shock cards of all recorded rounds are played in their rounds: they come from the host, not from a side.
 *
 * @param round first round that is played again, from 1
 * @param recorded the recorded rounds, from 1 without a gap; at least those before {@code round}
 * @param delegations how the sides were divided among their seats, first the US; empty for two heads alone
 * @param future the chance from {@code round} on, or null if it stays that of the match's seed
 */
public record Opening(
        int round,
        List<ClosedRound> recorded,
        List<Delegation> delegations,
        @Nullable Future future) {

    /**
     * What might have come instead.
     *
     * @param seed seed of the chance
     * @param botSeed seed from which the bots' random streams go on; a bot cannot work the first one out if this is a hash of it
     */
    public record Future(long seed, long botSeed) {}

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the round is below 1, or a round before it is not there
     */
    public Opening {
        recorded = List.copyOf(recorded);
        delegations = List.copyOf(delegations);
        if (round < 1 || round > recorded.size() + 1) {
            throw new IllegalArgumentException("round " + round + " of a record of " + recorded.size()
                    + " rounds, expected 1.." + (recorded.size() + 1));
        }
    }

    /**
     * Returns how a record opens.
     *
     * @param round first round that is played again, from 1
     * @param future the chance from then on, or null if it stays that of the record's seed
     */
    public static Opening of(MatchRecord match, int round, @Nullable Future future) {
        return new Opening(
                round, match.rounds().stream().map(RecordedRound::closed).toList(), match.delegations(), future);
    }

    /** Returns where chance becomes another, or null if it does not. */
    @Nullable
    Fork fork() {
        return future == null ? null : new Fork(round, future.seed());
    }

    /** Returns the rounds that go as they went. */
    List<ClosedRound> relived() {
        return recorded.subList(0, round - 1);
    }

    /**
     * Returns the round that was made the last while a round was open, or 0. One that is the last itself was made so at the latest in
     * the round before.
     */
    int endSetIn(int open) {
        int end = recorded.get(open - 1).hosting().end();
        if (end > open) {
            return end;
        }
        int next = open < recorded.size() ? recorded.get(open).hosting().end() : 0;
        return next == open + 1 ? next : 0;
    }

    /** Returns the delegations with their heads deciding: one bot plays a whole side, and ministers only speak again as they spoke. */
    List<Delegation> headed() {
        return delegations.stream()
                .map(each -> new Delegation(each.side(), DelegationMode.HEAD, each.ministers()))
                .toList();
    }

    /** Returns all seats of the match, ministers before heads, so that the seat that is ready last has decided. */
    List<Seat> seats() {
        List<Seat> seats = new ArrayList<>();
        for (Delegation delegation : delegations) {
            delegation.ministers().forEach(minister -> seats.add(new Seat(delegation.side(), minister.number())));
        }
        seats.add(Seat.US_HEAD);
        seats.add(Seat.CN_HEAD);
        return seats;
    }
}
