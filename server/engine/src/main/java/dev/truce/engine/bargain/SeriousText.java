package dev.truce.engine.bargain;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Tells which proposals a capital takes for a text of its own: those that give something beyond the truce, and by which the other side
 * gains on paper, at least a part of what the author does. Red lines are ignored, since the table is public. Immutable.
 */
public final class SeriousText {
    private static final double[] NO_LINES = new double[Instrument.COUNT];

    /** The table of the rules that were asked for last: matches of one scenario share it, since it takes some hundred quarters. */
    private static volatile @Nullable SeriousText last;

    private final Rules rules;
    private final DealValues values;

    /**
     * Makes that of compiled rules.
     *
     * @param values what clauses are worth by them
     */
    public SeriousText(Rules rules, DealValues values) {
        this.rules = rules;
        this.values = values;
    }

    /** Returns that of a scenario. */
    public static SeriousText of(Rules rules) {
        SeriousText known = last;
        if (known == null || known.rules != rules) {
            known = new SeriousText(rules, new DealValues(rules));
            last = known;
        }
        return known;
    }

    /**
     * Returns whether terms count as a text of its author's own. What they do not name stays as the truce of the start has it.
     *
     * @param author who offers them
     * @param chapter whether a technology chapter may be signed in the round
     */
    public boolean isSerious(Terms terms, Side author, boolean chapter) {
        if (!(terms instanceof Terms.Package offered) || !gives(offered, author)) {
            return false;
        }
        Scenario scenario = rules.scenario();
        Bounds bounds = Bounds.after(rules.layers(), scenario.agreementOne(), offered, 1, chapter);
        double own = values.value(author, bounds, NO_LINES);
        double other = values.value(author.other(), bounds, NO_LINES);
        return other > 0 && other >= scenario.ownText().fairShare() * own;
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
