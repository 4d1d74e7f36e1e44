package dev.truce.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotFault;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.match.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The programs in docs/learn/writing-bots.md compile and do what the page says. */
@ResourceLock(Resources.SYSTEM_OUT)
class WritingBotsTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "learn", "writing-bots.md");
    private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("public (?:class|record) (\\w+)");

    @TempDir
    Path folder;

    @Test
    void theBotIsAtMostThirtyLinesLong() throws IOException {
        assertThat(programs().get(0).lines()).hasSizeLessThanOrEqualTo(30);
    }

    @Test
    void theBotDoesWhatThePageSays() throws Exception {
        try (URLClassLoader loader = compiled()) {
            BotFactory watchful = (BotFactory)
                    loader.loadClass("Watchful").getField("FACTORY").get(null);
            Rules rules = Rules.of(Situation.BUSAN);
            Played calm = new InProcessMatch(rules)
                    .play(rules.setup(1), new Pairing(watchful, watchful, 1, 0), Recording.NONE);
            assertThat(calm.us().isClean()).isTrue();
            assertThat(calm.reports())
                    .allMatch(report -> report.after().get(Instrument.US_PORT_FEE) == 0
                            && report.after().get(Instrument.CN_PORT_FEE) == 0);

            Played pressed = new InProcessMatch(rules)
                    .play(
                            rules.setup(1),
                            new Pairing(Roster.find("hawk").orElseThrow(), watchful, 1, 0),
                            Recording.NONE);
            List<RoundReport> reports = pressed.reports();
            assertThat(reports.get(0).after().get(Instrument.CN_PORT_FEE)).isZero();
            assertThat(reports.subList(1, reports.size()))
                    .allMatch(report -> report.after().get(Instrument.CN_PORT_FEE) == 1);
            assertThat(pressed.conduct(Side.CN).count(BotFault.Kind.ILLEGAL)).isZero();
        }
    }

    @Test
    void theProgramPlaysThreeMatches() throws Exception {
        try (URLClassLoader loader = compiled()) {
            Method main = loader.loadClass("Try").getMethod("main", String[].class);
            PrintStream terminal = System.out;
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            try {
                main.invoke(null, (Object) new String[0]);
            } finally {
                System.setOut(terminal);
            }
            assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                    .hasSize(3)
                    .allMatch(line -> line.matches("seed \\d: US -?[\\d.]+, China -?[\\d.]+, faults \\[\\]"));
        }
    }

    @Test
    void everyBotThatShipsIsOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        for (String name : Roster.names()) {
            assertThat(page).contains("| `" + name + "` |");
        }
    }

    private URLClassLoader compiled() throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-d", folder.toString(), "-proc:none", "-cp", System.getProperty("java.class.path")));
        for (String program : programs()) {
            MatchResult name = NAME.matcher(program).results().findFirst().orElseThrow();
            Path file = folder.resolve(name.group(1) + ".java");
            Files.writeString(file, program);
            arguments.add(file.toString());
        }
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(String[]::new));
        assertThat(status).as(errors.toString(StandardCharsets.UTF_8)).isZero();
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }

    private static List<String> programs() throws IOException {
        List<String> programs = PROGRAM.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(programs).hasSize(3);
        return programs;
    }
}
