package dev.truce.tournament.stats;

import org.junit.jupiter.api.Tag;

/** {@link SprtTest} with a sample that takes longer. */
@Tag("chance")
class SprtFullTest extends SprtTest {
    @Override
    int runs() {
        return 2_000;
    }
}
