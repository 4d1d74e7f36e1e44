package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.RoundEvent;
import dev.truce.engine.scenario.Calendar;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.SideFacts;
import dev.truce.engine.view.Viewer;
import dev.truce.story.facts.Reasons;
import dev.truce.story.facts.RoundTalk;
import dev.truce.story.print.Look;
import dev.truce.story.topic.Account;
import dev.truce.story.topic.IndicatorTopic;
import dev.truce.story.topic.Moves;
import dev.truce.story.topic.NewsTopic;
import dev.truce.story.words.CardWords;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.SignalWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resolved round as a person wants to read it; rows with nothing to say are left out. */
public final class RoundBlock {
    private final Wording wording;
    private final int knownRounds;
    private final TariffBar bar;
    private final Moves moves;
    private final TreatyRows treaty;
    private final TalkRows talk;
    private final Reasons reasons;

    /** The same with scores explained by their components. */
    public RoundBlock(Wording wording, Look look, int knownRounds) {
        this(wording, look, knownRounds, Reasons.none());
    }

    /**
     * @param wording the words of the scenario
     * @param look how it is drawn; accessible rounds are {@link RoundSentences}
     * @param knownRounds number of rounds of the match, 0 if nobody may know it
     * @param reasons by what scores are explained
     */
    public RoundBlock(Wording wording, Look look, int knownRounds, Reasons reasons) {
        this.wording = wording;
        this.knownRounds = knownRounds;
        this.reasons = reasons;
        this.bar = new TariffBar(look);
        this.moves = new Moves(wording);
        this.treaty = new TreatyRows(wording);
        this.talk = new TalkRows(wording);
    }

    /**
     * Draws a round.
     *
     * @param view the round as the viewer may see it
     * @param before the round before, or null for the first one known
     * @param heard what was offered and said in it
     */
    public List<String> lines(RoundView view, @Nullable RoundView before, RoundTalk heard) {
        Rows rows = new Rows();
        rows.line(heading(view));
        if (moves.isWorthSaying(view)) {
            rows.sides(Texts.of("round.orders"), moves.orders(view));
        }
        rows.sides(Texts.of("round.corrected"), moves.corrected(view));
        for (RoundEvent event : view.events()) {
            if (event != RoundEvent.SUMMIT) {
                rows.row(Texts.of("round.news"), new CardWords(wording).event(event, view));
            }
        }
        treaty.add(rows, view, before);
        talk.dealings(rows, view, heard);
        rows.sides(Texts.of("round.snapback"), moves.fallbacks(view));
        rows.sides(Texts.of("round.prevented"), moves.prevented(view));
        if (!view.signals().isEmpty() && view.viewer() != Viewer.OMNISCIENT) {
            rows.row(Texts.of("round.signals"), new SignalWords(wording).line(view.signals()));
        }
        talk.said(rows, heard);
        rows.line(bar.tariff(view.figures()));
        rows.lines(bar.trade(view.figures()));
        for (String line : new NewsTopic(wording.scenario(), wording.phrases(), List.of())
                .headlines(reasons.press().of(view.round()))) {
            rows.row(Texts.of("round.news"), line);
        }
        String markets = new IndicatorTopic(Texts.phrases()).line(reasons.markets(), view.round());
        if (!markets.isEmpty()) {
            rows.row(Texts.of("round.markets"), markets);
        }
        escalation(rows, view, before);
        scores(rows, view);
        return rows.lines();
    }

    private String heading(RoundView view) {
        Calendar calendar = wording.scenario().calendar();
        StringBuilder text = new StringBuilder("== ");
        text.append(
                knownRounds > 0
                        ? Texts.of("round.of", view.round(), knownRounds)
                        : Texts.of("round.alone", view.round()));
        text.append(" == ").append(calendar.quarter(view.round()));
        for (Calendar.Mark mark : calendar.marks()) {
            if (mark.round() == view.round()) {
                text.append(" == ").append(mark.titles().english());
            }
        }
        return Rows.heading(text.toString());
    }

    private static void escalation(Rows rows, RoundView view, @Nullable RoundView before) {
        List<String> parts = new ArrayList<>();
        boolean worthSaying = false;
        for (Side side : Side.values()) {
            long now = NumberText.hundredths(escalation(view, side));
            long then = before == null ? 0 : NumberText.hundredths(escalation(before, side));
            worthSaying |= now != 0 || then != 0 || lost(view, before, side) < 0;
            String change =
                    now == then ? (now == 0 ? "" : " (=)") : " (" + NumberText.signedHundredth(now - then) + ")";
            parts.add(side + " " + NumberText.hundredth(now) + change);
        }
        if (!worthSaying) {
            return;
        }
        int tension = view.figures().tensionTenths();
        String reputation =
                Texts.of("round.reputation", reputation(view, before, Side.US), reputation(view, before, Side.CN));
        rows.row(
                Texts.of("round.escalation"),
                parts.get(0) + "   " + parts.get(1) + "   " + Texts.of("round.tension", NumberText.tenth(tension))
                        + "   " + reputation);
    }

    /** Escalation with covert matters where the viewer may see it, else what is public. */
    private static int escalation(RoundView view, Side side) {
        ScoreCard card = card(view, side);
        return card == null ? view.side(side).publicEscalationMilli() : card.escalationMilli();
    }

    private static String reputation(RoundView view, @Nullable RoundView before, Side side) {
        SideFacts facts = view.side(side);
        String now = NumberText.hundredth(NumberText.hundredths(facts.reputationMilli()));
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

    private void scores(Rows rows, RoundView view) {
        if (view.scores().isEmpty()) {
            return;
        }
        Map<Side, Account> causes = new EnumMap<>(Side.class);
        List<String> texts = new ArrayList<>();
        for (ScoreCard card : view.scores()) {
            Account of = Account.of(card, view.round(), reasons, wording);
            causes.put(card.side(), of);
            String estimate = card.estimated() ? "~" : "";
            String text = card.side() + " " + estimate + NumberText.oneDecimal(card.scoreMilli());
            if (view.round() == 1) {
                text += of.isShort() ? " " + of.inShort(wording) : "";
            } else {
                text += ", " + Texts.of("round.sofar", estimate + NumberText.oneDecimal(card.scoreSoFarMilli()));
            }
            texts.add(text);
        }
        String label = Texts.of("round.score");
        if (texts.size() == 1) {
            rows.row(label, texts.get(0) + "   " + Texts.of("round.joint.hidden"));
        } else if (view.round() == 1) {
            rows.pair(label, texts.get(0), texts.get(1));
        } else {
            long joint = NumberText.mean(
                    NumberText.tenths(view.scores().get(0).scoreSoFarMilli()),
                    NumberText.tenths(view.scores().get(1).scoreSoFarMilli()));
            rows.row(
                    label,
                    texts.get(0) + "   " + texts.get(1) + "   "
                            + Texts.of("round.joint.sofar", NumberText.tenth(joint)));
        }
        causes.forEach((side, of) -> {
            if (view.round() > 1 || !of.isShort()) {
                rows.row("  " + Texts.of("round.why", side), of.inLong(wording));
            }
        });
    }

    static @Nullable ScoreCard card(RoundView view, Side side) {
        for (ScoreCard card : view.scores()) {
            if (card.side() == side) {
                return card;
            }
        }
        return null;
    }
}
