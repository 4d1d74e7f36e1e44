package dev.truce.protocol.message;

import dev.truce.match.RoundTerms;
import dev.truce.match.RoundTerms.RoundPace;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a room with one match.
 *
 * @param scenarioId for example {@code busan-2025}
 * @param seed match seed, or null for the server to draw one that is secret
 * @param fixedRounds number of rounds, or 0 for the scenario's horizon; may be out of range
 * @param windowMillis how long each round stays open, 0 for no deadline; may be out of range
 * @param usBot roster bot that the server seats for the US, or null
 * @param cnBot roster bot that the server seats for China, or null
 * @param openBook whether both sides' covert levels and scores are shown to observers of resolved rounds (demo)
 * @param delegations how many seats the sides have, and who decides
 * @param rounds how the rounds are held, beside their length; may be out of range
 * @param deskKey the secret of the server's instructors, at a server that lets nobody else open rooms; otherwise empty
 */
public record RoomRequest(
        String scenarioId,
        @Nullable Long seed,
        int fixedRounds,
        long windowMillis,
        @Nullable String usBot,
        @Nullable String cnBot,
        boolean openBook,
        DelegationWish delegations,
        RoundTerms rounds,
        String deskKey) {
    /** At a server that lets everybody open rooms. */
    public RoomRequest(
            String scenarioId,
            @Nullable Long seed,
            int fixedRounds,
            long windowMillis,
            @Nullable String usBot,
            @Nullable String cnBot,
            boolean openBook,
            DelegationWish delegations,
            RoundTerms rounds) {
        this(scenarioId, seed, fixedRounds, windowMillis, usBot, cnBot, openBook, delegations, rounds, "");
    }

    /** For two heads alone. */
    public RoomRequest(
            String scenarioId,
            @Nullable Long seed,
            int fixedRounds,
            long windowMillis,
            @Nullable String usBot,
            @Nullable String cnBot,
            boolean openBook) {
        this(
                scenarioId,
                seed,
                fixedRounds,
                windowMillis,
                usBot,
                cnBot,
                openBook,
                DelegationWish.HEADS_ALONE,
                RoundTerms.USUAL);
    }

    /** Returns the same wish for rounds that wait for who opens the room. */
    public RoomRequest gated() {
        return new RoomRequest(
                scenarioId,
                seed,
                fixedRounds,
                windowMillis,
                usBot,
                cnBot,
                openBook,
                delegations,
                new RoundTerms(rounds.graceMillis(), RoundPace.GATED, rounds.absences()),
                deskKey);
    }

    /** Returns the same wish of an instructor of the server. */
    public RoomRequest withDeskKey(String key) {
        return new RoomRequest(
                scenarioId, seed, fixedRounds, windowMillis, usBot, cnBot, openBook, delegations, rounds, key);
    }

    /** Leaves the seed and the key out, which are secrets. */
    @Override
    public String toString() {
        return "RoomRequest[scenarioId=" + scenarioId + ", fixedRounds=" + fixedRounds + ", windowMillis="
                + windowMillis + ", openBook=" + openBook + "]";
    }
}
