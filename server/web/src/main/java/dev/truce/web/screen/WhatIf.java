package dev.truce.web.screen;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.forecast.Preview;
import dev.truce.engine.forecast.TradeCurve;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.story.deal.TermsVerdict;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.facts.SeatTrial;
import dev.truce.story.outlook.OutlookTopic;
import dev.truce.story.outlook.TradeTopic;
import dev.truce.story.topic.TryTopic;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.RefusalWords;
import dev.truce.story.words.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What chosen orders would lead to: charts of the quarters ahead under each assumption, trade at other tariffs, and all figures. */
final class WhatIf {
    private final SeatTrial trial;
    private final List<TradeCurve.Point> trade;
    private final BlockWriter writer = new BlockWriter();

    WhatIf(Rules rules, SeatTrial trial) {
        this.trial = trial;
        this.trade = TradeCurve.of(rules);
    }

    /** Returns the blocks of orders for the open round; only why, if they are not legal; nothing where nothing can be tried. */
    Map<String, Object> told(SeatBoard board, Orders orders, Wording wording) {
        Map<String, Object> told = new LinkedHashMap<>();
        Observation now = board.observation();
        if (now == null || now.over() || !trial.isUpTo(board)) {
            return told;
        }
        Phrases phrases = wording.phrases();
        Refusal refusal = trial.refusal(now, orders);
        if (refusal != null) {
            told.put("refused", RefusalWords.of(phrases, refusal));
            return told;
        }
        Side side = board.side();
        List<Preview> previews = trial.previews(now, orders);
        Preview held = previews.get(0);
        TryTopic topic = new TryTopic(wording);
        told.put("charts", writer.blocks(new OutlookTopic(topic, phrases).page(side, previews, topic.isKeeping(now))));
        RoundView last = board.last();
        told.put(
                "trade",
                writer.blocks(new TradeTopic(phrases, trade)
                        .page(last == null ? null : last.figures(), held.later().figures())));
        String words = orders.list().isEmpty() ? phrases.of("web.no-orders") : wording.orders(orders.list());
        told.put("blocks", writer.blocks(topic.page(side, now, words, orders, previews, trial.beside(now, orders))));
        told.put(
                "line",
                phrases.of(
                        "web.what-if.line",
                        NumberText.oneDecimal(held.next().score(side).scoreMilli()),
                        NumberText.oneDecimal(held.later().score(side).scoreMilli())));
        return told;
    }

    /** Returns the open offers of both sides, each with what signing it beside chosen orders would lead to. */
    List<Object> offers(SeatBoard board, Orders orders, Wording wording) {
        Observation now = board.observation();
        if (now == null) {
            return List.of();
        }
        boolean tries = tries(board, now, orders);
        return Offers.of(board, now, wording, terms -> tries ? trial.signing(now, orders, terms) : null);
    }

    /** Returns the verdict on terms that the seat would propose, beside chosen orders; null where they cannot be tried. */
    @Nullable
    TermsVerdict offering(SeatBoard board, Orders orders, Terms terms, Wording wording) {
        Observation now = board.observation();
        return now != null && tries(board, now, orders)
                ? TermsVerdict.of(trial.offering(now, orders, terms, board.side()), terms, board.side(), now, wording)
                : null;
    }

    private boolean tries(SeatBoard board, Observation now, Orders orders) {
        return !now.over() && trial.isUpTo(board) && trial.refusal(now, orders) == null;
    }
}
