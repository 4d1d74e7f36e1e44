package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs last: no test before it may have lost a buffer. */
@Isolated("It looks at what all other classes have lost.")
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeakTest {
    @Test
    @Order(1)
    void noBufferWasLost() {
        assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
        for (int i = 0; i < 20; i++) {
            lookForLeaks();
        }
        assertThat(Leaks.seen()).isEmpty();
    }

    @Test
    @Order(2)
    void aLostBufferWouldHaveBeenSeen() {
        lose();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            lookForLeaks();
            return !Leaks.seen().isEmpty();
        });
        Leaks.forget();
    }

    @SuppressWarnings("CheckReturnValue")
    private static void lose() {
        ByteBufAllocator.DEFAULT.buffer(64).writeByte(1);
    }

    /** Leaks are found when a buffer is made after the collector has seen that another is unreachable. */
    private static void lookForLeaks() {
        System.gc();
        for (int i = 0; i < 200; i++) {
            ByteBuf buffer = ByteBufAllocator.DEFAULT.buffer(64);
            buffer.release();
        }
    }
}
