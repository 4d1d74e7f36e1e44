package dev.truce.tournament;

import java.util.ArrayList;
import java.util.List;

/** All games of a round robin, by US bot, Chinese bot and seed. Immutable. */
public final class Games {
    private final List<String> names;
    private final int seeds;
    private final Game[] games;

    /**
     * Holds games.
     *
     * @param names of the bots
     * @param bySeed for each seed the games of all ordered pairs, US bot first
     */
    Games(List<String> names, List<Game[]> bySeed) {
        this.names = List.copyOf(names);
        this.seeds = bySeed.size();
        int pairs = names.size() * names.size();
        games = new Game[pairs * seeds];
        for (int seed = 0; seed < seeds; seed++) {
            System.arraycopy(bySeed.get(seed), 0, games, seed * pairs, pairs);
        }
    }

    /**
     * Returns the games of some of the bots among each other.
     *
     * @param wanted their names, in the order of the new tables
     * @throws IllegalArgumentException if one of them did not play
     */
    public Games among(List<String> wanted) {
        int[] places = new int[wanted.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = names.indexOf(wanted.get(i));
            if (places[i] < 0) {
                throw new IllegalArgumentException(wanted.get(i) + " did not play; there are " + names);
            }
        }
        List<Game[]> bySeed = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            Game[] chosen = new Game[places.length * places.length];
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = game(places[i / places.length], places[i % places.length], seed);
            }
            bySeed.add(chosen);
        }
        return new Games(wanted, bySeed);
    }

    /** Returns the games of all but one of the bots. */
    public Games without(String name) {
        List<String> others = new ArrayList<>(names);
        others.remove(name);
        return among(others);
    }

    /** Returns the names of the bots. */
    public List<String> names() {
        return names;
    }

    /** Returns the number of bots. */
    public int bots() {
        return names.size();
    }

    /** Returns the number of seeds. */
    public int seeds() {
        return seeds;
    }

    /** Returns one game; {@code seed} is its index, from 0. */
    public Game game(int us, int cn, int seed) {
        return games[(seed * names.size() + us) * names.size() + cn];
    }
}
