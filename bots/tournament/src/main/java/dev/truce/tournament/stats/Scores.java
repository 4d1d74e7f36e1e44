package dev.truce.tournament.stats;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scores of all pairs of a tournament, void ones left out, in few bytes. Filled once, then read. */
public final class Scores {
    /** Numbers kept of a pair: both bots and four scores. */
    private static final int WIDTH = 6;

    private static final int[] NOWHERE = {};

    private final List<String> names;
    private int[] numbers = new int[WIDTH * 64];
    private boolean[] clean = new boolean[64];
    private int pairs;
    private int voids;
    private final Map<Long, Places> byFixture = new LinkedHashMap<>();

    /** The places of a fixture's pairs, in order. */
    private static final class Places {
        private int[] places = new int[8];
        private int count;

        void add(int place) {
            if (count == places.length) {
                places = Arrays.copyOf(places, 2 * count);
            }
            places[count++] = place;
        }

        int[] all() {
            return Arrays.copyOf(places, count);
        }
    }

    /** Begins without a pair. */
    public Scores(List<String> names) {
        this.names = List.copyOf(names);
    }

    /** Adds the next pair. */
    public void add(ScoredPair pair) {
        if (pair.isVoid()) {
            voids++;
            return;
        }
        if (pairs == clean.length) {
            clean = Arrays.copyOf(clean, 2 * pairs);
            numbers = Arrays.copyOf(numbers, 2 * WIDTH * pairs);
        }
        int at = pairs * WIDTH;
        numbers[at] = pair.first();
        numbers[at + 1] = pair.second();
        numbers[at + 2] = pair.firstAsUs();
        numbers[at + 3] = pair.secondAsCn();
        numbers[at + 4] = pair.secondAsUs();
        numbers[at + 5] = pair.firstAsCn();
        clean[pairs] = pair.isClean();
        byFixture
                .computeIfAbsent(key(pair.first(), pair.second()), key -> new Places())
                .add(pairs);
        pairs++;
    }

    private static long key(int first, int second) {
        return (long) first << 32 | second;
    }

    public List<String> names() {
        return names;
    }

    /** Returns the number of bots. */
    public int bots() {
        return names.size();
    }

    /** Pairs that count; void pairs do not. */
    public int pairs() {
        return pairs;
    }

    public int voids() {
        return voids;
    }

    /** Returns a pair by its place among those that count. */
    public ScoredPair pair(int place) {
        int at = place * WIDTH;
        return new ScoredPair(
                0,
                numbers[at],
                numbers[at + 1],
                numbers[at + 2],
                numbers[at + 3],
                numbers[at + 4],
                numbers[at + 5],
                clean[place],
                false);
    }

    /** Returns the places of the pairs of two bots, in order; the bots in the order in which they were paired. */
    public int[] places(int first, int second) {
        Places places = byFixture.get(key(first, second));
        return places == null ? NOWHERE : places.all();
    }

    /** Returns the number of pairs of two bots, in the order in which they were paired. */
    public int pairs(int first, int second) {
        Places places = byFixture.get(key(first, second));
        return places == null ? 0 : places.count;
    }

    /** Returns the fixtures, each as first and second bot, in the order in which they were first played. */
    public List<int[]> fixtures() {
        return byFixture.keySet().stream()
                .map(key -> new int[] {(int) (key >> 32), (int) (long) key})
                .toList();
    }

    /** Returns the score of a bot in each pair against another, mean over both matches, points. The order of the two does not matter. */
    public double[] against(int bot, int other) {
        int[] as = places(bot, other);
        int[] reverse = bot == other ? NOWHERE : places(other, bot);
        double[] scores = new double[as.length + reverse.length];
        int i = 0;
        for (int place : as) {
            ScoredPair pair = pair(place);
            scores[i++] = bot == other ? (pair.ofFirst() + pair.ofSecond()) / 2 : pair.ofFirst();
        }
        for (int place : reverse) {
            scores[i++] = pair(place).ofSecond();
        }
        return scores;
    }

    /** Returns the score of a bot in one seat in each pair against another, points. */
    public double[] against(Side seat, int bot, int other) {
        int[] as = places(bot, other);
        int[] reverse = bot == other ? NOWHERE : places(other, bot);
        double[] scores = new double[as.length + reverse.length];
        int i = 0;
        for (int place : as) {
            scores[i++] = numbers[place * WIDTH + BySide.pick(seat, 2, 5)] / 10_000.0;
        }
        for (int place : reverse) {
            scores[i++] = numbers[place * WIDTH + BySide.pick(seat, 4, 3)] / 10_000.0;
        }
        return scores;
    }

    /** Returns how many blocks all fixtures have, at least 2; 0 if they have unequally many pairs, or one. */
    public int blocks() {
        int blocks = -1;
        for (int[] fixture : fixtures()) {
            int pairs = pairs(fixture[0], fixture[1]);
            if (blocks >= 0 && blocks != pairs) {
                return 0;
            }
            blocks = pairs;
        }
        return blocks < 2 ? 0 : blocks;
    }

    /**
     * Returns the scores of some blocks, each as often as it is named.
     *
     * @param chosen blocks from 0, of {@link #blocks()}
     */
    Scores ofBlocks(int[] chosen) {
        Scores some = new Scores(names);
        byFixture.values().forEach(places -> {
            for (int block : chosen) {
                some.add(pair(places.places[block]));
            }
        });
        return some;
    }

    /** Returns whether everybody met everybody and itself. */
    public boolean isWhole() {
        for (int bot = 0; bot < bots(); bot++) {
            for (int other = 0; other < bots(); other++) {
                if (pairs(bot, other) == 0 && pairs(other, bot) == 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
