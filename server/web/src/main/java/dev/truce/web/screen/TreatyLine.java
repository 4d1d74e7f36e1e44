package dev.truce.web.screen;

import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Side;
import dev.truce.engine.view.Observation;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.topic.OwnTextTopic;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Until when agreement and truce bind, and whether a side has made the proposal that its capital expects in this period. */
final class TreatyLine {
    private TreatyLine() {}

    /** Returns it in one line; empty where the rules know neither. */
    static String of(SeatBoard board, Observation now, Wording wording) {
        Side side = board.side();
        Treaty treaty = now.treaty();
        List<String> words = new ArrayList<>();
        if (treaty.isLayered()) {
            words.add(until("agreement", treaty.agreementUntil(), now.openRound(), wording));
            words.add(until("truce", treaty.truceUntil(), now.openRound(), wording));
        }
        if (wording.scenario().ownText().exist()) {
            OwnTextTopic text = new OwnTextTopic(wording);
            String price = NumberText.signedTenth(NumberText.tenths(text.priceMilli(side)));
            words.add(wording.text(text.isDue(board) ? "web.layers.own.none" : "web.layers.own", price));
        }
        return wording.phrases().clauses(words);
    }

    private static String until(String layer, int last, int round, Wording wording) {
        String key = "web.layers." + layer;
        return last < round
                ? wording.text(key + ".none")
                : wording.text(key, wording.phrases().until(last));
    }
}
