package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.BrokenClause;
import dev.truce.engine.round.TreatyChange;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SideFacts;
import dev.truce.story.facts.TreatyFacts;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a round about the treaty: breaches, catches, rights, and how it stands. */
final class TreatyRows {
    private final Wording wording;

    TreatyRows(Wording wording) {
        this.wording = wording;
    }

    void add(Rows rows, RoundView view, @Nullable RoundView before) {
        for (Side side : Side.values()) {
            breach(rows, view, side);
        }
        for (Side side : Side.values()) {
            SideFacts facts = view.side(side);
            if (facts.caughtOn() != null) {
                rows.row(
                        Texts.of("round.caught"),
                        Texts.of("round.caught.text", side, facts.caughtOn().word()));
            }
        }
        for (Side side : Side.values()) {
            if (hasRightNext(view, side)) {
                rows.row(Texts.of("round.right"), Texts.of("round.right.text", side, cause(view, side)));
            }
        }
        rows.row(Texts.of("round.agreements"), standing(view, before));
    }

    private void breach(Rows rows, RoundView view, Side side) {
        SideFacts facts = view.side(side);
        if (facts.brokenClauses().isEmpty()) {
            return;
        }
        List<String> clauses = new ArrayList<>();
        for (BrokenClause broken : facts.brokenClauses()) {
            clauses.add(
                    TreatyFacts.number(view.treaty(), broken.clause()) + " (" + wording.clause(broken.clause()) + ")");
        }
        String agreement = agreement(facts.brokenClauses().get(0).clause());
        String list = String.join(", ", clauses);
        if (facts.severityMilli() > 0) {
            rows.row(Texts.of("round.breach"), Texts.of("round.breach.text", side, agreement, list));
        } else {
            rows.row(Texts.of("round.suspended"), Texts.of("round.suspended.text", side, agreement, list));
        }
    }

    /** Returns whether the side may suspend clauses in the next round, as this round gives it the right. */
    private boolean hasRightNext(RoundView view, Side side) {
        return view.treaty().bindsAny(view.round() + 1)
                && !TreatyFacts.isEnding(view.change())
                && !cause(view, side).isEmpty();
    }

    private String cause(RoundView view, Side side) {
        SideFacts other = view.side(side.other());
        if (other.severityMilli() > 0) {
            return Texts.of("round.right.breach");
        }
        if (other.caughtOn() != null) {
            return Texts.of("round.right.catch");
        }
        double lead = (other.publicEscalationMilli() - view.side(side).publicEscalationMilli()) / 1000.0;
        return lead > wording.scenario().knobs().justifiedLead() ? Texts.of("round.right.lead") : "";
    }

    private String standing(RoundView view, @Nullable RoundView before) {
        List<String> parts = new ArrayList<>();
        if (!view.expired().isEmpty()) {
            parts.add(ended(view, before));
        }
        if (!view.treaty().bindsAny(view.round())) {
            parts.add(Texts.of("treaty.none"));
            return String.join("; ", parts);
        }
        String kept = kept(view);
        parts.add(Texts.of("treaty.kept", agreements(view.treaty(), view.round()), kept));
        parts.add(outlook(view));
        return String.join("; ", parts);
    }

    private static String ended(RoundView view, @Nullable RoundView before) {
        String names = names(view.expired());
        return before != null && TreatyFacts.isEnding(before.change())
                ? Texts.of("treaty.over", names, before.round())
                : Texts.of("treaty.expired", names);
    }

    private static String kept(RoundView view) {
        boolean us = view.us().severityMilli() > 0;
        boolean cn = view.cn().severityMilli() > 0;
        if (us && cn) {
            return Texts.of("treaty.broken.both");
        }
        if (us || cn) {
            return Texts.of("treaty.broken", us ? Side.US : Side.CN, us ? Side.CN : Side.US);
        }
        boolean usSuspends = !view.us().brokenClauses().isEmpty();
        boolean cnSuspends = !view.cn().brokenClauses().isEmpty();
        if (usSuspends || cnSuspends) {
            return Texts.of("treaty.suspended", usSuspends ? Side.US : Side.CN);
        }
        return Texts.of("treaty.kept.both");
    }

    private static String outlook(RoundView view) {
        if (TreatyFacts.isRenewal(view)) {
            return Texts.of("treaty.renewed", TreatyFacts.last(view.next()));
        }
        if (view.change() != TreatyChange.NONE) {
            return Texts.of("treaty.change." + view.change().name());
        }
        int last = TreatyFacts.last(view.treaty());
        int left = last - view.round();
        return last == Clause.FOREVER
                ? Texts.of("treaty.forever")
                : left == 0
                        ? Texts.of("treaty.last")
                        : left == 1 ? Texts.of("treaty.left.one") : Texts.of("treaty.left.many", left);
    }

    /** Returns the numbers of the agreements that bind in a round, for example {@code 1} or {@code 1+2}. */
    static String agreements(Treaty treaty, int round) {
        List<Clause> binding = new ArrayList<>();
        for (Clause clause : treaty.clauses()) {
            if (clause.binds(round)) {
                binding.add(clause);
            }
        }
        return names(binding);
    }

    private static String names(List<Clause> clauses) {
        List<String> names = new ArrayList<>();
        for (Clause clause : clauses) {
            if (!names.contains(agreement(clause))) {
                names.add(agreement(clause));
            }
        }
        return String.join("+", names);
    }

    private static String agreement(Clause clause) {
        return Integer.toString(clause.agreement());
    }
}
