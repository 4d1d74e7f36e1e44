package dev.truce.app.classroom;

import dev.truce.match.Seat;
import java.util.List;
import java.util.Optional;

/**
 * What makes a class what it is. Members are numbers; who they are stands in the class list only.
 *
 * @param templateText the template as it was written
 * @param template what it says
 * @param tables by number
 * @param members how many are on the list
 * @param keyHash hash of the key of the request that opened it
 */
public record ClassSetup(String templateText, Template template, List<TableSetup> tables, int members, String keyHash) {
    public ClassSetup {
        tables = List.copyOf(tables);
    }

    /**
     * A table.
     *
     * @param number from 1
     * @param matchId its match
     * @param seats its seats
     */
    public record TableSetup(int number, String matchId, List<SeatSetup> seats) {
        public TableSetup {
            seats = List.copyOf(seats);
        }

        public Optional<SeatSetup> seat(Seat seat) {
            return seats.stream().filter(setup -> setup.seat().equals(seat)).findFirst();
        }
    }

    /**
     * A seat.
     *
     * @param pseudonym how the others see who sits there
     * @param member who was given it when the class was opened, 0 for none
     */
    public record SeatSetup(Seat seat, String pseudonym, int member) {}

    /**
     * A seat of a certain table.
     *
     * @param table number of the table
     */
    public record TableSeat(int table, Seat seat) {}

    public Optional<TableSetup> table(int number) {
        return tables.stream().filter(table -> table.number() == number).findFirst();
    }

    /** Hides the template, which may hold a seed. */
    @Override
    public String toString() {
        return "ClassSetup[tables=" + tables.size() + ", members=" + members + "]";
    }
}
