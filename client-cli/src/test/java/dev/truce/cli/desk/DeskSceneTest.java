package dev.truce.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.frame.Frame;
import dev.truce.cli.frame.Glance;
import dev.truce.cli.text.Golden;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.Seat;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.ClassNews.TableSeat;
import dev.truce.protocol.message.RoomFact;
import dev.truce.story.desk.ClassPicture;
import dev.truce.story.desk.DeskKeys;
import dev.truce.story.words.Language;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The desk of a class of twelve tables, at several sizes. */
@ResourceLock("language")
class DeskSceneTest {
    private static final long NOW = 1_772_460_131_000L;
    private static final String[] ANIMALS = {"Otter", "Ibis", "Swift", "Puma", "Vole", "Stoat"};

    private final ClassPicture picture = new ClassPicture();

    @AfterEach
    void speakEnglish() {
        Texts.speak(Language.EN);
    }

    /** Letters as the board has them, for each side three. */
    private void table(int number, TablePhase phase, boolean paused, String letters, long leftMillis, long toldAt) {
        List<TableSeat> seats = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            char letter = letters.charAt(i);
            seats.add(new TableSeat(
                    new Seat(i < 3 ? Side.US : Side.CN, i % 3),
                    letter == '-' ? "" : ANIMALS[i],
                    letter == '-' ? 0 : number * 6 + i,
                    letter != '!' && letter != '-',
                    letter == 'B' ? "negotiator" : "",
                    letter == 'R' || letter == 's',
                    letter == 'R',
                    0,
                    null,
                    false));
        }
        picture.take(
                new TableChanged(
                        number,
                        "m" + number,
                        phase,
                        paused,
                        4,
                        paused || leftMillis == 0 ? 0 : NOW + leftMillis,
                        paused ? leftMillis : 0,
                        seats,
                        0,
                        List.of()),
                toldAt);
    }

    private void classOfTwelve() {
        picture.take(new ClassNews.DeskEntered("c1", "7QKM2XPA", "Seminar 3", 1, "secret", 0), NOW);
        picture.take(
                new ClassNews.Changed(
                        true, true, false, 71, 66, List.of(12, 31), 40, List.of(), "", List.of(), Set.of()),
                NOW);
        table(1, TablePhase.SHUT, false, "RRRRRR", 0, NOW);
        table(2, TablePhase.OPEN, false, "Rww!RR", 192_000, NOW - 35_000);
        table(3, TablePhase.OPEN, false, "RRwRRR", 192_000, NOW - 100_000);
        table(4, TablePhase.OVERTIME, false, "RwBRRR", 12_000, NOW - 20_000);
        table(5, TablePhase.EXTRA, false, "w!wRRw", 252_000, NOW - 130_000);
        table(6, TablePhase.OPEN, true, "RRRRRs", 192_000, NOW - 1_000);
        table(7, TablePhase.BETWEEN, false, "RRRRRR", 0, NOW);
        table(8, TablePhase.OVER, false, "RRRRBR", 0, NOW);
        table(9, TablePhase.OPEN, false, "RRwRR!", 192_000, NOW - 241_000);
        table(10, TablePhase.LOBBY, false, "RRRR-R", 0, NOW);
        table(11, TablePhase.FAULT, false, "RRwRRR", 0, NOW);
        table(12, TablePhase.OPEN, false, "wwRRw!", 192_000, NOW - 80_000);
        picture.take(
                new ClassNews.ListRead(
                        List.of(
                                new ClassNews.Member(12, "Kim Lee", "s2210443", 2, Seat.US_HEAD, "Otter", true, false),
                                new ClassNews.Member(31, "王美", "s2210444", 0, null, "", true, false)),
                        List.of(
                                new ClassNews.LogLine(39, NOW - 31_000, 0, "8: STAND-IN CN.1 negotiator"),
                                new ClassNews.LogLine(40, NOW - 10_000, 1, "5: EXTEND r4 1:00"))),
                NOW);
    }

    private DeskScene scene() {
        return DeskScene.of(picture, true, NOW, ZoneOffset.UTC);
    }

    private void draws(String name, int columns, int rows, int pane) {
        classOfTwelve();
        List<String> lines = new ArrayList<>();
        for (Language language : Golden.languages()) {
            Texts.speak(language);
            lines.addAll(new Frame(scene(), List.of(), columns, rows, 1).lines(new Glance(pane, 0, 0)));
            lines.add("desk> ");
        }
        Golden.check(DeskSceneTest.class, name, lines);
    }

    @Test
    void twelveTablesAreOneScreen() {
        draws("tables", 80, 24, Glance.BOARD);
        assertThat(new Frame(scene(), List.of(), 80, 24, 1).lines(Glance.BEGIN))
                .as("no table is left out")
                .filteredOn(line -> line.matches(" {0,2}\\d+  [RswB!-]{3} .*"))
                .hasSize(12);
    }

    @Test
    void thoseWhoAreWaitedForAreListedTheLongestFirst() {
        draws("waiting", 80, 24, 2);
    }

    @Test
    void aWideDeskShowsThemBesideTheTables() {
        draws("wide-desk", 120, 30, Glance.BOARD);
    }

    @Test
    void realNamesStandInTheClassListOnly() {
        classOfTwelve();
        for (int pane : new int[] {Glance.BOARD, 1, 2, 4}) {
            assertThat(String.join("\n", new Frame(scene(), List.of(), 130, 40, 1).lines(new Glance(pane, 0, 0))))
                    .doesNotContain("Kim Lee", "s2210443");
        }
        assertThat(String.join("\n", new Frame(scene(), List.of(), 80, 24, 1).lines(new Glance(3, 0, 0))))
                .contains("Kim Lee", "王美");
    }

    @Test
    void noDeskIsWiderOrHigherThanItsTerminal() {
        Random random = new Random(5);
        classOfTwelve();
        for (int number = 13; number <= 60; number++) {
            String letters = "";
            for (int i = 0; i < 6; i++) {
                letters += "RswB!-".charAt(random.nextInt(6));
            }
            TablePhase phase = TablePhase.values()[random.nextInt(TablePhase.values().length)];
            table(number, phase, random.nextBoolean(), letters, random.nextInt(600_000), NOW - random.nextInt(900_000));
            for (Language language : Language.values()) {
                Texts.speak(language);
                int columns = Frame.LEAST_COLUMNS + random.nextInt(120);
                int rows = Frame.LEAST_ROWS + random.nextInt(40);
                int pane = random.nextInt(6) - 1;
                List<String> lines = new Frame(scene(), List.of(), columns, rows, 1).lines(new Glance(pane, 0, 0));
                assertThat(lines).hasSizeLessThan(rows);
                assertThat(lines).allMatch(line -> TextWidth.width(line) <= columns, columns + " columns");
            }
        }
    }

    @Test
    void shortFormsStandForActsThatCanBeRead() {
        classOfTwelve();
        assertThat(DeskKeys.line("+ 1:00 5", picture)).contains("5: EXTEND 1:00");
        assertThat(DeskKeys.line("a 2 5", picture)).contains("2,5: ADVANCE");
        assertThat(DeskKeys.line("s 1", picture)).contains("9: STAND-IN CN.2 negotiator");
        assertThat(DeskKeys.line("m 5 Two minutes more?", picture)).contains("5: ANNOUNCE Two minutes more?");
        assertThat(DeskKeys.line("m 5.us.head Look at the news", picture)).contains("5: MESSAGE US Look at the news");
        assertThat(DeskKeys.line("m 5.CN.1 Yes", picture)).contains("5: MESSAGE CN.1 Yes");
        assertThat(DeskKeys.line("d", picture)).contains("DOORS CLOSED");
        for (String typed : List.of(
                "d",
                "b",
                "o",
                "o 5:00",
                "v",
                "p",
                "p 3",
                "g",
                "+ 1:00",
                "+ -0:30 2,5",
                "a 2 5",
                "m all We begin.",
                "s 2 hawk",
                "h 5.cn.1",
                "h 5.us.head",
                "k 12",
                "MOVE 31 10.CN.1")) {
            String line = DeskKeys.line(typed, picture).orElseThrow();
            assertThat(ClassActNotation.read(line, 4))
                    .as("%s is %s", typed, line)
                    .isPresent();
        }
        for (String typed : List.of("+", "+ 5", "a", "a all", "s", "s 99", "s 0", "m 5", "h 5", "k", "d x")) {
            assertThat(DeskKeys.line(typed, picture)).as(typed).isEmpty();
        }
    }

    @Test
    void aSeatWaitsSinceItChangedOrItsRoundOpened() {
        classOfTwelve();
        table(9, TablePhase.OPEN, false, "RRwRR!", 192_000, NOW);
        assertThat(picture.waiting().get(0).sinceUnixMillis()).isEqualTo(NOW - 241_000);
        table(9, TablePhase.OPEN, false, "RRsRRw", 192_000, NOW);
        assertThat(picture.waiting())
                .filteredOn(each -> each.place().table() == 9)
                .allMatch(each -> each.sinceUnixMillis() == NOW)
                .hasSize(2);
        table(9, TablePhase.SHUT, false, "RRRRRR", 0, NOW);
        assertThat(picture.waiting()).noneMatch(each -> each.place().table() == 9);
    }

    private String waitingFor(Seat seat, long quietMillis, ClassNews.@Nullable Delivery message) {
        TableSeat told = new TableSeat(seat, "Ibis", 7, true, "", false, false, NOW - quietMillis, message, false);
        picture.take(
                new TableChanged(1, "m1", TablePhase.OPEN, false, 4, NOW + 60_000, 0, List.of(told), 0, List.of()),
                NOW - 150_000);
        return DeskScene.of(picture, true, NOW, ZoneOffset.UTC).panes(80).get(1).lines().stream()
                .filter(line -> line.contains(" 1.US.head "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoHasDoneNothingForTwoMinutesIsIdleWithoutAWordOfTheServer() {
        classOfTwelve();
        assertThat(waitingFor(Seat.US_HEAD, 119_000, null)).contains("works 2:30");
        assertThat(waitingFor(Seat.US_HEAD, 130_000, null)).contains("idle 2:10");
        assertThat(String.join(
                        " ", DeskScene.of(picture, true, NOW, ZoneOffset.UTC).board(22)))
                .contains("US.head idle");
    }

    @Test
    void aDeviceThatWaitsForASeatStandsOnTheDesk() {
        classOfTwelve();
        picture.take(
                new ClassNews.Changed(
                        true,
                        true,
                        false,
                        71,
                        66,
                        List.of(),
                        40,
                        List.of(),
                        "",
                        List.of(new ClassNews.HeldDevice(3, 12, NOW - 40_000)),
                        Set.of()),
                NOW);
        assertThat(DeskScene.of(picture, true, NOW, ZoneOffset.UTC).board(40))
                .anyMatch(line -> line.startsWith("DEVICE 3 wants the seat of ")
                        && line.endsWith("since 0:40: admit 3 or refuse 3"));
    }

    @Test
    void callsForHelpStandOnTheDeskTheOldestFirstAfterWhatIsSoForAWhile() {
        classOfTwelve();
        picture.take(
                new ClassNews.Changed(
                        true,
                        true,
                        false,
                        71,
                        66,
                        List.of(),
                        40,
                        List.of(
                                new ClassNews.HelpCall(12, "Do we lose A2 if we hold?", NOW - 75_000),
                                new ClassNews.HelpCall(99, "Where do I sit?", NOW - 10_000),
                                new ClassNews.HelpCall(13, "And we?", NOW)),
                        "",
                        List.of(),
                        Set.of(RoomFact.CANNOT_SAVE)),
                NOW);
        assertThat(DeskScene.of(picture, true, NOW, ZoneOffset.UTC).board(24))
                .containsSubsequence(
                        "The server cannot save at the moment, so nothing can be done. What was saved is",
                        "not lost. It goes on by itself.",
                        "HELP 2.US.head Otter, 1:15 ago: Do we lose A2 if we hold?",
                        "HELP 99, 0:10 ago: Where do I sit?",
                        Texts.of("tables.help.more", 1));
    }

    @Test
    void aDeskSeesWhetherAMessageHasArrived() {
        classOfTwelve();
        assertThat(waitingFor(Seat.US_HEAD, 10_000, null)).doesNotContain("delivered");
        assertThat(waitingFor(Seat.US_HEAD, 10_000, new ClassNews.Delivery(false, NOW - 19_999)))
                .contains("sent 14:01:51");
        assertThat(waitingFor(Seat.US_HEAD, 10_000, new ClassNews.Delivery(false, NOW - 20_000)))
                .contains("not delivered");
        assertThat(waitingFor(Seat.US_HEAD, 10_000, new ClassNews.Delivery(true, NOW - 60_000)))
                .contains("  delivered 14:01:11");
    }
}
