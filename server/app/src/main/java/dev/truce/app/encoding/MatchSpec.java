package dev.truce.app.encoding;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.AbsenceNotation;
import dev.truce.match.Absences;
import dev.truce.match.RoundTerms;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.record.text.DelegationText;
import dev.truce.protocol.journal.v2.StoredMatchSpec;
import java.util.HexFormat;
import java.util.List;

/**
 * What makes a match what it is, apart from its scenario.
 *
 * @param seed seed of every draw, and who chose it
 * @param fixedRounds number of rounds, 0 for the scenario's horizon
 * @param windowMillis how long each round stays open, 0 for no deadline
 * @param openBook whether omniscient observers may watch
 * @param delegations how the sides are divided among their seats, first the US; empty for two heads alone
 * @param rounds how the rounds are held, beside their length
 */
public record MatchSpec(
        MatchSeed seed,
        int fixedRounds,
        long windowMillis,
        boolean openBook,
        List<Delegation> delegations,
        RoundTerms rounds) {
    public MatchSpec {
        delegations = List.copyOf(delegations);
    }

    /** A match whose rounds follow on each other as soon as they are closed. */
    public MatchSpec(
            MatchSeed seed, int fixedRounds, long windowMillis, boolean openBook, List<Delegation> delegations) {
        this(seed, fixedRounds, windowMillis, openBook, delegations, RoundTerms.USUAL);
    }

    /** A match of two heads alone. */
    public MatchSpec(MatchSeed seed, int fixedRounds, long windowMillis, boolean openBook) {
        this(seed, fixedRounds, windowMillis, openBook, List.of());
    }

    public MatchSetup setup(Scenario scenario) {
        return new MatchSetup(
                seed.value(),
                seed.ofTable(),
                scenario.horizon(fixedRounds),
                scenario.calendar(),
                MatchSetup.Conditions.PLAY);
    }

    /** Returns the bytes that the journal keeps. */
    public byte[] toBytes() {
        StoredMatchSpec.Builder stored = StoredMatchSpec.newBuilder()
                .setSeed(seed.value())
                .setSeedSalt(ByteString.fromHex(seed.salt()))
                .setFixedRounds(fixedRounds)
                .setWindowMillis(windowMillis)
                .setOpenBook(openBook)
                .setDelegations(DelegationText.write(delegations))
                .setGraceMillis(rounds.graceMillis())
                .setGated(rounds.pace() == RoundPace.GATED)
                .setAbsence(AbsenceNotation.of(rounds.absences()));
        Long ofTable = seed.ofTable();
        if (ofTable != null) {
            stored.setTableSeed(ofTable);
        }
        return stored.build().toByteArray();
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
                    new MatchSeed(
                            stored.getSeed(),
                            stored.hasTableSeed() ? (Long) stored.getTableSeed() : null,
                            HexFormat.of().formatHex(stored.getSeedSalt().toByteArray())),
                    stored.getFixedRounds(),
                    stored.getWindowMillis(),
                    stored.getOpenBook(),
                    DelegationText.read(stored.getDelegations()),
                    new RoundTerms(
                            stored.getGraceMillis(),
                            stored.getGated() ? RoundPace.GATED : RoundPace.FREE,
                            absences(stored.getAbsence())));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("the journal's setup of a match cannot be read", e);
        }
    }

    private static Absences absences(String stored) {
        return stored.isEmpty()
                ? Absences.HOLD
                : AbsenceNotation.read(stored)
                        .orElseThrow(() -> new IllegalArgumentException("the journal's absence policy cannot be read"));
    }

    /** Says of the seed only whether it was chosen. */
    @Override
    public String toString() {
        return "MatchSpec[seed=" + seed + ", fixedRounds=" + fixedRounds + ", windowMillis=" + windowMillis
                + ", openBook=" + openBook + ", delegations=" + delegations + ", rounds=" + rounds + "]";
    }
}
