package dev.truce.store.sqlite;

import org.junit.jupiter.api.Tag;

/** {@link KilledStoreTest} with more kills. */
@Tag("campaign")
class KilledStoreCampaignTest extends KilledStoreTest {
    @Override
    int kills() {
        return 1_000;
    }
}
