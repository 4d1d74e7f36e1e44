package dev.truce.app.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RoomLimiterTest {
    private final AtomicLong now = new AtomicLong();
    private final RoomLimiter limiter = new RoomLimiter(100, 3, now::get);

    @Test
    void oneAddressDoesNotTakeAllRooms() throws Exception {
        InetAddress greedy = InetAddress.getByName("192.0.2.1");
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.allows(greedy)).isTrue();
        }
        assertThat(limiter.allows(greedy)).isFalse();
        assertThat(limiter.allows(InetAddress.getByName("192.0.2.2"))).isTrue();
        now.addAndGet(Duration.ofMinutes(61).toNanos());
        assertThat(limiter.allows(greedy)).isTrue();
    }

    @Test
    void aRoomThatIsGivenBackMakesWayForOneOther() throws Exception {
        InetAddress unlucky = InetAddress.getByName("192.0.2.1");
        for (int i = 0; i < 10; i++) {
            assertThat(limiter.allows(unlucky)).isTrue();
            limiter.giveBack(unlucky);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.allows(unlucky)).isTrue();
        }
        limiter.giveBack(unlucky);
        assertThat(limiter.allows(unlucky)).isTrue();
        assertThat(limiter.allows(unlucky)).isFalse();
    }

    @Test
    void nothingIsGivenBackTwice() throws Exception {
        InetAddress address = InetAddress.getByName("192.0.2.1");
        limiter.giveBack(address);
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.allows(address)).isTrue();
        }
        assertThat(limiter.allows(address)).isFalse();
    }

    @Test
    void thisMachineIsNotBounded() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(limiter.allows(InetAddress.getLoopbackAddress())).isTrue();
        }
    }
}
