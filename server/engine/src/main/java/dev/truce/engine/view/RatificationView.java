package dev.truce.engine.view;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.Ratification.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What happened to what was signed in a round. Everybody may see it: offers are confidential, signatures are not.
 *
 * @param outcome whether it entered into force, and if not, why not
 * @param terms what was signed, or null if nothing was
 * @param side whose deeds sank it, or null
 * @param agreement number of the agreement that entered into force; 0 if none did or if it was a renewal, which keeps the old numbers
 */
public record RatificationView(
        Outcome outcome, @Nullable Terms terms, @Nullable Side side, int agreement) {
    /** Nothing was signed. */
    public static final RatificationView NOTHING = new RatificationView(Outcome.NOTHING_SIGNED, null, null, 0);
}
