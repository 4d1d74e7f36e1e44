package dev.truce.app.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.encoding.ClassSeed;
import dev.truce.bot.BotSeat;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bots.ParMatches;
import dev.truce.bots.Roster;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.Recording;
import dev.truce.match.Seat;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.verify.OtherDice;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.scenario.Scenarios;
import dev.truce.story.debrief.ClassTable;
import dev.truce.story.debrief.ClassTable.TablePar;
import dev.truce.story.debrief.ClassTables;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tables with hands of their own are compared by what bots reach with the same hand. */
class ParTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final int TABLES = 8;
    private static final List<MatchRecord> RECORDS = played();

    private static List<MatchRecord> played() {
        ClassSeed seed = ClassSeed.of("7f3a91c2d84be650a1f79c3d5e82b064", new SecureRandom());
        List<Integer> numbers = IntStream.rangeClosed(1, TABLES).boxed().toList();
        List<MatchRecord> records = new ArrayList<>();
        for (long ofTable : TableHands.seeds(RULES, seed::ofTable, numbers)) {
            MatchSetup usual = RULES.setup(seed.common());
            MatchSetup setup =
                    new MatchSetup(seed.common(), ofTable, usual.horizon(), usual.calendar(), usual.conditions());
            Pairing pairing = new Pairing(
                    Roster.find("match").orElseThrow(),
                    Roster.find("match").orElseThrow(),
                    BotSeat.seedOf(77, BotSeat.HEAD),
                    200);
            records.add(Objects.requireNonNull(new InProcessMatch(RULES)
                    .play(setup, pairing, Recording.CHAIN)
                    .record()));
        }
        return records;
    }

    private static ClassTables tables(TablePar par) {
        List<ClassTables.Recorded> recorded = new ArrayList<>();
        for (MatchRecord match : RECORDS) {
            recorded.add(new ClassTables.Recorded(recorded.size() + 1, "", RecordReplay.of(match, RULES)));
        }
        return ((Reply.Done<ClassTables>) ClassTables.of(RULES, recorded, par)).value();
    }

    private static double spread(List<Double> values) {
        double mean = values.stream().mapToDouble(each -> each).average().orElseThrow();
        return Math.sqrt(values.stream()
                .mapToDouble(each -> (each - mean) * (each - mean))
                .average()
                .orElseThrow());
    }

    @Test
    void theSamePlayWithOtherHandsDiffersLessFromParThanInScore() {
        ClassTables tables = tables(setup -> ParMatches.of(RULES, setup));
        assertThat(tables.haveOwnHands()).isTrue();
        for (Side side : Side.values()) {
            List<Double> scores = tables.tables().stream()
                    .map(table -> table.score(side).score())
                    .toList();
            List<Double> toPar = tables.tables().stream()
                    .map(table -> table.score(side).score() - table.par(side))
                    .toList();
            assertThat(spread(toPar)).as("%s: %s, %s", side, scores, toPar).isLessThan(spread(scores));
        }
    }

    @Test
    void parIsTheSameForTheSameHandAndAnotherForAnother() {
        MatchSetup one = RECORDS.get(0).setup();
        assertThat(ParMatches.of(RULES, one)).isEqualTo(ParMatches.of(RULES, one));
        assertThat(ParMatches.of(RULES, RECORDS.get(1).setup())).isNotEqualTo(ParMatches.of(RULES, one));
    }

    @Test
    void theDiceThatFellGiveTheScoreThatWasAndOthersAnother() {
        OtherDice dice = new OtherDice(RULES);
        ClassTables tables = tables(setup -> new BySide<>(0.0, 0.0));
        for (ClassTable table : tables.tables()) {
            MatchRecord match = table.replay().match();
            BySide<Double> again = dice.scores(match, match.setup().seedOfTable());
            assertThat(again).isEqualTo(BySide.each(side -> table.score(side).score()));
            BySide<Long> luck = new TableLuck(RULES).tenths(match);
            assertThat(luck).isEqualTo(new TableLuck(RULES).tenths(match));
            assertThat(luck.us()).isBetween(1L, 300L);
        }
    }

    @Test
    void placesMeansAndGradesGoByTheDistanceToPar() {
        List<BySide<Double>> scores = tables(setup -> new BySide<>(0.0, 0.0)).tables().stream()
                .map(table -> BySide.each(side -> table.score(side).score()))
                .toList();
        List<Long> hands =
                RECORDS.stream().map(match -> match.setup().tableSeed()).toList();
        ClassTables level = tables(setup -> scores.get(hands.indexOf(setup.tableSeed())));
        for (ClassTable table : level.tables()) {
            assertThat(level.place(table)).isEqualTo(1);
            for (Side side : Side.values()) {
                assertThat(level.place(table, side)).isEqualTo(1);
                assertThat(table.toParTenths(side)).isZero();
            }
        }
        assertThat(level.meanToParTenths(Side.US)).isZero();
        List<Student> students = new ArrayList<>();
        for (int table = 1; table <= TABLES; table++) {
            students.add(new Student(table, "S" + table, "s" + table, "", "", "", table, Seat.US_HEAD, 0, null));
        }
        List<Gradebook.Entry> entries = ((Reply.Done<List<Gradebook.Entry>>) ClassGrades.of(level, students)).value();
        assertThat(entries).allSatisfy(entry -> assertThat(entry.toPar()).isZero());
        assertThat(new Gradebook(entries)
                        .canvas(Gradebook.Scheme.of(Gradebook.Performance.byRank(), 10))
                        .lines()
                        .skip(2))
                .allMatch(line -> line.matches(".*,5\\.0,10\\.0,0\\.0,[0-9]+\\.[0-9],0"));
    }

    /** Pars that lie less than a printed tenth beside the scores: the debrief calls these tables equal, so they earn the same. */
    @Test
    void whoShareAPlaceHaveTheSamePoints() {
        List<Long> hands =
                RECORDS.stream().map(match -> match.setup().tableSeed()).toList();
        List<BySide<Double>> scores = tables(setup -> new BySide<>(0.0, 0.0)).tables().stream()
                .map(table -> BySide.each(side -> table.score(side).score()))
                .toList();
        ClassTables tables = tables(setup -> {
            int hand = hands.indexOf(setup.tableSeed());
            // Some a little above, some a little below, and two far below what they reached.
            double beside = hand < 2 ? 7 + hand : (hand - 4) * 1e-9;
            return BySide.each(side -> scores.get(hand).of(side) + beside);
        });
        List<Student> students = new ArrayList<>();
        for (int table = 1; table <= TABLES; table++) {
            students.add(new Student(table, "S" + table, "s" + table, "", "", "", table, Seat.US_HEAD, 0, null));
        }
        Gradebook book = new Gradebook(((Reply.Done<List<Gradebook.Entry>>) ClassGrades.of(tables, students)).value());
        for (Gradebook.Performance performance :
                List.of(Gradebook.Performance.byRank(), Gradebook.Performance.linear(Gradebook.USUAL_SPREAD))) {
            Map<Integer, Set<String>> byPlace = new TreeMap<>();
            List<String> lines = book.canvas(Gradebook.Scheme.of(performance, 100))
                    .lines()
                    .skip(2)
                    .toList();
            for (ClassTable table : tables.tables()) {
                String line = lines.get(table.number() - 1);
                assertThat(line).doesNotContain("-0.0");
                byPlace.computeIfAbsent(tables.place(table, Side.US), place -> new HashSet<>())
                        .add(line.replaceFirst("^S\\d,,s\\d", "").replaceFirst(",[^,]*,0$", ""));
            }
            assertThat(byPlace)
                    .hasSizeGreaterThan(1)
                    .allSatisfy((place, cells) -> assertThat(cells).hasSize(1));
        }
    }

    @Test
    void aTableWhoseMatchEndedEarlierHasTheParOfItsRounds() {
        List<Integer> rounds = new ArrayList<>();
        tables(setup -> {
            rounds.add(((Horizon.Fixed) setup.horizon()).rounds());
            return new BySide<>(0.0, 0.0);
        });
        assertThat(rounds)
                .isEqualTo(RECORDS.stream().map(match -> match.rounds().size()).toList());
    }
}
