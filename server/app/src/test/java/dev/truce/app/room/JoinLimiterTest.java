package dev.truce.app.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.truce.app.quota.Owner;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class JoinLimiterTest {
    private final AtomicLong now = new AtomicLong();
    private final Ticker ticker = now::get;

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void wrongCodesAreAnsweredSlowerAndSlowerUpToThreeSeconds() {
        JoinLimiter limiter = new JoinLimiter(100, ticker);
        InetAddress here = address("192.0.2.1");
        assertThat(limiter.wrong(here)).isEqualTo(Duration.ofMillis(250));
        assertThat(limiter.wrong(here)).isEqualTo(Duration.ofMillis(500));
        for (int i = 0; i < 10_000; i++) {
            assertThat(limiter.wrong(here)).isLessThanOrEqualTo(Duration.ofSeconds(3));
        }
        assertThat(limiter.wrong(here)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void anAddressStartsAfreshAfterAMinuteOfPeace() {
        JoinLimiter limiter = new JoinLimiter(100, ticker);
        InetAddress here = address("192.0.2.1");
        for (int i = 0; i < 20; i++) {
            limiter.wrong(here);
        }
        now.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(limiter.wrong(here)).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void anotherAddressIsNotSlowedDown() {
        JoinLimiter limiter = new JoinLimiter(100, ticker);
        for (int i = 0; i < 20; i++) {
            limiter.wrong(address("192.0.2.1"));
        }
        assertThat(limiter.wrong(address("192.0.2.2"))).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void whoOwnsASlash64IsOneAddress() {
        assertThat(Owner.at(address("2001:db8:1:2::1"))).isEqualTo(Owner.at(address("2001:db8:1:2:ffff::9")));
        assertThat(Owner.at(address("2001:db8:1:2::1"))).isNotEqualTo(Owner.at(address("2001:db8:1:3::1")));
    }

    /** Each guess comes from an address of its own, so that none of them is slow for its address. */
    @Test
    void guessesAtOneStudentAreSlowedDownFromWhereverTheyCome() throws Exception {
        JoinLimiter limiter = new JoinLimiter(100_000, ticker);
        String ann = JoinLimiter.student("7QKM-2XPA", "s1 ");
        Duration last = Duration.ZERO;
        for (int i = 0; i < 1_000; i++) {
            Duration wait = limiter.wrong(
                    InetAddress.getByAddress(new byte[] {10, 0, (byte) (i >> 8), (byte) i}),
                    JoinLimiter.student("7qkm2xpa", "S1"));
            assertThat(wait).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(JoinLimiter.LONGEST_ABOUT);
            last = wait;
        }
        assertThat(last).isEqualTo(Duration.ofSeconds(10));
        assertThat(limiter.wrong(address("192.0.2.1"), ann)).isEqualTo(Duration.ofSeconds(10));
        for (String other : List.of(JoinLimiter.student("7QKM2XPA", "s2"), JoinLimiter.student("ZZZZ2222", "s1"))) {
            assertThat(limiter.wrong(address("192.0.2.2"), other)).isLessThan(Duration.ofSeconds(1));
        }
        now.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(limiter.wrong(address("192.0.2.1"), ann)).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void aMillionMadeUpStudentsFillNoTable() {
        JoinLimiter limiter = new JoinLimiter(1_000, ticker);
        for (int i = 0; i < 1_000_000; i++) {
            limiter.wrong(address("192.0.2.1"), JoinLimiter.student("7QKM2XPA", "s" + i));
        }
        limiter.students().cleanUp();
        assertThat(limiter.students().estimatedSize()).isLessThanOrEqualTo(1_000);
        assertThat(limiter.cache().estimatedSize()).isEqualTo(1);
    }

    @Test
    void aMillionMadeUpAddressesFillNoTable() throws Exception {
        JoinLimiter limiter = new JoinLimiter(1_000, ticker);
        for (int i = 0; i < 1_000_000; i++) {
            limiter.wrong(InetAddress.getByAddress(new byte[] {10, (byte) (i >> 16), (byte) (i >> 8), (byte) i}));
        }
        limiter.cache().cleanUp();
        assertThat(limiter.cache().estimatedSize()).isLessThanOrEqualTo(1_000);
    }
}
