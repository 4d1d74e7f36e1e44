package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.app.room.KeyFile;
import dev.truce.bot.BotFactory;
import dev.truce.bot.wire.BotThread;
import dev.truce.bots.Roster;
import dev.truce.cli.classroom.Acks;
import dev.truce.cli.classroom.Cable;
import dev.truce.cli.classroom.Pupil;
import dev.truce.cli.connect.ClassHearing;
import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.option.ServerAddress;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.deed.ClassAct;
import dev.truce.protocol.client.FreePort;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.client.Transport;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.scenario.Scenarios;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Sixty students and their instructor before they meet: files, devices, keys, and a desk; what was measured is written down here too. */
abstract class ClassScene {
    static final int STUDENTS = 60;
    static final int TABLES = 10;
    static final int PER_TABLE = STUDENTS / TABLES;
    static final int ROUNDS = 8;
    static final long SEED = 11;

    /**
     * Who is not there at the start: one comes late to his own seat, one into a gap that a bot plays, one for a round only at a terminal,
     * and one never.
     */
    static final Set<Integer> ABSENT = Set.of(5, 16, 27, 36);

    static final int LATE = 5;
    static final int LATER = 16;
    static final int CUT_OFF = 20;
    static final int AT_A_TERMINAL = 27;
    static final int NEVER_THERE = 36;
    static final int OTHER_DEVICE = 31;

    /** Who misses two rounds, so that a bot is due. */
    static final List<Integer> MISSING = List.of(LATER, AT_A_TERMINAL, NEVER_THERE);

    /** Most that may pass between the moment a clock runs again and the message that says so, on two busy cores. */
    static final long SENDING_MILLIS = 250;

    static final Duration SOON = Duration.ofSeconds(30);

    static final String TEMPLATE = """
        title: Whole class
        scenario: class-8
        mode: portfolio
        us_seats: 3
        cn_seats: 3
        rounds: 8
        minutes: 0.1
        grace_seconds: 1
        open: desk
        absence: bot tft 2 keep
        seed: 7f3a91c2d84be650a1f79c3d5e82b064
        """;

    /** Stands in no other word, so that a search finds nothing but names. */
    static final String FAMILY = "Quizzelbrook";

    /** Who asks to be forgotten: no file may have this name in the end. */
    static final String FORGOTTEN = "Vanderschmidtke";

    static final Pattern KEY = Pattern.compile("\"([^\"]*)\",\"([^\"]*)\",([a-z0-9]{8})", Pattern.CASE_INSENSITIVE);
    static final Pattern CODE = Pattern.compile("truce desk ([A-Z0-9]{8})");

    /** The bots of students, who differ in what they want. */
    static final List<BotFactory> MINDS = Stream.of("negotiator", "tft", "hawk", "dove", "match")
            .map(name -> Roster.find(name).orElseThrow())
            .toList();

    @TempDir
    Path folder = Path.of("");

    final Scenario scenario = Scenarios.named("class-8");
    final Acks acks = new Acks();
    final Transport transport = Transport.start(1);
    final BotThread thread = BotThread.start("students");
    final Pupil.School school = new Pupil.School(scenario, acks, transport, thread);
    final Map<String, String> keys = new HashMap<>();
    /** By the number in the list, from 0; who changed his device is here with the new one. */
    final Map<Integer, Pupil> pupils = new TreeMap<>();

    final List<AutoCloseable> opened = new ArrayList<>();
    final List<String> figures = new ArrayList<>();
    String code = "";
    int port;

    @Nullable
    Cable cable;

    @BeforeEach
    void findPort() {
        port = FreePort.next();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (Pupil pupil : pupils.values()) {
            pupil.close();
        }
        for (AutoCloseable each : opened) {
            each.close();
        }
        thread.close();
        transport.close();
    }

    Path data() {
        return folder.resolve("data");
    }

    static String student(int index) {
        return String.format(Locale.ROOT, "s22%03d", index + 1);
    }

    String key(int index) {
        return keys.getOrDefault(student(index), "");
    }

    static int table(int index) {
        return 1 + index / PER_TABLE;
    }

    static <T> T done(Reply<T> reply) {
        if (reply instanceof Reply.Done<T> done) {
            return done.value();
        }
        throw new AssertionError(reply);
    }

    static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    static Typed command(String... args) {
        Typed typed = Typed.line(args);
        assertThat(typed.exit()).as(typed.out() + typed.err()).isZero();
        return typed;
    }

    // ---- The desk ----

    ClassHearing desk() throws Exception {
        String secret = Files.readString(data().resolve(KeyFile.DESK)).strip();
        ClassHearing desk =
                new ClassHearing(ServerCall.to(new ServerAddress("127.0.0.1", port), null, "truce desk"), code);
        opened.add(desk);
        desk.enterDesk(secret);
        return desk;
    }

    static ClassAct act(ClassHearing desk, String line) {
        return desk.read(line).orElseThrow();
    }

    static void does(ClassHearing desk, String line) throws Exception {
        ClassNews.Done done = (ClassNews.Done) done(desk.act(act(desk, line), ""));
        assertThat(done.refusals()).as(line).isEmpty();
    }

    static void all(ClassHearing desk, TablePhase phase, int round) throws Exception {
        assertThat(desk.await(table -> table.phase() == phase && table.round() == round, SOON))
                .as("%s r%d: %s", phase, round, desk.tables())
                .isTrue();
    }

    void opens(ClassHearing desk, int round) throws Exception {
        all(desk, TablePhase.BETWEEN, round);
        does(desk, "open");
        all(desk, TablePhase.OPEN, round);
    }

    // ---- The students ----

    static BotFactory mind(int index) {
        return MINDS.get(index % MINDS.size());
    }

    Pupil sits(int index) throws Exception {
        Pupil pupil = school.at(mind(index), SEED + index, port);
        pupils.put(index, pupil);
        pupil.sit(code, student(index), key(index));
        return pupil;
    }

    /** Returns a student of a table who is here. */
    Pupil at(int table) {
        return pupils.entrySet().stream()
                .filter(pupil -> table(pupil.getKey()) == table)
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    void open() throws Exception {
        Path template = Files.writeString(folder.resolve("class.yaml"), TEMPLATE);
        List<String> lines = new ArrayList<>(List.of("Name,Student number,Table"));
        for (int i = 0; i < STUDENTS; i++) {
            lines.add(
                    "Student" + i + " " + (i == NEVER_THERE ? FORGOTTEN : FAMILY) + "," + student(i) + "," + table(i));
        }
        Path list = Files.write(folder.resolve("students.csv"), lines);
        Path file = folder.resolve("keys.csv");
        Typed typed = command(
                "class",
                "open",
                template.toString(),
                "--list",
                list.toString(),
                "--keys",
                file.toString(),
                "--server",
                "127.0.0.1:" + port,
                "--desk-key",
                data().resolve(KeyFile.DESK).toString());
        Matcher found = CODE.matcher(typed.out().replace("-", ""));
        assertThat(found.find()).as(typed.out()).isTrue();
        code = found.group(1);
        for (String line : Files.readAllLines(file)) {
            Matcher cells = KEY.matcher(line);
            if (cells.matches()) {
                keys.put(cells.group(2), cells.group(3));
            }
        }
        assertThat(keys).hasSize(STUDENTS);
    }

    /** All but four enter; who has no key does not. */
    void seatAll(ClassHearing desk, long begun) throws Exception {
        Pupil early = school.at(mind(0), SEED, port);
        assertThat(refused(early, student(0), key(0))).isEqualTo(ConnectionCode.CLASS_NOT_OPEN);
        does(desk, "doors open");
        assertThat(refused(early, student(0), "222222")).isEqualTo(ConnectionCode.WRONG_KEY);
        assertThat(refused(early, "s99999", key(0))).isEqualTo(ConnectionCode.WRONG_KEY);
        early.close();
        cable = new Cable(port);
        opened.add(cable);
        Map<Integer, CompletableFuture<Reply<SeatTicket>>> entering = new TreeMap<>();
        for (int i = 0; i < STUDENTS; i++) {
            if (!ABSENT.contains(i)) {
                Pupil pupil = school.at(mind(i), SEED + i, i == CUT_OFF ? cable.port() : port);
                pupils.put(i, pupil);
                entering.put(i, pupil.enter(code, student(i), key(i)));
            }
        }
        for (CompletableFuture<Reply<SeatTicket>> each : entering.values()) {
            done(each.get(SOON.toSeconds(), TimeUnit.SECONDS));
        }
        figure("class open to all seated, ms", millis(System.nanoTime() - begun));
        figure("students seated at the start", entering.size());
    }

    void allAreBack(long killed) {
        await("all are back")
                .atMost(SOON)
                .until(() -> pupils.values().stream()
                        .map(Pupil::links)
                        .allMatch(links -> links.get(links.size() - 1) instanceof LinkState.Up));
        acks.disturbed(killed, System.nanoTime());
    }

    Refusal.Code refused(Pupil pupil, String student, String key) throws Exception {
        Reply<SeatTicket> reply = pupil.enter(code, student, key).get(SOON.toSeconds(), TimeUnit.SECONDS);
        return ((Reply.Refused<SeatTicket>) reply).refusal().code();
    }

    void figure(String name, long value) {
        figures.add(name + ": " + value);
    }
}
