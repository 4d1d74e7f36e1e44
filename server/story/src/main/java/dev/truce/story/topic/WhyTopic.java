package dev.truce.story.topic;

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
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.page.Waterfall;
import dev.truce.story.words.CauseWords;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a score is what it is: every cause against holding the truce, adding up; or where a figure comes from. */
public final class WhyTopic {
    private static final int FIGURE = 7;

    private final Wording wording;
    private final Phrases phrases;
    private final Reasons reasons;
    /** Whether nothing is named as it is typed. */
    private final boolean plain;

    /**
     * @param wording the words of the scenario
     * @param reasons by what scores are explained
     */
    public WhyTopic(Wording wording, Reasons reasons) {
        this(wording, reasons, false);
    }

    private WhyTopic(Wording wording, Reasons reasons, boolean plain) {
        this.wording = wording;
        this.phrases = wording.phrases();
        this.reasons = reasons;
        this.plain = plain;
    }

    /** Returns the topic that says all without what is typed. */
    public static WhyTopic plain(Wording wording, Reasons reasons) {
        return new WhyTopic(wording, reasons, true);
    }

    /**
     * Returns why a round's score differs from holding the truce.
     *
     * @param round number of the round
     * @param card the score
     */
    public Page page(int round, ScoreCard card) {
        CauseWords words = plain ? CauseWords.plain(wording, card.side()) : new CauseWords(wording, card.side());
        Account account = Account.of(card, round, reasons, wording, words);
        List<Part> parts = new ArrayList<>();
        String estimate = card.estimated() ? "~" : "";
        parts.add(Part.named("head")
                .drawn(new Block.Heading(head(round, card, account.total(), estimate), false))
                .said(head(round, card, account.total(), "")));
        causes(parts, account);
        String soFar = phrases.of("why.total", NumberText.oneDecimal(card.scoreSoFarMilli()));
        parts.add(Part.named("total").drawn(figure(account.total(), soFar)));
        waterfall(parts, account, phrases.of("why.bar.truce"), NumberText.tenths(card.truceScoreMilli()), round);
        Explanation change = reasons.of(round, card.side(), Reference.ROUND_BEFORE);
        if (change != null) {
            String before = NumberText.oneDecimal(change.referenceScoreMilli());
            Account changed = Account.of(change, wording, words);
            String key = plain ? "why.since.plain" : "why.since";
            parts.add(Part.named("since")
                    .drawn(Block.Text.of(phrases.of(key, round - 1, before, changed.inLong(wording))))
                    .said(head(change, "")));
            spoken(parts, changed);
        }
        if (card.estimated()) {
            parts.add(Part.named("estimated").drawn(Block.Text.of(phrases.of("why.estimated"))));
        }
        return Page.of(parts);
    }

    /** Returns why a round's score differs from that of the round before. */
    public Page change(Explanation change) {
        Account account = Account.of(change, wording);
        List<Part> parts = new ArrayList<>();
        parts.add(Part.named("head")
                .drawn(new Block.Heading(head(change, change.estimated() ? "~" : ""), false))
                .said(head(change, "")));
        causes(parts, account);
        parts.add(Part.named("total").drawn(figure(account.total(), phrases.of("why.total.change"))));
        String before = phrases.of("why.bar.round", change.round() - 1);
        waterfall(parts, account, before, NumberText.tenths(change.referenceScoreMilli()), change.round());
        return Page.of(parts);
    }

    /**
     * Returns where the starting figure of an instrument comes from, and what it did to a score.
     *
     * @param instrument which one
     * @param last the last resolved round, or null if there is none
     * @param side whose score
     */
    public Page source(Instrument instrument, @Nullable RoundView last, Side side) {
        InstrumentSpec spec = wording.scenario().spec(instrument);
        List<Part> parts = new ArrayList<>();
        String word = instrument.word() + phrases.of("list.colon");
        String levels = phrases.of(
                "why.source.levels",
                wording.title(instrument),
                wording.levelTitle(instrument, spec.start()),
                wording.of(spec.fallbackRung().titles()));
        parts.add(Part.named("levels")
                .drawn(new Block.Text(word, TextWidth.width(word), levels))
                .said(word + levels));
        parts.add(below(phrases.of("why.source", spec.source())));
        Explanation explanation = last == null ? null : reasons.of(last.round(), side, Reference.TRUCE_PATH);
        if (explanation != null) {
            long tenths = 0;
            for (Explanation.Line line : explanation.lines(wording.scenario().anchors())) {
                boolean own = line.share().cause() instanceof Cause.OfInstrument of && of.instrument() == instrument;
                tenths += own ? line.tenths() : 0;
            }
            parts.add(below(phrases.of("why.source.share", explanation.round(), NumberText.signedTenth(tenths))));
        }
        return Page.of(parts);
    }

    private static Part below(String text) {
        return Part.named("source").drawn(new Block.Text("  ", 2, text)).said(text);
    }

    private String head(int round, ScoreCard card, long gap, String estimate) {
        String score = estimate + NumberText.oneDecimal(card.scoreMilli());
        String truce = NumberText.oneDecimal(card.truceScoreMilli());
        return gap == 0
                ? phrases.of("why.head.same", round, score, truce)
                : phrases.of(
                        gap < 0 ? "why.head.below" : "why.head.above",
                        round,
                        score,
                        NumberText.tenth(Math.abs(gap)),
                        truce);
    }

    private String head(Explanation change, String estimate) {
        return phrases.of(
                "why.head.change",
                change.round(),
                estimate + NumberText.oneDecimal(change.scoreMilli()),
                change.round() - 1,
                estimate + NumberText.oneDecimal(change.referenceScoreMilli()));
    }

    private void causes(List<Part> parts, Account account) {
        for (Account.Part part : account.parts()) {
            parts.add(
                    Part.named("cause").drawn(figure(part.tenths(), body(part))).said(sentence(part)));
        }
    }

    private void waterfall(List<Part> parts, Account account, String from, long start, int round) {
        if (account.parts().isEmpty()) {
            return;
        }
        List<Waterfall.Bar> bars = new ArrayList<>();
        for (Account.Part part : account.parts()) {
            bars.add(Waterfall.part(part.name(), part.tenths()));
        }
        String to = phrases.of("why.bar.round", round);
        String says = phrases.of(
                "why.bars", from, NumberText.tenth(start), to, NumberText.tenth(start + account.total()), bars.size());
        parts.add(Part.named("bars").drawn(Waterfall.of(says, from, start, bars, to)));
    }

    private void spoken(List<Part> parts, Account account) {
        account.parts().forEach(part -> parts.add(Part.named("cause").said(sentence(part))));
    }

    private static Block figure(long tenths, String text) {
        String head = TextWidth.padLeft(NumberText.signedTenth(tenths), FIGURE) + "  ";
        return new Block.Text(head, TextWidth.width(head), text);
    }

    private String body(Account.Part part) {
        if (part.components().size() == 1
                && part.title()
                        .equals(wording.component(part.components().get(0).component()))) {
            return part.title()
                    + phrases.of("list.colon")
                    + phrases.of(
                            "why.means." + part.components().get(0).component().name());
        }
        if (part.components().isEmpty()) {
            return part.title() + phrases.of("list.colon") + phrases.of("why.means.ACCUSATION");
        }
        List<String> components = new ArrayList<>();
        for (Causes.Cause cause : part.components()) {
            components.add((wording.component(cause.component()) + " " + NumberText.signedTenth(cause.tenths()))
                    .replace(' ', TextWidth.HARD_BLANK));
        }
        return part.title() + phrases.of("list.colon") + wording.phrases().row(components);
    }

    private String sentence(Account.Part part) {
        List<String> components = new ArrayList<>();
        if (part.components().isEmpty()) {
            components.add(phrases.of("why.means.ACCUSATION"));
        }
        for (Causes.Cause cause : part.components()) {
            components.add(phrases.of(
                    cause.tenths() < 0 ? "spoken.part.minus" : "spoken.part.plus",
                    wording.component(cause.component()),
                    NumberText.tenth(Math.abs(cause.tenths()))));
        }
        return phrases.of(
                part.tenths() < 0 ? "spoken.cause.minus" : "spoken.cause.plus",
                part.title().replace("->", " " + phrases.of("spoken.to") + " "),
                NumberText.tenth(Math.abs(part.tenths())),
                wording.phrases().row(components));
    }
}
