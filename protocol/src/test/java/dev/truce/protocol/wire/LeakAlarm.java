package dev.truce.protocol.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Netty's leak detector with a memory, since a logged line is overlooked. The build makes Netty use it by the property
 * {@code io.netty.customResourceLeakDetector}; every test of the network asks {@link #leaks()} at its end.
 *
 * @param <T> what may leak
 */
public final class LeakAlarm<T> extends ResourceLeakDetector<T> {
    private static final List<String> LEAKS = new CopyOnWriteArrayList<>();
    private static final int ROUNDS = 5;
    private static final int BUFFERS = 64;

    /** Called by Netty. */
    public LeakAlarm(Class<?> resourceType, int samplingInterval) {
        super(resourceType, samplingInterval);
    }

    /** Looked for by Netty as well, which complains if it is missing. */
    public LeakAlarm(Class<?> resourceType, int samplingInterval, long maxActive) {
        this(resourceType, samplingInterval);
    }

    @Override
    protected boolean needReport() {
        return true;
    }

    @Override
    protected void reportTracedLeak(String resourceType, String records) {
        LEAKS.add(resourceType + records);
    }

    @Override
    protected void reportUntracedLeak(String resourceType) {
        LEAKS.add(resourceType);
    }

    /** Returns what has leaked since the last call: what is garbage without having been released. */
    public static List<String> leaks() {
        for (int round = 0; round < ROUNDS; round++) {
            System.gc();
            // Leaks are reported when something else is allocated.
            for (int i = 0; i < BUFFERS; i++) {
                ByteBuf buffer = ByteBufAllocator.DEFAULT.directBuffer(16);
                buffer.release();
            }
        }
        List<String> leaks = List.copyOf(LEAKS);
        LEAKS.clear();
        return leaks;
    }
}
