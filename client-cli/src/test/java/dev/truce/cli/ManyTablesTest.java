package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.TruceServer;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.room.KeyFile;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.text.Texts;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A desk's script in a class of many tables: at the first nobody is, bots play at all others. Those shut a round before others have opened it,
 * so that no two rounds find all tables in the same part of it.
 */
@ResourceLock("language")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ManyTablesTest {
    private static final Pattern CODE = Pattern.compile("truce desk ([A-Z0-9]{8})");
    private static final List<String> BOTS =
            List.of("gtft", "hawk", "negotiator", "liar", "tft", "grim", "bully", "salami", "dove", "pavlov");

    @TempDir
    private Path folder = Path.of("");

    private TruceServer server;
    private String code = "";

    @AfterEach
    void close() {
        server.close();
    }

    private void open(int tables, int rounds) throws Exception {
        server = TruceServer.start(
                ServerConfig.embedded(Files.createDirectory(folder.resolve("data"))), List.of(Scenarios.busan2025()));
        Path template = Files.writeString(
                folder.resolve("class.yaml"),
                "title: Seminar 3\nscenario: busan-2025\nrounds: " + rounds
                        + "\nbot: hold\nentry: list\nseed: 7f3a91c2d84be650a1f79c3d5e82b064\n");
        List<String> list = new ArrayList<>(List.of("Name"));
        IntStream.range(0, 2 * tables)
                .forEach(i -> list.add("Student " + (char) ('A' + i / 26) + (char) ('a' + i % 26)));
        Path names = Files.write(folder.resolve("list.csv"), list);
        Typed opened = typed("class", "open", template.toString(), "--list", names.toString());
        Matcher found = CODE.matcher(opened.out());
        assertThat(found.find()).as(opened.out() + opened.err()).isTrue();
        code = found.group(1);
    }

    private Typed typed(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of(
                "--server",
                "127.0.0.1:" + server.port(),
                "--desk-key",
                folder.resolve("data").resolve(KeyFile.DESK).toString()));
        return Typed.line(line.toArray(String[]::new));
    }

    private Typed desk(List<String> lines) throws IOException {
        Path script = Files.write(folder.resolve("desk.txt"), lines);
        return typed("desk", code, "--script", script.toString());
    }

    /** Begins; bots play all tables but the first. */
    private void begins(int tables) throws IOException {
        List<String> acts = new ArrayList<>(List.of("start", "wait open r1 0:30"));
        for (int bot = 0; bot < BOTS.size(); bot++) {
            int first = 2 + bot;
            String at = String.join(
                    ",",
                    IntStream.iterate(first, table -> table <= tables, table -> table + BOTS.size())
                            .mapToObj(Integer::toString)
                            .toList());
            if (!at.isEmpty()) {
                acts.add(at + ": fill-gaps " + BOTS.get(bot));
            }
        }
        Typed begun = desk(acts);
        assertThat(begun.exit()).as(begun.out() + begun.err()).isZero();
    }

    /** Closes each round at the first table, for which all others wait. */
    private static List<String> closes(int rounds) {
        List<String> acts = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            acts.addAll(List.of("1: advance", "1: advance", "wait open r" + (round + 1) + " 0:30"));
        }
        return acts;
    }

    @Test
    void sixtyTablesGoOnTogetherAtTheLinesOfAScript() throws Exception {
        open(60, 6);
        begins(60);
        Typed done = desk(closes(4));
        assertThat(done.exit()).as(done.out() + done.err()).isZero();
        assertThat(done.lines().stream().filter(line -> line.matches("done [0-9]+: 1: ADVANCE r[1-4]")))
                .hasSize(4);
    }

    @Test
    void aLineThatWaitsInVainEndsAndSaysWhy() throws Exception {
        open(4, 2);
        begins(4);
        Typed late = desk(List.of("wait open r2 0:01"));
        assertThat(late.exit()).isEqualTo(ExitCodes.FAILED);
        assertThat(late.lines())
                .contains(Texts.of("class.desk.not-come", "wait open r2 0:01") + " "
                        + Texts.of("class.desk.not-come.late"))
                .anyMatch(line -> line.contains("US.head") && line.contains(Texts.of("tables.phase.OPEN")));
        List<String> acts = new ArrayList<>(closes(1));
        acts.addAll(List.of("1: advance", "1: advance", "wait over 0:30", "wait open r2", "wait open r3"));
        Typed ended = desk(acts);
        assertThat(ended.exit()).isEqualTo(ExitCodes.FAILED);
        assertThat(ended.lines())
                .as("the second round was open at all tables, and there is no third")
                .filteredOn(line -> line.startsWith(Texts.of("class.desk.not-come", "")))
                .containsExactly(
                        Texts.of("class.desk.not-come", "wait open r3") + " " + Texts.of("class.desk.not-come.never"));
        Typed finished = desk(List.of("sure finish", "wait lobby r9"));
        assertThat(finished.lines())
                .contains(Texts.of("class.desk.not-come", "wait lobby r9") + " "
                        + Texts.of("class.desk.not-come.finished"));
        assertThat(desk(List.of("wait forever")).exit()).isEqualTo(ExitCodes.FAILED);
    }
}
