package dev.truce.app.classroom;

import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each table of a class the seed of what it has alone, so that the hands of the class are balanced: each pair of types, counted as
 * above or below their mean, and each hand of red lines of a side comes up about equally often. It looks at a bounded number of seeds a
 * table and takes the first of those whose hands the class has had least.
 */
public final class TableHands {
    /** Seeds that are looked at for a table, at most. With 10 and 6 hands of lines a certain one of all is found after 240 on average. */
    private static final int ATTEMPTS = 2_000;

    private final Rules rules;
    private final MatchSetup usual;
    private final Tally types = new Tally(1 << Side.values().length);
    private final Tally us;
    private final Tally cn;

    /** How often each of some things has come up. */
    private static final class Tally {
        private final long things;
        private final Map<Object, Integer> counts = new HashMap<>();

        Tally(long things) {
            this.things = things;
        }

        /** How often a thing has come up beyond that which has come up least. */
        int beyondLeast(Object thing) {
            int least = counts.size() < things ? 0 : Collections.min(counts.values());
            return counts.getOrDefault(thing, 0) - least;
        }

        void count(Object thing) {
            counts.merge(thing, 1, Integer::sum);
        }
    }

    private TableHands(Rules rules) {
        this.rules = rules;
        this.usual = rules.setup(0);
        this.us = new Tally(hands(rules, Side.US));
        this.cn = new Tally(hands(rules, Side.CN));
    }

    /** How many hands of red lines a side can have. */
    private static long hands(Rules rules, Side side) {
        int among = rules.scenario().redLines().candidates().of(side).size();
        long hands = 1;
        for (int i = 0; i < rules.scenario().redLines().perSide(); i++) {
            hands = hands * (among - i) / (i + 1);
        }
        return hands;
    }

    /** The seeds that a table could have. */
    @FunctionalInterface
    public interface Candidates {
        /**
         * One of them, each as good as drawn.
         *
         * @param table number of the table
         * @param attempt which one, from 0
         */
        long seed(int table, int attempt);
    }

    /**
     * Chooses seeds.
     *
     * @param candidates seeds to choose from; the same ones give the same choice
     * @param tables numbers of its tables
     * @return a seed for each
     */
    public static List<Long> seeds(Rules rules, Candidates candidates, List<Integer> tables) {
        TableHands hands = new TableHands(rules);
        List<Long> seeds = new ArrayList<>();
        for (int table : tables) {
            seeds.add(hands.next(candidates, table));
        }
        return seeds;
    }

    private long next(Candidates candidates, int table) {
        long best = candidates.seed(table, 0);
        int fewest = beyondLeast(start(best));
        for (int attempt = 1; attempt < ATTEMPTS && fewest > 0; attempt++) {
            long tried = candidates.seed(table, attempt);
            int before = beyondLeast(start(tried));
            if (before < fewest) {
                fewest = before;
                best = tried;
            }
        }
        MatchState chosen = start(best);
        types.count(types(chosen));
        us.count(chosen.redLines().us());
        cn.count(chosen.redLines().cn());
        return best;
    }

    private MatchState start(long ofTable) {
        return rules.start(new MatchSetup(0, ofTable, usual.horizon(), usual.calendar(), usual.conditions()));
    }

    private int beyondLeast(MatchState start) {
        return types.beyondLeast(types(start))
                + us.beyondLeast(start.redLines().us())
                + cn.beyondLeast(start.redLines().cn());
    }

    private static int types(MatchState start) {
        return (start.us().type() > 1 ? 1 : 0) + (start.cn().type() > 1 ? 2 : 0);
    }
}
