package dev.truce.story.topic;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.story.facts.TreatyFacts;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rounds in which a match turned: what happened to agreements, where the displayed tariff crossed the line of normal
 * trade, and the two largest falls of the joint score.
 */
public final class TurningPoints {
    private static final int FALLS = 2;

    /** Smaller falls of the joint score, in tenths, turn nothing. */
    private static final int MIN_FALL = 10;

    private final Phrases phrases;

    /** Something that turned the match. */
    public record Point(int round, String text) {}

    /** @param phrases the texts of the language */
    public TurningPoints(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Returns the turning points in order of rounds, several of one round joined. */
    public List<Point> of(List<RoundView> rounds) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            agreements(points, rounds, i);
            crossing(points, rounds, i);
        }
        points.addAll(falls(rounds));
        points.sort(Comparator.comparingInt(Point::round));
        return joined(points);
    }

    private void agreements(List<Point> points, List<RoundView> rounds, int i) {
        RoundView view = rounds.get(i);
        for (Side side : Side.values()) {
            int broken = view.side(side).brokenClauses().size();
            if (view.side(side).severityMilli() > 0) {
                points.add(new Point(
                        view.round(),
                        broken == 1
                                ? phrases.of("turn.breach.one", side)
                                : phrases.of("turn.breach.many", side, broken)));
            }
            Instrument caughtOn = view.side(side).caughtOn();
            if (caughtOn != null) {
                points.add(new Point(view.round(), phrases.of("turn.caught", side, caughtOn.word())));
            }
        }
        if (view.change() != TreatyChange.NONE) {
            points.add(new Point(
                    view.round(),
                    TreatyFacts.isRenewal(view)
                            ? phrases.of("turn.renewed", phrases.until(TreatyFacts.renewedUntil(view)))
                            : view.treaty().isLayered() && view.change() == TreatyChange.REDUCED_BY_CATCH
                                    ? phrases.of("turn.found")
                                    : phrases.of("turn.change." + view.change().name())));
        }
        if (view.ratification().terms() != null && view.change() != TreatyChange.ENTERED_INTO_FORCE) {
            points.add(new Point(view.round(), phrases.of("turn.lapsed")));
        }
        boolean endedBefore = i > 0 && rounds.get(i - 1).endsAll();
        if (!view.ranOut().isEmpty() && !endedBefore) {
            points.add(new Point(view.round(), phrases.of("turn.expired")));
        }
        if (!view.fallbacks().isEmpty() && i > 0) {
            int before = shown(rounds.get(i - 1));
            points.add(new Point(
                    view.round(),
                    before == shown(view)
                            ? phrases.of("turn.snapback.still")
                            : phrases.of("turn.snapback", before, shown(view))));
        }
    }

    private void crossing(List<Point> points, List<RoundView> rounds, int i) {
        if (i == 0) {
            return;
        }
        int before = shown(rounds.get(i - 1));
        int now = shown(rounds.get(i));
        if (before >= Figures.NORMAL_TARIFF && now < Figures.NORMAL_TARIFF) {
            points.add(new Point(rounds.get(i).round(), phrases.of("turn.below", now)));
        } else if (before < Figures.NORMAL_TARIFF && now >= Figures.NORMAL_TARIFF) {
            points.add(new Point(rounds.get(i).round(), phrases.of("turn.above", now)));
        }
    }

    private List<Point> falls(List<RoundView> rounds) {
        List<Point> falls = new ArrayList<>();
        List<Long> depths = new ArrayList<>();
        for (int i = 1; i < rounds.size(); i++) {
            if (rounds.get(i).scores().size() < 2 || rounds.get(i - 1).scores().size() < 2) {
                continue;
            }
            long change = joint(rounds.get(i)) - joint(rounds.get(i - 1));
            if (change <= -MIN_FALL) {
                int place = 0;
                while (place < depths.size() && depths.get(place) <= change) {
                    place++;
                }
                depths.add(place, change);
                falls.add(
                        place,
                        new Point(
                                rounds.get(i).round(),
                                phrases.of(
                                        "turn.fall",
                                        NumberText.tenth(-change),
                                        NumberText.tenth(joint(rounds.get(i))))));
            }
        }
        return falls.subList(0, Math.min(FALLS, falls.size()));
    }

    /** Returns the mean of both printed scores of a round, tenths. */
    private static long joint(RoundView view) {
        ScoreCard us = view.scores().get(0);
        ScoreCard cn = view.scores().get(1);
        return NumberText.mean(NumberText.tenths(us.scoreMilli()), NumberText.tenths(cn.scoreMilli()));
    }

    private static int shown(RoundView view) {
        return view.figures().displayedTariff();
    }

    private List<Point> joined(List<Point> points) {
        List<Point> joined = new ArrayList<>();
        for (Point point : points) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).round() == point.round()) {
                joined.set(
                        last,
                        new Point(
                                point.round(),
                                phrases.parts(List.of(joined.get(last).text(), point.text()))));
            } else {
                joined.add(point);
            }
        }
        return joined;
    }
}
