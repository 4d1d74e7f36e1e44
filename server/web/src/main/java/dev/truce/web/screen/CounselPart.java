package dev.truce.web.screen;

import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.story.delegation.CounselWords;
import dev.truce.story.facts.Delegates;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The delegation of a seat: who sits where, the own brief, the drafts of the open round with the votes on them. */
final class CounselPart {
    private CounselPart() {}

    /** Returns it, or nothing where no side has a minister. */
    static Map<String, Object> of(SeatBoard board, Wording wording) {
        Map<String, Object> counsel = new LinkedHashMap<>();
        Delegates delegates = board.delegates();
        if (delegates.isNone()) {
            return counsel;
        }
        CounselWords words = new CounselWords(board, wording);
        counsel.put("title", wording.text("web.counsel"));
        List<Object> blocks = new ArrayList<>();
        blocks.add(BlockWriter.sentence(words.line()));
        blocks.add(BlockWriter.sentence(words.mode()));
        List<String> seats = new ArrayList<>();
        for (Occupant occupant : delegates.seats()) {
            if (occupant.seat().side() == board.side()) {
                seats.add(words.seat(occupant));
            }
        }
        blocks.add(BlockWriter.sentences("", seats));
        List<String> brief = words.brief();
        blocks.add(BlockWriter.sentences(brief.get(0), brief.subList(1, brief.size())));
        Notice.MinistersScored scored = delegates.scored();
        if (scored != null) {
            List<String> scores = new ArrayList<>();
            scored.scores().forEach(score -> scores.add(words.score(score)));
            blocks.add(BlockWriter.sentences(wording.text("ministers.title"), scores));
        }
        counsel.put("blocks", blocks);
        counsel.put("drafts", drafts(board, words));
        counsel.put("advises", delegates.advises());
        counsel.put("none", wording.text("web.drafts.none"));
        counsel.put("put", wording.text("web.draft.put"));
        counsel.put("yes", wording.text("web.vote.yes"));
        counsel.put("no", wording.text("web.vote.no"));
        counsel.put("adopt", wording.text("web.adopt"));
        return counsel;
    }

    private static List<Object> drafts(SeatBoard board, CounselWords words) {
        Delegates delegates = board.delegates();
        List<Object> drafts = new ArrayList<>();
        for (int drafter : delegates.drafts().keySet()) {
            Boolean vote = delegates.votes(drafter).get(delegates.own().number());
            Map<String, Object> draft = new LinkedHashMap<>();
            draft.put("number", drafter);
            draft.put("name", words.named(drafter));
            draft.put("text", words.draft(drafter));
            draft.put("yes", vote != null && vote);
            draft.put("no", vote != null && !vote);
            drafts.add(draft);
        }
        return drafts;
    }
}
