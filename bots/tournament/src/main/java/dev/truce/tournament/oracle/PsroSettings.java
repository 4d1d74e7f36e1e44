package dev.truce.tournament.oracle;

import dev.truce.engine.board.Side;
import java.util.Locale;

/**
 * How policies are added to a roster.
 *
 * @param rounds how often each role adds one
 * @param meta how the policies that there are become a meta-strategy
 * @param budget most matches of each search for a best response
 * @param seed all seeds follow from it
 * @param cells matches of each pair of policies
 * @param seeds of each search
 */
public record PsroSettings(int rounds, Meta meta, int budget, long seed, int cells, OracleSettings.Counts seeds) {
    /** Most rounds. */
    public static final int MAX_ROUNDS = 100;

    /** Largest seed: each search takes one of its own. */
    public static final int MAX_SEED = 1_000_000;

    private static final int SEARCHES = 2 * (MAX_ROUNDS + 1);
    private static final long CELLS = 5_000_000;

    /** A mixture of policies. */
    public enum Meta {
        /** A Nash equilibrium of the matrix. */
        NASH,
        /** All policies alike. */
        UNIFORM;

        /** Returns the word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks the numbers; throws IllegalArgumentException. */
    public PsroSettings {
        if (rounds < 0 || rounds > MAX_ROUNDS || seed < 0 || seed > MAX_SEED || cells < 1) {
            throw new IllegalArgumentException("rounds " + rounds + ", seed " + seed + ", cells " + cells);
        }
    }

    OracleSettings search(int iteration, Side role) {
        return new OracleSettings(
                role, OracleSettings.By.TABLE, budget, SEARCHES * seed + 2L * iteration + role.ordinal(), seeds);
    }

    long firstCell() {
        return search(0, Side.US).firstTrain() + CELLS;
    }
}
