package dev.truce.bench;

import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.EconomyState;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.economy.Region;
import dev.truce.engine.economy.StartPath;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Speed of the bare economy (V16): a quarter, and a match of twelve quarters with a policy set in each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EconomyStepBenchmark {
    private static final int QUARTERS = 12;

    /** Quiet: the truce of Busan. Extreme: a war that changes every quarter, with an order, port costs and both bans. */
    @Param({"truce", "war"})
    public String path = "truce";

    private final EconomyState start = StartPath.busan();
    private final Economy economy = new Economy();
    private final QuarterPolicy policy = new QuarterPolicy();
    private boolean war;
    private int quarter;

    /** Starts at Busan. */
    @Setup(Level.Iteration)
    public void load() {
        war = path.equals("war");
        economy.load(start);
        set(0);
    }

    /**
     * One quarter under a constant policy.
     *
     * @return an output, so that nothing is optimised away
     */
    @Benchmark
    public double step() {
        economy.step(policy);
        return economy.realIncome(Region.US);
    }

    /**
     * One quarter under a policy that is set again.
     *
     * @return an output
     */
    @Benchmark
    public double policyAndStep() {
        set(quarter++);
        economy.step(policy);
        return economy.realIncome(Region.US);
    }

    /**
     * A start state, then twelve times a policy, a quarter, outputs and a snapshot.
     *
     * @return the last snapshot
     */
    @Benchmark
    public EconomyState match() {
        economy.load(start);
        EconomyState state = start;
        for (int q = 0; q < QUARTERS; q++) {
            set(q);
            economy.step(policy);
            state = economy.save();
        }
        return state;
    }

    private void set(int q) {
        if (war) {
            double rate = (q % 4) * 0.4;
            policy.layers(.20, rate, 1, rate).ice(.019, .019).soy(.5).ree(.05).chip(0);
        } else {
            policy.layers(.10, .10, 1, .10).soy(6.25).ree(.85).chip(.75);
        }
    }
}
