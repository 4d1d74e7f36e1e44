package dev.truce.app;

import org.junit.jupiter.api.Tag;

/** {@link KilledServerTest} with more deaths. */
@Tag("campaign")
class KilledServerCampaignTest extends KilledServerTest {
    @Override
    int[] plan() {
        return new int[] {12, 1, 2, 3, 5, 7, 4, 9, 6, 8, 11, 10};
    }

    @Override
    int kills() {
        return 15;
    }
}
