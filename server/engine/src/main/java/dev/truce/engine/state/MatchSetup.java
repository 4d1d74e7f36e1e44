package dev.truce.engine.state;

import dev.truce.engine.chance.Draws;
import dev.truce.engine.scenario.Calendar;
import dev.truce.engine.scenario.Horizon;
import org.jspecify.annotations.Nullable;

/**
 * What makes one match of a scenario differ from another. Nothing of it changes during the match, but that the host may let it end earlier.
 *
 * @param seed seed of every draw; a secret of the host until the match is over
 * @param tableSeed seed of the draws that a table of a class does not share with the others (see {@link
 *     dev.truce.engine.chance.Purpose#isCommon}), as secret as the seed; null if the seed is that of all draws
 * @param horizon when the match ends
 * @param calendar summit rounds; the scenario's unless a test against published tables needs others
 * @param conditions switches of laboratory runs
 */
public record MatchSetup(
        long seed, @Nullable Long tableSeed, Horizon horizon, Calendar calendar, Conditions conditions) {

    /** The setup of a match whose draws all have one seed. */
    public MatchSetup(long seed, Horizon horizon, Calendar calendar, Conditions conditions) {
        this(seed, null, horizon, calendar, conditions);
    }

    /** Returns the seed of what belongs to one side: that of the table if it has one, else that of the match. */
    public long seedOfTable() {
        return tableSeed == null ? seed : tableSeed;
    }

    /** Returns the draws of the match, none of them taken yet. */
    public Draws draws() {
        return new Draws(seed, seedOfTable());
    }

    /** Returns the setup of the same match when a round is made its last. */
    public MatchSetup endingWith(int round) {
        return new MatchSetup(seed, tableSeed, new Horizon.Fixed(round), calendar, conditions);
    }

    /**
     * Switches of laboratory runs.
     *
     * @param noise whether chance plays at all; without it types stay 1, signals are exact, no events, no false alarms
     * @param perpetualTruce whether the clauses of agreement 1 never expire
     * @param openChapter whether chip control 'open' is always legal
     */
    public record Conditions(boolean noise, boolean perpetualTruce, boolean openChapter) {
        /** How people and tournaments play. */
        public static final Conditions PLAY = new Conditions(true, false, false);
        /** Play without chance. */
        public static final Conditions NOISE_FREE = new Conditions(false, false, false);
        /** Anchors and the stage matrix: no chance, no expiry, chapter always open. */
        public static final Conditions REFERENCE = new Conditions(false, true, true);
    }
}
