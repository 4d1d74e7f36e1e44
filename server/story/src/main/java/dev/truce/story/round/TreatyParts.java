package dev.truce.story.round;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SideFacts;
import dev.truce.story.facts.TreatyFacts;
import dev.truce.story.page.Block;
import dev.truce.story.page.Part;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a round about the treaty: breaches, catches, rights, and how it stands. */
final class TreatyParts {
    private final Wording wording;
    private final int lastRound;

    /** @param lastRound the last round of the match, 0 if that is not known */
    TreatyParts(Wording wording, int lastRound) {
        this.wording = wording;
        this.lastRound = lastRound;
    }

    List<Part> all(RoundView view, @Nullable RoundView before) {
        List<Part> parts = new ArrayList<>();
        for (Side side : Side.values()) {
            parts.add(breach(view, side));
        }
        for (Side side : Side.values()) {
            SideFacts facts = view.side(side);
            boolean inspected = wording.scenario().accusations().exist();
            parts.add(named(
                    "caught", inspected ? "found" : "caught", inspected ? "found" : "caught", side, facts.caughtOn()));
            parts.add(named(
                    "cleared", "cleared", "cleared", side, facts.decisions().clearedOn()));
            parts.add(named("rested", "rested", "rested", side, rested(view, before, side)));
            boolean last = view.round() == lastRound;
            boolean cleared = last && facts.caughtOn() == null;
            String inspection = wording.text(cleared ? "accused.cleared" : "accused.last");
            parts.add(named(
                    "accused", "accused", "accused", side, facts.decisions().accusedOn(), last ? inspection : ""));
        }
        for (Side side : Side.values()) {
            if (hasRightNext(view, side)) {
                String text = wording.text("round.right.text", side, cause(view, side));
                parts.add(Part.named("right").drawn(row("round.right", text)));
            }
        }
        parts.add(Part.named("agreements")
                .drawn(row("round.agreements", standing(view, before)))
                .datum(List.of("treaty"), object(view)));
        for (String sentence : sentences(view, before)) {
            parts.add(Part.named("agreement").said(sentence));
        }
        return parts;
    }

    private Part breach(RoundView view, Side side) {
        Part part = Part.named("breach." + side);
        SideFacts facts = view.side(side);
        List<BrokenClause> broken = TreatyFacts.broken(wording.scenario(), view, side);
        if (broken.isEmpty()) {
            return part;
        }
        List<String> clauses = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (BrokenClause each : broken) {
            String number = Integer.toString(TreatyFacts.number(view.treaty(), each.clause()));
            numbers.add(number);
            clauses.add(number + " (" + wording.clause(each.clause()) + ")");
        }
        int agreement = broken.get(0).clause().agreement();
        String list = wording.phrases().row(clauses);
        String said = wording.phrases().list(numbers);
        boolean suspends = facts.decisions().choice() == AccusationChoice.SUSPEND;
        return facts.severityMilli() > 0
                ? part.drawn(row(
                                "round.breach",
                                wording.text("round.breach.text", side, Integer.toString(agreement), list)))
                        .said(wording.text("say.breach", wording.side(side), agreement, said))
                : part.drawn(row(
                                "round.suspended",
                                wording.text(
                                        suspends ? "round.suspended.judged" : "round.suspended.text",
                                        side,
                                        Integer.toString(agreement),
                                        list)))
                        .said(wording.text("say.suspended", wording.side(side), agreement, said));
    }

    /** Returns the clause on which a side stood accused when the round opened, if the other side let that rest. */
    private static @Nullable Instrument rested(RoundView view, @Nullable RoundView before, Side side) {
        boolean rests = view.side(side.other()).decisions().choice() == AccusationChoice.REST;
        return before == null || !rests ? null : before.side(side).decisions().accusedOn();
    }

    /** What is told of a side and one of its covert clauses; nothing if there is no clause. */
    private Part named(String name, String label, String text, Side side, @Nullable Instrument clause) {
        return named(name, label, text, side, clause, "");
    }

    private Part named(String name, String label, String text, Side side, @Nullable Instrument clause, String more) {
        Part part = Part.named(name + "." + side);
        return clause == null
                ? part
                : part.drawn(row("round." + label, wording.text("round." + text + ".text", side, clause.word()) + more))
                        .said(wording.text("say." + text, wording.side(side), wording.title(clause)) + more);
    }

    /** Returns whether the side may suspend clauses in the next round, as this round gives it the right. */
    private boolean hasRightNext(RoundView view, Side side) {
        return view.treaty().bindsAny(view.round() + 1)
                && !view.change().isEnd()
                && !cause(view, side).isEmpty();
    }

    private String cause(RoundView view, Side side) {
        SideFacts other = view.side(side.other());
        if (other.severityMilli() > 0) {
            return wording.text("round.right.breach");
        }
        if (other.caughtOn() != null) {
            return wording.text(wording.scenario().accusations().exist() ? "round.right.found" : "round.right.catch");
        }
        double lead = (other.publicEscalationMilli() - view.side(side).publicEscalationMilli()) / 1000.0;
        return lead > wording.scenario().knobs().justifiedLead() ? wording.text("round.right.lead") : "";
    }

    private String standing(RoundView view, @Nullable RoundView before) {
        List<String> parts = new ArrayList<>();
        if (view.isReturn()) {
            String names = names(view.expired());
            parts.add(
                    view.treaty().agreement().isEmpty()
                            ? wording.text("treaty.returned", names)
                            : wording.text("treaty.over", names, view.round() - 1));
        } else if (!view.expired().isEmpty()) {
            String names = names(expired(view, before));
            parts.add(
                    before != null && before.endsAll()
                            ? wording.text("treaty.over", names, before.round())
                            : wording.text("treaty.expired", names));
        }
        if (view.treaty().bindsAny(view.round())) {
            parts.add(wording.text("treaty.kept", names(binding(view)), kept(view)));
            parts.add(outlook(view));
        } else {
            parts.add(wording.text("treaty.none"));
        }
        return wording.phrases().clauses(parts);
    }

    /** What had ended without an act of anybody, if anything; what was struck or suspended was told when that happened. */
    private static List<Clause> expired(RoundView view, @Nullable RoundView before) {
        List<Clause> told = before == null || !before.change().isStruck()
                ? List.of()
                : before.treaty().agreement();
        List<Clause> left = view.expired().stream()
                .filter(clause -> told.stream().noneMatch(each -> each.agreement() == clause.agreement()))
                .toList();
        return left.isEmpty() ? view.expired() : left;
    }

    private String kept(RoundView view) {
        boolean us = view.us().severityMilli() > 0;
        boolean cn = view.cn().severityMilli() > 0;
        if (us && cn) {
            return wording.text("treaty.broken.both");
        }
        if (us || cn) {
            Side breaker = us ? Side.US : Side.CN;
            return wording.text("treaty.broken", breaker, breaker.other());
        }
        for (Side side : Side.values()) {
            if (!view.side(side).brokenClauses().isEmpty()) {
                return wording.text("treaty.suspended", side);
            }
        }
        return wording.text("treaty.kept.both");
    }

    private String outlook(RoundView view) {
        String changed = changed(view);
        if (!changed.isEmpty()) {
            return changed;
        }
        if (bindsBoth(view)) {
            int top = view.treaty().agreementUntil();
            String truce = wording.phrases().until(view.treaty().truceUntil());
            return top == view.round()
                    ? wording.text("treaty.layers.last", truce)
                    : wording.text("treaty.layers", top, truce);
        }
        int last = view.treaty().last();
        int left = last - view.round();
        return last == Clause.FOREVER
                ? wording.text("treaty.forever")
                : left == 0
                        ? wording.text("treaty.last")
                        : wording.phrases().count("treaty.left.one", "treaty.left.many", left);
    }

    /** Returns whether an agreement and a truce beneath it bind in the round. */
    private static boolean bindsBoth(RoundView view) {
        return view.treaty().agreementUntil() >= view.round() && view.treaty().truceUntil() >= view.round();
    }

    /** What happened to the treaty in the round, or nothing. */
    private String changed(RoundView view) {
        if (TreatyFacts.isRenewal(view)) {
            String key = view.next().isLayered() ? "treaty.renewed.truce" : "treaty.renewed";
            return wording.text(key, wording.phrases().until(TreatyFacts.renewedUntil(view)));
        }
        if (view.change() == TreatyChange.REDUCED_BY_CATCH && view.treaty().isLayered()) {
            return wording.text("treaty.change.found");
        }
        return view.change() == TreatyChange.NONE
                ? ""
                : wording.text("treaty.change." + view.change().name());
    }

    private List<String> sentences(RoundView view, @Nullable RoundView before) {
        List<String> sentences = new ArrayList<>();
        if (view.isReturn()) {
            sentences.add(
                    wording.text("say.treaty.returned", view.expired().get(0).agreement()));
        } else if (!view.expired().isEmpty()) {
            boolean over = before != null && before.endsAll();
            sentences.add(wording.text(
                    over ? "say.treaty.over" : "say.treaty.expired",
                    view.expired().get(0).agreement()));
        }
        String changed = changed(view);
        int last = view.treaty().last();
        if (!view.treaty().bindsAny(view.round())) {
            sentences.add(wording.text("say.treaty.none"));
        } else if (!changed.isEmpty()) {
            sentences.add(wording.text("say.treaty.change", changed));
        } else if (bindsBoth(view)) {
            String truce = wording.phrases().until(view.treaty().truceUntil());
            sentences.add(wording.text("say.treaty.layers", view.treaty().agreementUntil(), truce));
        } else if (last == view.round()) {
            sentences.add(wording.text("say.treaty.last"));
        } else if (last != Clause.FOREVER) {
            sentences.add(wording.text("say.treaty.until", last));
        }
        return sentences;
    }

    private static Map<String, Object> object(RoundView view) {
        List<Object> agreements = new ArrayList<>();
        int last = 0;
        for (Clause clause : TreatyFacts.layers(view.treaty())) {
            if (!clause.binds(view.round())) {
                continue;
            }
            last = Math.max(last, clause.last());
            if (!agreements.contains(clause.agreement())) {
                agreements.add(clause.agreement());
            }
        }
        Map<String, Object> treaty = new LinkedHashMap<>();
        treaty.put("in_force", !agreements.isEmpty());
        treaty.put("agreements", agreements);
        treaty.put("last_round", agreements.isEmpty() || last == Clause.FOREVER ? null : last);
        treaty.put("expired", !view.ranOut().isEmpty());
        treaty.put("change", view.change().name());
        return treaty;
    }

    private static List<Clause> binding(RoundView view) {
        return view.treaty().clauses().stream()
                .filter(clause -> clause.binds(view.round()))
                .toList();
    }

    /** Returns the numbers of the agreements of clauses, for example {@code 1} or {@code 1+2}. */
    private static String names(List<Clause> clauses) {
        return String.join(
                "+",
                clauses.stream()
                        .map(Clause::agreement)
                        .sorted()
                        .distinct()
                        .map(number -> Integer.toString(number))
                        .toList());
    }

    private Block row(String key, String text) {
        return new Block.Labelled(wording.text(key), RoundTopic.LABEL, text);
    }
}
