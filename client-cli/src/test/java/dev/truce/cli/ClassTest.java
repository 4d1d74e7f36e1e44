package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.room.KeyFile;
import dev.truce.bot.wire.WireEnd;
import dev.truce.cli.classroom.Acks;
import dev.truce.cli.classroom.DeskByHttp;
import dev.truce.cli.classroom.Laptop;
import dev.truce.cli.classroom.Pupil;
import dev.truce.cli.classroom.ServedProcess;
import dev.truce.cli.connect.ClassHearing;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.store.sqlite.JournalCopy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A class of sixty on a served program, with all that happens in one: students who are late, absent, on another device or cut off, a desk
 * that does everything, and a server that is killed. Its figures are written to {@code target/class.txt}.
 */
@Tag("class")
class ClassTest extends ClassScene {
    @Test
    @Timeout(180)
    void isHeldThoughTheServerIsKilledTwice() throws Exception {
        Files.createDirectories(data());
        ServedProcess served = new ServedProcess(folder, data(), port);
        opened.add(served);
        long opening = System.nanoTime();
        open();
        ClassHearing desk = desk();
        seatAll(desk, opening);
        long begun = System.nanoTime();
        command(
                "desk",
                code,
                "--server",
                "127.0.0.1:" + port,
                "--desk-key",
                data().resolve(KeyFile.DESK).toString(),
                "--script",
                Files.writeString(folder.resolve("begin.txt"), "tables\nstart\nwait between r1\n")
                        .toString());
        opens(desk, 1);
        sits(LATE);
        pauses(desk, 2);
        actsOfTheDesk(desk, 3);
        comeAndGo(desk, 4);
        ClassHearing after = killed(served, desk, 5);
        ClassHearing last = killedInAPause(served, after, 6);
        all(last, TablePhase.BETWEEN, 7);
        does(last, "end-with r7");
        advances(last, 7);
        assertThat(last.await(table -> table.phase() == TablePhase.OVER, SOON)).isTrue();
        does(last, "erase " + (NEVER_THERE + 1));
        for (Pupil pupil : pupils.values()) {
            assertThat(pupil.ended().get(SOON.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(WireEnd.Played.class);
        }
        figure("start to the end of the last round, ms", millis(System.nanoTime() - begun));
        String metrics = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                                .header(
                                        "Authorization",
                                        "Bearer "
                                                + Files.readString(data().resolve(ServerConfig.METRICS_KEY_FILE))
                                                        .strip())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(metrics).contains("truce_").doesNotContain(FAMILY, "s22");
        assertThat(served.stop()).isZero();
        spread();
        afterwards(served);
        write(served);
        endsAndIsForgotten(served);
    }

    private static boolean isPaused(ClassNews.TableChanged table) {
        return table.paused();
    }

    private static List<Notice.ClockChanged> clocks(Pupil pupil, int round, Notice.ClockChanged.Cause cause) {
        return pupil.heard(Notice.ClockChanged.class, clock -> clock.round() == round && clock.cause() == cause);
    }

    private void allHear(int round, Notice.ClockChanged.Cause cause) {
        await(cause + " is heard in round " + round)
                .atMost(SOON)
                .until(() -> pupils.values().stream()
                        .noneMatch(pupil -> clocks(pupil, round, cause).isEmpty()));
    }

    /** What is left is told when it is sent: a clock that runs again may be some milliseconds on by then, never back. */
    private void nothingWasLost(int round) {
        allHear(round, Notice.ClockChanged.Cause.UNPAUSED);
        for (Pupil pupil : pupils.values()) {
            long held = onlyLeft(pupil, round, Notice.ClockChanged.Cause.PAUSED);
            assertThat(onlyLeft(pupil, round, Notice.ClockChanged.Cause.UNPAUSED))
                    .isBetween(held - SENDING_MILLIS, held);
        }
    }

    private static long onlyLeft(Pupil pupil, int round, Notice.ClockChanged.Cause cause) {
        List<Notice.ClockChanged> told = clocks(pupil, round, cause);
        assertThat(told).hasSize(1);
        return told.get(0).leftMillis();
    }

    /** For longer than what is left of the round. */
    private void pauses(ClassHearing desk, int round) throws Exception {
        opens(desk, round);
        does(desk, "pause");
        assertThat(desk.await(ClassTest::isPaused, SOON)).isTrue();
        allHear(round, Notice.ClockChanged.Cause.PAUSED);
        int before = acks.count();
        long left = desk.tables().stream()
                .mapToLong(ClassNews.TableChanged::leftMillis)
                .max()
                .orElseThrow();
        assertThat(left).isPositive();
        await("nothing happens")
                .during(Duration.ofMillis(left + 1_500))
                .atMost(SOON)
                .until(() -> acks.count() == before
                        && desk.tables().stream()
                                .allMatch(table -> table.paused() && table.phase() == TablePhase.OPEN));
        does(desk, "resume");
        nothingWasLost(round);
        figure("longest time left in the pause, ms", left);
    }

    /** Who has missed two rounds has a bot in his place; then one of these seats is left empty. */
    private void absent(ClassHearing desk) throws Exception {
        for (int index : MISSING) {
            await("a bot is due for " + index)
                    .atMost(SOON)
                    .until(() -> !seatChanges(at(table(index)), "tft").isEmpty());
        }
        Pupil mate = at(table(LATER));
        Seat left = seatChanges(mate, "tft").get(0).seat();
        does(desk, table(LATER) + ": vacate " + left);
        await("the seat is empty")
                .atMost(SOON)
                .until(() -> !mate.heard(
                                Notice.SeatChanged.class,
                                changed -> changed.seat().equals(left) && changed.holder() instanceof SeatHolder.Nobody)
                        .isEmpty());
    }

    private void actsOfTheDesk(ClassHearing desk, int round) throws Exception {
        opens(desk, round);
        absent(desk);
        does(desk, "extend r3 0:02");
        does(desk, "3: extend r3 0:03");
        does(desk, "2: stand-in CN.1 negotiator");
        DeskByHttp script = new DeskByHttp(port);
        script.enter(code, Files.readString(data().resolve(KeyFile.DESK)).strip());
        script.does("over-http", "announce \"The bell rings at ten\"");
        does(desk, "card market-panic r4");
        does(desk, "card leak CN.SOY r5");
        does(desk, "withdraw-card r5 leak CN.SOY");
        for (int table = 1; table <= TABLES; table++) {
            Pupil pupil = at(table);
            List<Long> shifts = table == 3 ? List.of(2_000L, 3_000L) : List.of(2_000L);
            await("more time at table " + table)
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(clocks(pupil, round, Notice.ClockChanged.Cause.EXTENDED))
                            .extracting(Notice.ClockChanged::shiftMillis)
                            .isEqualTo(shifts));
            await("told at table " + table)
                    .atMost(SOON)
                    .until(() -> !pupil.heard(
                                    Notice.HostActed.class,
                                    acted -> acted.act() instanceof HostAct.Announce said
                                            && said.text().equals("The bell rings at ten"))
                            .isEmpty());
        }
        await("a bot stands in")
                .atMost(SOON)
                .until(() -> !seatChanges(at(2), "negotiator").isEmpty());
    }

    /** A student at a terminal asks, is answered alone, and is gone. */
    private void asksAtATerminal(ClassHearing desk) throws Exception {
        Pupil mate = at(table(AT_A_TERMINAL));
        Laptop laptop = new Laptop(folder.resolve("laptop"), port, code, student(AT_A_TERMINAL), key(AT_A_TERMINAL));
        opened.add(laptop);
        await("the bot has left")
                .atMost(SOON)
                .until(() -> !seatChanges(mate, "").isEmpty());
        laptop.types("ask Do we lose A1 if we hold?");
        ClassNews.TableChanged table = desk.tables().get(table(AT_A_TERMINAL) - 1);
        ClassNews.TableSeat seat = table.seats().stream()
                .filter(each -> each.member() == AT_A_TERMINAL + 1)
                .findFirst()
                .orElseThrow();
        long begun = System.nanoTime();
        await("the desk sees the call")
                .atMost(SOON)
                .until(() -> desk.calls().stream().anyMatch(call -> call.member() == AT_A_TERMINAL + 1));
        does(
                desk,
                table.table() + ": message " + seat.seat().toString().replace(".head", "") + " Only if you raise it");
        await("the message has arrived")
                .atMost(SOON)
                .until(() -> desk.tables().get(table.table() - 1).seats().stream()
                        .map(ClassNews.TableSeat::message)
                        .anyMatch(message -> message != null && message.delivered()));
        figure("call for help to its delivered answer, ms", millis(System.nanoTime() - begun));
        assertThat(desk.calls()).isEmpty();
        await("it is on the screen")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(laptop.shown()).contains("Onlyifyouraiseit"));
        laptop.kill();
        await("the desk sees that he is gone")
                .atMost(SOON)
                .until(() -> desk.tables().get(table.table() - 1).seats().stream()
                        .anyMatch(each -> each.member() == AT_A_TERMINAL + 1 && !each.here()));
        does(desk, "fill-gaps negotiator");
    }

    private static List<Notice.SeatChanged> seatChanges(Pupil pupil, String bot) {
        return pupil.heard(
                Notice.SeatChanged.class,
                changed -> bot.isEmpty()
                        ? changed.holder() instanceof SeatHolder.Person
                        : changed.bot().equals(bot));
    }

    private void comeAndGo(ClassHearing desk, int round) throws Exception {
        opens(desk, round);
        does(desk, "2: hand-back CN.1");
        await("the seat is given back")
                .atMost(SOON)
                .until(() -> !seatChanges(at(2), "").isEmpty());
        does(desk, "fill-gaps negotiator");
        Pupil mate = at(table(LATER));
        await("a bot fills the gap")
                .atMost(SOON)
                .until(() -> !seatChanges(mate, "negotiator").isEmpty());
        Pupil later = sits(LATER);
        await("the bot leaves")
                .atMost(SOON)
                .until(() -> seatChanges(mate, "").stream()
                        .anyMatch(changed -> changed.seat().equals(later.seat().seat())));

        asksAtATerminal(desk);

        Pupil first = pupils.get(OTHER_DEVICE);
        Pupil second = sits(OTHER_DEVICE);
        assertThat(second.seat().seat()).isEqualTo(first.seat().seat());
        assertThat(second.seat().matchId()).isEqualTo(first.seat().matchId());
        await("the first device is told")
                .atMost(SOON)
                .until(() -> first.links().stream().anyMatch(LinkState.TakenOver.class::isInstance));
        first.close();

        Pupil cut = pupils.get(CUT_OFF);
        int before = cut.links().size();
        cable.pull();
        await("who was cut off is back")
                .atMost(SOON)
                .until(() -> cut.links().stream()
                                .skip(before)
                                .map(Object::getClass)
                                .distinct()
                                .count()
                        == 2);
    }

    private ClassHearing killed(ServedProcess served, ClassHearing desk, int round) throws Exception {
        opens(desk, round);
        long open = System.nanoTime();
        await("the round is played").atMost(SOON).until(() -> acks.after(open) >= STUDENTS / 2);
        desk.close();
        long killed = System.nanoTime();
        served.killAndStart();
        figure("kill to a server that listens, ms", millis(System.nanoTime() - killed));
        long up = System.nanoTime();
        await("deeds are acknowledged again").atMost(SOON).until(() -> acks.after(up) > 0);
        // What was on its way has come by then, and no server starts in less.
        long first = acks.firstAfter(killed + TimeUnit.MILLISECONDS.toNanos(500));
        figure("kill to the first acknowledgement, ms", millis(first - killed));
        allAreBack(killed);
        return desk();
    }

    private ClassHearing killedInAPause(ServedProcess served, ClassHearing desk, int round) throws Exception {
        opens(desk, round);
        does(desk, "pause");
        assertThat(desk.await(ClassTest::isPaused, SOON)).isTrue();
        allHear(round, Notice.ClockChanged.Cause.PAUSED);
        Map<Integer, Long> left = left(desk);
        desk.close();
        long killed = System.nanoTime();
        served.killAndStart();
        ClassHearing after = desk();
        assertThat(after.await(ClassTest::isPaused, SOON)).isTrue();
        assertThat(left(after)).isEqualTo(left);
        allAreBack(killed);
        does(after, "resume");
        nothingWasLost(round);
        return after;
    }

    private static Map<Integer, Long> left(ClassHearing desk) {
        Map<Integer, Long> left = new TreeMap<>();
        desk.tables().forEach(table -> left.put(table.table(), table.leftMillis()));
        assertThat(left.values()).allMatch(millis -> millis > 0);
        return left;
    }

    /** While all stand still, so that what is shown stays true until it is done. */
    private void advances(ClassHearing desk, int round) throws Exception {
        opens(desk, round);
        does(desk, "pause");
        ClassAct advance = act(desk, "advance r" + round);
        assertThat(((Reply.Refused<ClassNews>) desk.act(advance, "0123"))
                        .refusal()
                        .code())
                .isEqualTo(RefusalCode.STALE_PREVIEW);
        ClassNews.Previewed shown = (ClassNews.Previewed) done(desk.preview(advance));
        assertThat(shown.tables()).hasSize(TABLES);
        ClassNews.Done done = (ClassNews.Done) done(desk.act(advance, shown.expected()));
        assertThat(done.refusals()).isEmpty();
        does(desk, "resume");
    }

    // ---- Afterwards ----

    /** How far apart the tables heard that a round had opened. */
    private void spread() {
        List<Long> spreads = new ArrayList<>();
        for (int round = 1; round < ROUNDS; round++) {
            Map<Integer, Long> first = new TreeMap<>();
            for (Map.Entry<Integer, Pupil> pupil : pupils.entrySet()) {
                pupil.getValue().opened(round).ifPresent(at -> first.merge(table(pupil.getKey()), at, Math::min));
            }
            LongSummaryStatistics at =
                    first.values().stream().mapToLong(Long::longValue).summaryStatistics();
            assertThat(at.getCount()).isEqualTo(TABLES);
            spreads.add(millis(at.getMax() - at.getMin()));
        }
        figures.add("spread of the opening of rounds 1 to 7 over the tables, ms: " + spreads);
    }

    /** The class is closed on a server that was started again, and forgotten: then no file has a name. */
    private void endsAndIsForgotten(ServedProcess served) throws Exception {
        served.killAndStart();
        ClassHearing desk = desk();
        // The matches are over, so no table has anything to pause, and none refuses.
        assertThat(((ClassNews.Done) done(desk.act(act(desk, "finish"), ""))).refusals())
                .isEmpty();
        desk.close();
        Pupil again = school.at(mind(0), SEED, port);
        // The slip opens the match as it ended, to the student whose it was and to nobody else.
        SeatTicket back = done(again.enter(code, student(0), key(0)).get(SOON.toSeconds(), TimeUnit.SECONDS));
        assertThat(back.matchId()).isEqualTo(pupils.get(0).seat().matchId());
        again.close();
        Pupil stranger = school.at(mind(0), SEED, port);
        assertThat(refused(stranger, student(0), "222222")).isEqualTo(ConnectionCode.WRONG_KEY);
        stranger.close();
        assertThat(served.stop()).isZero();
        String data = data().toString();
        command("class", "delete", code, "--data", data, "--confirm", code);
        try (Stream<Path> files = Files.walk(data())) {
            assertThat(files.filter(Files::isRegularFile).filter(ClassTest::names))
                    .isEmpty();
        }
    }

    private void afterwards(ServedProcess served) throws Exception {
        String data = data().toString();
        Path export = folder.resolve("export");
        command("class", "export", "--data", data, "--class", code, "--futures", "0", "--out", export.toString());
        int verified = 0;
        int byPolicy = 0;
        int empty = 0;
        try (Stream<Path> records = Files.list(export.resolve("tables"))) {
            for (Path record : records.toList()) {
                command("verify", record.toString());
                assertThat(Files.readString(record))
                        .contains("CARD market-panic")
                        .doesNotContain("CARD leak");
                byPolicy += Files.readString(record).contains(" BOT tft\n") ? 1 : 0;
                empty += Files.readString(record).contains(" NOBODY\n") ? 1 : 0;
                verified++;
            }
        }
        assertThat(verified).isEqualTo(TABLES);
        figure("records verified", verified);
        assertThat(byPolicy).as("records with a bot for who stayed away").isEqualTo(MISSING.size());
        assertThat(empty).as("records with an empty seat").isEqualTo(1);
        Typed debrief = command("debrief", "--data", data, "--class", code, "--futures", "0");
        assertThat(debrief.out()).doesNotContain(FAMILY);
        Typed grades = command("grades", "--data", data, "--class", code);
        long rows =
                grades.lines().stream().filter(line -> line.contains(FAMILY)).count();
        assertThat(rows).isEqualTo(STUDENTS - 1);
        figure("rows of grades", rows);

        List<String> wrong = JournalCopy.read(data(), acks::compare);
        figure("deeds acknowledged", acks.count());
        figure("acknowledged deeds lost, or kept twice", wrong.size());
        figure("acknowledgement p50, microseconds", TimeUnit.NANOSECONDS.toMicros(acks.percentile(50)));
        figure("acknowledgement p99, microseconds", TimeUnit.NANOSECONDS.toMicros(acks.percentile(99)));
        assertThat(wrong).isEmpty();
        assertThat(JournalCopy.read(data(), Acks::outOfTurn))
                .as("deeds by who had not the seat")
                .isEmpty();
        List<Path> named = new ArrayList<>();
        for (Path root : List.of(data(), export)) {
            try (Stream<Path> files = Files.walk(root)) {
                named.addAll(files.filter(Files::isRegularFile)
                        .filter(ClassTest::names)
                        .toList());
            }
        }
        served.logs().stream().filter(ClassTest::names).forEach(named::add);
        // That the search finds names where they are is part of it.
        assertThat(named)
                .isNotEmpty()
                .allMatch(file -> file.getParent().equals(data())
                        && file.getFileName().toString().startsWith("truce.db"));
        long forgotten = 0;
        for (Path root : List.of(data(), export)) {
            try (Stream<Path> files = Files.walk(root)) {
                forgotten += files.filter(Files::isRegularFile)
                        .filter(file -> has(file, FORGOTTEN))
                        .count();
            }
        }
        assertThat(forgotten).as("files with the name of who was erased").isZero();
        figure("files with an erased name", forgotten);
        long kept = JournalCopy.read(
                data(),
                store -> Acks.matches(store)
                        .flatMap(match -> match.inputs().stream())
                        .filter(input -> has(input.payload()))
                        .count());
        assertThat(kept).as("inputs of matches with a name").isZero();
    }

    private static boolean names(Path file) {
        return has(file, FAMILY);
    }

    private static boolean has(Path file, String name) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean has(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(FAMILY);
    }

    private void write(ServedProcess served) throws IOException {
        figure("processor time of the server, ms", served.processor().toMillis());
        figure("most memory of the server, MiB", served.peakKilobytes() / 1024);
        Files.write(Path.of("target", "class.txt"), figures);
    }
}
