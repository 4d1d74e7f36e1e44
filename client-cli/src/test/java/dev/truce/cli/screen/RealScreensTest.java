package dev.truce.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bots.Roster;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.explain.Explanation;
import dev.truce.engine.explain.Explanation.Reference;
import dev.truce.engine.round.Rules;
import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.Viewer;
import dev.truce.story.facts.Causes;
import dev.truce.story.facts.Markets;
import dev.truce.story.facts.Proceedings;
import dev.truce.story.facts.Proceedings.RoundTalk;
import dev.truce.story.facts.Reasons;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.page.Waterfall;
import dev.truce.story.print.Look;
import dev.truce.story.round.RoundTopic;
import dev.truce.story.topic.Account;
import dev.truce.story.topic.ChangesTopic;
import dev.truce.story.topic.FinalTopic;
import dev.truce.story.topic.HistoryTopic;
import dev.truce.story.topic.IndicatorTopic;
import dev.truce.story.topic.LedgerTopic;
import dev.truce.story.topic.LegalTopic;
import dev.truce.story.topic.PactsTopic;
import dev.truce.story.topic.StateTopic;
import dev.truce.story.topic.WhyTopic;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Laws of the screens, over matches of all pairs of bots. */
class RealScreensTest {
    private static final Wording WORDING = Texts.wording(ViewFixture.BUSAN);
    private static final Rules RULES = Rules.of(ViewFixture.BUSAN);
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

    /** Explanations run the economy some fifty times for a score, so one match for each other bot must do. */
    private static void inExplainedMatches(Check check) {
        List<String> names = Roster.names();
        for (int i = 0; i < names.size(); i += 2) {
            check.of(RealMatch.play(names.get(i), names.get((i + 5) % names.size()), 100 + i, 10));
        }
    }

    private static List<String> rounds(RealMatch match, Viewer viewer, Look look) {
        List<String> lines = new ArrayList<>();
        Reasons reasons = Reasons.of(RULES);
        reasons.follow(match.views(viewer));
        RoundView before = null;
        for (RoundView view : match.views(viewer)) {
            RoundTalk heard = match.heard(viewer).round(view.round());
            lines.addAll(look.lines(new RoundTopic(WORDING, 16, reasons, List.of()).page(view, before, heard)));
            before = view;
        }
        return lines;
    }

    private static List<String> report(RealMatch match, Reasons reasons, Look look) {
        SaidAndDone ledger = match.heard(Viewer.OMNISCIENT).ledger();
        return look.lines(new FinalTopic(WORDING, reasons).page(match.over(), match.views(Viewer.OMNISCIENT), ledger));
    }

    @Test
    void noScreenIsWiderThanEightyColumnsAndAsciiIsAscii() {
        inExplainedMatches(match -> {
            List<String> lines = new ArrayList<>();
            for (Viewer viewer : Viewer.values()) {
                lines.addAll(rounds(match, viewer, Look.PLAIN));
                lines.addAll(rounds(match, viewer, Look.ACCESSIBLE));
            }
            List<RoundView> truth = match.views(Viewer.OMNISCIENT);
            SaidAndDone ledger = match.heard(Viewer.OMNISCIENT).ledger();
            for (Look look : List.of(Look.PLAIN, Look.ACCESSIBLE)) {
                lines.addAll(report(match, Reasons.of(RULES), look));
                lines.addAll(report(match, Reasons.none(), look));
            }
            lines.addAll(Look.PLAIN.lines(new LedgerTopic(WORDING).page(ledger, null)));
            Markets markets = Markets.of(RULES);
            markets.follow(truth);
            IndicatorTopic topic = new IndicatorTopic(Texts.phrases());
            for (int round = 0; round <= truth.size(); round++) {
                List<String> block =
                        Look.PLAIN.lines(topic.page(markets, round, "2026Q1").orElseThrow());
                assertThat(block).hasSizeBetween(20, 23);
                assertThat(topic.line(markets, round)).hasSizeLessThanOrEqualTo(68);
                lines.addAll(block);
                List<String> sentences = Look.ACCESSIBLE.lines(
                        topic.page(markets, round, "2026Q1").orElseThrow());
                assertThat(sentences).noneMatch(line -> line.matches(".*[\\^=].*|.* v[0-9].*"));
                lines.addAll(sentences);
            }
            for (Side side : Side.values()) {
                List<RoundView> views = match.views(Viewer.of(side));
                List<Observation> seen = match.observations(Viewer.of(side));
                assertThat(match.heard(Viewer.of(side)).ledger().entries()).isEqualTo(ledger.entries());
                for (int i = 0; i < seen.size(); i++) {
                    List<RoundView> known = views.subList(0, i);
                    lines.addAll(Look.PLAIN.lines(new StateTopic(WORDING, Reasons.none())
                            .page(side, seen.get(i), known, match.heard(Viewer.of(side)), "")));
                    LegalTopic orders = new LegalTopic(WORDING);
                    Observation last = seen.get(seen.size() - 1);
                    lines.addAll(Look.PLAIN.lines(orders.page(seen.get(i).legal(), seen.get(i))));
                    seen.get(i).legal().forEach(legal -> lines.addAll(Look.PLAIN.lines(orders.page(legal, last))));
                    lines.addAll(Look.PLAIN.lines(new PactsTopic(WORDING, Reasons.none())
                            .page(side, seen.get(i), match.heard(Viewer.of(side)))));
                }
                lines.addAll(Look.PLAIN.lines(new HistoryTopic(WORDING).page(side, views)));
                views.forEach(view -> lines.addAll(Look.PLAIN.lines(new ChangesTopic(WORDING).page(view))));
            }
            assertThat(lines.stream().filter(line -> TextWidth.width(line) > 80))
                    .isEmpty();
            assertThat(lines.stream().filter(line -> !line.matches("[\\x20-\\x7e]*")))
                    .isEmpty();
            assertThat(lines.stream().filter(line -> !line.equals(line.stripTrailing())))
                    .isEmpty();
        });
    }

    @Test
    void theTablesOfASessionHaveAListFormWithoutColumnsAndSigns() {
        inExplainedMatches(match -> {
            List<String> lines = new ArrayList<>();
            for (Side side : Side.values()) {
                List<RoundView> views = match.views(Viewer.of(side));
                List<Observation> seen = match.observations(Viewer.of(side));
                for (int i = 0; i < seen.size(); i++) {
                    lines.addAll(Look.ACCESSIBLE.lines(new StateTopic(WORDING, Reasons.none())
                            .page(side, seen.get(i), views.subList(0, i), new Proceedings(), "")));
                    lines.addAll(Look.ACCESSIBLE.lines(
                            new LegalTopic(WORDING).page(seen.get(i).legal(), seen.get(i))));
                    lines.addAll(Look.ACCESSIBLE.lines(
                            new PactsTopic(WORDING, Reasons.none()).page(side, seen.get(i), new Proceedings())));
                }
                lines.addAll(Look.ACCESSIBLE.lines(new HistoryTopic(WORDING).page(side, views)));
                Reasons reasons = Reasons.of(RULES);
                reasons.follow(views);
                for (RoundView view : views) {
                    lines.addAll(Look.ACCESSIBLE.lines(new ChangesTopic(WORDING).page(view)));
                    WhyTopic why = new WhyTopic(WORDING, reasons);
                    view.scores().forEach(card -> lines.addAll(Look.ACCESSIBLE.lines(why.page(view.round(), card))));
                    Explanation change = reasons.of(view.round(), side, Reference.ROUND_BEFORE);
                    lines.addAll(change == null ? List.of() : Look.ACCESSIBLE.lines(why.change(change)));
                }
            }
            assertThat(lines.stream().filter(line -> TextWidth.width(line) > 80))
                    .isEmpty();
            assertThat(lines.stream().filter(line -> line.matches(".*(  |\\||->|\\^|~|<=|>=|\\[|\\*).*")))
                    .isEmpty();
        });
    }

    @Test
    void whyLinesAddUpInTheirPrintedDigits() {
        inExplainedMatches(match -> {
            for (Viewer viewer : List.of(Viewer.US, Viewer.CN, Viewer.OMNISCIENT)) {
                Reasons reasons = Reasons.of(RULES);
                reasons.follow(match.views(viewer));
                for (RoundView view : match.views(viewer)) {
                    for (ScoreCard card : view.scores()) {
                        long gap = NumberText.tenths(card.scoreMilli()) - NumberText.tenths(card.truceScoreMilli());
                        addsUp(Account.of(card, view.round(), reasons, WORDING), gap);
                        addsUp(Account.of(card, view.round(), Reasons.none(), WORDING), gap);
                        Page why = new WhyTopic(WORDING, reasons).page(view.round(), card);
                        printedLinesAddUp(Look.PLAIN.lines(why), gap);
                        barsAddUp(why, card);
                        assertThat(reasons.of(view.round(), card.side(), Reference.TRUCE_PATH))
                                .isNotNull();
                    }
                }
            }
        });
    }

    private static void addsUp(Account account, long total) {
        assertThat(account.total()).isEqualTo(total);
        assertThat(account.parts().stream().mapToLong(Account.Part::tenths).sum())
                .isEqualTo(total);
        for (Account.Part part : account.parts()) {
            if (part.components().isEmpty()) {
                // Its name says all.
                continue;
            }
            assertThat(part.components().stream()
                            .mapToLong(Causes.Cause::tenths)
                            .sum())
                    .isEqualTo(part.tenths());
        }
        if (account.parts().size() > 1) {
            String text = account.inLong(WORDING);
            assertThat(sumOfFigures(text.substring(text.indexOf(':')))).isEqualTo(total);
        }
    }

    /** Each bar begins where the one before ends, from the score of the truce to the own one. */
    private static void barsAddUp(Page why, ScoreCard card) {
        for (Part part : why.parts()) {
            if (part.block() instanceof Waterfall waterfall) {
                long at = NumberText.tenths(card.truceScoreMilli());
                for (Waterfall.Bar bar : waterfall.bars()) {
                    assertThat(bar.from()).isEqualTo(at);
                    at = bar.to();
                }
                assertThat(at).isEqualTo(NumberText.tenths(card.scoreMilli()));
                return;
            }
        }
        assertThat(card.scoreMilli()).isCloseTo(card.truceScoreMilli(), Offset.offset(100));
    }

    /** Each line begins with its figure in a column of its own; the last of them is the total. */
    private static void printedLinesAddUp(List<String> lines, long total) {
        long sum = 0;
        for (String line : lines) {
            if (line.matches("^ {1,6}[-+]?\\d+\\.\\d  .*") && !line.contains("  total. Score so far")) {
                sum += sumOfFigures(line.substring(0, 8));
            }
        }
        assertThat(sum).isEqualTo(total);
    }

    @Test
    void theCausesOfTheFinalReportAreTheMeanOfTheRoundsAndAddUp() {
        inExplainedMatches(match -> {
            List<RoundView> truth = match.views(Viewer.OMNISCIENT);
            Reasons reasons = Reasons.of(RULES);
            reasons.follow(truth);
            for (Side side : Side.values()) {
                List<Explanation> explanations = truth.stream()
                        .map(view -> reasons.of(view.round(), side, Reference.TRUCE_PATH))
                        .toList();
                Account mean = Account.mean(explanations, WORDING);
                double expected = explanations.stream()
                        .mapToInt(explanation -> explanation.scoreMilli() - explanation.referenceScoreMilli())
                        .average()
                        .orElseThrow();
                assertThat(mean.total()).isEqualTo((long) Math.floor((expected + 50) / 100));
                assertThat(mean.parts().stream().mapToLong(Account.Part::tenths).sum())
                        .isEqualTo(mean.total());
            }
        });
    }

    @Test
    void theTruthOfAnEndedMatchReplacesWhatASeatWasTold() {
        RealMatch match = RealMatch.play("random", "random", 11, 8);
        Reasons reasons = Reasons.of(RULES);
        reasons.follow(match.views(Viewer.US));
        Explanation told = reasons.of(8, Side.US, Reference.TRUCE_PATH);
        assertThat(reasons.of(8, Side.CN, Reference.TRUCE_PATH)).isNull();
        reasons.follow(match.views(Viewer.OMNISCIENT));
        Explanation truth = reasons.of(8, Side.US, Reference.TRUCE_PATH);
        assertThat(told).isNotNull().extracting(Explanation::estimated).isEqualTo(true);
        assertThat(truth).isNotNull().extracting(Explanation::estimated).isEqualTo(false);
        assertThat(truth.shares()).noneMatch(share -> share.estimated());
        assertThat(reasons.of(8, Side.CN, Reference.TRUCE_PATH)).isNotNull();
    }

    @Test
    void aSeatsScreensNeverShowTheOtherSidesCovertLevels() {
        inAllMatches(match -> {
            for (Side side : Side.values()) {
                for (RoundView view : match.views(Viewer.of(side))) {
                    String text = String.join(
                            "\n", Look.PLAIN.lines(new RoundTopic(WORDING, 0).page(view, null, RoundTalk.NONE)));
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
        List<String> lines = rounds(match, Viewer.OMNISCIENT, Look.PLAIN);
        lines.addAll(report(match, Reasons.of(RULES), Look.PLAIN));
        if (System.getProperty("show") != null) {
            lines.forEach(System.out::println);
            rounds(match, Viewer.US, Look.PLAIN).forEach(System.out::println);
        }
        assertThat(lines.stream().filter(line -> line.startsWith("== Round"))).hasSize(12);
    }
}
