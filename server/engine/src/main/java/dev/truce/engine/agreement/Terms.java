package dev.truce.engine.agreement;

import dev.truce.engine.board.Instrument;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What an offer would put into force (agreements A4). */
public sealed interface Terms {
    /** Fewest rounds of an agreement. */
    int LEAST_ROUNDS = 1;

    /** Most rounds of an agreement. */
    int MAX_ROUNDS = 8;

    /** Returns for how many rounds, 1..8. */
    int rounds();

    /** Returns whether it would be published. */
    boolean communique();

    /** Returns the clauses of a package, in instrument order; a renewal names none. */
    List<Pledge> pledges();

    /** Returns the same terms, published or not. */
    Terms published(boolean asCommunique);

    /**
     * All clauses in force go on.
     *
     * @param rounds for so many rounds more
     * @param communique whether it would be published
     */
    record Renewal(int rounds, boolean communique) implements Terms {
        /**
         * Checks the length.
         *
         * @throws IllegalArgumentException unless 1 <= rounds <= 8
         */
        public Renewal {
            requireRounds(rounds);
        }

        @Override
        public List<Pledge> pledges() {
            return List.of();
        }

        @Override
        public Renewal published(boolean asCommunique) {
            return asCommunique == communique ? this : new Renewal(rounds, asCommunique);
        }
    }

    /**
     * A package of clauses; it may be lopsided.
     *
     * @param pledges at most one an instrument; kept in instrument order, so equal packages are equal values
     * @param rounds binding rounds after the round of signing
     * @param communique whether it would be published
     */
    record Package(List<Pledge> pledges, int rounds, boolean communique) implements Terms {
        /**
         * Checks and sorts the clauses.
         *
         * @throws IllegalArgumentException unless 1 <= rounds <= 8 and there is at least one clause and at most one an
         *     instrument
         */
        public Package {
            requireRounds(rounds);
            Set<Instrument> seen = EnumSet.noneOf(Instrument.class);
            for (Pledge pledge : pledges) {
                if (!seen.add(pledge.instrument())) {
                    throw new IllegalArgumentException(
                            "two clauses on " + pledge.instrument().id());
                }
            }
            if (seen.isEmpty()) {
                throw new IllegalArgumentException("a package needs at least one clause");
            }
            List<Pledge> sorted = new ArrayList<>(pledges);
            sorted.sort((a, b) -> a.instrument().compareTo(b.instrument()));
            pledges = List.copyOf(sorted);
        }

        /** Returns the same clauses for another number of rounds. */
        public Package lasting(int length) {
            return length == rounds ? this : new Package(pledges, length, communique);
        }

        @Override
        public Package published(boolean asCommunique) {
            return asCommunique == communique ? this : new Package(pledges, rounds, asCommunique);
        }
    }

    private static void requireRounds(int rounds) {
        if (rounds < LEAST_ROUNDS || rounds > MAX_ROUNDS) {
            throw new IllegalArgumentException(rounds + " rounds, expected " + LEAST_ROUNDS + ".." + MAX_ROUNDS);
        }
    }
}
