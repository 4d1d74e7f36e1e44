package dev.truce.app.host;

import dev.truce.app.room.Place;
import dev.truce.app.room.Room;
import dev.truce.app.room.SeatPlan;
import dev.truce.engine.board.Portfolio;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.store.StoredSeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who sits on which seat of a room, as everybody in it is told. */
final class SeatList {
    private SeatList() {}

    /**
     * Lists the seats.
     *
     * @param here the places at which somebody is connected
     * @param play who acts on the seats of the match; once it begins, a seat that was vacant then is none of it
     */
    static List<Occupant> of(Room room, Set<Place> here, SeatActions play) {
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
    static List<Occupant> without(Room room, List<Occupant> before, Set<Place> here) {
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
