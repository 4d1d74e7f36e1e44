package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.explain.Cause;
import dev.truce.engine.explain.Explanation;
import dev.truce.engine.explain.Explanation.Reference;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.story.facts.Causes;
import dev.truce.story.facts.Reasons;
import dev.truce.story.topic.Account;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a score is what it is: every cause against holding the truce, adding up; or where a figure comes from. */
public final class WhyBlock {
    private final Wording wording;

    /** @param wording the words of the scenario */
    public WhyBlock(Wording wording) {
        this.wording = wording;
    }

    /**
     * Returns why a round's score differs from holding the truce.
     *
     * @param round number of the round
     * @param card the score
     * @param reasons by what it is explained
     */
    public List<String> lines(int round, ScoreCard card, Reasons reasons) {
        Account account = Account.of(card, round, reasons, wording);
        long gap = account.total();
        String score = (card.estimated() ? "~" : "") + NumberText.oneDecimal(card.scoreMilli());
        String truce = NumberText.oneDecimal(card.truceScoreMilli());
        List<String> lines = new ArrayList<>();
        lines.add(
                gap == 0
                        ? Texts.of("why.head.same", round, score, truce)
                        : Texts.of(
                                gap < 0 ? "why.head.below" : "why.head.above",
                                round,
                                score,
                                NumberText.tenth(Math.abs(gap)),
                                truce));
        parts(lines, account);
        lines.addAll(TextWidth.wrap(
                figure(gap) + "  ", Texts.of("why.total", NumberText.oneDecimal(card.scoreSoFarMilli()))));
        Explanation change = reasons.of(round, card.side(), Reference.ROUND_BEFORE);
        if (change != null) {
            lines.addAll(TextWidth.wrap(
                    "",
                    Texts.of(
                            "why.since",
                            round - 1,
                            NumberText.oneDecimal(change.referenceScoreMilli()),
                            Account.of(change, wording).inLong(wording))));
        }
        if (card.estimated()) {
            lines.addAll(TextWidth.wrap("", Texts.of("why.estimated")));
        }
        return lines;
    }

    /** Returns why a round's score differs from that of the round before. */
    public List<String> change(Explanation change) {
        Account account = Account.of(change, wording);
        List<String> lines = new ArrayList<>();
        String estimate = change.estimated() ? "~" : "";
        lines.add(Texts.of(
                "why.head.change",
                change.round(),
                estimate + NumberText.oneDecimal(change.scoreMilli()),
                change.round() - 1,
                estimate + NumberText.oneDecimal(change.referenceScoreMilli())));
        parts(lines, account);
        lines.addAll(TextWidth.wrap(figure(account.total()) + "  ", Texts.of("why.total.change")));
        return lines;
    }

    private void parts(List<String> lines, Account account) {
        for (Account.Part part : account.parts()) {
            lines.addAll(TextWidth.wrap(figure(part.tenths()) + "  ", body(part)));
        }
    }

    private String body(Account.Part part) {
        if (part.components().size() == 1
                && part.title()
                        .equals(wording.component(part.components().get(0).component()))) {
            return part.title() + ": "
                    + Texts.of(
                            "why.means." + part.components().get(0).component().name());
        }
        List<String> components = new ArrayList<>();
        for (Causes.Cause cause : part.components()) {
            components.add((wording.component(cause.component()) + " " + NumberText.signedTenth(cause.tenths()))
                    .replace(' ', TextWidth.HARD_BLANK));
        }
        return part.title() + ": " + String.join(", ", components);
    }

    /**
     * Returns where the starting figure of an instrument comes from, and what it did to a score.
     *
     * @param instrument which one
     * @param last the last resolved round, or null if there is none
     * @param side whose score
     * @param reasons by what that score is explained
     */
    public List<String> source(Instrument instrument, @Nullable RoundView last, Side side, Reasons reasons) {
        InstrumentSpec spec = wording.scenario().spec(instrument);
        List<String> lines = new ArrayList<>();
        lines.addAll(TextWidth.wrap(
                instrument.word() + ": ",
                Texts.of(
                        "why.source.levels",
                        spec.titles().english(),
                        spec.rung(spec.start()).titles().english(),
                        spec.rung(spec.fallback()).titles().english())));
        lines.addAll(TextWidth.wrap("  ", Texts.of("why.source", spec.source())));
        Explanation explanation = last == null ? null : reasons.of(last.round(), side, Reference.TRUCE_PATH);
        if (explanation != null) {
            long tenths = 0;
            for (Explanation.Line line : explanation.lines(wording.scenario().anchors())) {
                boolean own = line.share().cause() instanceof Cause.OfInstrument of && of.instrument() == instrument;
                tenths += own ? line.tenths() : 0;
            }
            lines.addAll(TextWidth.wrap(
                    "  ", Texts.of("why.source.share", explanation.round(), NumberText.signedTenth(tenths))));
        }
        return lines;
    }

    private static String figure(long tenths) {
        return TextWidth.padLeft(NumberText.signedTenth(tenths), 7);
    }
}
