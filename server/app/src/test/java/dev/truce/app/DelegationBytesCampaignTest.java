package dev.truce.app;

import org.junit.jupiter.api.Tag;

/** {@link DelegationBytesTest} with more pairs. */
@Tag("campaign")
class DelegationBytesCampaignTest extends DelegationBytesTest {
    @Override
    int pairs() {
        return 5_000;
    }
}
