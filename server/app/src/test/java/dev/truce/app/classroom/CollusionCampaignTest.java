package dev.truce.app.classroom;

import org.junit.jupiter.api.Tag;

/** {@link CollusionTest} with more classes. */
@Tag("campaign")
class CollusionCampaignTest extends CollusionTest {
    @Override
    int classes() {
        return 1_000;
    }

    @Override
    boolean prints() {
        return true;
    }
}
