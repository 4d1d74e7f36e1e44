package dev.truce.match.record;

import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.Canonical;
import dev.truce.engine.state.ChainHash;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.StateHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The hash chain of one match: a link before round 1 and one after each round. Grows only; not thread-safe. */
public final class Chain {
    private final List<byte[]> links = new ArrayList<>();
    private final Scenario scenario;

    private Chain(Scenario scenario, byte[] first) {
        this.scenario = scenario;
        links.add(first);
    }

    /**
     * Returns the chain of a match before round 1; it covers scenario, ruleset, seeds, setup and delegations.
     *
     * @param delegations none for two heads alone
     */
    public static Chain start(Scenario scenario, MatchSetup setup, List<Delegation> delegations, MatchState start) {
        byte[] names = (scenario.hash() + "\n" + scenario.ruleset() + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] terms = Canonical.setup(setup);
        byte[] seating = Canonical.delegations(delegations);
        byte[] ofTable = Canonical.tableSeed(setup);
        byte[] head = ByteBuffer.allocate(names.length + Long.BYTES + terms.length + seating.length + ofTable.length)
                .put(names)
                .putLong(setup.seed())
                .put(terms)
                .put(seating)
                .put(ofTable)
                .array();
        return new Chain(scenario, ChainHash.first(head, Canonical.state(start, 0, scenario.instruments())));
    }

    /** Adds the link of a round: it covers the link before, the round as records write it and the state after it. */
    public void add(ClosedRound round, MatchState after, int draws) {
        byte[] inputs = RoundText.canonical(round, scenario).getBytes(StandardCharsets.UTF_8);
        links.add(ChainHash.next(last(), inputs, Canonical.state(after, draws, scenario.instruments())));
    }

    /** Returns the link before round 1, then one after each round, 64 hex digits each. */
    public List<String> links() {
        List<String> hex = new ArrayList<>();
        for (byte[] link : links) {
            hex.add(StateHash.hex(link));
        }
        return hex;
    }

    /** Returns the link after a round; round 0 is the link before round 1. */
    public byte[] link(int round) {
        return links.get(round).clone();
    }

    /** Returns the link after a round as 64 hex digits; round 0 is the link before round 1. */
    public String hex(int round) {
        return StateHash.hex(links.get(round));
    }

    /** Returns the number of rounds covered. */
    public int rounds() {
        return links.size() - 1;
    }

    private byte[] last() {
        return links.get(links.size() - 1);
    }
}
