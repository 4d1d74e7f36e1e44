package dev.truce.tournament;

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
