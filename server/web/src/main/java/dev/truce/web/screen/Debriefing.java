package dev.truce.web.screen;

import dev.truce.engine.round.Rules;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.story.words.Wording;
import java.util.List;

/** What a page tells of a whole record beside its rounds; a program that is to be light has none. */
@FunctionalInterface
public interface Debriefing {
    /** Tells nothing. */
    Debriefing NONE = (replay, rules, wording) -> List.of();

    /** Returns it as blocks. */
    List<Object> blocks(RecordReplay replay, Rules rules, Wording wording);
}
