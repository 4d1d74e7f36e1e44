package dev.truce.store.sql;

import org.junit.jupiter.api.Tag;

/** {@link EveryByteTest} for every byte. */
@Tag("campaign")
class EveryByteCampaignTest extends EveryByteTest {
    @Override
    int flipStride() {
        return 1;
    }

    @Override
    int cutStride() {
        return 128;
    }
}
