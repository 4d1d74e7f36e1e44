package dev.truce.tournament.plan;

import java.util.Locale;
import java.util.Optional;

/** Kinds of tournaments. */
public enum Format {
    /** Everybody against everybody. */
    RR,
    /** The first bot against every other. */
    GAUNTLET,
    /** Bots with equally many wins meet, stage after stage. */
    SWISS,
    /** Who loses a fixture is out. */
    KNOCKOUT,
    /** Everybody against everybody and itself; from the payoffs follows how a large mixed field would change. */
    REPLICATOR,
    /** The same for a small field in which chance plays. */
    MORAN;

    /** Most bots of a tournament. */
    public static final int MAX_BOTS = 200;

    /** Most pairs of a tournament; their indices are ints. */
    public static final int MAX_PAIRS = 100_000_000;

    /** Returns the word for it in commands and files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> find(String word) {
        for (Format format : values()) {
            if (format.word().equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Returns whether bots meet themselves in it whatever was asked for. */
    public boolean needsSelf() {
        return this == REPLICATOR || this == MORAN;
    }

    /**
     * Returns the plan of a tournament.
     *
     * @param bots how many, 2..{@link #MAX_BOTS}
     * @param pairs pairs of each fixture, at least 1
     * @param self whether bots of a round robin meet themselves too
     * @throws IllegalArgumentException if there are too few or too many bots or pairs
     */
    public TournamentPlan plan(int bots, int pairs, boolean self) {
        if (bots < 2 || bots > MAX_BOTS) {
            throw new IllegalArgumentException(bots + " bots, expected 2.." + MAX_BOTS);
        }
        long most = (long) pairs * bots * (bots + 1) / 2;
        if (pairs < 1 || most > MAX_PAIRS) {
            throw new IllegalArgumentException(
                    pairs + " pairs, expected 1.." + MAX_PAIRS / (bots * (bots + 1) / 2) + " with " + bots + " bots");
        }
        return switch (this) {
            case RR -> OneStage.roundRobin(bots, pairs, self);
            case REPLICATOR, MORAN -> OneStage.roundRobin(bots, pairs, true);
            case GAUNTLET -> OneStage.gauntlet(bots, pairs);
            case SWISS -> new Swiss(bots, pairs);
            case KNOCKOUT -> new Knockout(bots, pairs);
        };
    }
}
