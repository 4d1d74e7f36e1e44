package dev.truce.store.sqlite;

import org.junit.jupiter.api.Tag;

/** {@link PowerLossTest} with more plans. */
@Tag("campaign")
class PowerLossCampaignTest extends PowerLossTest {
    @Override
    int plans() {
        return 10_000;
    }
}
