package dev.truce.story.facts;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.view.RoundView;

/** What can be read off a treaty. */
public final class TreatyFacts {
    private TreatyFacts() {}

    /** Returns whether the treaty was renewed in a round. */
    public static boolean isRenewal(RoundView view) {
        return view.change() == TreatyChange.ENTERED_INTO_FORCE
                && view.ratification().terms() instanceof Terms.Renewal;
    }

    /** Returns whether a change ends an agreement. */
    public static boolean isEnding(TreatyChange change) {
        return switch (change) {
            case ENDED_BY_BREACH, ENDED_BY_NOTICE, ENDED_AS_HOLLOW, ENDED_BY_CATCH -> true;
            case NONE, REDUCED_BY_CATCH, ENTERED_INTO_FORCE -> false;
        };
    }

    /** Returns the last round in which a clause binds, 0 if there is none. */
    public static int last(Treaty treaty) {
        int last = 0;
        for (Clause clause : treaty.clauses()) {
            last = Math.max(last, clause.last());
        }
        return last;
    }

    /** Returns the number of a clause within its agreement, from 1, in instrument order. */
    public static int number(Treaty treaty, Clause wanted) {
        int number = 0;
        for (Clause clause : treaty.clauses()) {
            if (clause.agreement() == wanted.agreement()) {
                number++;
                if (clause.instrument() == wanted.instrument()) {
                    return number;
                }
            }
        }
        return number + 1;
    }
}
