package dev.truce.cli.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.round.Rules;
import dev.truce.match.Notice;
import dev.truce.match.record.Chain;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.Result;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.debrief.ClassTable;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.ClassTables.DebriefFault;
import dev.truce.story.debrief.CostKind;
import dev.truce.story.debrief.Costs;
import dev.truce.story.debrief.Debrief;
import dev.truce.story.debrief.DebriefTopic;
import dev.truce.story.debrief.TableNames;
import dev.truce.story.print.SentencesPrinter;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for the debrief of every class. */
class DebriefLawTest {
    private static final ClassTables TABLES = BotClass.tables();
    private static final Phrases TEXTS = Bundles.of(Language.EN);

    @Test
    void theCausesOfEachTableAndSideAddUpToTheDifferenceFromTheTruce() {
        for (ClassTable table : TABLES.tables()) {
            for (Side side : Side.values()) {
                Costs costs = table.costs().of(side);
                assertThat(costs.total()).isEqualTo(table.tenths(side) - table.truceTenths(side));
                // What the rounds do not explain is small: only reputation and substitutes at the end are left.
                assertThat(costs.of(CostKind.END)).isBetween(-20L, 20L);
            }
        }
    }

    @Test
    void theCausesOfTheClassAreThoseOfItsTables() {
        for (Side side : Side.values()) {
            long sum = TABLES.tables().stream()
                    .mapToLong(table -> table.tenths(side) - table.truceTenths(side))
                    .sum();
            assertThat(TABLES.costs().of(side).total()).isEqualTo(sum);
        }
    }

    @Test
    void namingTheSidesTheOtherWayRoundChangesNoPlace() {
        List<ClassTable> swapped = TABLES.tables().stream()
                .map(table -> new ClassTable(
                        table.number(),
                        table.label(),
                        table.replay(),
                        new Notice.MatchOver(
                                table.over().rounds(),
                                table.over().cn(),
                                table.over().us(),
                                table.over().outcome(),
                                ""),
                        table.heard(),
                        new BySide<>(table.costs().cn(), table.costs().us()),
                        new BySide<>(table.playedBy().cn(), table.playedBy().us()),
                        null))
                .toList();
        ClassTables other = new ClassTables(TABLES.rules(), swapped);
        assertThat(other.ranked().stream().map(ClassTable::number))
                .isEqualTo(TABLES.ranked().stream().map(ClassTable::number).toList());
        for (int i = 0; i < swapped.size(); i++) {
            for (Side side : Side.values()) {
                assertThat(other.place(swapped.get(i), side.other()))
                        .isEqualTo(TABLES.place(TABLES.tables().get(i), side));
            }
        }
    }

    /** The order of the tables goes by the distance to par, so what has the highest score may stand anywhere. */
    @Test
    void aSentenceThatNamesTheHighestOrTheLowestNamesAllThatHaveIt() {
        double[][] joints = {{82.4, 90, 81.1, 82.4}, {50, 50, 50, 50}, {1, 2, 2, 1}, {-3, 7, -3, 7.5}};
        for (double[] joint : joints) {
            for (int gap : new int[] {-40, 0, 40}) {
                List<ClassTable> tables = new ArrayList<>();
                for (ClassTable any : TABLES.tables()) {
                    int at = tables.size();
                    FinalScore score = new FinalScore(joint[at], 0, Points.of(new double[16]), 0, 0, .8, 0, 0);
                    Notice.MatchOver over =
                            new Notice.MatchOver(16, score, score, any.over().outcome(), "");
                    // The distance to par falls or rises with the number of the table, whatever the score.
                    double par = joint[at] + gap * at;
                    tables.add(new ClassTable(
                            at + 1,
                            "",
                            any.replay(),
                            over,
                            any.heard(),
                            any.costs(),
                            any.playedBy(),
                            new BySide<>(par, par)));
                }
                ClassTables made = new ClassTables(TABLES.rules(), tables);
                double most = Arrays.stream(joint).max().orElseThrow();
                double least = Arrays.stream(joint).min().orElseThrow();
                assertThat(section(made, "debrief.section.scores"))
                        .contains(
                                most == least
                                        ? TEXTS.of("debrief.scores.says.equal", String.valueOf(most))
                                        : TEXTS.of(
                                                "debrief.scores.says",
                                                numbers(joint, most),
                                                most,
                                                numbers(joint, least),
                                                least));
            }
        }
    }

    @Test
    void tariffsThatAreEqualEverywhereAreOfNoTable() {
        ClassTable any = TABLES.tables().get(0);
        ClassTable again =
                new ClassTable(2, "", any.replay(), any.over(), any.heard(), any.costs(), any.playedBy(), any.pars());
        int last = any.tariffs().get(any.tariffs().size() - 1);
        int peak = Collections.max(any.tariffs());
        assertThat(section(new ClassTables(TABLES.rules(), List.of(any, again)), "debrief.section.tariffs"))
                .contains(TEXTS.of("debrief.tariffs.end.equal", last))
                .contains(TEXTS.of("debrief.tariffs.peak.equal", peak));
        List<Integer> highest = TABLES.tables().stream()
                .filter(table -> Collections.max(table.tariffs()) == highest(TABLES))
                .map(ClassTable::number)
                .toList();
        assertThat(highest).hasSizeBetween(2, TABLES.tables().size() - 1);
        ClassTable top = TABLES.tables().get(highest.get(0) - 1);
        List<ClassTable> twice = new ArrayList<>(TABLES.tables());
        twice.add(
                new ClassTable(5, "", top.replay(), top.over(), top.heard(), top.costs(), top.playedBy(), top.pars()));
        assertThat(section(new ClassTables(TABLES.rules(), twice), "debrief.section.tariffs"))
                .contains(TEXTS.of(
                        "debrief.tariffs.peak.shared",
                        "tables " + highest.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ", 5",
                        highest(TABLES)));
        ClassTables some = new ClassTables(TABLES.rules(), List.of(any, top));
        assertThat(section(some, "debrief.section.tariffs"))
                .contains(TEXTS.of(
                        "debrief.tariffs.peak",
                        top.number(),
                        highest(TABLES),
                        top.tariffs().indexOf(highest(TABLES)) + 1));
    }

    private static int highest(ClassTables tables) {
        return tables.tables().stream()
                .mapToInt(table -> Collections.max(table.tariffs()))
                .max()
                .orElseThrow();
    }

    private static String numbers(double[] joint, double value) {
        String those = IntStream.range(0, joint.length)
                .filter(at -> joint[at] == value)
                .mapToObj(at -> String.valueOf(at + 1))
                .collect(Collectors.joining(", "));
        return (those.contains(",") ? "tables " : "table ") + those;
    }

    private static String section(ClassTables tables, String heading) {
        DebriefTopic topic = new DebriefTopic(
                new Debrief(tables, TableNames.off(), List.of()),
                new Wording(tables.rules().scenario(), TEXTS, text -> text));
        return topic.sectionsOfRecord().stream()
                .filter(section -> section.title().equals(TEXTS.of(heading)))
                .map(section -> String.join(" ", new SentencesPrinter().lines(section.page())))
                .findFirst()
                .orElseThrow();
    }

    /** 75.0496 is 75.0, and not 75.1, as it would be by way of 75.050. */
    @Test
    void aScoreIsWhatTheRecordSays() {
        FinalScore near = new FinalScore(75.0496, -12.25, Points.of(new double[16]), 0, 0, .8, 0, 0);
        ClassTable any = TABLES.tables().get(0);
        Notice.MatchOver over = new Notice.MatchOver(16, near, near, any.over().outcome(), "");
        ClassTable table = new ClassTable(1, "", any.replay(), over, any.heard(), any.costs(), any.playedBy(), null);
        assertThat(table.tenths(Side.US)).isEqualTo(750);
        assertThat(table.truceTenths(Side.CN)).isEqualTo(-123);
        for (ClassTable played : TABLES.tables()) {
            assertThat(new Result(Math.toIntExact(played.tenths(Side.US)), Math.toIntExact(played.tenths(Side.CN))))
                    .isEqualTo(played.replay().match().result());
        }
    }

    @Test
    void thoseWhoStoodBelowACovertClauseAreCountedThoughNobodyCaughtThem() {
        int covert = 0;
        for (ClassTable table : TABLES.tables()) {
            for (Side side : Side.values()) {
                covert += table.covertBreaches(side, TABLES.rules().scenario());
                assertThat(table.covertBreaches(side, TABLES.rules().scenario()))
                        .isGreaterThanOrEqualTo(table.score(side).catches());
            }
        }
        assertThat(covert).isPositive();
    }

    @Test
    void recordsOfAnotherClassAreRefused() {
        MatchRecord first = BotClass.played().get(0);
        MatchRecord seed = BotClass.played(BotClass.BUSAN, "tft", "hawk", 8);
        Rules early = Rules.of(Scenarios.busan2025R1());
        RecordReplay rules = RecordReplay.of(BotClass.played(early, "tft", "hawk", BotClass.SEED), early);
        MatchRecord open = open(first, 3);
        MatchRecord forged = new MatchRecord(
                first.recordTitle(),
                first.rulesStamp(),
                first.setup(),
                first.start(),
                first.rounds(),
                first.ending(),
                first.result(),
                "0".repeat(64));
        assertRefused(DebriefFault.NO_TABLES, List.of());
        assertRefused(DebriefFault.OTHER_SEED, List.of(BotClass.recorded(1, first), BotClass.recorded(2, seed)));
        assertRefused(
                DebriefFault.OTHER_RULES,
                List.of(BotClass.recorded(1, first), new ClassTables.Recorded(2, "b", rules)));
        assertRefused(DebriefFault.TABLE_DIFFERS, List.of(BotClass.recorded(1, forged)));
        assertRefused(DebriefFault.TABLE_TWICE, List.of(BotClass.recorded(1, first), BotClass.recorded(1, first)));
        assertRefused(DebriefFault.TABLE_NOT_OVER, List.of(BotClass.recorded(1, open)));
        List<ClassTables.Recorded> many = new ArrayList<>();
        for (int i = 1; i <= ClassTables.MAX_TABLES + 1; i++) {
            many.add(BotClass.recorded(i, open));
        }
        assertRefused(DebriefFault.TOO_MANY_TABLES, many);
    }

    /** Returns a record that was taken while its match went on. */
    private static MatchRecord open(MatchRecord match, int rounds) {
        Chain chain =
                Chain.start(BotClass.BUSAN.scenario(), match.setup(), List.of(), BotClass.BUSAN.start(match.setup()));
        RecordReplay replay = RecordReplay.of(match, BotClass.BUSAN);
        for (int i = 0; i < rounds; i++) {
            chain.add(
                    match.rounds().get(i).closed(),
                    replay.states().get(i + 1),
                    replay.reports().get(i).draws());
        }
        return new MatchRecord(
                match.recordTitle(),
                match.rulesStamp(),
                match.setup(),
                match.start(),
                match.rounds().subList(0, rounds),
                null,
                null,
                chain.hex(rounds));
    }

    private static void assertRefused(DebriefFault fault, List<ClassTables.Recorded> records) {
        Reply<ClassTables> reply = ClassTables.of(BotClass.BUSAN, records);
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        assertThat(((Reply.Refused<ClassTables>) reply).refusal().code()).isEqualTo(fault);
    }
}
