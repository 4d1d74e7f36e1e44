package dev.truce.cli.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.option.Settings;
import dev.truce.cli.screen.ViewFixture;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.terminal.PlainConsole;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.terminal.Tint;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.protocol.client.Heard;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PractiseRoundTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final SessionQueue waiting = new SessionQueue();

    private String played(String lines) throws InterruptedException {
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        try (PlainConsole console = new PlainConsole(
                new BufferedReader(new StringReader(lines)),
                new Printer(out, out, new Tint(Tint.Ground.NONE), false),
                false)) {
            PractiseRound.play(new Settings(), console, ViewFixture.BUSAN, Side.US, waiting);
        }
        return screen.toString(StandardCharsets.UTF_8);
    }

    @Test
    void oneRoundIsPlayedAndNoRecordIsLeft() throws InterruptedException {
        assertThat(played("FENT=5\ncommit\nready\nclose\nquit\n"))
                .contains("One round against a bot")
                .contains("== Final report == 1 round")
                .doesNotContain("Record ")
                .doesNotContain(Texts.of("practise.called"));
    }

    @Test
    void aPersonIsToldOnceThatTheMatchHasBegun() throws InterruptedException {
        waiting.hear(new Heard.Begun("m1", "busan-2025", ViewFixture.BUSAN.hash(), ViewFixture.BUSAN.ruleset()));
        assertThat(played("state\nlegal\nquit\n")).containsOnlyOnce(Texts.of("practise.called"));
        assertThat(waiting.poll(0))
                .as("nothing is taken from it")
                .isInstanceOfSatisfying(
                        Happening.Hears.class,
                        hears -> assertThat(hears.heard()).isInstanceOf(Heard.Begun.class));
    }
}
