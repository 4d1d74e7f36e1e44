package dev.truce.app.host;

import dev.truce.app.classroom.SeatPresence;
import dev.truce.app.host.service.MatchServices.TableWatch;
import dev.truce.app.host.service.Timers;
import dev.truce.app.log.MatchAudit;
import dev.truce.app.quota.Owner;
import dev.truce.app.room.Place;
import dev.truce.app.room.Room;
import dev.truce.app.room.SeatPlan;
import dev.truce.engine.board.Portfolio;
import dev.truce.match.Occupant;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.store.StoredSeat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Who is connected at which place of a room and who sits on which seat, as its people and its class are told. Confined to the tasks of its
 * match, but for what says otherwise.
 */
final class RoomPresence {
    /** How long a person is away, before the match begins, until somebody who finds no other seat may have hers. */
    private static final long LEFT_MILLIS = 30_000;

    private final Room room;
    private final SeatActions play;
    private final MatchAudit audit;
    private final SeatPresence seats;
    private final TableReporter reporter;
    private final Map<Place, MatchConnection> peers = new LinkedHashMap<>();
    private final Consumer<Boolean> used;
    private final Timers timers;
    /** Since when a seat has nobody whom it was given to, on the clock of the timers. */
    private final Map<Seat, Long> leftNanos = new LinkedHashMap<>();
    /** From when on it is known who is there. */
    private final long knownNanos;

    private volatile boolean connected;
    private volatile List<Occupant> occupants = List.of();

    /**
     * @param tables hears of it if it is a table of a class
     * @param used hears whether somebody is there
     */
    RoomPresence(
            Room room,
            RoundPace pace,
            SeatActions play,
            MatchAudit audit,
            Clock wallClock,
            Timers timers,
            TableWatch tables,
            Consumer<Boolean> used) {
        this.used = used;
        this.timers = timers;
        this.knownNanos = timers.nanos();
        this.room = room;
        this.play = play;
        this.audit = audit;
        this.seats = new SeatPresence(wallClock);
        this.reporter = new TableReporter(room, pace, tables, seats);
    }

    /** Somebody is at a place from now on, and nowhere else; the one who was there has to go. */
    void settle(Place place, MatchConnection matchConnection) {
        peers.values().removeIf(matchConnection::equals);
        room.without(peers).forEach(MatchConnection::takenOver);
        MatchConnection before = peers.put(place, matchConnection);
        if (before != null) {
            audit.takenOver(place, matchConnection.owner());
            before.takenOver();
        }
        count();
    }

    /**
     * A connection is gone.
     *
     * @return whether it was at that place
     */
    boolean leave(Place place, MatchConnection matchConnection) {
        if (!peers.remove(place, matchConnection)) {
            return false;
        }
        expect(place);
        count();
        changed();
        return true;
    }

    /** Somebody who is not there has a place, and may come to it. */
    void expect(Place place) {
        place.held().ifPresent(seat -> leftNanos.put(seat, timers.nanos()));
    }

    /** Returns whether the person of a seat is away, and has been for {@link #LEFT_MILLIS}. */
    boolean hasLeft(Seat seat) {
        long away = timers.nanos() - leftNanos.getOrDefault(seat, knownNanos);
        return !peers.containsKey(new Place.AtSeat(seat)) && away >= TimeUnit.MILLISECONDS.toNanos(LEFT_MILLIS);
    }

    /**
     * A seat was taken away from the person who is there.
     *
     * @param why what his program is told
     * @param by whose the room is
     */
    void sendAway(Seat seat, ClosingCause why, Owner by) {
        audit.revoked(seat, by);
        MatchConnection there = peers.remove(new Place.AtSeat(seat));
        if (there != null) {
            there.close(why, "");
            count();
        }
    }

    /** The places of observers were taken away. */
    void sendObserversAway() {
        room.without(peers).forEach(there -> there.close(ClosingCause.PLACE_REVOKED, ""));
        count();
    }

    private void count() {
        connected = !peers.isEmpty();
        used.accept(connected);
    }

    /** Returns the places whose people have to stay if another observer comes. */
    Predicate<Place> staying(MatchConnection newcomer) {
        return Room.staying(peers, MatchConnection::owner, newcomer.owner());
    }

    /** All have to go; they may come back if the cause allows. */
    void close(ClosingCause cause, String detail) {
        List.copyOf(peers.values()).forEach(matchConnection -> matchConnection.close(cause, detail));
    }

    /** Somebody came, went, or acts on a seat; tells it if that is so. */
    void changed() {
        // While it sleeps nobody can come, or act for another; who goes is missed at once.
        List<Occupant> now =
                play.isAsleep() ? asleep(room, occupants, peers.keySet()) : seats(room, peers.keySet(), play);
        if (!now.equals(occupants)) {
            occupants = List.copyOf(now);
            wake();
            tellClass();
        }
    }

    /** Tells its people that there may be something new to see. */
    void wake() {
        peers.values().forEach(MatchConnection::wake);
    }

    /** Tells the class where its table stands. */
    void tellClass() {
        reporter.tell(occupants, peers.keySet(), play);
    }

    /** A person sat down, or did something. */
    void active(Seat seat) {
        seats.active(seat);
    }

    /** Returns whether it matters up to which event clients have heard all. Safe from any thread. */
    boolean awaits() {
        return seats.awaits();
    }

    /** A client has heard the events of its side up to a number. */
    void heard(Seat seat, long sequence) {
        if (seats.heard(seat, sequence)) {
            tellClass();
        }
    }

    /** Returns whether somebody is connected. Safe from any thread. */
    boolean isAnybodyThere() {
        return connected;
    }

    /** Returns who sits where; a new list whenever that changes. Safe from any thread. */
    List<Occupant> occupants() {
        return occupants;
    }

    /**
     * Lists the seats.
     *
     * @param here the places at which somebody is connected
     * @param play who acts on the seats of the match; once it begins, a seat that was vacant then is none of it
     */
    private static List<Occupant> seats(Room room, Set<Place> here, SeatActions play) {
        SeatPlan plan = play.isStarting() ? room.plan().occupied(room.held()) : room.plan();
        SeatPlan holders = play.plan().orElse(plan);
        List<Seat> vacant = play.vacant();
        boolean delegations = !room.plan().isHeadsAlone();
        List<Occupant> roll = new ArrayList<>();
        for (Seat seat : plan.seats()) {
            boolean stoodFor = play.standIns().containsKey(seat);
            boolean connected = stoodFor || here.contains(new Place.AtSeat(seat));
            List<Portfolio> portfolios = delegations ? holders.portfolios(seat) : List.of();
            roll.add(room.seat(seat)
                    .filter(held -> !vacant.contains(seat) && (stoodFor || !room.isFree(seat)))
                    .map(held -> new Occupant(
                            seat,
                            held.name(),
                            stoodFor || held.kind() != StoredSeat.Kind.PERSON,
                            connected || held.kind() == StoredSeat.Kind.ROSTER,
                            portfolios))
                    .orElseGet(() -> new Occupant(seat, "", false, false, portfolios)));
        }
        return roll;
    }

    /**
     * Lists the seats again while their match sleeps.
     *
     * @param before the list when it fell asleep
     * @param here the places at which somebody is connected
     */
    private static List<Occupant> asleep(Room room, List<Occupant> before, Set<Place> here) {
        return before.stream()
                .map(each -> new Occupant(
                        each.seat(),
                        each.name(),
                        each.bot(),
                        each.connected() && (here.contains(new Place.AtSeat(each.seat())) || isOfServer(room, each)),
                        each.portfolios()))
                .toList();
    }

    private static boolean isOfServer(Room room, Occupant occupant) {
        boolean connects = room.seat(occupant.seat())
                .filter(held -> held.kind() == StoredSeat.Kind.BOT)
                .isPresent();
        return occupant.bot() && !connects;
    }
}
