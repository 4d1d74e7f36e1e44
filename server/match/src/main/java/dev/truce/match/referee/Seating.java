package dev.truce.match.referee;

import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.delegation.Minister;
import dev.truce.engine.delegation.MinisterScore;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.match.Effect;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the sides of one match are divided among their seats: who decides what, and what each minister is out for. */
final class Seating {
    private final Rules rules;
    private final MatchSetup setup;
    private final MatchTerms terms;
    private final Holders holders;

    Seating(Rules rules, MatchSetup setup, MatchTerms terms, Holders holders) {
        this.rules = rules;
        this.setup = setup;
        this.terms = terms;
        this.holders = holders;
    }

    /** Judges a seat's orders: each seat orders what it decides. */
    Verdict judge(Seat seat, List<RequestedOrder> orders, MatchState state) {
        Delegation delegation = holders.delegation(seat.side());
        Verdict verdict = rules.check(setup, state, seat.side(), delegation.decidedBy(seat.number()), orders);
        boolean bystander = seat.number() != Delegation.HEAD && delegation.mode() == DelegationMode.HEAD;
        if (bystander && verdict instanceof Verdict.Accepted) {
            return new Verdict.Rejected(
                    Refusal.of(RefusalCode.ONLY_THE_HEAD, "seat").because("refused.orders-of-the-head"));
        }
        return verdict;
    }

    /** Tells each minister what he is out for. */
    void tellBriefs(List<Effect> effects) {
        for (Seat seat : terms.seats()) {
            brief(seat).ifPresent(brief -> effects.add(new Effect.TellSeat(seat, new Notice.BriefGiven(seat, brief))));
        }
    }

    /** Returns what a seat is out for beside its side's score; empty for a head, and where the head decides everything. */
    Optional<Brief> brief(Seat seat) {
        Delegation delegation = terms.delegation(seat.side());
        if (delegation.mode() != DelegationMode.PORTFOLIO) {
            return Optional.empty();
        }
        Optional<Minister> minister = delegation.minister(seat.number());
        return minister.map(it -> Brief.of(it, seat.side(), setup.seedOfTable()));
    }

    /** Returns what is told of the ministers when the match is over; nothing if none has a brief. */
    List<Notice> scores(MatchState over, List<RoundReport> reports) {
        if (terms.delegations().isEmpty()) {
            return List.of();
        }
        List<MinisterScore> scores = new ArrayList<>();
        for (Side side : Side.values()) {
            FinalScore scored = rules.finalScore(setup, over, reports, side);
            Points truce = rules.trucePoints(setup, over.round(), side);
            for (Seat seat : terms.seats()) {
                if (seat.side() == side) {
                    brief(seat)
                            .ifPresent(brief -> scores.add(MinisterScore.of(
                                    seat.number(), brief, side, over.round(), scored, truce, rules.scenario())));
                }
            }
        }
        return scores.isEmpty() ? List.of() : List.of(new Notice.MinistersScored(scores));
    }
}
