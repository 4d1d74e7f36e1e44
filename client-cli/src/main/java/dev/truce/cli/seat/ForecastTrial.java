package dev.truce.cli.seat;

import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.forecast.Assumption;
import dev.truce.engine.forecast.Forecast;
import dev.truce.engine.forecast.Preview;
import dev.truce.engine.forecast.TermsForecast;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.redaction.Belief;
import dev.truce.engine.round.Rules;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.story.print.Look;
import dev.truce.story.print.Screen;
import dev.truce.story.topic.TermsTopic;
import dev.truce.story.topic.TryTopic;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Tries orders with the real rules on this device, from what the seat was told and nothing else. */
public final class ForecastTrial implements TryPreview {
    private final Forecast forecast;
    private final Look look;
    private final Wording wording;
    private Belief belief;

    /**
     * @param rules the compiled scenario
     * @param viewer the seat's viewer
     * @param look how the preview is drawn
     */
    public ForecastTrial(Rules rules, Viewer viewer, Look look) {
        this.forecast = new Forecast(rules, rules.scenario().calendar());
        this.wording = Texts.wording(rules.scenario());
        this.look = look;
        this.belief = Belief.start(rules, rules.scenario().calendar(), viewer);
    }

    @Override
    public List<String> lines(Board board, Orders orders) {
        Observation now = board.observation();
        if (now == null || now.over()) {
            return List.of(Texts.of("session.is-over"));
        }
        if (!isUpTo(now, board)) {
            return List.of(Texts.of("try.unknown-past"));
        }
        if (forecast.check(belief, now, orders) instanceof Verdict.Rejected rejected) {
            return refused(rejected.refusal());
        }
        List<Preview> previews = new ArrayList<>();
        for (Assumption assumption : Assumption.values()) {
            previews.add(forecast.of(belief, now, orders, assumption));
        }
        String words = OrderWords.of(orders, board, wording);
        return Screen.lines(new TryTopic(wording).page(board.side(), now, words, orders, previews), look);
    }

    @Override
    public List<String> terms(Board board, Orders orders, Terms terms) {
        Observation now = board.observation();
        if (now == null || now.over()) {
            return List.of(Texts.of("session.is-over"));
        }
        if (!isUpTo(now, board)) {
            return List.of(Texts.of("try.unknown-past"));
        }
        if (forecast.check(belief, now, orders) instanceof Verdict.Rejected rejected) {
            return refused(rejected.refusal());
        }
        TermsForecast signing = forecast.signing(belief, now, orders, terms);
        return Screen.lines(new TermsTopic(wording).forecast(signing, board.side(), now), look);
    }

    @Override
    public int charge(Board board, Orders orders) {
        Observation now = board.observation();
        if (now == null || now.over() || !isUpTo(now, board)) {
            return 0;
        }
        return forecast.check(belief, now, orders) instanceof Verdict.Rejected
                ? 0
                : forecast.of(belief, now, orders, Assumption.HOLDS).chargeScoreMilli();
    }

    private static List<String> refused(Refusal refusal) {
        return TextWidth.wrap("", Texts.of("try.refused", refusal.code().name(), Texts.of(refusal)));
    }

    /** Absorbs the rounds that are known; false if one is missing. */
    private boolean isUpTo(Observation now, Board board) {
        for (RoundView view : board.rounds()) {
            if (view.round() == belief.round() + 1) {
                belief = belief.absorb(view);
            }
        }
        return belief.round() + 1 == now.openRound();
    }
}
