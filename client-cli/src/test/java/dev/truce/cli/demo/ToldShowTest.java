package dev.truce.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.terminal.Keys;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.terminal.Tint;
import dev.truce.cli.text.Texts;
import dev.truce.cli.watch.Pace;
import dev.truce.story.print.Look;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a person walks through a told match, with keys that are typed by a script in no time. */
class ToldShowTest {
    private static final long REST = 6_000;

    private final ToldMatch match = ToldMatchTest.accused();
    private final Deque<Keys.Key> typed = new ArrayDeque<>();
    private final List<Long> rests = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> screens = new ArrayList<>();

    /** After what was typed nothing more comes; where the show waits for ever, the person leaves. */
    private final Keys keys = new Keys() {
        @Override
        public Key await(long millis) {
            rests.add(millis);
            Key next = typed.poll();
            return next != null ? next : millis > REST ? Key.LEAVE : Key.NONE;
        }

        @Override
        public void clear() {
            screens.add(out.toString(StandardCharsets.UTF_8));
            out.reset();
        }
    };

    private boolean isSeen(Keys.Key... script) throws InterruptedException {
        typed.addAll(Arrays.asList(script));
        Printer printer = new Printer(
                new PrintStream(out, true, StandardCharsets.UTF_8), System.err, new Tint(Tint.Ground.NONE), false);
        boolean seen = new ToldShow(match, Look.PLAIN, printer, keys, REST).isSeen();
        keys.clear();
        return seen;
    }

    private String card(int number) {
        return Texts.of("demo.card", number, match.cards(), "", "").split(" == ", 2)[0];
    }

    private Keys.Key[] to(int card, Keys.Key... then) {
        Deque<Keys.Key> all = new ArrayDeque<>(Arrays.asList(then));
        for (int i = 0; i < card; i++) {
            all.addFirst(Keys.Key.NONE);
        }
        return all.toArray(Keys.Key[]::new);
    }

    @Test
    void itStopsAtTheAccusationAndTellsItsTruthAfterTheAnswer() throws InterruptedException {
        assertThat(match.asked()).isBetween(0, match.cards() - 1);
        assertThat(isSeen(to(match.asked(), Keys.Key.I))).isTrue();
        String truth = Texts.of("demo.yours", Texts.of("judge.inspect"));
        String question = screens.get(match.asked() + 1);
        assertThat(question)
                .contains(card(match.asked() + 1), Texts.of("demo.ask"))
                .doesNotContain("It is true", "[ deal", truth);
        assertThat(screens.get(match.asked() + 2)).contains(card(match.asked() + 1), "It is true", truth);
        assertThat(screens.get(screens.size() - 1)).contains(Texts.of("demo.end"));
        assertThat(screens).hasSize(match.cards() + 3);
    }

    @Test
    void nobodyAnswersAndItWaits() throws InterruptedException {
        assertThat(isSeen()).isFalse();
        assertThat(rests).hasSize(match.asked() + 1);
        assertThat(rests.subList(0, match.asked())).containsOnly(REST);
        assertThat(rests.get(match.asked())).isGreaterThan(REST);
    }

    @Test
    void theSpaceBarHoldsACardAndLetsItGo() throws InterruptedException {
        isSeen(Keys.Key.SPACE, Keys.Key.SPACE, Keys.Key.LEAVE);
        assertThat(rests).hasSize(3);
        assertThat(rests.get(1)).isGreaterThan(REST);
        assertThat(rests.get(2)).isEqualTo(REST);
        assertThat(screens.get(1)).contains(card(1), Texts.of("demo.keys"));
        assertThat(screens.get(2)).contains(card(1), Texts.of("demo.keys.paused"));
        assertThat(screens.get(3)).contains(card(1), Texts.of("demo.keys"));
    }

    /** Where nobody can type, as in a pipe, it rests before each card as well, and is told to its end. */
    @Test
    void withoutKeysItRestsBeforeEachCard() throws InterruptedException {
        Printer printer = new Printer(
                new PrintStream(out, true, StandardCharsets.UTF_8), System.err, new Tint(Tint.Ground.NONE), false);
        assertThat(ToldShow.isRead(match, Look.PLAIN, printer, new Pace(keys, REST)))
                .isTrue();
        assertThat(rests).hasSize(match.cards() + 1).containsOnly(REST);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(card(1), card(match.cards()), Texts.of("demo.end"));
    }

    @Test
    void arrowsWalk() throws InterruptedException {
        isSeen(Keys.Key.LEFT, Keys.Key.ANY, Keys.Key.LEFT, Keys.Key.LEAVE);
        assertThat(screens.subList(1, 5))
                .satisfiesExactly(
                        first -> assertThat(first).contains(card(1)),
                        again -> assertThat(again).contains(card(1)),
                        second -> assertThat(second).contains(card(2)),
                        back -> assertThat(back).contains(card(1)));
    }

    @Test
    void everyCardFitsIntoATerminalOfEightyByTwentyFour() throws InterruptedException {
        isSeen(to(match.asked(), Keys.Key.L));
        for (String screen : screens) {
            assertThat(screen.lines().count()).as(screen).isLessThan(24);
            assertThat(screen.lines()).allMatch(line -> line.length() <= 80);
        }
    }
}
