package dev.truce.cli.command;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.round.Resolution;
import dev.truce.engine.round.Rules;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.negotiation.Act;
import dev.truce.match.negotiation.Negotiation;
import dev.truce.match.negotiation.OfferBook;
import dev.truce.match.record.RecordReplay;
import dev.truce.match.record.RecordedRound;
import dev.truce.story.facts.Proceedings;
import java.util.List;

/** Finds in a record what was offered and said, as somebody who hears everything would have heard it. */
final class RecordTalk {
    private RecordTalk() {}

    /** Returns the offers, notices and talk of the rounds that could be played again. */
    static Proceedings of(RecordReplay replay, Rules rules) {
        Proceedings heard = new Proceedings();
        Negotiation parley =
                new Negotiation(rules, replay.match().setup(), replay.states().get(0));
        List<RecordedRound> rounds = replay.match().rounds();
        for (int i = 0; i < replay.reports().size(); i++) {
            int round = rounds.get(i).round();
            int said = 0;
            heard.resolved(replay.views().get(i));
            for (Act act : rounds.get(i).closed().acts()) {
                OfferBook before = parley.book();
                parley.take(act);
                if (act instanceof Act.Says says) {
                    said++;
                    heard.take(new Notice.Said(
                            new Seat(says.side(), says.seat()),
                            round,
                            said,
                            says.channel(),
                            says.text(),
                            says.statement()));
                } else if (act instanceof Act.Leaves leaves) {
                    heard.take(new Notice.NoticeGiven(leaves.side(), round, true));
                }
                tell(heard, parley.book().changedSince(before), round);
            }
            tell(
                    heard,
                    parley.close(new Resolution(
                            replay.states().get(i + 1), replay.reports().get(i))),
                    round);
        }
        if (replay.states().get(replay.states().size() - 1).isOver()) {
            heard.end();
        }
        return heard;
    }

    private static void tell(Proceedings heard, List<Offer> offers, int round) {
        offers.forEach(offer -> heard.take(new Notice.OfferChanged(offer, round)));
    }
}
