package dev.truce.app.room;

import dev.truce.engine.board.Side;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Seat;
import java.util.Optional;

/** Somebody's place in a room: what his token opens again. */
public sealed interface Place {
    /** A seat of a delegation. */
    record AtSeat(Seat seat) implements Place {
        @Override
        public Viewer viewer() {
            return Viewer.of(seat.side());
        }

        @Override
        public String id() {
            return "seat." + seat.side() + "." + seat.number();
        }

        @Override
        public Optional<Seat> held() {
            return Optional.of(seat);
        }
    }

    /** Who opened the room, as long as he has taken no seat and watches nothing. */
    record Creator() implements Place {
        @Override
        public Viewer viewer() {
            return Viewer.PUBLIC;
        }

        @Override
        public String id() {
            return "creator";
        }
    }

    /**
     * An observer.
     *
     * @param viewer {@link Viewer#PUBLIC} or {@link Viewer#OMNISCIENT}
     * @param number tells observers of a room apart
     * @param creator whether the observer opened the room
     */
    record Watching(Viewer viewer, int number, boolean creator) implements Place {
        /**
         * Checks the viewer.
         *
         * @throws IllegalArgumentException if it is a side
         */
        public Watching {
            if (viewer == Viewer.US || viewer == Viewer.CN) {
                throw new IllegalArgumentException("an observer does not look as " + viewer);
            }
        }

        @Override
        public String id() {
            return (creator ? "watching-creator." : "watching.") + viewer + "." + number;
        }
    }

    /** Returns as whom the place looks. */
    Viewer viewer();

    default Optional<Seat> held() {
        return Optional.empty();
    }

    /** Returns the word for it in the journal; never changes. */
    String id();

    /**
     * Reads the journal's word for a place.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Place of(String id) {
        String[] parts = id.split("\\.", -1);
        if (parts.length == 1 && parts[0].equals("creator")) {
            return new Creator();
        }
        if (parts.length == 3) {
            int number = Integer.parseInt(parts[2]);
            switch (parts[0]) {
                case "seat" -> {
                    return new AtSeat(new Seat(Side.valueOf(parts[1]), number));
                }
                case "watching" -> {
                    return new Watching(Viewer.valueOf(parts[1]), number, false);
                }
                case "watching-creator" -> {
                    return new Watching(Viewer.valueOf(parts[1]), number, true);
                }
                default -> throw new IllegalArgumentException("'" + id + "' is no place");
            }
        }
        throw new IllegalArgumentException("'" + id + "' is no place");
    }
}
