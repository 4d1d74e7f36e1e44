package dev.truce.story.facts;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.bargain.SeriousText;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.forecast.Assumption;
import dev.truce.engine.forecast.Forecast;
import dev.truce.engine.forecast.OpenDecisions;
import dev.truce.engine.forecast.Preview;
import dev.truce.engine.forecast.TermsForecast;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.redaction.Belief;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries orders with the real rules, from what a seat was told and nothing else. Not thread-safe. */
public final class SeatTrial {
    private final Rules rules;
    private final Forecast forecast;
    private Belief belief;
    private OpenDecisions decided = OpenDecisions.NONE;

    /**
     * @param rules the compiled scenario
     * @param viewer the seat's viewer
     */
    public SeatTrial(Rules rules, Viewer viewer) {
        this.rules = rules;
        this.forecast = new Forecast(rules, rules.scenario().calendar());
        this.belief = Belief.start(rules, rules.scenario().calendar(), viewer);
    }

    /** Takes in the rounds that a seat knows, and what stands in the open one; false if a round is missing, so that nothing can be tried. */
    public boolean isUpTo(SeatBoard board) {
        decided = decided(board);
        for (RoundView view : board.rounds()) {
            if (view.round() == belief.round() + 1) {
                belief = belief.absorb(view);
            }
        }
        return belief.round() + 1 == board.openRound();
    }

    private OpenDecisions decided(SeatBoard board) {
        int round = board.openRound();
        return new OpenDecisions(
                BySide.each(side -> board.proceedings().decided(side, round)), BySide.each(board::hasOwnText));
    }

    /** Returns why orders are not legal in the open round, or null if they are. */
    public @Nullable Refusal refusal(Observation now, Orders orders) {
        return forecast.check(belief, now, orders) instanceof Verdict.Rejected rejected ? rejected.refusal() : null;
    }

    /** Returns what legal orders would lead to, under each assumption. */
    public List<Preview> previews(Observation now, Orders orders) {
        List<Preview> previews = new ArrayList<>();
        for (Assumption assumption : Assumption.values()) {
            previews.add(forecast.of(belief, now, orders, decided, assumption));
        }
        return previews;
    }

    /** Returns what holding would lead to beside orders that are tried; null if these hold. */
    public @Nullable Preview beside(Observation now, Orders orders) {
        return orders.isHold() ? null : held(now, Orders.HOLD);
    }

    /** Returns what legal orders would lead to if the other side ordered nothing new. */
    public Preview held(Observation now, Orders orders) {
        return forecast.of(belief, now, orders, decided, Assumption.HOLDS);
    }

    /** Returns what signing an offer that was made would lead to, beside legal orders. */
    public TermsForecast signing(Observation now, Orders orders, Terms terms) {
        return forecast.signing(belief, now, orders, terms, decided, decided);
    }

    /** Returns what signing terms would lead to that a side offers in the open round, beside legal orders. */
    public TermsForecast offering(Observation now, Orders orders, Terms terms, Side author) {
        boolean serious = rules.scenario().ownText().exist()
                && SeriousText.of(rules)
                        .isSerious(terms, author, now.treaty().admitsChapter(now.openRound(), now.summit()));
        OpenDecisions with = new OpenDecisions(
                decided.choices(), BySide.each(side -> decided.ownTexts().of(side) || (serious && side == author)));
        return forecast.signing(belief, now, orders, terms, with, decided);
    }
}
