package dev.truce.web.screen;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Rounding;
import dev.truce.match.Notice;
import dev.truce.story.tale.Swing;
import dev.truce.story.tale.Tale;
import dev.truce.story.tale.TalePicture;
import dev.truce.story.words.LeverWords;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A match that is over, as it is told: how it came out, its picture, where the score swung, its story, and a line to share. */
final class EndPart {
    private static final int WIDE = 700;
    private static final int HIGH = 300;
    private static final int NARROW = 336;
    private static final int LOW = 240;

    private Notice.@Nullable MatchOver told;
    private @Nullable Phrases words;
    private Map<String, Object> part = Map.of();

    /**
     * Returns it; it is made once in each language, as a match that is over never changes.
     *
     * @param rounds all of them as the viewer may see them, at least one
     * @param viewer whose end it is, or null for who only reads
     */
    Map<String, Object> of(Notice.MatchOver over, List<RoundView> rounds, @Nullable Side viewer, Wording wording) {
        if (told != over || words != wording.phrases()) {
            part = made(over, rounds, viewer, wording);
            told = over;
            words = wording.phrases();
        }
        return part;
    }

    private static Map<String, Object> made(
            Notice.MatchOver over, List<RoundView> rounds, @Nullable Side viewer, Wording wording) {
        long us = tenths(over.us().score());
        long cn = tenths(over.cn().score());
        long truce = viewer == null
                ? NumberText.mean(
                        tenths(over.us().truceScore()), tenths(over.cn().truceScore()))
                : tenths(BySide.pick(viewer, over.us(), over.cn()).truceScore());
        List<Swing> swings = Swing.of(rounds, viewer, wording);
        List<Object> turns = new ArrayList<>();
        String key = viewer == null ? "end.turn.both" : "end.turn.own";
        for (Swing swing : swings) {
            turns.add(Map.of(
                    "round", swing.round(),
                    "text", wording.text("end.turn", swing.round(), swing.text()),
                    "small", wording.text(key, NumberText.tenth(swing.before()), NumberText.tenth(swing.after()))));
        }
        List<Object> story = new ArrayList<>();
        Tale.of(over, rounds, wording)
                .turns()
                .forEach(turn -> story.add(List.of(Integer.toString(turn.view().round()), turn.text())));
        story.add(List.of("", wording.text("end.scored", NumberText.tenth(us), NumberText.tenth(cn))));
        String first = wording.scenario().calendar().quarter(1);
        String last = wording.scenario().calendar().quarter(over.rounds());
        String rounded = wording.phrases().count("rounds.one", "rounds.many", over.rounds());
        return Map.of(
                "kicker", wording.text("end.kick", wording.text("final.title", rounded, first, last)),
                "headline", headline(over, us, cn, wording),
                "figures",
                        List.of(
                                figure(Side.US, over.us(), viewer, wording),
                                figure(Side.CN, over.cn(), viewer, wording)),
                "pictures",
                        List.of(
                                PictureWriter.write(TalePicture.of(rounds, swings, viewer, truce, wording, WIDE, HIGH)),
                                PictureWriter.write(
                                        TalePicture.of(rounds, swings, viewer, truce, wording, NARROW, LOW))),
                "turns", turns,
                "story", story,
                "line", TalePicture.line(us, cn, rounds, viewer, wording),
                "labels", labels(viewer, wording));
    }

    private static Map<String, Object> labels(@Nullable Side viewer, Wording wording) {
        return Map.of(
                "story", wording.text("end.story"),
                "turns", wording.text(viewer == null ? "end.turns.both" : "end.turns.own"),
                "on", wording.text("end.on"),
                "copy", wording.text("end.copy"),
                "copied", wording.text("end.copied"),
                "link", wording.text("web.record.share"),
                "shared", wording.text("web.record.shared"),
                "in_address", wording.text("web.record.in-address"),
                "too_long", wording.text("web.record.too-long"));
    }

    private static String headline(Notice.MatchOver over, long us, long cn, Wording wording) {
        String key = "end." + over.outcome().name();
        if (over.outcome() != Outcome.ONE_SIDED) {
            return wording.text(key);
        }
        long gain = us - tenths(over.us().truceScore());
        long other = cn - tenths(over.cn().truceScore());
        Side better = gain >= other ? Side.US : Side.CN;
        return LeverWords.sentence(wording.text(key, wording.side(better), wording.side(better.other())));
    }

    private static Map<String, Object> figure(Side side, FinalScore score, @Nullable Side viewer, Wording wording) {
        String name = side == viewer ? wording.text("web.you") : wording.side(side);
        long gain = tenths(score.score()) - tenths(score.truceScore());
        return Map.of(
                "side", side.name().toLowerCase(Locale.ROOT),
                "name", LeverWords.sentence(name),
                "value", NumberText.tenth(tenths(score.score())),
                "small", wording.text("end.gain", NumberText.signedTenth(gain)));
    }

    private static long tenths(double score) {
        return Rounding.tenths(score);
    }
}
