package dev.truce.app.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static Owner stranger(int number) {
        return new Owner("stranger " + number, false);
    }

    private static int takesAll(Allowance allowance, Owner owner) {
        int taken = 0;
        while (allowance.take(owner)) {
            taken++;
        }
        return taken;
    }

    /** However greedy those before it were, the next owner gets as much as is free, rounded up to half of it. */
    @Property(tries = 200)
    void thereIsSomethingLeftForTheNext(
            @ForAll @IntRange(min = 8, max = 5_000) int most, @ForAll @IntRange(min = 1, max = 3) int greedy) {
        Allowance allowance = new Allowance(most);
        int left = most;
        for (int i = 0; i < greedy; i++) {
            int taken = takesAll(allowance, stranger(i));
            assertThat(taken).isEqualTo((left + 1) / 2);
            left -= taken;
        }
        if (left > 0) {
            assertThat(allowance.take(stranger(greedy))).isTrue();
        }
    }

    @Test
    void aClassTakesWhateverIsFreeAndNoMore() {
        Allowance allowance = new Allowance(10);
        assertThat(takesAll(allowance, stranger(1))).isEqualTo(5);
        assertThat(takesAll(allowance, Owner.ofClass("c-1"))).isEqualTo(5);
        assertThat(allowance.take(stranger(2))).isFalse();
    }

    @Test
    void whatIsGivenBackCanBeTakenAgainOnce() {
        Allowance allowance = new Allowance(4);
        Owner one = stranger(1);
        allowance.giveBack(one);
        assertThat(takesAll(allowance, one)).isEqualTo(2);
        allowance.giveBack(one);
        assertThat(takesAll(allowance, one)).isEqualTo(1);
    }

    @Test
    void eachPeriodBeginsAgain() {
        AtomicLong millis = new AtomicLong();
        Allowance allowance = new Allowance(4, Duration.ofMinutes(1), millis::get);
        assertThat(takesAll(allowance, stranger(1))).isEqualTo(2);
        millis.set(59_999);
        assertThat(allowance.take(stranger(1))).isFalse();
        millis.set(60_000);
        assertThat(takesAll(allowance, stranger(1))).isEqualTo(2);
    }
}
