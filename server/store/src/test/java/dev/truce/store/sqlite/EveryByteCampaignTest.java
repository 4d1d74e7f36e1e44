package dev.truce.store.sqlite;

import org.junit.jupiter.api.Tag;

/** {@link EveryByteTest} for every byte, or for a part: {@code -Dtest.jvm="-Devery.from=1 -Devery.stride=2"} takes all odd ones. */
@Tag("campaign")
class EveryByteCampaignTest extends EveryByteTest {
    @Override
    int flipFrom() {
        return Integer.getInteger("every.from", 0);
    }

    @Override
    int flipStride() {
        return Integer.getInteger("every.stride", 1);
    }

    @Override
    int cutStride() {
        return 128;
    }
}
