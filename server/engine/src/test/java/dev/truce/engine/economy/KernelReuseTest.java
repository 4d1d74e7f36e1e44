package dev.truce.engine.economy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kernel may be reused for any number of matches, and kernels do not know each other. */
class KernelReuseTest {
    private static final int QUARTERS = 60;
    private static final int WARM_UP = 20_000;
    private static final int MEASURED = 100_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void twoInterleavedKernelsGiveTheBitsOfOneAlone(long seed) {
        List<EconomyState> alone = states(seed);
        List<EconomyState> otherAlone = states(-seed);
        Economy one = PolicyPath.atBusan();
        Economy other = PolicyPath.atBusan();
        RandomPolicies policies = new RandomPolicies(seed);
        RandomPolicies otherPolicies = new RandomPolicies(-seed);
        QuarterPolicy policy = new QuarterPolicy();
        for (int q = 0; q < QUARTERS; q++) {
            policies.next(policy);
            one.step(policy);
            otherPolicies.next(policy);
            other.step(policy);
            assertThat(one.save()).isEqualTo(alone.get(q));
            assertThat(other.save()).isEqualTo(otherAlone.get(q));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void aUsedKernelGivesTheBitsOfAFreshOne(long seed) {
        Economy used = PolicyPath.MUTUAL_WAR.after(5);
        used.load(StartPath.busan());
        RandomPolicies policies = new RandomPolicies(seed);
        QuarterPolicy policy = new QuarterPolicy();
        for (EconomyState expected : states(seed)) {
            policies.next(policy);
            used.step(policy);
            assertThat(used.save()).isEqualTo(expected);
        }
    }

    @Test
    void savingAndLoadingBetweenQuartersChangesNothing() {
        Economy economy = new Economy();
        EconomyState state = StartPath.busan();
        RandomPolicies policies = new RandomPolicies(9);
        QuarterPolicy policy = new QuarterPolicy();
        for (EconomyState expected : states(9)) {
            policies.next(policy);
            economy.load(state);
            economy.step(policy);
            state = economy.save();
            assertThat(state).isEqualTo(expected);
        }
    }

    @Test
    void aStepAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        Economy economy = PolicyPath.atBusan();
        QuarterPolicy policy = new QuarterPolicy();
        double sum = quarters(economy, policy, WARM_UP);
        threads.getThreadAllocatedBytes(self);
        long before = threads.getThreadAllocatedBytes(self);
        sum += quarters(economy, policy, MEASURED);
        long after = threads.getThreadAllocatedBytes(self);
        assertThat(sum).isFinite();
        assertThat(after - before).isZero();
    }

    /** Sets a changing policy, advances and reads outputs, as a match does. */
    private static double quarters(Economy economy, QuarterPolicy policy, int count) {
        double sum = 0;
        for (int q = 0; q < count; q++) {
            double rate = (q % 7) / 10.0;
            policy.layers(rate, rate, 1, rate).addUsDuty(Sector.SEM, .25).ice(rate / 50, 0);
            policy.soy(q % 9).ree((q % 5) / 4.0).chip((q % 3) / 2.0);
            economy.step(policy);
            sum += economy.realIncome(Region.US) + economy.goodsImports(Region.US, Region.CN) + economy.soyMarketMmt();
        }
        return sum;
    }

    private static List<EconomyState> states(long seed) {
        Economy economy = PolicyPath.atBusan();
        RandomPolicies policies = new RandomPolicies(seed);
        QuarterPolicy policy = new QuarterPolicy();
        List<EconomyState> states = new ArrayList<>();
        for (int q = 0; q < QUARTERS; q++) {
            policies.next(policy);
            economy.step(policy);
            states.add(economy.save());
        }
        return states;
    }
}
