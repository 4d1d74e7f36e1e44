package dev.truce.cli.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.classroom.ClassExport;
import dev.truce.app.classroom.ClassGrades;
import dev.truce.app.classroom.Gradebook;
import dev.truce.app.classroom.Student;
import dev.truce.app.classroom.StudentGrade;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.deed.Takeover;
import dev.truce.match.record.AbsentMinister;
import dev.truce.match.record.Annotations;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.HostedRound;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.OrdersOrigin;
import dev.truce.match.record.RecordedRound;
import dev.truce.match.record.SeedOrigin;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.debrief.ClassTable;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.Debrief;
import dev.truce.story.debrief.DebriefTopic;
import dev.truce.story.debrief.GradeTopic;
import dev.truce.story.debrief.PlayedBy;
import dev.truce.story.debrief.SeatRound;
import dev.truce.story.debrief.TableNames;
import dev.truce.story.words.Language;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hand-made classes: four tables where everybody plays, and a fifth whose US side is the case. A letter a round says what a seat did:
 * {@code S} sealed, {@code A} away, {@code B} a bot, {@code V} empty.
 */
class ClassMarksTest {
    private static final Seat MINISTER = new Seat(Side.US, 1);
    private static final String ALL = "SSSSSSSS";
    private static final int CASE = 5;

    private static MatchRecord record(String head, String minister) {
        MatchRecord any = BotClass.played().get(0);
        List<RecordedRound> recorded = new ArrayList<>();
        for (int round = 1; round <= head.length(); round++) {
            char heads = head.charAt(round - 1);
            char ministers = minister.charAt(round - 1);
            List<Takeover> takeovers =
                    List.of(new Takeover(Side.US, 0, holder(heads)), new Takeover(Side.US, 1, holder(ministers)));
            List<AbsentMinister> away = ministers == 'A' ? List.of(new AbsentMinister(Side.US, 1)) : List.of();
            ClosedRound closed = new ClosedRound(round, JointOrders.HOLD, origin(heads), OrdersOrigin.SEALED)
                    .hosted(new HostedRound(takeovers, 0, false))
                    .without(away);
            recorded.add(new RecordedRound(closed, "0".repeat(16), Annotations.NONE));
        }
        return new MatchRecord(
                any.recordTitle(),
                any.rulesStamp(),
                any.setup(),
                new SeedOrigin.Chosen(),
                false,
                List.of(
                        Delegation.usual(Side.US, DelegationMode.HEAD, 2),
                        Delegation.usual(Side.CN, DelegationMode.HEAD, 1)),
                any.start(),
                recorded,
                null,
                null,
                "0".repeat(64));
    }

    private static SeatHolder holder(char letter) {
        return switch (letter) {
            case 'B' -> new SeatHolder.Bot("negotiator");
            case 'V' -> new SeatHolder.Nobody();
            default -> new SeatHolder.Person();
        };
    }

    private static OrdersOrigin origin(char letter) {
        return switch (letter) {
            case 'B' -> OrdersOrigin.STAND_IN;
            case 'A' -> OrdersOrigin.ABSENT;
            default -> OrdersOrigin.SEALED;
        };
    }

    private static ClassTable table(int number, MatchRecord match, int points) {
        ClassTable any = BotClass.tables().tables().get(0);
        RecordReplay replay = any.replay();
        Notice.MatchOver over = any.over();
        List<SeatRound> rounds = SeatRound.of(match);
        return new ClassTable(
                number,
                "",
                new RecordReplay(match, replay.states(), replay.reports(), replay.views(), replay.verification()),
                new Notice.MatchOver(
                        over.rounds(), scored(over.us(), points), scored(over.cn(), 50), over.outcome(), ""),
                any.heard(),
                any.costs(),
                BySide.each(side -> PlayedBy.of(rounds, Seat.head(side))),
                null);
    }

    private static FinalScore scored(FinalScore score, int points) {
        return new FinalScore(
                points,
                score.truceScore(),
                score.points(),
                score.terminal(),
                score.mean(),
                score.reputation(),
                score.breaches(),
                score.catches());
    }

    private static Student student(int table, Seat seat, int from) {
        String name = table + "." + seat;
        return new Student(table, name, "s" + name, "", "", "", table, seat, from, null);
    }

    private static String cell(Gradebook book, Gradebook.Entry entry) {
        OptionalDouble score = book.duplicateScore(entry);
        return score.isEmpty() ? "-" : String.valueOf(Math.round(score.getAsDouble()));
    }

    /** The case has 90 points where the others have 20, 40, 60 and 80: the mean is 50 without it and 58 with it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // who,                  head,     minister, from, played by, head, of, minister, of
        "everybody plays,        SSSSSSSS, SSSSSSSS, 0,    PERSON,    32,   8/8, 32,      8/8",
        "a bot from the start,   BBBBBBBB, SSSSSSSS, 0,    BOT,       -,    0/0, -,       8/8",
        "late by three rounds,   BBBSSSSS, SSSSSSSS, 0,    PERSON,    32,   5/5, 32,      8/8",
        "late by half,           BBBBSSSS, SSSSSSSS, 0,    BOT,       -,    4/4, -,       8/8",
        "away all the time,      AAAAAAAA, SSSSSSSS, 0,    NOBODY,    -,    0/8, -,       8/8",
        "away from the middle,   SSSSAAAA, SSSSSSSS, 0,    NOBODY,    -,    4/8, -,       8/8",
        "away until a bot came,  AABBBBBB, SSSSSSSS, 0,    BOT,       -,    0/2, -,       8/8",
        "away once,              SSASSSSS, SSSSSSSS, 0,    PERSON,    32,   7/8, 32,      8/8",
        "two heads by turns,     SSSSSSSS, SSSSSSSS, 5,    PERSON,    -,    4/4, 32,      8/8",
        "a second head for most, SSSSSSSS, SSSSSSSS, 3,    PERSON,    32,   6/6, 32,      8/8",
        "a second head is away,  SSSSSAAA, SSSSSSSS, 3,    PERSON,    -,    3/6, 32,      8/8",
        "a minister away,        SSSSSSSS, AAAAAAAA, 0,    PERSON,    32,   8/8, 32,      0/8",
        "a minister late,        SSSSSSSS, BBBBBSSS, 0,    PERSON,    32,   8/8, -,       3/3",
        "an empty minister,      SSSSSSSS, VVVVVVVV, 0,    PERSON,    32,   8/8, -,       0/0",
        "both away,              AAAAAAAA, AAAAAAAA, 0,    NOBODY,    -,    0/8, -,       0/8",
    })
    void whoPlayedIsGradedAndWhatABotOrNobodyLedIsComparedWithNothing(
            String who,
            String head,
            String minister,
            int from,
            PlayedBy playedBy,
            String headMark,
            String headTook,
            String ministerMark,
            String ministerTook) {
        List<ClassTable> all = new ArrayList<>();
        List<Student> students = new ArrayList<>();
        for (int number = 1; number <= CASE; number++) {
            boolean isCase = number == CASE;
            all.add(table(number, isCase ? record(head, minister) : record(ALL, ALL), isCase ? 90 : 20 * number));
            students.add(student(number, Seat.US_HEAD, isCase ? from : 0));
            students.add(student(number, MINISTER, 0));
        }
        ClassTables tables = new ClassTables(BotClass.BUSAN, all);
        boolean counts = playedBy == PlayedBy.PERSON;
        ClassTable told = all.get(CASE - 1);

        List<Gradebook.Entry> entries = ((Reply.Done<List<Gradebook.Entry>>) ClassGrades.of(tables, students)).value();
        Gradebook book = new Gradebook(entries);
        Gradebook.Entry headEntry = entries.get(entries.size() - 2);
        Gradebook.Entry ministerEntry = entries.get(entries.size() - 1);
        assertThat(cell(book, headEntry)).isEqualTo(headMark);
        assertThat(headEntry.part().took() + "/" + headEntry.part().held()).isEqualTo(headTook);
        assertThat(cell(book, ministerEntry)).isEqualTo(ministerMark);
        assertThat(ministerEntry.part().took() + "/" + ministerEntry.part().held())
                .isEqualTo(ministerTook);
        // The others are compared with those who count only.
        assertThat(cell(book, entries.get(0))).isEqualTo(headMark.equals("-") ? "-30" : "-38");
        assertThat(cell(book, entries.get(1))).isEqualTo(ministerMark.equals("-") ? "-30" : "-38");

        for (Gradebook.Entry entry : List.of(headEntry, ministerEntry)) {
            boolean graded = !cell(book, entry).equals("-");
            GradeTopic.ExplainedGrade facts = StudentGrade.of(tables, entries, entry.student(), true);
            assertThat(facts.mark() != null).isEqualTo(graded);
            assertThat(facts.missing() == null).isEqualTo(graded);
            for (Language language : Language.values()) {
                String page = new GradeTopic(
                                facts, new Wording(BotClass.BUSAN.scenario(), Bundles.of(language), text -> text))
                        .html("");
                assertThat(page).contains(entry.student().name()).doesNotContain("1.US.head", "grade.");
            }
        }
        assertThat(told.playedBy().us()).isEqualTo(playedBy);
        assertThat(tables.meanTenths(Side.US)).isEqualTo(counts ? 580 : 500);
        assertThat(tables.meanTenths(Side.CN)).isEqualTo(500);
        assertThat(tables.place(told, Side.US)).isEqualTo(counts ? 1 : 0);
        assertThat(tables.place(told)).isEqualTo(counts ? 1 : 0);
        assertThat(tables.place(all.get(3), Side.US)).isEqualTo(counts ? 2 : 1);
        assertThat(tables.ranked().get(counts ? 0 : CASE - 1)).isSameAs(told);

        Map<String, String> files = new ClassExport(tables, students, false).all("");
        String word = playedBy.name().toLowerCase(Locale.ROOT);
        assertThat(files.get("class.json")).containsPattern("\"us_played_by\": ?\"" + word + "\"");
        assertThat(files.get("participation.csv").lines().filter(line -> line.startsWith(CASE + ",US.head")))
                .singleElement()
                .satisfies(row -> assertThat(row).endsWith("," + word + "," + Math.max(1, from)));
        Wording wording = new Wording(BotClass.BUSAN.scenario(), Bundles.of(Language.EN), text -> text);
        for (int only : List.of(0, CASE)) {
            ClassTables shown = ((Reply.Done<ClassTables>) tables.only(only)).value();
            String debrief =
                    new DebriefTopic(new Debrief(shown, TableNames.ofRecords(), List.of()), wording).markdown();
            assertThat(debrief.contains("90.0\\*")).isEqualTo(!counts);
            assertThat(debrief.contains("stands outside of means and places")).isEqualTo(!counts);
            assertThat(debrief.contains("| bot |")).isEqualTo(playedBy == PlayedBy.BOT);
            assertThat(debrief.contains("Otter (mostly idle)")).isEqualTo(playedBy == PlayedBy.NOBODY);
        }
    }
}
