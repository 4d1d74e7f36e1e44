package dev.truce.story.round;

import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.SideFacts;
import dev.truce.story.facts.Causes;
import dev.truce.story.facts.MoveFacts;
import dev.truce.story.facts.Reasons;
import dev.truce.story.page.Block;
import dev.truce.story.page.Part;
import dev.truce.story.topic.Account;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a round about escalation, reputation and scores. */
final class ScoreParts {
    private final Wording wording;
    private final Reasons reasons;

    ScoreParts(Wording wording, Reasons reasons) {
        this.wording = wording;
        this.reasons = reasons;
    }

    /** Returns escalation, tension and reputation; drawn only if there is something of it. */
    Part escalation(RoundView view, @Nullable RoundView before) {
        Part part = Part.named("escalation")
                .datum(List.of("tension"), view.figures().tensionTenths() / 10.0);
        List<String> texts = new ArrayList<>();
        boolean worthSaying = false;
        for (Side side : Side.values()) {
            long now = NumberText.hundredths(escalation(view, side));
            long then = before == null ? 0 : NumberText.hundredths(escalation(before, side));
            worthSaying |= now != 0 || then != 0 || lost(view, before, side) < 0;
            String change =
                    now == then ? (now == 0 ? "" : " (=)") : " (" + NumberText.signedHundredth(now - then) + ")";
            texts.add(side + " " + NumberText.hundredth(now) + change);
        }
        texts.add(wording.text("round.tension", NumberText.tenth(view.figures().tensionTenths())));
        texts.add(
                wording.text("round.reputation", reputation(view, before, Side.US), reputation(view, before, Side.CN)));
        return worthSaying ? part.drawn(row(wording.text("round.escalation"), String.join("   ", texts))) : part;
    }

    /** Escalation with covert matters where the viewer may see it, else what is public. */
    private static int escalation(RoundView view, Side side) {
        return MoveFacts.card(view, side)
                .map(ScoreCard::escalationMilli)
                .orElse(view.side(side).publicEscalationMilli());
    }

    private static String reputation(RoundView view, @Nullable RoundView before, Side side) {
        String now = NumberText.hundredth(NumberText.hundredths(view.side(side).reputationMilli()));
        long lost = lost(view, before, side);
        return lost < 0 ? now + " (" + NumberText.hundredth(lost) + ")" : now;
    }

    private static long lost(RoundView view, @Nullable RoundView before, Side side) {
        return before == null
                ? 0
                : Math.min(
                        0,
                        NumberText.hundredths(view.side(side).reputationMilli())
                                - NumberText.hundredths(before.side(side).reputationMilli()));
    }

    /** Returns the scores that the viewer may see with their causes, and what programs get of each side. */
    List<Part> all(RoundView view) {
        List<Part> parts = new ArrayList<>();
        if (!view.scores().isEmpty()) {
            parts.add(scores(view));
        }
        for (ScoreCard card : view.scores()) {
            Account causes = Account.of(card, view.round(), reasons, wording);
            if (view.round() > 1 || !causes.isShort()) {
                String label = "  " + wording.text("round.why", card.side());
                parts.add(Part.named("why").drawn(row(label, causes.againstTruce(wording))));
            }
        }
        for (Side side : Side.values()) {
            String name = side.name().toLowerCase(Locale.ROOT);
            parts.add(Part.named(name).datum(object(view, side)));
        }
        return parts;
    }

    private Part scores(RoundView view) {
        Part part = Part.named("score");
        List<String> texts = new ArrayList<>();
        for (ScoreCard card : view.scores()) {
            Account causes = Account.of(card, view.round(), reasons, wording);
            texts.add(score(view, card, causes));
            for (String sentence : sentences(card, causes)) {
                part = part.said(sentence);
            }
        }
        String label = wording.text("round.score");
        if (texts.size() == 1) {
            return part.drawn(row(label, texts.get(0) + "   " + wording.text("round.joint.hidden")));
        }
        if (view.round() == 1) {
            return part.drawn(new Block.Pair(label, RoundTopic.LABEL, texts.get(0), texts.get(1)));
        }
        long joint = NumberText.mean(
                NumberText.tenths(view.scores().get(0).scoreSoFarMilli()),
                NumberText.tenths(view.scores().get(1).scoreSoFarMilli()));
        texts.add(wording.text("round.joint.sofar", NumberText.tenth(joint)));
        return part.drawn(row(label, String.join("   ", texts)));
    }

    private String score(RoundView view, ScoreCard card, Account causes) {
        String estimate = card.estimated() ? "~" : "";
        String score = card.side() + " " + estimate + NumberText.oneDecimal(card.scoreMilli());
        if (view.round() == 1) {
            return causes.isShort() ? score + " " + causes.inShort(wording) : score;
        }
        String soFar = wording.text("round.sofar", estimate + NumberText.oneDecimal(card.scoreSoFarMilli()));
        return wording.phrases().parts(List.of(score, soFar));
    }

    private List<String> sentences(ScoreCard card, Account causes) {
        List<String> sentences = new ArrayList<>();
        String side = wording.side(card.side());
        String score = NumberText.oneDecimal(card.scoreMilli());
        sentences.add(
                causes.total() == 0
                        ? wording.text("say.score.same", side, score)
                        : wording.text(
                                causes.total() < 0 ? "say.score.below" : "say.score.above",
                                side,
                                score,
                                NumberText.tenth(Math.abs(causes.total()))));
        if (!causes.parts().isEmpty()) {
            Account.Part largest = causes.parts().get(0);
            sentences.add(wording.text(
                    largest.tenths() < 0 ? "say.cause.minus" : "say.cause.plus",
                    largest.name(),
                    NumberText.tenth(Math.abs(largest.tenths()))));
        }
        return sentences;
    }

    private Map<String, Object> object(RoundView view, Side side) {
        Map<String, Object> object = new LinkedHashMap<>();
        SideFacts facts = view.side(side);
        object.put("public_escalation", hundredths(facts.publicEscalationMilli()));
        object.put("reputation", hundredths(facts.reputationMilli()));
        List<Object> broken = new ArrayList<>();
        for (BrokenClause clause : facts.brokenClauses()) {
            broken.add(clause.clause().instrument().id());
        }
        object.put("broken_clauses", broken);
        object.put("breach", facts.severityMilli() > 0);
        object.put("material", facts.material());
        object.put(
                "caught_on", facts.caughtOn() == null ? null : facts.caughtOn().id());
        MoveFacts.card(view, side).ifPresent(card -> put(object, card));
        return object;
    }

    private void put(Map<String, Object> object, ScoreCard card) {
        object.put("escalation", hundredths(card.escalationMilli()));
        object.put("score", tenths(card.scoreMilli()));
        object.put("truce_score", tenths(card.truceScoreMilli()));
        object.put("score_so_far", tenths(card.scoreSoFarMilli()));
        Causes causes = Causes.of(card, wording.scenario().anchors());
        object.put("difference", causes.total() / 10.0);
        Map<String, Object> parts = new LinkedHashMap<>();
        for (Component component : Component.values()) {
            parts.put(component.word(), 0.0);
        }
        for (Causes.Cause cause : causes.all()) {
            parts.put(cause.component().word(), cause.tenths() / 10.0);
        }
        object.put("difference_by_component", parts);
    }

    private static double tenths(long milli) {
        return NumberText.tenths(milli) / 10.0;
    }

    private static double hundredths(long milli) {
        return NumberText.hundredths(milli) / 100.0;
    }

    private static Block row(String label, String text) {
        return new Block.Labelled(label, RoundTopic.LABEL, text);
    }
}
