package dev.truce.engine.news;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.indicator.IndicatorBoard;
import dev.truce.engine.indicator.Indicators;
import dev.truce.engine.indicator.Reaction;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Calendar;
import dev.truce.engine.scenario.Law;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.RatificationView;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SideFacts;
import dev.truce.engine.view.SignalReading;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the news of a match, round by round. It takes any viewer's views and reads of them only what everybody may know ({@link
 * RoundView#publicPart}), so all viewers read the same, and no secret shows in any of it. One for a match; not thread-safe.
 */
public final class NewsWriter {
    /** Below this displayed tariff trade counts as normal, basis points. */
    private static final int NORMAL_TRADE = 100 * Figures.NORMAL_TARIFF;
    /** Moves of stocks beyond this are news, thousandths. */
    private static final int STOCKS_MOVE = 20;
    /** Moves of soya futures beyond this are news, cents. */
    private static final int SOYA_MOVE = 10;

    private final Rules rules;
    private final IndicatorBoard board;
    private Indicators before;
    /** What was corrected in the round before: who orders the same void level again makes no news. */
    private List<LevelChange> correctedBefore = List.of();

    private boolean endedBefore;
    /** The last round of the agreement on top of the truce that nothing had ended by the last round, or 0. */
    private int agreementUntil;

    /**
     * Begins when the truce comes into force.
     *
     * @param rules the compiled scenario
     * @param calendar summits of the match
     */
    public NewsWriter(Rules rules, Calendar calendar) {
        this.rules = rules;
        board = new IndicatorBoard(rules, calendar);
        before = board.latest();
    }

    /** Returns the number of the last round that was absorbed; 0 at the start. */
    public int round() {
        return board.round();
    }

    /** Returns the news with which a match opens. */
    public static List<NewsItem> opening(Rules rules, Calendar calendar) {
        List<NewsItem> news = new ArrayList<>();
        List<Clause> truce = rules.scenario().truce();
        if (!truce.isEmpty()) {
            int last = 0;
            for (Clause clause : truce) {
                last = Math.max(last, clause.last());
            }
            news.add(new NewsItem.TruceHolds(last, rules.scenario().truceCommunique()));
        }
        IndicatorBoard start = new IndicatorBoard(rules, calendar);
        if (start.reaction() != Reaction.NONE) {
            int cents = start.latest().soyaCentsPerBushel();
            news.add(new NewsItem.SoyaFutures(cents, cents - start.soyaCentsBefore(), start.reaction()));
        }
        return news;
    }

    /**
     * Absorbs the next round and writes its news, the weightiest first.
     *
     * @param view any viewer's view
     * @throws IllegalArgumentException if it is not of the next round
     */
    public List<NewsItem> absorb(RoundView view) {
        RoundView facts = view.publicPart();
        Indicators now = board.absorb(facts);
        List<NewsItem> news = new ArrayList<>();
        if (rules.scenario().redLines().isDate(facts.round() + 1)) {
            news.add(new NewsItem.PoliticalDate(facts.round() + 1));
        }
        happened(news, facts);
        agreements(news, facts);
        for (Side side : Side.values()) {
            conduct(news, side, facts.side(side));
        }
        enacted(news, facts);
        ended(news, facts);
        moved(news, facts);
        figures(news, facts, now);
        before = now;
        correctedBefore = facts.corrected();
        endedBefore = facts.endsAll();
        boolean renewed = facts.change() == TreatyChange.ENTERED_INTO_FORCE
                && facts.ratification().agreement() == 0;
        boolean goesOn = renewed || facts.change() == TreatyChange.NONE;
        agreementUntil = goesOn ? facts.treaty().agreementUntil() : 0;
        return news;
    }

    private static void happened(List<NewsItem> news, RoundView facts) {
        for (RoundEvent event : facts.events()) {
            Instrument leaked = event.leaks();
            if (event == RoundEvent.SUMMIT) {
                news.add(new NewsItem.Summit());
            } else if (leaked != null && facts.levels().get(leaked) != Levels.UNSEEN) {
                news.add(new NewsItem.Leaked(leaked, facts.levels().get(leaked)));
            } else {
                news.add(new NewsItem.Happened(event));
            }
        }
    }

    private static void agreements(List<NewsItem> news, RoundView facts) {
        RatificationView ratified = facts.ratification();
        Terms terms = ratified.terms();
        // What was ratified enters only if nothing that goes before has ended or reduced the treaty.
        if (facts.change() == TreatyChange.ENTERED_INTO_FORCE && terms != null) {
            int clauses = terms instanceof Terms.Package pack && ratified.agreement() != 0
                    ? pack.pledges().size()
                    : 0;
            int last = ratified.agreement() == 0 ? prolonged(facts) : facts.round() + terms.rounds();
            news.add(new NewsItem.Signed(
                    ratified.agreement(), clauses, last, facts.next().isCommunique()));
        } else if (ratified.outcome() != Ratification.Outcome.NOTHING_SIGNED
                && ratified.outcome() != Ratification.Outcome.ENTERED) {
            news.add(new NewsItem.Lapsed(ratified.outcome(), ratified.side()));
        }
        if (facts.change() != TreatyChange.NONE && facts.change() != TreatyChange.ENTERED_INTO_FORCE) {
            news.add(new NewsItem.AgreementEnded(facts.change()));
        }
    }

    private static int prolonged(RoundView facts) {
        return facts.next().isLayered()
                ? facts.next().truceUntil()
                : facts.next().last();
    }

    private static void conduct(List<NewsItem> news, Side side, SideFacts facts) {
        if (!facts.brokenClauses().isEmpty()) {
            List<Instrument> broken = new ArrayList<>();
            for (BrokenClause clause : facts.brokenClauses()) {
                broken.add(clause.clause().instrument());
            }
            news.add(new NewsItem.Breach(side, broken, facts.snapBackRight(), facts.material()));
        }
        Instrument caughtOn = facts.caughtOn();
        if (caughtOn != null) {
            news.add(new NewsItem.Caught(side, caughtOn));
        }
        Instrument clearedOn = facts.decisions().clearedOn();
        if (clearedOn != null) {
            news.add(new NewsItem.Cleared(side, clearedOn));
        }
        Instrument accusedOn = facts.decisions().accusedOn();
        if (accusedOn != null) {
            news.add(new NewsItem.Accused(side, accusedOn));
        }
        if (facts.notice()) {
            news.add(new NewsItem.Leaves(side));
        }
    }

    private void enacted(List<NewsItem> news, RoundView facts) {
        for (Law.Statute statute : rules.scenario().law().of(facts.round())) {
            LevelChange moved = null;
            for (LevelChange change : facts.fallbacks()) {
                if (change.instrument() == statute.instrument() && change.to() == statute.level()) {
                    moved = change;
                }
            }
            news.add(new NewsItem.ByLaw(statute.titles(), moved));
        }
    }

    private void ended(List<NewsItem> news, RoundView facts) {
        if (facts.expired().isEmpty()) {
            return;
        }
        List<Clause> out = facts.ranOut();
        if (!endedBefore && !out.isEmpty()) {
            news.add(new NewsItem.Expired(out.size()));
        }
        // What a finding, a suspension or a later agreement ended was news when it did.
        if (facts.isReturn() && agreementUntil == facts.round() - 1) {
            news.add(new NewsItem.Returned(facts.treaty().truceUntil()));
        }
        for (Side side : Side.values()) {
            List<LevelChange> fell = new ArrayList<>();
            for (LevelChange fallback : facts.fallbacks()) {
                if (fallback.instrument().holder() == side
                        && !rules.scenario().law().moves(facts.round(), fallback.instrument(), fallback.to())) {
                    fell.add(fallback);
                }
            }
            for (LevelChange back : facts.returned()) {
                if (back.instrument().holder() == side) {
                    fell.add(back);
                }
            }
            if (!fell.isEmpty()) {
                news.add(new NewsItem.SnapBack(side, fell));
            }
            List<Instrument> promises = new ArrayList<>();
            for (Clause clause : out) {
                if (clause.instrument().holder() == side && clause.instrument().isCovert()) {
                    promises.add(clause.instrument());
                }
            }
            if (!promises.isEmpty()) {
                news.add(new NewsItem.PromisesEnded(side, promises));
            }
        }
    }

    private void moved(List<NewsItem> news, RoundView facts) {
        for (LevelChange change : facts.changes()) {
            if (!names(facts.fallbacks(), change.instrument())
                    && !names(facts.returned(), change.instrument())
                    && !names(facts.corrected(), change.instrument())) {
                news.add(new NewsItem.Moved(change));
            }
        }
        for (LevelChange corrected : facts.corrected()) {
            if (!names(correctedBefore, corrected.instrument())) {
                news.add(new NewsItem.Corrected(corrected));
            }
        }
    }

    private static boolean names(List<LevelChange> changes, Instrument instrument) {
        for (LevelChange change : changes) {
            if (change.instrument() == instrument) {
                return true;
            }
        }
        return false;
    }

    private void figures(List<NewsItem> news, RoundView facts, Indicators now) {
        int from = before.displayedTariffBasisPoints();
        int to = now.displayedTariffBasisPoints();
        if (from != to) {
            news.add(new NewsItem.Headline(from, to));
        }
        if ((from < NORMAL_TRADE) != (to < NORMAL_TRADE)) {
            news.add(new NewsItem.NormalTrade(to < NORMAL_TRADE));
        }
        // Before round 1 there is no truce whose purchases customs could report.
        for (SignalReading signal : facts.signals()) {
            if (signal.instrument() == Instrument.CN_SOY_PURCHASES && signal.aboutRound() > 0) {
                double notches = Math.min(3, Math.max(0, signal.notchMilli() / 1e3));
                news.add(new NewsItem.CustomsSoya(signal.aboutRound(), (int) (1e3 * Covert.soyMmt(notches) + .5)));
            }
        }
        int soya = now.soyaCentsPerBushel() - before.soyaCentsPerBushel();
        if (board.reaction() != Reaction.NONE || soya >= SOYA_MOVE || soya <= -SOYA_MOVE) {
            news.add(new NewsItem.SoyaFutures(now.soyaCentsPerBushel(), soya, board.reaction()));
        }
        int us = perMille(before.equities(Side.US), now.equities(Side.US));
        int cn = perMille(before.equities(Side.CN), now.equities(Side.CN));
        if (Math.max(us, -us) >= STOCKS_MOVE || Math.max(cn, -cn) >= STOCKS_MOVE) {
            news.add(new NewsItem.Stocks(us, cn));
        }
    }

    private static int perMille(int from, int to) {
        return from == 0 ? 0 : 1000 * (to - from) / from;
    }
}
