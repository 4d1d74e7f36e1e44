package dev.truce.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkLengthTest {
    private static final int ANY = Integer.MAX_VALUE;
    private static final long MILLI = 1_000_000;

    private final ChunkLength length = new ChunkLength();

    @Test
    void theFirstChunkIsOnePair() {
        assertThat(length.next(ANY)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 20, 400, 5000})
    void chunksComeToTakeHalfASecondAndAtLeastOnePair(long millisEach) {
        for (int chunk = 0; chunk < 40; chunk++) {
            int pairs = length.next(ANY);
            length.took(pairs, pairs * millisEach * MILLI);
        }

        assertThat(length.next(ANY)).isEqualTo((int) Math.max(1, 500 / millisEach));
    }

    @Test
    void chunksOfQuickPairsGrowByDoubling() {
        for (int chunk = 0, pairs = 1; chunk < 20; chunk++, pairs *= 2) {
            assertThat(length.next(ANY)).isEqualTo(pairs);
            length.took(pairs, 0);
        }
    }

    @Test
    void slowPairsShortenTheNextChunkAtOnce() {
        for (int chunk = 0; chunk < 8; chunk++) {
            length.took(length.next(ANY), 0);
        }
        assertThat(length.next(ANY)).isEqualTo(256);

        length.took(256, 256 * 250 * MILLI);

        assertThat(length.next(ANY)).isEqualTo(2);
    }

    @Test
    void noChunkIsLongerThanTheMostThatFits() {
        for (int chunk = 0; chunk < 8; chunk++) {
            length.took(length.next(ANY), 0);
        }

        assertThat(length.next(17)).isEqualTo(17);
    }
}
