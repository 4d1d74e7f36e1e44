package dev.truce.engine.state;

import dev.truce.engine.Sha256;
import dev.truce.engine.scenario.Instruments;
import java.util.HexFormat;

/** SHA-256 over canonical bytes. */
public final class StateHash {
    private StateHash() {}

    /** Returns the 32 bytes of the hash of a state and the draws of the round that led to it, in a scenario that has some instruments. */
    public static byte[] of(MatchState state, int draws, Instruments has) {
        return Sha256.start().digest(Canonical.state(state, draws, has));
    }

    /** Returns bytes as lower-case hex digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
