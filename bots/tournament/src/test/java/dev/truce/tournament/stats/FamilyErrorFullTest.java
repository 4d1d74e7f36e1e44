package dev.truce.tournament.stats;

import org.junit.jupiter.api.Tag;

/** {@link FamilyErrorTest} with a sample that takes longer. */
@Tag("chance")
class FamilyErrorFullTest extends FamilyErrorTest {
    @Override
    int tables() {
        return 2_000;
    }
}
