package dev.truce.app.host;

import static java.util.stream.Collectors.joining;

import dev.truce.app.room.SeatPlan;
import dev.truce.bots.Roster;
import dev.truce.engine.Limits;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.round.Rules;
import dev.truce.match.Absences;
import dev.truce.match.RoundTerms;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.DelegationWish.HostedMinister;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.store.StoredSeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A wish for a room, as the server looks at it: whether it can be granted, and what seats and bots the room would have. */
public record RoomSpec(RoomRequest wish) {
    /** Shorter than this nobody can act. */
    public static final long SHORTEST_WINDOW_MILLIS = 100;

    /** A round of a correspondence seminar may last a week. */
    public static final long LONGEST_WINDOW_MILLIS = 7L * 24 * 60 * 60 * 1000;

    /** Returns why the wish cannot be granted, or empty if it can. */
    public Optional<Refusal> fault(Catalogue catalogue) {
        Optional<Rules> rules = catalogue.find(wish.scenarioId());
        if (rules.isEmpty()) {
            return Optional.of(Refusal.of(ConnectionCode.UNKNOWN_SCENARIO, "scenario_id")
                    .legal(String.join(" ", catalogue.ids())));
        }
        if (isNoBot(wish.usBot())) {
            return Optional.of(noBot("us_bot"));
        }
        if (isNoBot(wish.cnBot())) {
            return Optional.of(noBot("cn_bot"));
        }
        if (wish.fixedRounds() < 0 || wish.fixedRounds() > Limits.MAX_ROUNDS) {
            return Optional.of(outOfRange("fixed_rounds", "0 1.." + Limits.MAX_ROUNDS));
        }
        if (wish.windowMillis() != 0
                && (wish.windowMillis() < SHORTEST_WINDOW_MILLIS || wish.windowMillis() > LONGEST_WINDOW_MILLIS)) {
            return Optional.of(
                    outOfRange("window_millis", "0 " + SHORTEST_WINDOW_MILLIS + ".." + LONGEST_WINDOW_MILLIS));
        }
        if (wish.rounds().graceMillis() < 0 || wish.rounds().graceMillis() > RoundTerms.MAX_GRACE_MILLIS) {
            return Optional.of(outOfRange("grace_millis", "0.." + RoundTerms.MAX_GRACE_MILLIS));
        }
        return delegationFault()
                .or(() -> plan().fault(rules.get().scenario().instruments(), "delegations"))
                .or(this::absenceFault);
    }

    private Optional<Refusal> absenceFault() {
        Absences absences = wish.rounds().absences();
        if (!plan().seats().containsAll(absences.others().keySet())) {
            return Optional.of(outOfRange(
                    "absence", plan().seats().stream().map(Seat::toString).collect(joining(" "))));
        }
        return absences.bots().stream().anyMatch(RoomSpec::isNoBot) ? Optional.of(noBot("absence")) : Optional.empty();
    }

    private Optional<Refusal> delegationFault() {
        for (Side side : Side.values()) {
            int seats = wish.delegations().seats(side);
            if (seats < 1 || seats > Delegation.MAX_SEATS) {
                String field = side.word() + "_seats";
                return Optional.of(outOfRange("delegations." + field, "1.." + Delegation.MAX_SEATS));
            }
        }
        List<Seat> seats = plan().seats();
        List<Seat> taken = new ArrayList<>();
        for (int i = 0; i < wish.delegations().bots().size(); i++) {
            HostedMinister bot = wish.delegations().bots().get(i);
            String field = "delegations.bots[" + i + "]";
            if (bot.seat().number() == Delegation.HEAD || !seats.contains(bot.seat()) || taken.contains(bot.seat())) {
                return Optional.of(Refusal.of(ConnectionCode.OUT_OF_RANGE, field + ".seat")
                        .because("refused.out_of_range.seat", bot.seat())
                        .legal(ministers(seats)));
            }
            if (isNoBot(bot.bot())) {
                return Optional.of(noBot(field + ".bot"));
            }
            taken.add(bot.seat());
        }
        return Optional.empty();
    }

    private static String ministers(List<Seat> seats) {
        StringJoiner ministers = new StringJoiner(" ");
        for (Seat seat : seats) {
            if (seat.number() != Delegation.HEAD) {
                ministers.add(seat.toString());
            }
        }
        return ministers.toString();
    }

    /** Returns the seats that the room would have. */
    public SeatPlan plan() {
        return SeatPlan.usual(
                wish.delegations().mode(),
                wish.delegations().usSeats(),
                wish.delegations().cnSeats());
    }

    private static boolean isNoBot(@Nullable String name) {
        return name != null && Roster.find(name).isEmpty();
    }

    /** Returns the refusal of a bot that the roster does not have. */
    static Refusal noBot(String field) {
        return Refusal.of(ConnectionCode.UNKNOWN_BOT, field).legal(String.join(" ", Roster.names()));
    }

    private static Refusal outOfRange(String field, String legal) {
        return Refusal.of(ConnectionCode.OUT_OF_RANGE, field).naming(field).legal(legal);
    }

    /** Returns the seats that the roster's bots take. */
    public List<StoredSeat> bots() {
        List<StoredSeat> bots = new ArrayList<>();
        seat(Seat.US_HEAD, wish.usBot(), bots);
        seat(Seat.CN_HEAD, wish.cnBot(), bots);
        wish.delegations().bots().forEach(bot -> seat(bot.seat(), bot.bot(), bots));
        return bots;
    }

    private static void seat(Seat seat, @Nullable String bot, List<StoredSeat> bots) {
        if (bot != null) {
            bots.add(new StoredSeat(seat, bot.toLowerCase(Locale.ROOT), StoredSeat.Kind.ROSTER, false));
        }
    }
}
