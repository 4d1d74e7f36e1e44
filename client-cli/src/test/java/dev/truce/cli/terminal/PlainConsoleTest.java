package dev.truce.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainConsoleTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
    private final Printer printer = new Printer(out, out, new Tint(Tint.Ground.NONE), false);
    private final SessionQueue mailbox = new SessionQueue();

    @Test
    void thePromptComesBackAfterATextThatDidNotWaitForALine() throws Exception {
        try (PipedWriter keyboard = new PipedWriter();
                BufferedReader lines = new BufferedReader(new PipedReader(keyboard))) {
            PlainConsole console = new PlainConsole(lines, printer, true);
            console.ask("us> ", mailbox);
            console.show(List.of("CN is ready."));
            console.show(List.of());
            assertThat(screen.toString(StandardCharsets.UTF_8).lines()).containsExactly("us> ", "CN is ready.", "us> ");
            keyboard.write("ready\n");
            keyboard.flush();
            assertThat(mailbox.poll(10_000)).isEqualTo(new Happening.Line("ready"));
            console.show(List.of("Ready."));
            assertThat(screen.toString(StandardCharsets.UTF_8)).endsWith("us> Ready." + System.lineSeparator());
            console.close();
        }
    }
}
