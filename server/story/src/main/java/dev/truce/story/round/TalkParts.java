package dev.truce.story.round;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.talk.Evidence;
import dev.truce.engine.talk.LedgerEntry;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.story.facts.Proceedings.RoundTalk;
import dev.truce.story.page.Block;
import dev.truce.story.page.Part;
import dev.truce.story.topic.TalkObjects;
import dev.truce.story.words.LedgerWords;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** The parts of a round about offers, what was signed, notices, what was said, and its result. */
final class TalkParts {
    private final Wording wording;
    private final TalkWords words;
    private final LedgerWords ledger;
    private final TalkObjects objects;

    TalkParts(Wording wording) {
        this.wording = wording;
        this.words = new TalkWords(wording);
        this.ledger = new LedgerWords(wording);
        this.objects = new TalkObjects(wording.scenario());
    }

    /** Returns what was offered, given notice of and signed. */
    List<Part> dealings(RoundView view, RoundTalk talk) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.named("offers")
                .datum(talk.offers().stream().map(objects::offer).toList()));
        String head = "round.offers";
        for (Offer offer : talk.offers()) {
            String line = words.offer(offer, view.round());
            parts.add(Part.named("offer").drawn(row(head, line)).said(wording.text("say.offer", line)));
            head = "";
        }
        parts.add(Part.named("notices")
                .datum(talk.notices().stream().map(Side::name).toList()));
        for (Side side : talk.notices()) {
            parts.add(Part.named("notice")
                    .drawn(row("round.notice", wording.text("round.notice.text", side)))
                    .said(wording.text("say.notice", wording.side(side))));
        }
        Terms terms = view.ratification().terms();
        boolean published = view.viewer() != Viewer.PUBLIC || terms == null || terms.communique();
        Part signed = Part.named("signed")
                .datum(List.of("ratification"), published ? objects.ratification(view.ratification()) : null);
        String line = words.signed(view.ratification(), view.round(), published);
        parts.add(
                line.isEmpty()
                        ? signed
                        : signed.drawn(row("round.signed", line)).said(wording.text("say.signed", line)));
        return parts;
    }

    /** Returns what was said, and words that the round decided. */
    List<Part> said(RoundTalk talk) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.named("said")
                .datum(talk.said().stream().map(objects::said).toList())
                .datum(
                        List.of("judged"),
                        talk.judged().stream().map(objects::word).toList()));
        String head = "round.said";
        for (Notice.Said said : talk.said()) {
            String line = words.said(said);
            parts.add(Part.named("saying").drawn(row(head, line)).said(wording.text("say.said", line)));
            head = "";
        }
        head = "round.judged";
        for (LedgerEntry entry : talk.judged()) {
            // What only the end of the match decides is no news of its last round.
            if (entry.deed() == null || entry.deed().kind() != Evidence.Kind.MATCH_OVER) {
                String line = ledger.judged(entry);
                parts.add(Part.named("judged").drawn(row(head, line)).said(wording.text("say.judged", line)));
                head = "";
            }
        }
        return parts;
    }

    private Block row(String key, String text) {
        return new Block.Labelled(key.isEmpty() ? "" : wording.text(key), RoundTopic.LABEL, text);
    }
}
