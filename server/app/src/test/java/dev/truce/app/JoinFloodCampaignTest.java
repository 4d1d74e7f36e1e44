package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;

/** {@link JoinFloodTest} with a whole class, and how long each of them waits. */
@Tag("campaign")
class JoinFloodCampaignTest extends JoinFloodTest {
    private static final double MOST_MILLIS = 500;

    @Override
    int joins() {
        return 400;
    }

    @Override
    void judge(Flood flood, int opened, Pinger.Waits joined) {
        System.out.println("S7 " + flood + ": " + opened + " connections of the flood, joins " + joined);
        assertThat(joined.millis(.99)).isLessThan(MOST_MILLIS);
    }
}
