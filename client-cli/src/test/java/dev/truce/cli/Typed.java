package dev.truce.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import dev.truce.cli.terminal.Surroundings;
import dev.truce.cli.terminal.Tint;
import dev.truce.cli.text.Texts;
import dev.truce.story.words.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** What a command line printed and returned. */
record Typed(int exit, String out, String err) {
    private static final Object STREAMS = new Object();

    /** Runs a command line in this process with the standard streams caught, and nothing to read. */
    static Typed line(String... args) {
        return typing("", args);
    }

    /**
     * The same with something to read.
     *
     * @param typed what is typed; the real standard input belongs to who runs the tests
     */
    static Typed typing(String typed, String... args) {
        return typing(Map.of(), typed, args);
    }

    /**
     * The same with other environment variables.
     *
     * @param settings what the environment has beside or in place of what it has
     */
    static Typed typing(Map<String, String> settings, String typed, String... args) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(settings);
        synchronized (STREAMS) {
            InputStream in = System.in;
            PrintStream out = System.out;
            PrintStream err = System.err;
            ByteArrayOutputStream caughtOut = new ByteArrayOutputStream();
            ByteArrayOutputStream caughtErr = new ByteArrayOutputStream();
            try {
                System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
                System.setOut(new PrintStream(caughtOut, true, StandardCharsets.UTF_8));
                System.setErr(new PrintStream(caughtErr, true, StandardCharsets.UTF_8));
                int exit = Truce.run(environment, args);
                return new Typed(
                        exit, caughtOut.toString(StandardCharsets.UTF_8), caughtErr.toString(StandardCharsets.UTF_8));
            } finally {
                System.setIn(in);
                System.setOut(out);
                System.setErr(err);
                Texts.speak(Language.EN);
                Surroundings.startedWith(System.getenv());
                if (List.of(args).contains("serve")) {
                    quietLog();
                }
            }
        }
    }

    /** Returns the command line, without the name of the program, that a text names as the next one. */
    static String nextOf(String text) {
        Matcher next = Pattern.compile("Next: truce (.*)").matcher(text);
        if (!next.find()) {
            throw new AssertionError("no next line: " + text);
        }
        return next.group(1).strip();
    }

    /** A server as a program of its own switches its log on; the next command line must not inherit that. */
    private static void quietLog() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        try {
            new ContextInitializer(context).autoConfig();
        } catch (JoranException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Returns the lines of standard output. */
    List<String> lines() {
        return out.lines().toList();
    }

    /** Returns whether anything commands the terminal. */
    boolean hasCodes() {
        return !Tint.removed(out).equals(out) || out.indexOf('\u001b') >= 0 || err.indexOf('\u001b') >= 0;
    }
}
