package dev.truce.bots.policy;

import static dev.truce.engine.board.Instrument.CN_AGRI_TARIFF;
import static dev.truce.engine.board.Instrument.CN_LICENCE_PACE;
import static dev.truce.engine.board.Instrument.CN_RARE_EARTHS_OCTOBER;
import static dev.truce.engine.board.Instrument.CN_UNRELIABLE_ENTITIES;
import static dev.truce.engine.board.Instrument.US_AFFILIATES_RULE;
import static dev.truce.engine.board.Instrument.US_SECTION232_DUTIES;
import static dev.truce.engine.board.Instrument.US_SECTION301_INVESTIGATION;
import static dev.truce.engine.board.Instrument.US_SECTION301_TARIFF;

import dev.truce.bot.BotFactory;
import dev.truce.bots.posture.OrderPlan;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import java.util.Arrays;
import java.util.List;

/**
 * A strategy in a table, which an optimiser can change bit by bit: what to do in round 1, and in each of 36 situations after it
 * (four classes of the other side's escalation, three depths of agreement, three phases of the match). What to do is nine
 * numbers: the four gears of a posture, the offer, and the levels of four smaller instruments. It offers, accepts and keeps its
 * word as the reference strategies do. It remembers the situations it has met, so it is confined to one thread.
 */
public final class TablePolicy {
    /** Situations. */
    public static final int CELLS = 37;

    /** Numbers for each situation. */
    public static final int GENES = 9;

    private static final List<Instrument> US_SMALL =
            List.of(US_SECTION301_INVESTIGATION, US_SECTION301_TARIFF, US_SECTION232_DUTIES, US_AFFILIATES_RULE);
    private static final List<Instrument> CN_SMALL =
            List.of(CN_UNRELIABLE_ENTITIES, CN_AGRI_TARIFF, CN_RARE_EARTHS_OCTOBER, CN_LICENCE_PACE);

    /** How many values each number has, by side. */
    private static final int[][] SIZES = {
        {Posture.TARIFFS, Posture.CHOKES, Posture.COMPLIANCES, Posture.PORTS, 3, 2, 3, 2, 2},
        {Posture.TARIFFS, Posture.CHOKES, Posture.COMPLIANCES, Posture.PORTS, 3, 2, 4, 4, 4}
    };

    /** The truce, offering the deep set, with the smaller instruments as at Busan. */
    private static final int[][] AT_BUSAN = {{2, 1, 2, 0, 2, 0, 0, 1, 0}, {2, 1, 2, 0, 2, 0, 0, 0, 2}};

    private static final int DEALS = 3;
    private static final int PHASES = 3;
    /** Last rounds of the first two phases. */
    private static final int[] PHASE_ENDS = {5, 9};
    /** Escalation of the other side from which the second, third and fourth class begin. */
    private static final double[] CLASSES = {.3, .9, 2.8};

    private final Side side;
    private final int[][] genes;
    private final boolean[] met = new boolean[CELLS];

    private TablePolicy(Side side, int[][] genes) {
        this.side = side;
        this.genes = genes;
    }

    /** Returns the policy that holds the truce in every situation and offers the deep set. */
    public static TablePolicy atBusan(Side side) {
        int[][] genes = new int[CELLS][];
        Arrays.setAll(genes, cell -> AT_BUSAN[side.ordinal()].clone());
        return new TablePolicy(side, genes);
    }

    /** Returns a policy whose numbers are all drawn by chance. */
    public static TablePolicy random(Side side, SplitMix64 random) {
        int[][] genes = new int[CELLS][GENES];
        for (int[] cell : genes) {
            for (int gene = 0; gene < GENES; gene++) {
                cell[gene] = random.nextInt(SIZES[side.ordinal()][gene]);
            }
        }
        return new TablePolicy(side, genes);
    }

    /** Returns a copy with new random numbers for some of the situations that were met, or for any if none was met. */
    public TablePolicy changed(SplitMix64 random, int numbers) {
        int[] cells = cellsMet();
        int[][] changed = new int[CELLS][];
        Arrays.setAll(changed, cell -> genes[cell].clone());
        for (int i = 0; i < numbers; i++) {
            int cell = cells[random.nextInt(cells.length)];
            int gene = random.nextInt(GENES);
            changed[cell][gene] = random.nextInt(SIZES[side.ordinal()][gene]);
        }
        return new TablePolicy(side, changed);
    }

    /** Returns the bot that plays by it, in its side's seat only. */
    public BotFactory factory() {
        return ReferenceBot.factory("table", "Plays by a table that an optimiser has made.", seat -> new Player());
    }

    private int[] cellsMet() {
        int[] cells = new int[CELLS];
        int count = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            if (met[cell]) {
                cells[count++] = cell;
            }
        }
        if (count == 0) {
            Arrays.setAll(cells, cell -> cell);
            return cells;
        }
        return Arrays.copyOf(cells, count);
    }

    private static int cell(Reading seen) {
        if (seen.round() == 1) {
            return 0;
        }
        int phase = 0;
        while (phase < PHASE_ENDS.length && seen.round() > PHASE_ENDS[phase]) {
            phase++;
        }
        int escalation = 0;
        while (escalation < CLASSES.length && seen.gOp() >= CLASSES[escalation]) {
            escalation++;
        }
        return 1 + (escalation * DEALS + seen.deal()) * PHASES + phase;
    }

    /** The bot. */
    private final class Player implements Strategy {
        private int[] now = genes[0];

        @Override
        public Stance choose(Reading seen) {
            int cell = cell(seen);
            met[cell] = true;
            now = genes[cell];
            return Stance.of(now[0], now[1], now[2], now[3], now[4]);
        }

        @Override
        public void adjust(Reading seen, Stance chosen, OrderPlan draft) {
            List<Instrument> small = BySide.pick(side, US_SMALL, CN_SMALL);
            for (int i = 0; i < small.size(); i++) {
                draft.set(small.get(i), now[GENES - small.size() + i]);
            }
        }
    }
}
