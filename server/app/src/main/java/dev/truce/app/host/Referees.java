package dev.truce.app.host;

import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.room.Room;
import dev.truce.app.room.SeatPlan;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Recording;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.referee.Referee;
import dev.truce.protocol.codec.InputCodec;
import dev.truce.store.BrokenStream;
import dev.truce.store.BrokenStream.BrokenStreamException;
import dev.truce.store.BrokenStream.Damage;
import dev.truce.store.StoreException;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredMatch.StoredInput;
import dev.truce.store.StoredMatch.StoredRound;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredSeat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the referee of a match from what the journal keeps of it. */
public final class Referees {
    private Referees() {}

    /**
     * Returns a referee for the occupants of a room, which is complete: a minister's seat that is vacant now is none of the match.
     *
     * @param lossAccepted whether some of the match may be lost
     */
    static Referee of(Rules rules, MatchSpec spec, Room room, boolean lossAccepted) {
        MatchTerms terms = new MatchTerms(
                spec.windowMillis(),
                room.held(),
                List.of(Viewer.values()),
                Recording.TEXT,
                name(room, Seat.US_HEAD),
                name(room, Seat.CN_HEAD),
                room.plan().delegations(),
                spec.seed().origin(room.stored().matchId()),
                lossAccepted,
                spec.rounds());
        return new Referee(rules, spec.setup(rules.scenario()), terms);
    }

    /**
     * Returns the rules that a match was opened by.
     *
     * @throws StoreException if this version does not have them
     */
    public static Rules rules(Catalogue catalogue, StoredRoom room) {
        return catalogue
                .find(room.scenarioId(), room.ruleset(), room.scenarioHash())
                .orElseThrow(() -> new StoreException("match " + room.matchId() + " is of another version: "
                        + room.scenarioId() + " " + room.scenarioHash()));
    }

    /**
     * Returns the record of a match as a journal keeps it, without a server.
     *
     * @throws StoreException if this version cannot play it, or it comes out otherwise than it was kept
     */
    public static MatchRecord record(Catalogue catalogue, StoredMatch stored) {
        return replayed(catalogue, stored).record();
    }

    /**
     * Returns the record of a match with which nobody goes on any more, as if it had been ended where it stands.
     *
     * @throws StoreException as for {@link #record}
     */
    public static MatchRecord ended(Catalogue catalogue, StoredMatch stored) {
        Referee referee = replayed(catalogue, stored);
        if (!referee.isOver()) {
            referee.handle(new Input.Hosts(new HostAct.Abandon("")));
        }
        return referee.record();
    }

    private static Referee replayed(Catalogue catalogue, StoredMatch stored) {
        StoredRoom room = stored.room();
        Rules rules = rules(catalogue, room);
        MatchSpec spec = MatchSpec.of(room.setup());
        Room whole = new Room(room, SeatPlan.of(spec.delegations()), stored.seats(), stored.tokens());
        Referee referee = of(rules, spec, whole, stored.lossAccepted());
        for (StoredInput input : stored.inputs()) {
            if (referee.handle(InputCodec.of(input.payload())).verdict() instanceof Verdict.Rejected) {
                throw new StoreException("match " + room.matchId() + " cannot be played again: entry " + input.seq());
            }
        }
        return referee;
    }

    /**
     * What the inputs of a match lead to when they are ruled on again.
     *
     * @param referee null if the match has not begun
     */
    record Recalled(@Nullable Referee referee, List<Effect> effects) {}

    /**
     * Rules again on what was journaled. May be called from any thread while no task of the match uses the room.
     *
     * @param maker makes the referee, if the match has begun
     * @throws BrokenStreamException if it does not reach again what it had reached
     */
    static Recalled recall(StoredMatch stored, Supplier<Referee> maker) {
        Referee referee = stored.inputs().isEmpty() ? null : maker.get();
        List<Effect> effects = new ArrayList<>();
        if (referee != null) {
            for (StoredInput input : stored.inputs()) {
                effects.addAll(again(stored, referee, input).effects());
            }
        }
        requireLinks(stored, referee);
        return new Recalled(referee, effects);
    }

    private static Ruling again(StoredMatch stored, Referee referee, StoredInput input) {
        Ruling ruling;
        try {
            ruling = referee.handle(InputCodec.of(input.payload()));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw broken(stored, input.seq(), e);
        }
        if (!(ruling.verdict() instanceof Verdict.Accepted)) {
            throw broken(stored, input.seq(), null);
        }
        return ruling;
    }

    /** Another rule, another scenario or another arithmetic shows here, whatever the inputs say. */
    private static void requireLinks(StoredMatch stored, @Nullable Referee referee) {
        int closed = referee == null ? 0 : referee.closedRounds();
        for (StoredRound round : stored.rounds()) {
            boolean reached = referee != null
                    && round.round() > 0
                    && round.round() <= closed
                    && Arrays.equals(referee.link(round.round()), round.link());
            if (!reached) {
                throw broken(stored, round.seq(), null);
            }
        }
        if (stored.rounds().size() != closed) {
            throw broken(stored, stored.last(), null);
        }
    }

    private static BrokenStreamException broken(StoredMatch stored, long seq, @Nullable RuntimeException cause) {
        BrokenStreamException broken =
                new BrokenStreamException(new BrokenStream(stored.room().matchId(), seq, Damage.REPLAY_DIFFERS));
        broken.initCause(cause);
        return broken;
    }

    private static String name(Room room, Seat head) {
        return room.seat(head).map(StoredSeat::name).orElse("");
    }
}
