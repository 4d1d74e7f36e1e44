package dev.truce.tournament.run;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.bargain.Bounds;
import dev.truce.engine.bargain.DealValues;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.talk.LedgerEntry;
import dev.truce.engine.talk.Promise;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.negotiation.OfferBook;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordedRound;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.story.facts.RecordTalk;
import java.util.List;
import java.util.Set;

/** What was offered and said in a match, and how that ended, by its record alone. */
public final class MatchTalk {
    private static final Set<Class<? extends Deed>> ABOUT_OFFERS =
            Set.of(Deed.MakeOffer.class, Deed.Accept.class, Deed.Refuse.class, Deed.Withdraw.class);

    private final Rules rules;
    private final PlayedMatch match;
    private final OfferBook book;

    public MatchTalk(Rules rules, PlayedMatch match) {
        this.rules = rules;
        this.match = match;
        this.book = book();
    }

    private OfferBook book() {
        int last = match.reports().size();
        OfferBook now = OfferBook.EMPTY;
        for (RoundReport report : match.reports()) {
            for (Done done : round(report.round()).closed().deeds()) {
                if (ABOUT_OFFERS.contains(done.deed().getClass())) {
                    // The record is legal, so that none is accepted too late: all of them may wait for the end.
                    now = now.after(done, report.round(), last);
                }
            }
            now = now.closed(
                    rules.depthValues(),
                    report.round(),
                    report.ratification().outcome() == Ratification.Outcome.ENTERED,
                    report.round() == last);
        }
        return now;
    }

    private RecordedRound round(int round) {
        return match.record().rounds().get(round - 1);
    }

    /** Returns all offers, by round. */
    public List<Offer> offers() {
        return book.offers();
    }

    /** Returns what an offer would be worth to each side in the round in which it was made, points a round beside what binds in it. */
    public BySide<Double> gain(Offer offer) {
        RoundReport report = match.reports().get(offer.made() - 1);
        return gain(offer, BySide.each(side -> report.side(side).redLines()));
    }

    /** Returns the same if the sides had these red lines. */
    BySide<Double> gain(Offer offer, BySide<List<Instrument>> lines) {
        DealValues values = DealValues.of(rules);
        RoundReport report = match.reports().get(offer.made() - 1);
        Terms terms = offer.terms();
        int made = offer.made();
        boolean summit = match.record().setup().calendar().isSummit(made);
        Bounds now = Bounds.inForce(report.treaty(), made);
        Bounds after = Bounds.after(
                rules.scenario().layering(),
                report.treaty(),
                terms,
                made,
                report.treaty().admitsChapter(made, summit));
        return BySide.each(side -> {
            double[] guarded = DealValues.known(lines.of(side));
            return values.value(side, after, guarded) - values.fallback(side, now, guarded);
        });
    }

    /** Returns the public statements, by round; each has been decided. */
    public List<LedgerEntry> statements() {
        MatchRecord record = match.record();
        boolean isSilent = record.rounds().stream()
                .flatMap(round -> round.closed().deeds().stream())
                .noneMatch(MatchTalk::isStatement);
        if (isSilent) {
            return List.of();
        }
        return RecordTalk.of(RecordReplay.of(record, rules), rules).ledger().entries().stream()
                .filter(entry -> entry.promise().getClass() == Promise.Stated.class)
                .toList();
    }

    private static boolean isStatement(Done done) {
        return done.deed() instanceof Deed.Say say && say.statement() != null;
    }
}
