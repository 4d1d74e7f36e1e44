package dev.truce.cli.desk;

import dev.truce.cli.connect.ClassHearing;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.story.desk.ClassPicture;
import dev.truce.story.desk.DeskKeys;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A desk on a whole terminal: the board of the class stays, and acts are typed below it, the most frequent ones by a letter. */
final class DeskScreen {
    private static final String PROMPT = "desk> ";
    private static final long QUIET_MILLIS = 60_000;

    private final ClassHearing link;
    private final Console console;
    private final Acts acts;
    private final InstantSource clock = InstantSource.system();
    private final SessionQueue mailbox = new SessionQueue();

    /** Does what a line says, and shows what comes of it. */
    interface Acts {
        void does(String line, Consumer<List<String>> show) throws FaultException, InterruptedException;
    }

    DeskScreen(ClassHearing link, Console console, Acts acts) {
        this.link = link;
        this.console = console;
        this.acts = acts;
    }

    /** Stays until the person leaves; the class goes on without a desk. */
    void run() throws FaultException, InterruptedException {
        console.completeWith((before, typed) -> ClassActNotation.words().stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> before.isEmpty() && word.startsWith(typed.toLowerCase(Locale.ROOT)))
                .toList());
        ClassPicture picture = link.picture();
        picture.take(link.read(), clock.millis());
        boolean asked = false;
        while (true) {
            if (!asked) {
                console.ask(PROMPT, mailbox);
                asked = true;
            }
            console.stay(() -> DeskScene.of(picture, link.isUp(), clock.millis(), ZoneId.systemDefault()));
            Happening happening = mailbox.poll(Math.min(QUIET_MILLIS, console.tickMillis()));
            if (happening instanceof Happening.Line line) {
                asked = false;
                if (line.text().strip().equalsIgnoreCase("quit")) {
                    return;
                }
                typed(line.text());
            } else if (happening instanceof Happening.Interrupt interrupt) {
                asked = false;
                if (interrupt.lineWasEmpty()) {
                    return;
                }
            } else if (happening instanceof Happening.End) {
                return;
            }
        }
    }

    private void typed(String text) throws InterruptedException {
        Optional<String> line = DeskKeys.line(text, link.picture());
        if (text.isBlank()) {
            console.board();
            return;
        }
        if (line.isEmpty()) {
            console.show(TextWidth.wrap("", Texts.of("tables.short")));
            return;
        }
        try {
            acts.does(line.get(), lines -> lines.forEach(each -> console.show(TextWidth.wrap("", each))));
            link.picture().take(link.read(), clock.millis());
        } catch (FaultException refused) {
            // A desk that could not do one thing does the next.
            console.fault(refused.fault());
        }
    }
}
