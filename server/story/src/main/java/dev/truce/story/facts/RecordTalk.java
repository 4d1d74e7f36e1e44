package dev.truce.story.facts;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchState;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.negotiation.Negotiation;
import dev.truce.match.negotiation.OfferBook;
import dev.truce.match.record.RecordedRound;
import dev.truce.match.record.verify.RecordReplay;
import java.util.List;
import java.util.Optional;

/** Finds in a record what was told when it was played, as somebody who hears everything would have heard it. */
public final class RecordTalk {
    private RecordTalk() {}

    /** Returns the offers, notices and talk of the rounds that could be played again. */
    public static Proceedings of(RecordReplay replay, Rules rules) {
        Proceedings heard = new Proceedings();
        Negotiation negotiation =
                new Negotiation(rules, replay.match().setup(), replay.states().get(0));
        List<RecordedRound> rounds = replay.match().rounds();
        for (int i = 0; i < replay.reports().size(); i++) {
            int round = rounds.get(i).round();
            int said = 0;
            heard.resolved(replay.views().get(i));
            for (Done done : rounds.get(i).closed().deeds()) {
                OfferBook before = negotiation.book();
                negotiation.take(done);
                if (done.deed() instanceof Deed.Say say) {
                    said++;
                    heard.take(new Notice.Said(
                            new Seat(done.side(), done.seat()),
                            round,
                            said,
                            say.channel(),
                            say.text(),
                            say.statement()));
                } else if (done.deed() instanceof Deed.GiveNotice) {
                    heard.take(new Notice.NoticeGiven(done.side(), round, true));
                }
                tell(heard, negotiation.book().changedSince(before), round);
            }
            tell(
                    heard,
                    negotiation.close(new Resolution(
                            replay.states().get(i + 1), replay.reports().get(i))),
                    round);
        }
        if (last(replay).isOver()) {
            heard.end();
        }
        return heard;
    }

    /** Returns the last state of a match; one that was ended early after a round is over by that. */
    private static MatchState last(RecordReplay replay) {
        MatchState last = replay.states().get(replay.states().size() - 1);
        boolean ended = replay.match().ending() == Ending.ABANDONED && last.round() > 0 && !last.isOver();
        return ended ? last.endedBy(Ending.ABANDONED) : last;
    }

    /** Returns the end of a match; empty if it was recorded while it went on, or ended before any round was. */
    public static Optional<Notice.MatchOver> end(RecordReplay replay, Rules rules) {
        MatchState last = last(replay);
        if (!last.isOver()) {
            return Optional.empty();
        }
        FinalScore us = rules.finalScore(replay.match().setup(), last, replay.reports(), Side.US);
        FinalScore cn = rules.finalScore(replay.match().setup(), last, replay.reports(), Side.CN);
        Outcome outcome = Outcome.of(us.score() - us.truceScore(), cn.score() - cn.truceScore());
        return Optional.of(new Notice.MatchOver(last.round(), us, cn, outcome, ""));
    }

    private static void tell(Proceedings heard, List<Offer> offers, int round) {
        offers.forEach(offer -> heard.take(new Notice.OfferChanged(offer, round)));
    }
}
