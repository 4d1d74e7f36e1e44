package dev.truce.cli.screen;

import dev.truce.cli.text.Columns;
import dev.truce.cli.text.Numbers;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.view.ScoreCard;
import java.util.ArrayList;
import java.util.List;

/** Why a score is what it is: every component against holding the truce, adding up; or where a figure comes from. */
public final class WhyBlock {
    private final Wording wording;

    /** @param wording the words of the scenario */
    public WhyBlock(Wording wording) {
        this.wording = wording;
    }

    /** Returns all causes of a round's score. */
    public List<String> lines(int round, ScoreCard card) {
        Causes causes = Causes.of(card, wording.scenario().anchors());
        long gap = causes.total();
        String score = (card.estimated() ? "~" : "") + Numbers.oneDecimal(card.scoreMilli());
        String truce = Numbers.oneDecimal(card.truceScoreMilli());
        List<String> lines = new ArrayList<>();
        lines.add(
                gap == 0
                        ? Texts.of("why.head.same", round, score, truce)
                        : Texts.of(
                                gap < 0 ? "why.head.below" : "why.head.above",
                                round,
                                score,
                                Numbers.tenth(Math.abs(gap)),
                                truce));
        for (Causes.Cause cause : causes.all()) {
            String head = figure(cause.tenths()) + "  " + Columns.pad(Causes.name(cause.component()), 13);
            lines.addAll(
                    Columns.wrap(head, Texts.of("why.means." + cause.component().name())));
        }
        lines.addAll(
                Columns.wrap(figure(gap) + "  ", Texts.of("why.total", Numbers.oneDecimal(card.scoreSoFarMilli()))));
        if (card.estimated()) {
            lines.addAll(Columns.wrap("", Texts.of("why.estimated")));
        }
        return lines;
    }

    /** Returns where the starting figure of an instrument comes from. */
    public List<String> source(Instrument instrument) {
        InstrumentSpec spec = wording.scenario().spec(instrument);
        List<String> lines = new ArrayList<>();
        lines.addAll(Columns.wrap(
                instrument.word() + ": ",
                Texts.of(
                        "why.source.levels",
                        spec.titles().english(),
                        spec.rung(spec.start()).titles().english(),
                        spec.rung(spec.fallback()).titles().english())));
        lines.addAll(Columns.wrap("  ", Texts.of("why.source", spec.source())));
        return lines;
    }

    private static String figure(long tenths) {
        return Columns.padLeft(Numbers.signedTenth(tenths), 7);
    }
}
