package dev.truce.engine.bargain;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells which proposals a capital takes for a text of its own: those that give something beyond the truce, and by which the other side
 * gains on paper, at least a part of what the author does. Red lines are ignored, since the table is public. Immutable.
 */
public final class SeriousText {
    private static final double[] NO_LINES = new double[Instrument.COUNT];

    private final Rules rules;
    private final DealValues values;
    /** Agreement 1, which a proposal is laid on. */
    private final Treaty truce;
    /** By side and chapter, of each package of the table of deals: whether it counts. Null until it is asked for. */
    private final boolean[] @Nullable [] serious = new boolean[2 * Side.values().length][];

    private SeriousText(Rules rules) {
        this.rules = rules;
        values = DealValues.of(rules);
        truce = rules.scenario().agreementOne();
    }

    /** Returns that of a scenario; worked out once, when it is first asked for. */
    public static SeriousText of(Rules rules) {
        return rules.derived(SeriousText.class, SeriousText::new);
    }

    /** What a capital says of a proposal. */
    public enum Opinion {
        /** It counts as a text of its author's own. */
        COUNTS,
        /** It gives nothing of its author's beyond the truce. */
        GIVES_NOTHING,
        /** The other side would not gain by it on paper. */
        BRINGS_NOTHING,
        /** The other side would gain too small a part of what its author does. */
        BRINGS_TOO_LITTLE
    }

    /**
     * Returns what the author's capital says of terms. What they do not name stays as the truce of the start has it.
     *
     * @param author who offers them
     * @param chapter whether a technology chapter may be signed in the round
     */
    public Opinion opinion(Terms terms, Side author, boolean chapter) {
        if (!(terms instanceof Terms.Package offered) || !gives(offered, author)) {
            return Opinion.GIVES_NOTHING;
        }
        Bounds bounds = Bounds.after(rules.layers(), truce, offered, 1, chapter);
        double own = values.value(author, bounds, NO_LINES);
        double other = values.value(author.other(), bounds, NO_LINES);
        if (!(other > 0)) {
            return Opinion.BRINGS_NOTHING;
        }
        boolean fair = other >= rules.scenario().ownText().fairShare() * own;
        return fair ? Opinion.COUNTS : Opinion.BRINGS_TOO_LITTLE;
    }

    /** Returns whether terms count as a text of its author's own. */
    public boolean isSerious(Terms terms, Side author, boolean chapter) {
        return opinion(terms, author, chapter) == Opinion.COUNTS;
    }

    /**
     * Returns whether a side has tabled a text of its own in a round: one that counts and was not withdrawn.
     *
     * @param offers all offers that were made
     * @param chapter whether a technology chapter may be signed in the round
     */
    public boolean isTabled(List<Offer> offers, Side side, int round, boolean chapter) {
        for (Offer offer : offers) {
            if (offer.maker() == side
                    && offer.made() == round
                    && offer.status() != OfferStatus.WITHDRAWN
                    && isSerious(offer.terms(), side, chapter)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether a package of {@link DealValues#giving(int)} counts as a text of its author's own.
     *
     * @param chapter whether a technology chapter may be signed in the round
     */
    public boolean isSerious(int bits, Side author, boolean chapter) {
        return table(author, chapter)[bits];
    }

    private synchronized boolean[] table(Side author, boolean chapter) {
        int index = 2 * author.ordinal() + (chapter ? 1 : 0);
        boolean @Nullable [] known = serious[index];
        if (known == null) {
            known = new boolean[values.choices()];
            for (int bits = 0; bits < known.length; bits++) {
                known[bits] = isSerious(values.giving(bits), author, chapter);
            }
            serious[index] = known;
        }
        return known;
    }

    private boolean gives(Terms.Package offered, Side author) {
        for (Pledge pledge : offered.pledges()) {
            if (pledge.instrument().holder() == author
                    && rules.layers().isDeeper(pledge.instrument(), pledge.bound())) {
                return true;
            }
        }
        return false;
    }
}
