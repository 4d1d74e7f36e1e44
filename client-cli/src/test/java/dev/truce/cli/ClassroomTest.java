package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.cli.kept.SavedSeat;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.Scenarios;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class of two on a served room, each command in a process of its own, as on the machines of a class. */
@Tag("jvm")
class ClassroomTest {
    private static final Pattern ADDRESS = Pattern.compile("Serving on (127\\.0\\.0\\.1:\\d+)");
    private static final Pattern CODE = Pattern.compile("truce join (\\S+ )?([A-Z0-9]{4,12})$");

    /** Where the one server runs in which most tests open their room: a process takes a second and more to start. */
    @TempDir
    private static Path served = Path.of("");

    private static @Nullable Running server;

    @TempDir
    private Path folder = Path.of("");

    private final List<Running> started = new ArrayList<>();

    /** A command in its own process. */
    private static final class Running {
        private final Process process;
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Thread reader;

        Running(Path folder, String config, String... args) throws IOException {
            List<String> line = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Truce.class.getName()));
            line.addAll(List.of(args));
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectErrorStream(true).directory(folder.toFile());
            builder.environment().put("TRUCE_CONFIG", folder.resolve(config).toString());
            process = builder.start();
            reader = new Thread(this::read, "reader of " + String.join(" ", args));
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    lines.add(line);
                }
            } catch (IOException ended) {
                // The process was killed; what it printed so far is what there is.
            }
        }

        String find(Pattern pattern, int group) {
            return await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> lines.stream()
                                    .map(pattern::matcher)
                                    .filter(Matcher::find)
                                    .map(matcher -> matcher.group(group))
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
        }

        void waitFor(String text) {
            await().atMost(Duration.ofSeconds(30)).until(() -> lines.stream().anyMatch(line -> line.contains(text)));
        }

        int exit() throws InterruptedException {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as(lines.toString())
                    .isTrue();
            // What it printed last may still be in the pipe.
            reader.join(10_000);
            return process.exitValue();
        }

        void type(String text) throws IOException {
            process.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        }
    }

    private Running running(String config, String... args) throws IOException {
        Running command = new Running(folder, config, args);
        started.add(command);
        return command;
    }

    /** The address of the server that is there for all tests. */
    private static String address() throws IOException {
        if (server == null) {
            server = new Running(served, "s", "serve", "--port", "0", "--data", "data");
        }
        return server.find(ADDRESS, 1);
    }

    @AfterEach
    void stopCommands() throws InterruptedException {
        for (Running running : started) {
            running.process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @AfterAll
    static void stopServer() throws InterruptedException {
        if (server != null) {
            server.process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private Path script(String... lines) throws IOException {
        return Files.write(folder.resolve("script" + started.size() + ".txt"), List.of(lines));
    }

    @Test
    void twoPeopleJoinARoomByItsCodePlayItToTheEndAndKeepItsRecord() throws Exception {
        String address = address();
        Running room = running("r", "room", address, "--rounds", "4", "--seed", "3");
        String code = room.find(CODE, 2);
        String[] lines = {
            "legal", "ready", "close", "ready", "close", "ready", "close", "keep", "commit", "ready", "close",
            "history", "quit"
        };
        Running us = running(
                "us",
                "join",
                address,
                code.toLowerCase(Locale.ROOT),
                "--name",
                "Mei",
                "--side",
                "us",
                "--script",
                script(lines).toString());
        us.waitFor("you are US head");
        Running cn = running(
                "cn",
                "join",
                address,
                code,
                "--no-input",
                "--script",
                script(lines).toString());
        assertThat(room.exit()).isZero();
        assertThat(room.lines).anyMatch(line -> line.equals("US: Mei"));
        assertThat(room.lines).contains(Texts.of("room.seed-chosen"));
        assertThat(us.exit()).as(us.lines.toString()).isZero();
        assertThat(cn.exit()).as(cn.lines.toString()).isZero();
        assertThat(us.lines).anyMatch(line -> line.startsWith("== Final report == 4 rounds"));
        assertThat(cn.lines).anyMatch(line -> line.startsWith("== Final report == 4 rounds"));
        assertThat(cn.lines).anyMatch(line -> line.equals("US is played by Mei."));
        for (Running running : List.of(us, cn)) {
            assertThat(String.join(" ", running.lines)).containsOnlyOnce(Texts.of("facts.seed-chosen"));
        }
        Path record = folder.resolve("truce-" + code + ".twg");
        Typed verified = Typed.line("verify", record.toString());
        assertThat(verified.exit()).as(verified.toString()).isZero();
        Running back = running("us");
        back.waitFor("== Final report == 4 rounds");
        back.type("quit");
        assertThat(back.exit()).as("the seat is kept for the debrief").isZero();
    }

    @Test
    void twoDelegationsPlayInPortfolioModeAndTheRecordHasWhatTheyDrafted() throws Exception {
        String address = address();
        Running room = running(
                "r",
                "room",
                address,
                "--rounds",
                "2",
                "--seed",
                "3",
                "--seats",
                "US:3,CN:2",
                "--mode",
                "portfolio",
                "--bots",
                "US.2=hawk,CN.1=hawk");
        String code = room.find(CODE, 2);
        Running head =
                delegate(address, code, "Ann", "us", "head", "seats", "ready", "close", "ready", "close", "quit");
        Running trade = delegate(
                address,
                code,
                "Mei",
                "us",
                "trade",
                "legal",
                "CHIP=strict",
                "PORT=0",
                "commit",
                "brief",
                "draft CHIP=strict",
                "vote 1 no",
                "drafts",
                "ready",
                "close",
                "ready",
                "close",
                "quit");
        trade.waitFor("US minister, seat 1");
        head.waitFor("you are US head");
        Running cn = delegate(address, code, "Bo", "cn", "head", "ready", "close", "ready", "close", "quit");
        assertThat(room.exit()).isZero();
        assertThat(room.lines).contains("US: 1 trade, Mei", "CN: 1 commerce, hawk (bot)");
        for (Running running : List.of(head, trade, cn)) {
            // The minister for trade tries an instrument of another seat, and is refused.
            assertThat(running.exit()).as(running.lines.toString()).isEqualTo(running == trade ? 1 : 0);
            assertThat(running.lines).anyMatch(line -> line.startsWith("== Final report == 2 rounds"));
            assertThat(running.lines).anyMatch(line -> line.startsWith("  US 1 trade, Mei: "));
        }
        assertThat(trade.lines)
                .anyMatch(line -> line.startsWith("error NOT_YOUR_INSTRUMENT: CHIP is held by 2 commerce, hawk (bot)"))
                .anyMatch(line -> line.startsWith("Your private brief"))
                .anyMatch(line ->
                        line.startsWith("1 trade, Mei: CHIP licensed->strict; ") && line.contains("against: Mei"));
        assertThat(trade.lines).noneMatch(line -> line.startsWith("FENT "));
        assertThat(cn.lines).noneMatch(line -> line.contains("strict;") || line.startsWith("Your private brief"));
        Path record = folder.resolve("truce-" + code + ".twg");
        assertThat(Files.readString(record)).contains("\n- US.1 DRAFT {CHIP=strict}\n- US.1 VOTE 1 no\n");
        assertThat(Typed.line("verify", record.toString()).exit()).isZero();
    }

    private Running delegate(String address, String code, String name, String side, String seat, String... lines)
            throws IOException {
        return running(
                name,
                "join",
                address,
                code,
                "--name",
                name,
                "--side",
                side,
                "--seat",
                seat,
                "--script",
                script(lines).toString());
    }

    @Test
    void aMinisterDraftsAndHisHeadTakesItOver() throws Exception {
        String address = address();
        Running room = running("r", "room", address, "--rounds", "2", "--seed", "3", "--seats", "US:2", "--cn", "tft");
        String code = room.find(CODE, 2);
        Running trade = running("Mei", "join", address, code, "--name", "Mei", "--side", "us", "--seat", "trade");
        trade.waitFor("US minister, seat 1");
        Running head = running("Ann", "join", address, code, "--name", "Ann");
        head.waitFor("Round 1, 2026Q1");
        trade.waitFor("Round 1, 2026Q1");
        trade.type("commit\nFENT=5\ndraft");
        trade.waitFor("error ONLY_THE_HEAD");
        head.waitFor("1 trade, Mei drafts: FENT 10->5");
        head.type("vote trade yes\nadopt 1\ncommit");
        trade.waitFor(Texts.of("told.vote.yes", "0 head, Ann", "1 trade, Mei"));
        head.waitFor("Sent and saved");
        trade.type("ready");
        head.waitFor("1 trade, Mei is ready.");
        head.type("ready\nclose");
        head.waitFor("Round 2, 2026Q2");
        trade.waitFor("Round 2, 2026Q2");
        assertThat(trade.lines).anyMatch(line -> line.contains("FENT 10->5"));

        Running again = running("Mei");
        again.waitFor("Back in room " + code);
        again.type("seats\nquit");
        assertThat(again.exit()).isZero();
        assertThat(again.lines).anyMatch(line -> line.contains("1 trade, Mei (you)"));
    }

    @Test
    void plainTruceGoesBackToTheSeatAndTheNewestDeviceWins() throws Exception {
        Running server =
                running("s", "serve", "--port", "0", "--data", "data", "--room", "--cn", "tft", "--rounds", "4");
        String address = server.find(ADDRESS, 1);
        String code = server.find(CODE, 2);
        Running first = running("me", "join", address, code, "--name", "Lee");
        first.waitFor("Round 1, 2026Q1");
        first.type("reassure\nthreaten PORT=80 by r1\nFENT=5\ncommit");
        first.waitFor("Sent and saved");
        Path seat = folder.resolve("me").resolve("seat");
        if (seat.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(seat)))
                    .isEqualTo("rw-------");
        }
        SavedSeat saved = SavedSeat.load(folder.resolve("me")).orElseThrow();
        assertThat(saved.seat().side()).isEqualTo(Side.US);
        assertThat(saved.toString()).doesNotContain(saved.token());

        Running second = running("me");
        second.waitFor("Back in room " + code);
        first.waitFor("Your seat was taken over from another device, where the match goes on");
        assertThat(first.exit()).isEqualTo(4);
        assertThat(first.lines).noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "));
        second.type("ready\nclose");
        second.waitFor("Round 2, 2026Q2");
        assertThat(second.lines).anyMatch(line -> line.contains("FENT 10->5"));
        second.type("quit");
        assertThat(second.exit()).isZero();

        Running third = running("me");
        third.waitFor("Round 2, 2026Q2");
        third.type("history\nshow round 1\nledger\nFENT=0\ncommit\nquit");
        assertThat(third.exit()).isZero();
        assertThat(third.lines).anyMatch(line -> line.startsWith("== Round 1 of 4"));
        assertThat(third.lines)
                .anyMatch(line -> line.equals("pending   r1  US reassures"))
                .anyMatch(line -> line.startsWith("NOT DONE  r1  US threatens PORT=80 by round 1 - r1: nothing was"));

        Files.createDirectories(folder.resolve("other"));
        // A window that was cut off heard late what it got once, and wrote that first.
        Files.writeString(
                folder.resolve("other").resolve("seat"),
                Files.readString(seat).replace("token=", "token=" + saved.token() + ","));
        Running otherDevice = running("other");
        otherDevice.waitFor(Texts.of("session.back.elsewhere", "FENT 5->0"));
        otherDevice.type("quit");
        assertThat(otherDevice.exit()).isZero();
    }

    /** Others than Busan's: the same word orders another level there. */
    @Test
    void aRoomOfAnotherScenarioIsPlayedByItsOwnLadders() throws Exception {
        Scenario history = Scenarios.named("history-2018");
        String level = history.spec(Instrument.US_RECIPROCAL_TARIFF).rung(1).token();
        assertThat(Scenarios.busan2025().spec(Instrument.US_RECIPROCAL_TARIFF).levelOf(level))
                .isNegative();
        String address = address();
        Running room = running("r", "room", address, "--scenario", history.id(), "--rounds", "2", "--cn", "hold");
        playsByItsLadders(address, room.find(CODE, 2), "RECIP=" + level);
    }

    @Test
    void aFileOfOnesOwnIsToldToWhoJoins() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.yaml"), """
            id: mine
            base: busan-2025
            titles: {en: "Fees of another kind", zh: "另一种港口费"}
            anchors: computed
            instruments:
              us.port_fee:
                ladder:
                  - {level: 0, depth: 0.10, en: "0 $/nt", zh: "0 美元"}
                  - {level: 55, depth: 0.0375, en: "55 $/nt", zh: "55 美元"}
                  - {level: 80, depth: 0, en: "80 $/nt", zh: "80 美元"}
            """);
        Running server = running(
                "s",
                "serve",
                "--port",
                "0",
                "--data",
                "data",
                "--scenario",
                file.toString(),
                "--room",
                "--rounds",
                "2",
                "--cn",
                "hold");
        playsByItsLadders(server.find(ADDRESS, 1), server.find(CODE, 2), "PORT=55", "break A1");
    }

    private void playsByItsLadders(String address, String code, String order, String... confirmed) throws Exception {
        List<String> lines = new ArrayList<>(List.of(order, "commit"));
        lines.addAll(List.of(confirmed));
        lines.addAll(List.of("ready", "close", "show round 1", "ready", "close", "quit"));
        String script = script(lines.toArray(new String[0])).toString();
        Typed us = typed("us", "join", address, code, "--side", "us", "--script", script);
        assertThat(us.exit()).as(us.out()).isZero();
        String moved = order.replaceFirst("=", " [0-9.]+->");
        assertThat(us.lines())
                .as(us.out())
                .anyMatch(line -> line.matches("Orders +US  " + moved + " .*"))
                .anyMatch(line -> line.startsWith("== Final report == 2 rounds"))
                .noneMatch(line -> line.startsWith("error"));
    }

    /** Runs a command that ends by itself in this process. */
    private Typed typed(String config, String... args) {
        return Typed.typing(Map.of("TRUCE_CONFIG", folder.resolve(config).toString()), "", args);
    }

    @Test
    void aTakenPortAndAWrongCodeAreToldWithWhatWouldBeRight() throws Exception {
        String address = address();
        String port = address.substring(address.indexOf(':') + 1);
        Typed other = typed(
                "o", "serve", "--port", port, "--data", folder.resolve("data2").toString());
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err()).contains("error PORT_IN_USE: cannot listen on " + port, "  next: truce serve --port ");
        Typed lost = typed("l", "join", address, "ZZZZZZZZ", "--no-input");
        assertThat(lost.exit()).isEqualTo(1);
        assertThat(lost.err()).contains("error UNKNOWN_CODE: ");
    }
}
