package dev.truce.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The alarm rings, so that its silence means something. */
@Isolated("It loses a buffer on purpose, and others would notice.")
class LeakAlarmTest {
    @Test
    void aBufferThatIsForgottenIsReported() {
        List<String> leaks = new ArrayList<>();
        await().until(() -> {
            forget();
            leaks.addAll(LeakAlarm.leaks());
            return !leaks.isEmpty();
        });
        assertThat(leaks.get(0)).contains("ByteBuf");
        LeakAlarm.leaks();
    }

    private static void forget() {
        ByteBufAllocator.DEFAULT.directBuffer(64).writeInt(7);
    }
}
