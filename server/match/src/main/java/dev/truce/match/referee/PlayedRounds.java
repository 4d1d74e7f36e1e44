package dev.truce.match.referee;

import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import dev.truce.match.record.Chain;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.HostAsides;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordTitle;
import dev.truce.match.record.text.RecordText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of the rounds of one match that are over: what each was resolved from, the truth about it, and the chain. Not thread-safe. */
final class PlayedRounds {
    private final Rules rules;
    private final MatchSetup setup;
    private final MatchTerms terms;
    private final @Nullable Chain chain;
    private final List<ClosedRound> closed = new ArrayList<>();
    private final List<RoundReport> reports = new ArrayList<>();
    private final HostAsides asides = new HostAsides();

    /**
     * @param setup how the match was agreed
     * @param start the state before round 1
     */
    PlayedRounds(Rules rules, MatchSetup setup, MatchTerms terms, MatchState start) {
        this.rules = rules;
        this.setup = setup;
        this.terms = terms;
        this.chain = terms.recording() == Recording.NONE
                ? null
                : Chain.start(rules.scenario(), setup, terms.delegations(), start);
    }

    /** How the match was agreed, whatever the host has changed since. */
    MatchSetup setup() {
        return setup;
    }

    /** Keeps a round that was resolved. */
    void add(ClosedRound round, Resolution resolution) {
        closed.add(round);
        reports.add(resolution.report());
        if (chain != null) {
            chain.add(round, resolution.next(), resolution.report().draws());
        }
    }

    /** What the host did that changes nothing, for the record. */
    HostAsides asides() {
        return asides;
    }

    List<ClosedRound> closed() {
        return closed;
    }

    List<RoundReport> reports() {
        return reports;
    }

    /** Returns what all are told of a match that is over. */
    Notice over(MatchState state) {
        FinalScore us = rules.finalScore(setup, state, reports, Side.US);
        FinalScore cn = rules.finalScore(setup, state, reports, Side.CN);
        String text = terms.recording() == Recording.TEXT ? RecordText.write(record(state), rules.scenario()) : "";
        return new Notice.MatchOver(
                state.round(), us, cn, Outcome.of(us.score() - us.truceScore(), cn.score() - cn.truceScore()), text);
    }

    /**
     * Returns the hash chain.
     *
     * @throws IllegalStateException if the terms say that none is kept
     */
    Chain chain() {
        if (chain == null) {
            throw new IllegalStateException("this match is not recorded");
        }
        return chain;
    }

    /** Returns how many links the hash chain has after the first, or {@link RefereeSnapshot#NO_LINKS}. */
    int links() {
        return chain == null ? RefereeSnapshot.NO_LINKS : chain.rounds();
    }

    /**
     * Returns the record so far.
     *
     * @throws IllegalStateException if the terms say that none is kept
     */
    MatchRecord record(MatchState state) {
        return MatchRecord.of(
                        rules,
                        setup,
                        terms.delegations(),
                        RecordTitle.of(terms.usName(), terms.cnName()),
                        state,
                        reports,
                        asides.beside(closed, chain()),
                        chain())
                .seededBy(terms.seedOrigin())
                .withLoss(terms.lossAccepted());
    }
}
