package dev.truce.app;

import org.junit.jupiter.api.Tag;

/** {@link SecretBytesTest} with more pairs. */
@Tag("campaign")
class SecretBytesCampaignTest extends SecretBytesTest {
    @Override
    int pairs() {
        return 5_000;
    }
}
