package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.Side;
import dev.truce.engine.talk.Evidence;
import dev.truce.engine.talk.LedgerEntry;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.story.facts.RoundTalk;
import dev.truce.story.words.LedgerWords;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** The rows of a round about offers, what was signed, notices, what was said, and what came of it. */
final class TalkRows {
    private final Wording wording;
    private final TalkWords words;
    private final LedgerWords ledger;

    TalkRows(Wording wording) {
        this.wording = wording;
        this.words = new TalkWords(wording);
        this.ledger = new LedgerWords(wording);
    }

    /** Adds what was signed, offered and given notice of. */
    void dealings(Rows rows, RoundView view, RoundTalk talk) {
        String head = Texts.of("round.offers");
        for (Offer offer : talk.offers()) {
            rows.row(head, words.offer(offer));
            head = "";
        }
        for (Side side : talk.notices()) {
            rows.row(Texts.of("round.notice"), Texts.of("round.notice.text", side));
        }
        String signed = words.signed(view.ratification(), view.round());
        if (!signed.isEmpty()) {
            rows.row(Texts.of("round.signed"), signed);
        }
    }

    /** Adds what was said. */
    void said(Rows rows, RoundTalk talk) {
        String head = Texts.of("round.said");
        for (Notice.Said said : talk.said()) {
            rows.row(head, words.said(said));
            head = "";
        }
        head = Texts.of("round.judged");
        for (LedgerEntry entry : worthSaying(talk)) {
            rows.row(head, ledger.judged(entry));
            head = "";
        }
    }

    /** What only the end of the match decides is no news of its last round. */
    private static List<LedgerEntry> worthSaying(RoundTalk talk) {
        return talk.judged().stream()
                .filter(entry -> entry.deed() == null || entry.deed().kind() != Evidence.Kind.MATCH_OVER)
                .toList();
    }

    /** Returns the same as sentences. */
    List<String> sentences(RoundView view, RoundTalk talk) {
        List<String> sentences = new ArrayList<>();
        for (Offer offer : talk.offers()) {
            sentences.add(Texts.of("say.offer", words.offer(offer)));
        }
        for (Side side : talk.notices()) {
            sentences.add(Texts.of("say.notice", wording.side(side)));
        }
        String signed = words.signed(view.ratification(), view.round());
        if (!signed.isEmpty()) {
            sentences.add(Texts.of("say.signed", signed));
        }
        for (Notice.Said said : talk.said()) {
            sentences.add(Texts.of("say.said", words.said(said)));
        }
        for (LedgerEntry entry : worthSaying(talk)) {
            sentences.add(Texts.of("say.judged", ledger.judged(entry)));
        }
        return sentences;
    }
}
