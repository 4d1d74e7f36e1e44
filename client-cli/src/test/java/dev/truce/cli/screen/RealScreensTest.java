package dev.truce.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bots.Roster;
import dev.truce.cli.text.Columns;
import dev.truce.cli.text.Numbers;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Laws of the screens, over matches of all pairs of bots. */
class RealScreensTest {
    private static final Wording WORDING = new Wording(ViewFixture.BUSAN);
    private static final Pattern FIGURE = Pattern.compile("[-+]?\\d+\\.\\d");

    private interface Check {
        void of(RealMatch match);
    }

    private static void inAllMatches(Check check) {
        long seed = 0;
        for (String us : Roster.names()) {
            for (String cn : Roster.names()) {
                check.of(RealMatch.play(us, cn, ++seed, 16));
            }
        }
    }

    private static List<String> rounds(List<RoundView> views, Look look) {
        List<String> lines = new ArrayList<>();
        RoundView before = null;
        for (RoundView view : views) {
            lines.addAll(
                    look.accessible()
                            ? new RoundSentences(WORDING, 16).lines(view, before)
                            : new RoundBlock(WORDING, look, 16).lines(view, before));
            before = view;
        }
        return lines;
    }

    @Test
    void noScreenIsWiderThanEightyColumnsAndAsciiIsAscii() {
        inAllMatches(match -> {
            List<String> lines = new ArrayList<>();
            for (Viewer viewer : Viewer.values()) {
                lines.addAll(rounds(match.views(viewer), Look.PLAIN));
                lines.addAll(rounds(match.views(viewer), Look.ACCESSIBLE));
            }
            List<RoundView> truth = match.views(Viewer.OMNISCIENT);
            lines.addAll(new FinalReport(WORDING, Look.PLAIN).lines(match.over(), truth));
            lines.addAll(new FinalReport(WORDING, Look.ACCESSIBLE).lines(match.over(), truth));
            for (Side side : Side.values()) {
                List<RoundView> views = match.views(Viewer.of(side));
                List<Observation> seen = match.observations(Viewer.of(side));
                for (int i = 0; i < seen.size(); i++) {
                    List<RoundView> known = views.subList(0, i);
                    lines.addAll(new StateBoard(WORDING).lines(side, seen.get(i), known, List.of()));
                    lines.addAll(new LegalBlock(WORDING).lines(seen.get(i)));
                    seen.get(i)
                            .legal()
                            .forEach(legal ->
                                    lines.addAll(new LegalBlock(WORDING).lines(legal, seen.get(seen.size() - 1))));
                    lines.addAll(new PactsBlock(WORDING).lines(side, seen.get(i)));
                }
                lines.addAll(new HistoryBlock(WORDING).lines(side, views));
                views.forEach(view -> lines.addAll(new DiffBlock(WORDING).lines(view)));
            }
            assertThat(lines.stream().filter(line -> Columns.width(line) > 80)).isEmpty();
            assertThat(lines.stream().filter(line -> !line.matches("[\\x20-\\x7e]*")))
                    .isEmpty();
            assertThat(lines.stream().filter(line -> !line.equals(line.stripTrailing())))
                    .isEmpty();
        });
    }

    @Test
    void theTablesOfASessionHaveAListFormWithoutColumnsAndSigns() {
        inAllMatches(match -> {
            Spoken spoken = new Spoken(WORDING);
            List<String> lines = new ArrayList<>();
            for (Side side : Side.values()) {
                List<RoundView> views = match.views(Viewer.of(side));
                List<Observation> seen = match.observations(Viewer.of(side));
                for (int i = 0; i < seen.size(); i++) {
                    lines.addAll(spoken.state(side, seen.get(i), views.subList(0, i), List.of()));
                    lines.addAll(spoken.legal(seen.get(i).legal(), seen.get(i)));
                    lines.addAll(spoken.pacts(seen.get(i)));
                }
                lines.addAll(spoken.history(side, views));
                for (RoundView view : views) {
                    lines.addAll(spoken.diff(view));
                    view.scores().forEach(card -> lines.addAll(spoken.why(view.round(), card)));
                }
            }
            assertThat(lines.stream().filter(line -> Columns.width(line) > 80)).isEmpty();
            assertThat(lines.stream().filter(line -> line.matches(".*(  |\\||->|\\^|~|<=|>=|\\[|\\*).*")))
                    .isEmpty();
        });
    }

    @Test
    void whyLinesAddUpInTheirPrintedDigits() {
        inAllMatches(match -> {
            for (RoundView view : match.views(Viewer.OMNISCIENT)) {
                for (ScoreCard card : view.scores()) {
                    Causes causes = Causes.of(card, ViewFixture.BUSAN.anchors());
                    long sum = causes.all().stream()
                            .mapToLong(Causes.Cause::tenths)
                            .sum();
                    assertThat(sum).isEqualTo(causes.total());
                    assertThat(causes.total())
                            .isEqualTo(Numbers.tenths(card.scoreMilli()) - Numbers.tenths(card.truceScoreMilli()));
                    if (causes.all().size() > 1) {
                        assertThat(sumOfFigures(causes.inLong()
                                        .substring(causes.inLong().indexOf(':'))))
                                .isEqualTo(causes.total());
                    }
                    List<String> why = new WhyBlock(WORDING).lines(view.round(), card);
                    assertThat(why.get(0)).contains(Numbers.oneDecimal(card.scoreMilli()));
                }
            }
        });
    }

    @Test
    void aSeatsScreensNeverShowTheOtherSidesCovertLevels() {
        inAllMatches(match -> {
            for (Side side : Side.values()) {
                for (RoundView view : match.views(Viewer.of(side))) {
                    String text = String.join("\n", new RoundBlock(WORDING, Look.PLAIN, 0).lines(view, null));
                    for (Instrument instrument : Instrument.of(side.other())) {
                        if (instrument.isCovert() && !instrument.word().equals("PACE")) {
                            assertThat(text).doesNotContain(instrument.word() + " 0->");
                            assertThat(text).doesNotContain(instrument.word() + "=");
                        }
                    }
                }
            }
        });
    }

    private static long sumOfFigures(String text) {
        long sum = 0;
        Matcher matcher = FIGURE.matcher(text);
        while (matcher.find()) {
            sum += Math.round(Double.parseDouble(matcher.group()) * 10);
        }
        return sum;
    }

    @Test
    void aWholeMatchPrintsSomethingInEveryRound() {
        RealMatch match = RealMatch.play("tft", "hawk", 7, 12);
        List<String> lines = rounds(match.views(Viewer.OMNISCIENT), Look.PLAIN);
        lines.addAll(new FinalReport(WORDING, Look.PLAIN).lines(match.over(), match.views(Viewer.OMNISCIENT)));
        if (System.getProperty("show") != null) {
            lines.forEach(System.out::println);
            rounds(match.views(Viewer.US), Look.PLAIN).forEach(System.out::println);
        }
        assertThat(lines.stream().filter(line -> line.startsWith("== Round"))).hasSize(12);
    }
}
