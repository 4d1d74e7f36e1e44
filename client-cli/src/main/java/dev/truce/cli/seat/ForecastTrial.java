package dev.truce.cli.seat;

import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.forecast.Preview;
import dev.truce.engine.forecast.TermsForecast;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.round.Rules;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.story.facts.SeatTrial;
import dev.truce.story.print.Look;
import dev.truce.story.topic.TermsTopic;
import dev.truce.story.topic.TryTopic;
import dev.truce.story.words.Wording;
import java.util.List;

/** Tries orders with the real rules on this device, from what the seat was told and nothing else. */
public final class ForecastTrial implements TryPreview {
    private final SeatTrial trial;
    private final Look look;
    private final Wording wording;

    /**
     * @param rules the compiled scenario
     * @param viewer the seat's viewer
     * @param look how the preview is drawn
     */
    public ForecastTrial(Rules rules, Viewer viewer, Look look) {
        this.trial = new SeatTrial(rules, viewer);
        this.wording = Texts.wording(rules.scenario());
        this.look = look;
    }

    @Override
    public List<String> lines(Board board, Orders orders) {
        Observation now = board.observation();
        if (now == null || now.over()) {
            return List.of(Texts.of("session.is-over"));
        }
        if (!trial.isUpTo(board)) {
            return List.of(Texts.of("try.unknown-past"));
        }
        Refusal refusal = trial.refusal(now, orders);
        if (refusal != null) {
            return refused(refusal);
        }
        List<Preview> previews = trial.previews(now, orders);
        String words = wording.orders(orders, board::level);
        return look.lines(
                new TryTopic(wording).page(board.side(), now, words, orders, previews, trial.beside(now, orders)));
    }

    @Override
    public List<String> terms(Board board, Orders orders, Terms terms, Side author) {
        Observation now = board.observation();
        if (now == null || now.over()) {
            return List.of(Texts.of("session.is-over"));
        }
        if (!trial.isUpTo(board)) {
            return List.of(Texts.of("try.unknown-past"));
        }
        Refusal refusal = trial.refusal(now, orders);
        if (refusal != null) {
            return refused(refusal);
        }
        TermsForecast signing =
                author == board.side() ? trial.offering(now, orders, terms, author) : trial.signing(now, orders, terms);
        return look.lines(new TermsTopic(wording).forecast(signing, board.side(), now));
    }

    @Override
    public int charge(Board board, Orders orders) {
        Observation now = board.observation();
        if (now == null || now.over() || !trial.isUpTo(board)) {
            return 0;
        }
        return trial.refusal(now, orders) == null ? trial.held(now, orders).chargeScoreMilli() : 0;
    }

    private static List<String> refused(Refusal refusal) {
        return TextWidth.wrap("", Texts.of("try.refused", refusal.code().name(), Texts.of(refusal)));
    }
}
