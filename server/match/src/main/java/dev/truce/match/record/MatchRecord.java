package dev.truce.match.record;

import dev.truce.engine.Limits;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A match as anybody can play it again. Both written forms, {@code RecordText} and {@code RecordJson}, carry all of it. It holds the
 * seed and both sides' orders, so it belongs to matches that are over.
 *
 * @param recordTitle what people call it; outside the hash chain
 * @param rulesStamp what it was played by
 * @param setup seed, horizon, summits and conditions
 * @param seedOrigin where the seed comes from, or null if the match was not played in a room
 * @param lossAccepted whether the server went on although it may have lost what it had acknowledged of the match
 * @param delegations how the sides were divided among their seats, first the US; empty for two heads alone
 * @param start the hash chain before round 1, its first 16 hex digits
 * @param rounds its rounds, in order
 * @param ending why it stopped, or null if the record was taken while it went on
 * @param result both final scores, or null while it went on
 * @param hash the hash chain after the last round, all 64 hex digits
 * @param signature who vouches for it, or null if its writer did not sign it; nothing here checks it
 */
public record MatchRecord(
        RecordTitle recordTitle,
        RulesStamp rulesStamp,
        MatchSetup setup,
        @Nullable SeedOrigin seedOrigin,
        boolean lossAccepted,
        List<Delegation> delegations,
        String start,
        List<RecordedRound> rounds,
        @Nullable Ending ending,
        @Nullable Result result,
        String hash,
        @Nullable RecordSignature signature) {

    /** Version of both written forms and of the chain. */
    public static final int VERSION = 2;

    /**
     * Copies the rounds.
     *
     * @throws IllegalArgumentException if rounds are not numbered from 1 without a gap, there are more than 64, a hash has not its
     *     digits, or there is a result without an ending or the reverse
     */
    public MatchRecord {
        delegations = List.copyOf(delegations);
        rounds = List.copyOf(rounds);
        if (rounds.size() > Limits.MAX_ROUNDS) {
            throw new IllegalArgumentException(
                    rounds.size() + " rounds; a match has at most " + Limits.MAX_ROUNDS + " rounds");
        }
        for (int i = 0; i < rounds.size(); i++) {
            if (rounds.get(i).round() != i + 1) {
                throw new IllegalArgumentException(
                        "round " + rounds.get(i).round() + " stands where round " + (i + 1) + " should");
            }
        }
        if ((ending == null) != (result == null)) {
            throw new IllegalArgumentException("a match has both an ending and a result, or neither");
        }
        Hex.require("start", start, Hex.SHOWN);
        Hex.require("hash", hash, Hex.WHOLE);
    }

    /** A record that its writer did not sign. */
    public MatchRecord(
            RecordTitle recordTitle,
            RulesStamp rulesStamp,
            MatchSetup setup,
            @Nullable SeedOrigin seedOrigin,
            boolean lossAccepted,
            List<Delegation> delegations,
            String start,
            List<RecordedRound> rounds,
            @Nullable Ending ending,
            @Nullable Result result,
            String hash) {
        this(
                recordTitle,
                rulesStamp,
                setup,
                seedOrigin,
                lossAccepted,
                delegations,
                start,
                rounds,
                ending,
                result,
                hash,
                null);
    }

    /** The record of two heads alone, not played in a room. */
    public MatchRecord(
            RecordTitle recordTitle,
            RulesStamp rulesStamp,
            MatchSetup setup,
            String start,
            List<RecordedRound> rounds,
            @Nullable Ending ending,
            @Nullable Result result,
            String hash) {
        this(recordTitle, rulesStamp, setup, null, false, List.of(), start, rounds, ending, result, hash);
    }

    /** Returns the record of a match as it stands, not played in a room. */
    public static MatchRecord of(
            Rules rules,
            MatchSetup setup,
            List<Delegation> delegations,
            RecordTitle recordTitle,
            MatchState state,
            List<RoundReport> reports,
            List<RecordedRound> rounds,
            Chain chain) {
        List<String> links = chain.links();
        return new MatchRecord(
                recordTitle,
                RulesStamp.of(rules.scenario()),
                setup,
                null,
                false,
                delegations,
                Hex.shown(links.get(0)),
                rounds,
                state.ending(),
                state.isOver() ? Result.of(rules, setup, state, reports) : null,
                links.get(links.size() - 1));
    }

    /** Returns how many offers a side had made by the end of a round, which is the number of its latest. */
    public int offersMade(Side side, int round) {
        int made = 0;
        for (RecordedRound each : rounds.subList(0, round)) {
            for (Done done : each.closed().deeds()) {
                made += done.side() == side && done.deed() instanceof Deed.MakeOffer ? 1 : 0;
            }
        }
        return made;
    }

    /**
     * Returns how many rounds everybody knew of in a round: as agreed at the start, or as the host had set it meanwhile.
     *
     * @return 0 if nobody knew it
     */
    public int knownRounds(int round) {
        int known = setup.horizon() instanceof Horizon.Fixed fixed ? fixed.rounds() : 0;
        for (RecordedRound each : rounds) {
            int end = each.closed().hosting().end();
            known = each.round() <= round && end > 0 ? end : known;
        }
        return known;
    }

    /**
     * Returns the same match under another caption, for example with its date, which the rules never know. A signature does not cover the
     * caption, since names can be erased, and so it stays.
     */
    public MatchRecord with(RecordTitle other) {
        return new MatchRecord(
                other,
                rulesStamp,
                setup,
                seedOrigin,
                lossAccepted,
                delegations,
                start,
                rounds,
                ending,
                result,
                hash,
                signature);
    }

    /** Returns the same match with a signature, or without. */
    public MatchRecord signedBy(@Nullable RecordSignature other) {
        return new MatchRecord(
                recordTitle,
                rulesStamp,
                setup,
                seedOrigin,
                lossAccepted,
                delegations,
                start,
                rounds,
                ending,
                result,
                hash,
                other);
    }

    /**
     * Returns the same match with another origin of its seed, unsigned.
     *
     * @param origin where the seed comes from, or null for a match that was not played in a room
     */
    public MatchRecord seededBy(@Nullable SeedOrigin origin) {
        return new MatchRecord(
                recordTitle, rulesStamp, setup, origin, lossAccepted, delegations, start, rounds, ending, result, hash);
    }

    /** Returns the same match with the remark that the server may have lost some of it, or without, unsigned. */
    public MatchRecord withLoss(boolean accepted) {
        return new MatchRecord(
                recordTitle, rulesStamp, setup, seedOrigin, accepted, delegations, start, rounds, ending, result, hash);
    }

    /**
     * What a match was played by.
     *
     * @param scenario id of the scenario
     * @param scenarioHash hash of its values, 64 hex digits
     * @param ruleset version of the rules
     * @param data version of the scenario's data
     */
    public record RulesStamp(String scenario, String scenarioHash, String ruleset, String data) {
        /** Returns the edition of a scenario. */
        public static RulesStamp of(Scenario scenario) {
            return new RulesStamp(scenario.id(), scenario.hash(), scenario.ruleset(), scenario.dataVersion());
        }
    }

    /**
     * An Ed25519 signature of a record, as the record carries it. It is checked outside of this module, over the text that
     * {@code RecordText.claims} returns.
     *
     * @param key the public key, 32 bytes as 64 hex digits
     * @param value the signature, 64 bytes as 128 hex digits
     */
    public record RecordSignature(String key, String value) {
        /** Hex digits of a signature. */
        public static final int DIGITS = 2 * Hex.WHOLE;

        /**
         * Insists on the digits.
         *
         * @throws IllegalArgumentException if the key or the value has not its digits
         */
        public RecordSignature {
            Hex.require("key", key, Hex.WHOLE);
            Hex.require("signature", value, DIGITS);
        }
    }
}
