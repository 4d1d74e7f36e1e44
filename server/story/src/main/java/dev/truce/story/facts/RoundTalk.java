package dev.truce.story.facts;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.Side;
import dev.truce.engine.talk.LedgerEntry;
import dev.truce.match.Notice;
import java.util.List;

/**
 * What was done in a round beside orders, as far as somebody heard of it.
 *
 * @param offers offers that were made or changed in it, each with its state in this round
 * @param notices sides whose notice to leave stands
 * @param said what was said, in order
 * @param judged words of both sides that were decided by this round
 */
public record RoundTalk(List<Offer> offers, List<Side> notices, List<Notice.Said> said, List<LedgerEntry> judged) {
    /** Nothing. */
    public static final RoundTalk NONE = new RoundTalk(List.of(), List.of(), List.of(), List.of());

    public RoundTalk {
        offers = List.copyOf(offers);
        notices = List.copyOf(notices);
        said = List.copyOf(said);
        judged = List.copyOf(judged);
    }
}
