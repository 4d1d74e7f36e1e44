package dev.truce.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.frame.Frame;
import dev.truce.cli.frame.Glance;
import dev.truce.cli.text.Golden;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.PublicRound;
import dev.truce.engine.view.PublicRound.Ended;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.RoomFact;
import dev.truce.story.desk.ClassPicture;
import dev.truce.story.print.JsonPrinter;
import dev.truce.story.print.Look;
import dev.truce.story.print.SentencesPrinter;
import dev.truce.story.words.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The board of a class of twelve tables, at several sizes. */
@ResourceLock("language")
class BoardSceneTest {
    private static final long NOW = 1_772_460_131_000L;
    private static final String JOINS = "truce join 10.0.0.5:7788 7QKM2XPA";
    private static final Look ASCII = new Look(Look.Charts.ASCII, false);

    private final ClassPicture picture = new ClassPicture();
    /** Whether tariffs that go up come back because a cut had ended. */
    private boolean returned;

    @AfterEach
    void speakEnglish() {
        Texts.speak(Language.EN);
    }

    /** A table with the tariffs of its resolved rounds. */
    private void table(int number, TablePhase phase, long leftMillis, int... tariffs) {
        List<PublicRound> rounds = new ArrayList<>();
        for (int i = 0; i < tariffs.length; i++) {
            boolean broke = i == 3 && tariffs[i] > 60;
            rounds.add(new PublicRound(
                    i + 1,
                    tariffs[i],
                    broke ? List.of(Side.US) : List.of(),
                    tariffs[i] < 40,
                    returned,
                    tariffs[i] < 40 ? 7 : 0,
                    broke ? 0 : 8,
                    broke ? Ended.BREACH : Ended.NOTHING,
                    false,
                    number == 3 && i == 3 ? List.of(Side.CN) : List.of(),
                    List.of(),
                    List.of()));
        }
        picture.take(
                new TableChanged(
                        number,
                        "m" + number,
                        phase,
                        false,
                        phase == TablePhase.OPEN ? tariffs.length + 1 : tariffs.length,
                        leftMillis == 0 ? 0 : NOW + leftMillis,
                        0,
                        // A server tells no seats to a board; if it did, the board would not show them.
                        List.of(new ClassNews.TableSeat(
                                Seat.US_HEAD, "Otter", 7, true, "", true, true, 0, null, false)),
                        8,
                        rounds),
                NOW);
    }

    private void opened(boolean begun, String announced) {
        picture.take(new ClassNews.Watched("7QKM2XPA", "Seminar 3", 12, 47, 8, true, null, List.of(), byList), NOW);
        // Nor does it tell a board who calls for help.
        picture.take(
                new ClassNews.Changed(
                        true,
                        begun,
                        false,
                        71,
                        66,
                        List.of(),
                        0,
                        List.of(new ClassNews.HelpCall(7, "Are we lost?", NOW)),
                        announced,
                        List.of(new ClassNews.HeldDevice(3, 7, NOW)),
                        facts),
                NOW);
    }

    private Set<RoomFact> facts = Set.of();
    private boolean byList;

    private void lobby() {
        opened(false, "");
        for (int number = 1; number <= 12; number++) {
            table(number, TablePhase.LOBBY, 0);
        }
    }

    /** Four rounds are revealed; in the fifth three tables are done, and one has more time. */
    private void fourRounds() {
        opened(true, "Two minutes more for everybody?");
        int[][] tariffs = {
            {47, 47, 47, 47}, {47, 47, 57, 57}, {47, 47, 47, 47}, {47, 47, 34, 34}, {47, 47, 47, 47}, {47, 47, 47, 47},
            {47, 34, 27, 27}, {47, 47, 47, 47}, {47, 47, 57, 81}, {47, 47, 47, 57}, {47, 47, 47, 34}, {47, 47, 47, 47}
        };
        for (int i = 0; i < tariffs.length; i++) {
            table(i + 1, i % 4 == 0 ? TablePhase.SHUT : TablePhase.OPEN, i == 5 ? 252_000 : 192_000, tariffs[i]);
        }
    }

    private BoardScene scene() {
        return new BoardScene(picture.known(), JOINS, true, NOW, ASCII);
    }

    private void draws(String name, int columns, int rows, int pane) {
        List<String> lines = new ArrayList<>();
        for (Language language : Golden.languages()) {
            Texts.speak(language);
            lines.addAll(new Frame(scene(), List.of(), columns, rows, 1).lines(new Glance(pane, 0, 0)));
            lines.add("board> ");
        }
        Golden.check(BoardSceneTest.class, name, lines);
    }

    @Test
    void aRoomReadsThatNothingCanBeSavedAsLongAsItIsSo() {
        Texts.speak(Language.EN);
        for (Set<RoomFact> now : List.of(Set.of(RoomFact.CANNOT_SAVE), Set.<RoomFact>of())) {
            facts = now;
            fourRounds();
            assertThat(String.join(" ", scene().board(24)).contains("The server cannot save at the moment"))
                    .isEqualTo(!now.isEmpty());
        }
    }

    @Test
    void aRoomReadsHowToEnter() {
        lobby();
        draws("lobby", 80, 24, Glance.BOARD);
        Texts.speak(Language.EN);
        assertThat(String.join("\n", scene().board(24))).contains(JOINS, "66 of 71");
    }

    @Test
    void twelveTablesAreOneScreen() {
        fourRounds();
        draws("board", 80, 24, Glance.BOARD);
    }

    @Test
    void eachTableHasALine() {
        fourRounds();
        draws("board-tables", 80, 24, 2);
    }

    @Test
    void theSameIsSaidInSentencesAndToPrograms() {
        fourRounds();
        List<String> lines = new ArrayList<>();
        for (Language language : Golden.languages()) {
            Texts.speak(language);
            lines.addAll(new SentencesPrinter().lines(scene().page()));
        }
        lines.add(new JsonPrinter().text(scene().page()));
        Golden.check(BoardSceneTest.class, "board-said", lines);
    }

    @Test
    void aTariffThatCameBackIsNotCalledRaised() {
        Texts.speak(Language.EN);
        fourRounds();
        assertThat(said()).contains("truce to round 8; raised by decision").doesNotContain("came back");
        returned = true;
        fourRounds();
        assertThat(said())
                .contains("truce to round 8; " + Texts.of("class-board.event.RETURNED"))
                .doesNotContain("raised by decision");
    }

    private String said() {
        return String.join(" ", new SentencesPrinter().lines(scene().page()));
    }

    /** What has to be typed before the beginning is what the way in asks for. */
    @Test
    void theLobbySaysWhatOneEntersWith() {
        for (Language language : Language.values()) {
            Texts.speak(language);
            for (boolean list : new boolean[] {false, true}) {
                byList = list;
                lobby();
                assertThat(String.join("\n", scene().board(21)))
                        .contains(Texts.of(list ? "board.type.list" : "board.type"))
                        .doesNotContain(Texts.of(list ? "board.type" : "board.type.list"));
            }
        }
    }

    /** Where more tables are there than rows, they are shown in turns, none twice and none left out. */
    @Test
    void aLargeClassIsShownInTurns() {
        Texts.speak(Language.EN);
        picture.take(new ClassNews.Watched("7QKM2XPA", "Seminar 3", 60, 47, 8, true, null, List.of(), byList), NOW);
        picture.take(
                new ClassNews.Changed(true, true, false, 120, 120, List.of(), 0, List.of(), "", List.of(), Set.of()),
                NOW);
        for (int number = 1; number <= 60; number++) {
            table(number, TablePhase.OPEN, 90_000, 47, 57, 47, number % 3 == 0 ? 172 : 47);
        }
        Set<Integer> seen = new TreeSet<>();
        int rows = 0;
        for (int turn = 0; turn < 12 && seen.size() < 60; turn++) {
            BoardScene scene = new BoardScene(picture.known(), JOINS, true, NOW + turn * 12_000L, ASCII);
            for (String line : scene.board(21)) {
                Matcher row = Pattern.compile(" +([0-9]+) +[0-9]+%.*").matcher(line);
                if (row.matches()) {
                    rows++;
                    assertThat(seen.add(Integer.parseInt(row.group(1))))
                            .as(line)
                            .isTrue();
                }
            }
            assertThat(String.join(" ", scene.board(21))).contains("20 at war").contains("Scores stay secret");
        }
        assertThat(rows).isEqualTo(60);
    }

    @Test
    void noPersonIsOnTheBoard() {
        fourRounds();
        for (int pane : new int[] {Glance.BOARD, 1, 2}) {
            assertThat(String.join("\n", new Frame(scene(), List.of(), 140, 40, 1).lines(new Glance(pane, 0, 0))))
                    .doesNotContain("Otter", "lost");
        }
    }

    /** With one seed a round that one table has resolved tells the others what chance has in store. */
    @Test
    void aRoundIsShownOnceAllTablesHaveRevealedIt() {
        fourRounds();
        List<String> before = scene().board(20);
        String json = new JsonPrinter().text(scene().page());
        table(3, TablePhase.BETWEEN, 0, 47, 47, 47, 47, 125);
        assertThat(scene().board(20)).noneMatch(line -> line.contains("125"));
        assertThat(scene().panes(80).toString()).doesNotContain("125");
        assertThat(new JsonPrinter().text(scene().page())).isEqualTo(json);
        assertThat(before.get(0)).contains("Round 4 of 8 revealed");
    }

    @Test
    void aTableThatAFaultStoppedIsNotWaitedFor() {
        fourRounds();
        for (int number = 1; number <= 12; number++) {
            table(number, TablePhase.BETWEEN, 0, 47, 47, 47, 47, 57);
        }
        table(5, TablePhase.FAULT, 0, 47, 47);
        assertThat(scene().board(20).get(0)).contains("Rounds 2 to 5 revealed");
    }

    @Test
    void noBoardIsWiderOrHigherThanItsTerminal() {
        Random random = new Random(5);
        opened(true, "x".repeat(280));
        for (int number = 1; number <= 150; number++) {
            int[] tariffs = random.ints(1 + random.nextInt(40), 0, 170).toArray();
            table(number, TablePhase.values()[random.nextInt(TablePhase.values().length)], 90_000, tariffs);
            for (Language language : Language.values()) {
                Texts.speak(language);
                int columns = Frame.LEAST_COLUMNS + random.nextInt(120);
                int rows = Frame.LEAST_ROWS + random.nextInt(40);
                int pane = random.nextInt(4) - 1;
                List<String> lines = new Frame(scene(), List.of(), columns, rows, 1).lines(new Glance(pane, 0, 0));
                assertThat(lines).hasSizeLessThan(rows);
                assertThat(lines).allMatch(line -> TextWidth.width(line) <= columns, columns + " columns");
            }
        }
    }
}
