package dev.truce.bots.policy;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Talks;
import dev.truce.bots.reference.ValueOffers;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Packages written by numbers that an optimiser sets, other ones before the first date of red lines, after it, and after the second:
 * what is asked of the other side, how much is given, which clauses are left out or say nothing, for how long, and from what gain on an
 * offer of the other side is accepted, be it fair or not.
 */
final class WrittenOffers extends ValueOffers {
    /** Phases of the match. */
    private static final int PHASES = 3;

    private static final int KIND = 0;
    private static final int ASK = 1;
    private static final int GIVE = 2;
    private static final int CLAUSES = 3;
    private static final int ROUNDS = 4;
    private static final int ACCEPT = 5;
    /** How many values each number has. Asks are sets of at most five instruments. */
    private static final int[] SIZES = {2, 32, 6, 4, 4, 6};

    private static final int[] LENGTHS = {8, 4, 2, 1};
    /** Points a round that an offer has to bring; the first stands for what another bot accepts. */
    private static final double[] GAINS = {GAIN, -5, 0, GAIN, 2, 5};

    /** What of its own clauses a package leaves out or makes void. */
    private static final int NO_DUTIES = 1;

    private static final int NO_FLOORS = 2;
    private static final int VOID = 3;

    private final int[][] genes;
    private int passed;

    WrittenOffers(Scenario scenario, Side side, int[][] genes) {
        super(scenario, side);
        this.genes = genes;
    }

    /** Returns the numbers with which it leaves offers and acceptances to another bot. */
    static int[][] none() {
        return new int[PHASES][SIZES.length];
    }

    static int[][] random(SplitMix64 random) {
        int[][] genes = none();
        for (int[] phase : genes) {
            Arrays.setAll(phase, gene -> random.nextInt(SIZES[gene]));
        }
        return genes;
    }

    static int[][] copy(int[][] genes) {
        return Arrays.stream(genes).map(int[]::clone).toArray(int[][]::new);
    }

    /** Sets one number by chance. */
    static void change(int[][] genes, SplitMix64 random) {
        int[] phase = genes[random.nextInt(PHASES)];
        int gene = random.nextInt(SIZES.length);
        phase[gene] = random.nextInt(SIZES[gene]);
    }

    @Override
    public void opened(Observation seen, Talks heard) {
        super.opened(seen, heard);
        passed += isDate(seen) ? 1 : 0;
    }

    private int[] phase() {
        return genes[Math.min(PHASES - 1, passed)];
    }

    @Override
    protected Terms.@Nullable Package best(Observation seen) {
        return written(phase());
    }

    /** Returns whether it offers in the open round, or another bot does. */
    boolean offers() {
        return phase()[KIND] == 1;
    }

    /** Returns whether it accepts offers of the open round, or another bot does. */
    boolean accepts() {
        return phase()[ACCEPT] > 0;
    }

    private Terms.Package written(int[] now) {
        List<Instrument> given = new ArrayList<>(coldCandidates().stream()
                .sorted(Comparator.comparingDouble(own -> -values.toHolder(own)))
                .limit(now[GIVE])
                .toList());
        List<Instrument> theirs = candidates(side.other());
        for (int i = 0; i < theirs.size(); i++) {
            if ((now[ASK] >> i & 1) == 1) {
                given.add(theirs.get(i));
            }
        }
        List<Pledge> pledges = new ArrayList<>();
        for (Pledge pledge : values.giving(given).pledges()) {
            Instrument instrument = pledge.instrument();
            boolean own = instrument.holder() == side && !given.contains(instrument);
            boolean isLeftOut = own
                    && ((now[CLAUSES] == NO_DUTIES && !instrument.isCovert())
                            || (now[CLAUSES] == NO_FLOORS && instrument.isCovert()));
            if (!isLeftOut) {
                pledges.add(own && now[CLAUSES] == VOID ? new Pledge(instrument, worst(instrument)) : pledge);
            }
        }
        return new Terms.Package(
                pledges, Math.min(LENGTHS[now[ROUNDS]], scenario.layers().longest()), false);
    }

    /** Returns the bound that binds nothing. */
    private int worst(Instrument instrument) {
        return instrument.isCovert() ? 0 : scenario.spec(instrument).ladder().size() - 1;
    }

    @Override
    public AcceptanceRule acceptance(Observation seen, int level) {
        int wanted = phase()[ACCEPT];
        return offered -> offered instanceof Terms.Package ? gain(after(seen, offered)) >= GAINS[wanted] : isDue(seen);
    }
}
