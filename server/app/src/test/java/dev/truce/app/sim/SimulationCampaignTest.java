package dev.truce.app.sim;

import org.junit.jupiter.api.Tag;

/** The same with many more seeds. */
@Tag("campaign")
class SimulationCampaignTest extends SimulationTest {
    @Override
    int seeds() {
        return 100_000;
    }
}
