package dev.truce.bots.policy;

import static dev.truce.engine.board.Instrument.CN_AGRI_TARIFF;
import static dev.truce.engine.board.Instrument.CN_LICENCE_PACE;
import static dev.truce.engine.board.Instrument.CN_RARE_EARTHS_OCTOBER;
import static dev.truce.engine.board.Instrument.CN_UNRELIABLE_ENTITIES;
import static dev.truce.engine.board.Instrument.US_AFFILIATES_RULE;
import static dev.truce.engine.board.Instrument.US_SECTION232_DUTIES;
import static dev.truce.engine.board.Instrument.US_SECTION301_INVESTIGATION;
import static dev.truce.engine.board.Instrument.US_SECTION301_TARIFF;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bots.posture.OrderPlan;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.posture.Retaliation;
import dev.truce.bots.reference.OfferPolicy;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.legality.Legality;
import dev.truce.engine.view.Observation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A strategy in a table, which an optimiser can change bit by bit: what to do in each of the first three rounds, in each of 36 situations
 * after them (four classes of the other side's escalation, three depths of agreement, three phases of the match), and in the last round
 * where that is known. What to do is ten numbers: the four gears of a posture, the offer, the levels of four smaller instruments, and
 * whether all that or what another bot orders. Where sides have red lines it also writes packages of its own, see {@link WrittenOffers}, or
 * leaves them to the other bot. It remembers the situations it has met, so it is confined to one thread.
 */
public final class TablePolicy {
    /** Rounds that are situations of their own. */
    private static final int OPENING = 3;

    private static final int SITUATIONS = 36;
    /** Situations: the opening, all others, and a last round that is known. */
    private static final int CELLS = OPENING + SITUATIONS + 1;

    /** Numbers for each situation. */
    private static final int GENES = 10;

    private static final int FIRST_SMALL = 5;
    private static final int FOLLOWS = GENES - 1;

    private static final List<Instrument> US_SMALL =
            List.of(US_SECTION301_INVESTIGATION, US_SECTION301_TARIFF, US_SECTION232_DUTIES, US_AFFILIATES_RULE);
    private static final List<Instrument> CN_SMALL =
            List.of(CN_UNRELIABLE_ENTITIES, CN_AGRI_TARIFF, CN_RARE_EARTHS_OCTOBER, CN_LICENCE_PACE);

    /** How many values each number has, by side. */
    private static final int[][] SIZES = {
        {Posture.TARIFFS, Posture.CHOKES, Posture.COMPLIANCES, Posture.PORTS, 3, 2, 3, 2, 2, 2},
        {Posture.TARIFFS, Posture.CHOKES, Posture.COMPLIANCES, Posture.PORTS, 3, 2, 4, 4, 4, 2}
    };

    /** As the other bot; else the truce, offering the deep set, with the smaller instruments as at Busan. */
    private static final int[][] FOLLOWING = {{2, 1, 2, 0, 2, 0, 0, 1, 0, 1}, {2, 1, 2, 0, 2, 0, 0, 0, 2, 1}};

    /** One change in so many is one of the packages. */
    private static final int PACKAGE_CHANGES = 3;

    /** Mildest level of a duty: without an investigation there is no other. */
    private static final int NO_DUTY = 0;

    private static final int DEALS = 3;
    private static final int PHASES = 3;
    /** Last rounds of the first two phases. */
    private static final int[] PHASE_ENDS = {5, 9};
    /** Escalation of the other side from which the second, third and fourth class begin. */
    private static final double[] CLASSES = {.3, .9, 2.8};

    private final Side side;
    private final int[][] genes;
    /** What its own packages are like, by phase. */
    private final int[][] packages;

    private final boolean[] met = new boolean[CELLS];

    private TablePolicy(Side side, int[][] genes, int[][] packages) {
        this.side = side;
        this.genes = genes;
        this.packages = packages;
    }

    /** Returns the policy that does in every situation what the other bot does. */
    public static TablePolicy following(Side side) {
        int[][] genes = new int[CELLS][];
        Arrays.setAll(genes, cell -> FOLLOWING[side.ordinal()].clone());
        return new TablePolicy(side, genes, WrittenOffers.none());
    }

    /** Returns a policy whose numbers are all drawn by chance. */
    public static TablePolicy random(Side side, SplitMix64 random) {
        int[][] genes = new int[CELLS][GENES];
        for (int[] cell : genes) {
            for (int gene = 0; gene < GENES; gene++) {
                cell[gene] = random.nextInt(SIZES[side.ordinal()][gene]);
            }
        }
        return new TablePolicy(side, genes, WrittenOffers.random(random));
    }

    /** Returns a copy with new random numbers for some of the situations that were met, or for any if none was met. */
    public TablePolicy changed(SplitMix64 random, int numbers) {
        int[] cells = cellsMet();
        int[][] changed = new int[CELLS][];
        Arrays.setAll(changed, cell -> genes[cell].clone());
        int[][] written = WrittenOffers.copy(packages);
        for (int i = 0; i < numbers; i++) {
            if (random.nextInt(PACKAGE_CHANGES) == 0) {
                WrittenOffers.change(written, random);
                continue;
            }
            int cell = cells[random.nextInt(cells.length)];
            int gene = random.nextInt(GENES);
            changed[cell][gene] = random.nextInt(SIZES[side.ordinal()][gene]);
        }
        return new TablePolicy(side, changed, written);
    }

    /**
     * Returns the bot that plays by it, in its side's seat only.
     *
     * @param other the bot that it follows where its numbers say so
     */
    public BotFactory factory(BotFactory other) {
        return BotFactory.of("table", seat -> new AttackingBot(seat, other.create(seat)));
    }

    /** The bot. */
    private final class AttackingBot implements Negotiator {
        private final Bot other;
        private final Player player = new Player();
        private final ReferenceBot own;
        private final @Nullable WrittenOffers written;

        AttackingBot(BotSeat seat, Bot other) {
            this.other = other;
            written = seat.scenario().redLines().exist()
                    ? new WrittenOffers(seat.scenario(), seat.side(), packages)
                    : null;
            own = new ReferenceBot(
                    seat,
                    player,
                    Retaliation.NONE,
                    written == null ? OfferPolicy.of(seat.scenario(), seat.side()) : written);
        }

        @Override
        public Decision decide(Observation observation, Talks talks) {
            Decision theirs = other.decide(observation, talks);
            Decision mine = own.decide(observation, talks);
            boolean offers = written != null && written.offers();
            boolean accepts = written != null && written.accepts();
            return new Decision(
                    player.follows() ? theirs.orders() : mine.orders(),
                    offers ? mine.offer() : theirs.offer(),
                    offers ? null : theirs.answers(),
                    accepts ? mine.acceptance() : theirs.acceptance(),
                    theirs.dealings());
        }
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
        if (seen.round() == seen.seen().knownRounds()) {
            return CELLS - 1;
        }
        if (seen.round() <= OPENING) {
            return seen.round() - 1;
        }
        int phase = 0;
        while (phase < PHASE_ENDS.length && seen.round() > PHASE_ENDS[phase]) {
            phase++;
        }
        int escalation = 0;
        while (escalation < CLASSES.length && seen.gOp() >= CLASSES[escalation]) {
            escalation++;
        }
        return OPENING + (escalation * DEALS + seen.deal()) * PHASES + phase;
    }

    /** What it does where it does not follow the other bot. */
    private final class Player implements Strategy {
        private int[] now = genes[0];

        boolean follows() {
            return now[FOLLOWS] == 1;
        }

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
                draft.set(small.get(i), now[FIRST_SMALL + i]);
            }
            if (small.contains(US_SECTION301_TARIFF) && draft.get(US_SECTION301_INVESTIGATION) == Legality.PAUSED) {
                draft.set(US_SECTION301_TARIFF, NO_DUTY);
            }
        }
    }
}
