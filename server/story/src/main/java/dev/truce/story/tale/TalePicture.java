package dev.truce.story.tale;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.view.RoundView;
import dev.truce.story.picture.Picture;
import dev.truce.story.picture.Shape;
import dev.truce.story.picture.Shape.Anchor;
import dev.truce.story.picture.Shape.Dash;
import dev.truce.story.picture.Tone;
import dev.truce.story.words.LeverWords;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A match in one picture: the scores of its rounds on a fixed axis, what bound above them, accusations, and where the scores swung. */
public final class TalePicture {
    private static final int LOW = 40;
    private static final int HIGH = 120;
    private static final int STEP = 20;
    private static final int LEFT = 34;
    private static final int RIGHT = 108;
    private static final int TOP = 42;
    private static final int FOOT = 22;
    private static final double TEXT = 12.5;
    private static final double SMALL = 11;
    private static final int BAR = 14;
    /** Numbers on a disc: the first of them. */
    private static final char DISC = '\u2776';

    private final List<RoundView> rounds;
    private final Wording wording;
    private final @Nullable Side viewer;
    private final int width;
    private final int height;
    private final List<Shape> shapes = new ArrayList<>();

    private TalePicture(List<RoundView> rounds, @Nullable Side viewer, Wording wording, int width, int height) {
        this.rounds = rounds;
        this.viewer = viewer;
        this.wording = wording;
        this.width = width;
        this.height = height;
    }

    /**
     * Draws a match.
     *
     * @param rounds all rounds as somebody may see them, at least one
     * @param swings those that are numbered
     * @param viewer the side that is called "you", or null
     * @param truce what holding the truce would have scored, tenths
     */
    public static Picture of(
            List<RoundView> rounds,
            List<Swing> swings,
            @Nullable Side viewer,
            long truce,
            Wording wording,
            int width,
            int height) {
        return new TalePicture(rounds, viewer, wording, width, height).drawn(swings, truce);
    }

    private Picture drawn(List<Swing> swings, long truce) {
        for (int tick = LOW; tick <= HIGH; tick += STEP) {
            double y = y(10L * tick);
            shapes.add(new Shape.Line(LEFT, y, width - RIGHT, y, 1, Tone.RULE));
            words(LEFT - 6.0, y + 4, Integer.toString(tick), Anchor.END, TEXT, Tone.FAINT);
        }
        int every = Math.max(1, (int) Math.ceil(rounds.size() * 20.0 / (width - LEFT - RIGHT)));
        for (int i = 0; i < rounds.size(); i += every) {
            words(x(i), height - 5.0, Integer.toString(rounds.get(i).round()), Anchor.MIDDLE, TEXT, Tone.FAINT);
        }
        bars();
        for (int i = 0; i < rounds.size(); i++) {
            for (Side side : Side.values()) {
                if (rounds.get(i).side(side).decisions().accusedOn() != null) {
                    words(x(i), TOP + TEXT, "▲", Anchor.MIDDLE, TEXT, Tone.INK);
                }
            }
        }
        List<String> ends = curves(truce);
        for (int i = 0; i < swings.size(); i++) {
            mark(swings.get(i), i);
        }
        String says = wording.text("end.picture")
                + wording.text("list.colon")
                + wording.phrases().clauses(ends);
        return new Picture(says, width, height, shapes);
    }

    /** What bound: agreements with their numbers, and the truce beneath them. */
    private void bars() {
        int from = -1;
        for (int i = 0; i <= rounds.size(); i++) {
            int now = i < rounds.size() ? deal(rounds.get(i)) : 0;
            int before = from < 0 ? 0 : deal(rounds.get(from));
            if (now != before) {
                if (before > 0) {
                    double left = x(from) - half();
                    double right = x(i - 1) + half();
                    shapes.add(new Shape.Box(left + 1, 0, right - left - 2, BAR, Tone.INK));
                    words((left + right) / 2, SMALL, Integer.toString(before), Anchor.MIDDLE, SMALL, Tone.PAPER);
                }
                from = i;
            }
        }
        int since = -1;
        for (int i = 0; i <= rounds.size(); i++) {
            boolean binds = i < rounds.size() && isTruce(rounds.get(i));
            if (binds && since < 0) {
                since = i;
            } else if (!binds && since >= 0) {
                double y = BAR + 6.0;
                shapes.add(new Shape.Line(x(since) - half() + 1, y, x(i - 1) + half() - 1, y, 4, Tone.FAINT));
                since = -1;
            }
        }
        words(width - RIGHT + 8.0, SMALL, wording.text("head.deal"), Anchor.START, SMALL, Tone.FAINT);
        if (rounds.get(0).treaty().isLayered()) {
            words(width - RIGHT + 8.0, BAR + 10.0, wording.text("head.truce"), Anchor.START, SMALL, Tone.FAINT);
        }
    }

    private double half() {
        return rounds.size() < 2 ? 10 : (x(1) - x(0)) / 2;
    }

    private static boolean isTruce(RoundView view) {
        return view.treaty().isLayered() && view.treaty().bindsTruce(view.round());
    }

    /** The number of the agreement that bound in a round, 0 if none did. */
    private static int deal(RoundView view) {
        Treaty treaty = view.treaty();
        List<Clause> clauses = treaty.isLayered() ? treaty.agreement() : treaty.clauses();
        return clauses.stream()
                .filter(clause -> clause.binds(view.round()))
                .mapToInt(Clause::agreement)
                .max()
                .orElse(0);
    }

    private List<String> curves(long truce) {
        List<String> ends = new ArrayList<>();
        double x = width - RIGHT + 6.0;
        double line = y(truce);
        shapes.add(new Shape.Curve(
                new double[] {LEFT, width - RIGHT}, new double[] {line, line}, 1.5, Dash.LONG, Tone.INK));
        List<Double> taken = new ArrayList<>();
        for (Side side : Side.values()) {
            List<Long> scores = new ArrayList<>();
            rounds.forEach(view -> {
                Long score = Swing.score(view, side);
                if (score != null) {
                    scores.add(score);
                }
            });
            if (scores.size() == rounds.size()) {
                double[] across = new double[scores.size()];
                double[] down = new double[scores.size()];
                for (int i = 0; i < across.length; i++) {
                    across[i] = x(i);
                    down[i] = y(scores.get(i));
                }
                Tone tone = BySide.pick(side, Tone.US, Tone.CN);
                shapes.add(new Shape.Curve(across, down, 2.5, Dash.NONE, tone));
                if (across.length == 1) {
                    shapes.add(new Shape.Mark(across[0], down[0], true, tone));
                }
                String name = side == viewer ? wording.text("web.you") : wording.side(side);
                String text = LeverWords.sentence(name) + " " + end(scores.get(across.length - 1));
                words(x, free(taken, down[across.length - 1]) + 4, text, Anchor.START, TEXT, tone);
                ends.add(text);
            }
        }
        String text = wording.text("end.held", NumberText.tenth(truce));
        words(x, free(taken, line) + 4, text, Anchor.START, TEXT, Tone.FAINT);
        ends.add(text);
        return ends;
    }

    /** A score at its line's end, with an arrow where it lies off the axis. */
    private static String end(long tenths) {
        String off = tenths < 10 * LOW ? " ↓" : tenths > 10 * HIGH ? " ↑" : "";
        return NumberText.tenth(tenths) + off;
    }

    /** The nearest height at which no other name stands. */
    private static double free(List<Double> taken, double wanted) {
        double at = wanted;
        for (int far = 0; far < HIGH && !isFree(taken, at); far++) {
            at = wanted + (far % 2 == 0 ? 1 : -1) * (far / 2 + 1);
        }
        taken.add(at);
        return at;
    }

    private static boolean isFree(List<Double> taken, double at) {
        return taken.stream().allMatch(other -> Math.abs(other - at) >= TEXT + 2);
    }

    private void mark(Swing swing, int number) {
        int i = swing.round() - rounds.get(0).round();
        double y = y(swing.after());
        shapes.add(new Shape.Mark(x(i), y, true, Tone.INK));
        boolean above = swing.after() < 10 * (LOW + STEP);
        words(
                x(i),
                above ? y - TEXT : y + 2 * TEXT,
                String.valueOf((char) (DISC + number)),
                Anchor.MIDDLE,
                18,
                Tone.INK);
    }

    private void words(double x, double y, String text, Anchor anchor, double size, Tone tone) {
        boolean bold = tone == Tone.US || tone == Tone.CN || tone == Tone.INK;
        shapes.add(new Shape.Words(x, y, text, anchor, size, bold, tone));
    }

    private double x(int round) {
        double room = (width - LEFT - RIGHT) / (double) Math.max(1, rounds.size());
        return LEFT + room * (round + .5);
    }

    /** What lies off the axis stands at its edge. */
    private double y(long tenths) {
        double within = Math.max(LOW, Math.min(HIGH, tenths / 10.0));
        return TOP + (HIGH - within) / (HIGH - LOW) * (height - TOP - FOOT);
    }

    /** Returns a score as one of the blocks of a line, on the axis of the picture. */
    static char block(long tenths) {
        double within = Math.max(LOW, Math.min(HIGH, tenths / 10.0));
        return (char) ('\u2581' + Math.min(7, (int) ((within - LOW) / (HIGH - LOW) * 8)));
    }

    /** Returns a match in one line: its result, the scores of its rounds as blocks, and how often was signed and found. */
    public static String line(long us, long cn, List<RoundView> rounds, @Nullable Side viewer, Wording wording) {
        StringBuilder blocks = new StringBuilder();
        int signed = 0;
        int found = 0;
        for (RoundView view : rounds) {
            Long score = Swing.score(view, viewer);
            blocks.append(score == null ? "" : block(score));
            signed += view.change() == TreatyChange.ENTERED_INTO_FORCE ? 1 : 0;
            for (Side side : Side.values()) {
                found += view.side(side).caughtOn() == null ? 0 : 1;
            }
        }
        return wording.text("end.line", NumberText.tenth(us), NumberText.tenth(cn), blocks, signed, found);
    }
}
