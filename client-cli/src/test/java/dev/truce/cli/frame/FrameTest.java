package dev.truce.cli.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bots.Roster;
import dev.truce.cli.screen.RealMatch;
import dev.truce.cli.screen.ViewFixture;
import dev.truce.cli.seat.SeatScene;
import dev.truce.cli.text.Golden;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.story.facts.Reasons;
import dev.truce.story.print.Look;
import dev.truce.story.topic.DashboardTopic;
import dev.truce.story.topic.HistoryTopic;
import dev.truce.story.words.Language;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Screens of real matches at many sizes. */
@ResourceLock("language")
class FrameTest {
    private static final Rules RULES = Rules.of(ViewFixture.BUSAN);
    private static final int TYPED = 1;

    @AfterEach
    void speakEnglish() {
        Texts.speak(Language.EN);
    }

    /** A seat's screen in the round after some. */
    private static SeatScene scene(RealMatch match, Side side, int rounds, String draft) {
        Wording wording = Texts.wording(ViewFixture.BUSAN);
        Viewer viewer = Viewer.of(side);
        Reasons reasons = Reasons.of(RULES);
        List<RoundView> known = match.views(viewer).subList(0, rounds);
        reasons.follow(known);
        DashboardTopic topic = new DashboardTopic(
                wording, reasons, side, match.observations(viewer).get(rounds), known, match.heard(viewer));
        return new SeatScene(
                "7QKM | " + Texts.of("session.seat", side) + " | " + Texts.of("session.left-time", "11:40"),
                Texts.of("session.seat", side) + "  11:40",
                "",
                "",
                new SeatScene.Facts(topic.brief(), topic.board(draft), topic.pieces(List.of(draft)), topic.beside()),
                Look.PLAIN);
    }

    /** What was shown before: an answer that is longer than a screen, and words of both languages. */
    private static List<String> log(RealMatch match, Side side) {
        Wording wording = Texts.wording(ViewFixture.BUSAN);
        List<String> log =
                new ArrayList<>(Look.PLAIN.lines(new HistoryTopic(wording).page(side, match.views(Viewer.of(side)))));
        log.add("us> say 先谈港口费；再谈芬太尼关税。先谈港口费；再谈芬太尼关税。先谈港口费；再谈芬太尼关税。");
        log.add("x".repeat(200));
        return log;
    }

    private static void draws(String name, int columns, int rows, int pane) {
        RealMatch match = RealMatch.play("negotiator", "liar", 7, 8);
        List<String> lines = new ArrayList<>();
        for (Language language : Golden.languages()) {
            Texts.speak(language);
            List<String> log = List.of("us> FENT=5", Texts.of("session.draft", "FENT 10->5"));
            Frame frame = new Frame(
                    scene(match, Side.US, 4, Texts.of("state.draft.unsent", "FENT 10->5")), log, columns, rows, TYPED);
            lines.addAll(frame.lines(new Glance(pane, 0, 1)));
            lines.add("us> ");
        }
        Golden.check(FrameTest.class, name, lines);
    }

    @Test
    void aSmallScreenShowsOnePaneAndTheDigitsOfAll() {
        draws("small", 40, 15, 2);
    }

    @Test
    void theUsualScreenShowsTheBoard() {
        draws("usual", 80, 24, Glance.BOARD);
    }

    @Test
    void aWideScreenShowsTheRoundsBesideTheBoard() {
        draws("wide", 120, 30, Glance.BOARD);
    }

    /** Whatever a person looks at, and however long an answer is: what the tutorial wants stands at the top. */
    @Test
    void aTaskStaysOnEveryScreen() {
        RealMatch match = RealMatch.play("negotiator", "liar", 7, 8);
        SeatScene usual = scene(match, Side.US, 4, "");
        String task = "STEP 3 of 8: type try FENT=0";
        SeatScene taught =
                new SeatScene(usual.header(), usual.brief(), usual.seats(), task, usual.facts(), usual.look());
        List<String> log = log(match, Side.US);
        for (int columns : new int[] {Frame.LEAST_COLUMNS, 79, 80, 132}) {
            for (int rows : new int[] {Frame.LEAST_ROWS, 24, 43}) {
                for (int pane = Glance.LOG; pane < 7; pane++) {
                    List<String> lines =
                            new Frame(taught, log, columns, rows, TYPED).lines(new Glance(pane, 0, log.size() / 2));
                    assertThat(lines.subList(0, 2))
                            .as("%d x %d, pane %d", columns, rows, pane)
                            .anyMatch(line -> line.startsWith(task));
                }
            }
        }
    }

    @Test
    void noScreenIsWiderOrHigherThanItsTerminal() {
        Random random = new Random(11);
        List<String> names = Roster.names();
        for (int i = 0; i < names.size(); i += 3) {
            RealMatch match = RealMatch.play(names.get(i), names.get((i + 7) % names.size()), 300 + i, 10);
            for (Side side : Side.values()) {
                for (Language language : Language.values()) {
                    Texts.speak(language);
                    int rounds = random.nextInt(10);
                    SeatScene scene =
                            scene(match, side, rounds, "RECIP 10->20; PORT 0->80; ".repeat(random.nextInt(9)));
                    List<String> log = log(match, side);
                    for (int each = 0; each < 12; each++) {
                        fits(scene, log, random);
                    }
                }
            }
        }
    }

    private static void fits(SeatScene scene, List<String> log, Random random) {
        int columns = Frame.LEAST_COLUMNS + random.nextInt(120);
        int rows = Frame.LEAST_ROWS + random.nextInt(40);
        int taken = 1 + random.nextInt(5);
        int pane = random.nextInt(9) - 1;
        Glance at = new Glance(pane, random.nextInt(log.size()), random.nextInt(log.size() + 1));
        List<String> lines = new Frame(scene, log, columns, rows, taken).lines(at);
        assertThat(lines).as("%d rows, %d taken", rows, taken).hasSizeLessThanOrEqualTo(rows - taken);
        assertThat(lines.stream().filter(line -> TextWidth.width(line) > columns))
                .as("pane %d on %d columns", pane, columns)
                .isEmpty();
    }

    @Test
    void pagesOfTheLogLeaveNothingOutAndComeToBothEnds() {
        RealMatch match = RealMatch.play("tft", "hawk", 7, 10);
        SeatScene scene = scene(match, Side.US, 3, "");
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            log.add("line " + i);
        }
        Frame frame = new Frame(scene, log, 80, 24, TYPED);
        List<String> seen = new ArrayList<>();
        int first = 0;
        int next = frame.pageDown(first);
        while (next > first) {
            seen.addAll(frame.lines(Glance.BEGIN.atLog(first)));
            first = next;
            next = frame.pageDown(first);
        }
        seen.addAll(frame.lines(Glance.BEGIN.atLog(first)));
        assertThat(seen).containsAll(log);
        for (int page = 0; page < 300 && first > 0; page++) {
            first = frame.pageUp(first);
        }
        assertThat(first).isZero();
    }

    @Test
    void aShortAnswerHasRoomBelowTheBoardAndALongOneHasNot() {
        SeatScene scene = scene(RealMatch.play("tft", "hawk", 7, 10), Side.US, 3, "");
        List<String> log = List.of("us> FENT=5", "Draft: FENT 10->5.", "1", "2", "3", "4");
        Frame frame = new Frame(scene, log, 80, 24, TYPED);
        assertThat(frame.hasRoom(new Glance(Glance.BOARD, 0, 5))).isTrue();
        assertThat(frame.hasRoom(new Glance(Glance.BOARD, 0, 0))).isFalse();
        assertThat(new Frame(scene, log, 80, 50, TYPED).hasRoom(new Glance(Glance.BOARD, 0, 0)))
                .isTrue();
    }
}
