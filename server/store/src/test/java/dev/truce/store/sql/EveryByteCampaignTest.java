package dev.truce.store.sql;

import org.junit.jupiter.api.Tag;

/** {@link EveryByteTest} for every byte, or for those from one on: {@code -Dtest.jvm=-Devery.from=40960}. */
@Tag("campaign")
class EveryByteCampaignTest extends EveryByteTest {
    @Override
    int flipFrom() {
        return Integer.getInteger("every.from", 0);
    }

    @Override
    int flipStride() {
        return 1;
    }

    @Override
    int cutStride() {
        return 128;
    }
}
