package dev.truce.tournament.plan;

import java.util.List;

/**
 * A part of a tournament whose pairs are known before the first of them is played.
 *
 * @param number number of the stage, from 0
 * @param firstPair index of its first pair
 * @param fixtures who meets whom
 * @param end index after its last pair
 */
public record Stage(int number, int firstPair, List<Fixture> fixtures, int end) {
    public Stage {
        fixtures = List.copyOf(fixtures);
    }

    /**
     * Returns a stage with all of its pairs.
     *
     * @param pairs how many each fixture has, at least 1
     */
    public static Stage of(int number, int firstPair, List<Fixture> fixtures, int pairs) {
        return new Stage(number, firstPair, fixtures, firstPair + fixtures.size() * pairs);
    }

    /** Returns the same stage without the pairs from an index on. */
    Stage until(int index) {
        return new Stage(number, firstPair, fixtures, index);
    }

    /** Returns the number of its pairs. */
    public int size() {
        return end - firstPair;
    }

    /**
     * Returns a pair. All fixtures play their first pair, then all their second and so on, so that what has been played at any
     * time is nearly balanced.
     *
     * @param index index in the tournament, from {@link #firstPair} to {@link #end} - 1
     * @param master the master seed
     */
    public PairSpec pairSpec(int index, long master) {
        if (index < firstPair || index >= end()) {
            throw new IllegalArgumentException("pair " + index + ", expected " + firstPair + ".." + (end() - 1));
        }
        Fixture fixture = fixtures.get((index - firstPair) % fixtures.size());
        return new PairSpec(index, number, fixture.first(), fixture.second(), Seeds.ofPair(master, index));
    }

    /**
     * Two bots that meet, as often as the plan says.
     *
     * @param first index of the bot that plays the US in the first match of each pair
     * @param second index of the other; the same as the first if a bot meets itself
     */
    public record Fixture(int first, int second) {}
}
