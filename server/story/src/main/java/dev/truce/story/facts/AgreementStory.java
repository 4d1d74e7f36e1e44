package dev.truce.story.facts;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.view.RoundView;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What happened to one agreement of a match.
 *
 * @param agreement its number, from 1
 * @param first first round in which a clause of it bound
 * @param last last round in which one did
 * @param renewed rounds in which it was renewed
 * @param brokenByUs rounds in which the US broke it without a right to
 * @param brokenByCn rounds in which China did
 * @param end how it ended
 */
public record AgreementStory(
        int agreement,
        int first,
        int last,
        List<Integer> renewed,
        List<Integer> brokenByUs,
        List<Integer> brokenByCn,
        End end) {

    public AgreementStory {
        renewed = List.copyOf(renewed);
        brokenByUs = List.copyOf(brokenByUs);
        brokenByCn = List.copyOf(brokenByCn);
    }

    /** How an agreement ended. */
    public enum End {
        /** It still bound in the last round. */
        IN_FORCE,
        /** Its last round came. */
        EXPIRED,
        /** A later agreement took its place. */
        REPLACED,
        /** A material breach ended it. */
        BREACH,
        /** A side left it. */
        NOTICE,
        /** It was hardly kept. */
        HOLLOW,
        /** Somebody was caught. */
        CATCH,
        /** An accuser suspended it. */
        SUSPENSION
    }

    /** Returns the rounds in which a side broke it. */
    public List<Integer> brokenBy(Side side) {
        return BySide.pick(side, brokenByUs, brokenByCn);
    }

    /** Returns the stories of all agreements, in the order of their numbers. */
    public static List<AgreementStory> of(List<RoundView> rounds) {
        TreeMap<Integer, List<RoundView>> bound = new TreeMap<>();
        for (RoundView view : rounds) {
            for (Clause clause : TreatyFacts.layers(view.treaty())) {
                if (clause.binds(view.round())) {
                    List<RoundView> of = bound.computeIfAbsent(clause.agreement(), number -> new ArrayList<>());
                    if (of.isEmpty() || of.get(of.size() - 1) != view) {
                        of.add(view);
                    }
                }
            }
        }
        List<AgreementStory> stories = new ArrayList<>();
        bound.forEach((number, of) -> stories.add(of(number, of, rounds.get(rounds.size() - 1))));
        return stories;
    }

    private static AgreementStory of(int number, List<RoundView> bound, RoundView end) {
        List<Integer> renewed = new ArrayList<>();
        List<Integer> us = new ArrayList<>();
        List<Integer> cn = new ArrayList<>();
        for (RoundView view : bound) {
            if (TreatyFacts.isRenewal(view) && isOfTruce(view, number)) {
                renewed.add(view.round());
            }
            if (isBroken(view, Side.US, number)) {
                us.add(view.round());
            }
            if (isBroken(view, Side.CN, number)) {
                cn.add(view.round());
            }
        }
        RoundView last = bound.get(bound.size() - 1);
        return new AgreementStory(number, bound.get(0).round(), last.round(), renewed, us, cn, end(last, end, number));
    }

    /** A renewal lengthens all clauses, or where there are two layers those of the truce. */
    private static boolean isOfTruce(RoundView view, int number) {
        return !view.treaty().isLayered()
                || view.treaty().truce().stream().anyMatch(clause -> clause.agreement() == number);
    }

    private static boolean isBroken(RoundView view, Side side, int number) {
        for (BrokenClause broken : view.side(side).brokenClauses()) {
            if (view.side(side).severityMilli() > 0 && broken.clause().agreement() == number) {
                return true;
            }
        }
        return false;
    }

    private static End end(RoundView last, RoundView end, int number) {
        boolean onTop = last.treaty().agreement().stream().anyMatch(clause -> clause.agreement() == number);
        return switch (last.change()) {
            case ENDED_BY_BREACH -> End.BREACH;
            case ENDED_BY_NOTICE -> End.NOTICE;
            case ENDED_AS_HOLLOW -> End.HOLLOW;
            case ENDED_BY_CATCH -> End.CATCH;
            case REDUCED_BY_CATCH -> onTop ? End.CATCH : later(last, end, false);
            case REDUCED_BY_SUSPENSION -> onTop ? End.SUSPENSION : later(last, end, false);
            case NONE -> later(last, end, false);
            case ENTERED_INTO_FORCE -> later(last, end, !onTop || !TreatyFacts.isRenewal(last));
        };
    }

    private static End later(RoundView last, RoundView end, boolean replaced) {
        return last.round() == end.round() ? End.IN_FORCE : replaced ? End.REPLACED : End.EXPIRED;
    }

    public String line(Wording wording) {
        List<String> parts = new ArrayList<>();
        if (!renewed.isEmpty()) {
            parts.add(wording.text("story.renewed", rounds(wording, renewed)));
        }
        for (Side side : Side.values()) {
            if (!brokenBy(side).isEmpty()) {
                parts.add(wording.text("story.broken", side, rounds(wording, brokenBy(side))));
            }
        }
        if (brokenByUs.isEmpty() && brokenByCn.isEmpty()) {
            parts.add(wording.text("story.kept"));
        }
        parts.add(wording.text("story.end." + end.name()));
        return wording.text(
                "story.line",
                agreement,
                wording.phrases().span(first, last),
                wording.phrases().parts(parts));
    }

    private static String rounds(Wording wording, List<Integer> numbers) {
        return wording.phrases().row(numbers.stream().map(String::valueOf).toList());
    }
}
