package dev.truce.app;

import org.junit.jupiter.api.Tag;

/** {@link ClassSecretsTest} with more pairs. */
@Tag("campaign")
class ClassSecretsCampaignTest extends ClassSecretsTest {
    @Override
    int pairs() {
        return 200;
    }
}
