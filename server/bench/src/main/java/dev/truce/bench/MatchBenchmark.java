package dev.truce.bench;

import dev.truce.bot.BotFactory;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.bots.Roster;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.Recording;
import dev.truce.scenario.Scenarios;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Speed of a full round in process: two bots see and decide, the referee checks and resolves, both seats' views are made.
 * Times are per round of a match of twelve, so a twelfth of making the match and of its result is in them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
// One core: the collector that Java chooses on a machine with one processor, and that workers of a tournament want.
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
public class MatchBenchmark {
    private static final int ROUNDS = 12;

    /** US bot and Chinese bot. */
    @Param({"hold-tft", "tft-random"})
    public String pair = "hold-tft";

    /** How much is kept for a record. */
    @Param({"NONE", "CHAIN", "TEXT"})
    public Recording recording = Recording.NONE;

    private final Rules rules = Rules.of(Scenarios.busan2025());
    private final InProcessMatch runner = new InProcessMatch(rules);
    private Pairing pairing = pairing("hold-tft");
    private long seed;

    /** Seats the bots. */
    @Setup(Level.Trial)
    public void seat() {
        pairing = pairing(pair);
    }

    /**
     * One round, of matches with ever new seeds.
     *
     * @return the match, so that nothing is optimised away
     */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public Played round() {
        MatchSetup setup = new MatchSetup(
                seed++, new Horizon.Fixed(ROUNDS), rules.scenario().calendar(), MatchSetup.Conditions.PLAY);
        return runner.play(setup, pairing, recording);
    }

    private static Pairing pairing(String pair) {
        int hyphen = pair.indexOf('-');
        return new Pairing(bot(pair.substring(0, hyphen)), bot(pair.substring(hyphen + 1)), 1, 0);
    }

    private static BotFactory bot(String name) {
        return Roster.find(name).orElseThrow();
    }
}
