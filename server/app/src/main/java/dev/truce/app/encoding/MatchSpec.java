package dev.truce.app.encoding;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.truce.app.encoding.v1.StoredMatchSpec;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;

/**
 * What makes a match what it is, apart from its scenario.
 *
 * @param seed seed of every draw, a secret of the host until the match is over
 * @param fixedRounds number of rounds, 0 for the scenario's horizon
 * @param windowMillis how long each round stays open, 0 for no deadline
 * @param openBook whether omniscient observers may watch
 */
public record MatchSpec(long seed, int fixedRounds, long windowMillis, boolean openBook) {

    /** Returns the setup of the match under a scenario. */
    public MatchSetup setup(Scenario scenario) {
        Horizon horizon = fixedRounds == 0 ? scenario.horizon() : new Horizon.Fixed(fixedRounds);
        return new MatchSetup(seed, horizon, scenario.calendar(), MatchSetup.Conditions.PLAY);
    }

    /** Returns the bytes that the journal keeps. */
    public byte[] toBytes() {
        return StoredMatchSpec.newBuilder()
                .setSeed(seed)
                .setFixedRounds(fixedRounds)
                .setWindowMillis(windowMillis)
                .setOpenBook(openBook)
                .build()
                .toByteArray();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException if the bytes are something else
     */
    public static MatchSpec of(byte[] bytes) {
        try {
            StoredMatchSpec stored = StoredMatchSpec.parseFrom(bytes);
            return new MatchSpec(
                    stored.getSeed(), stored.getFixedRounds(), stored.getWindowMillis(), stored.getOpenBook());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("the journal's setup of a match cannot be read", e);
        }
    }

    /** Leaves the seed out, so that no log shows it. */
    @Override
    public String toString() {
        return "MatchSpec[fixedRounds=" + fixedRounds + ", windowMillis=" + windowMillis + ", openBook=" + openBook
                + "]";
    }
}
