package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.TruceServer;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.log.AuditFile;
import dev.truce.app.room.KeyFile;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.text.Texts;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A lesson that bots play on a server that runs, and what its instructor's commands make of it: two tables, four students. */
@ResourceLock("language")
class ServedClassTest {
    private static final Pattern CODE = Pattern.compile("truce desk ([A-Z0-9]{8})");

    @TempDir
    private Path folder = Path.of("");

    private TruceServer server;
    private Path keys = Path.of("");
    private String code = "";
    /** What was printed when the class opened. */
    private String opened = "";

    @BeforeEach
    void open() throws Exception {
        server = TruceServer.start(
                ServerConfig.embedded(Files.createDirectory(folder.resolve("data"))), List.of(Scenarios.busan2025()));
        keys = folder.resolve("keys.csv");
        Path template = Files.writeString(
                folder.resolve("class.yaml"),
                "title: Seminar 3\nscenario: busan-2025\nrounds: 2\nseed: 7f3a91c2d84be650a1f79c3d5e82b064\n");
        Path list = Files.writeString(
                folder.resolve("list.csv"),
                "Name,Student number\nAnnabelle Archer,s1\nBohumil Baker,s2\nCyprian Cole,s3\nDorothea Dunn,s4\n");
        opened = done("class", "open", template.toString(), "--list", list.toString(), "--keys", keys.toString());
        Matcher found = CODE.matcher(opened);
        assertThat(found.find()).isTrue();
        code = found.group(1);
    }

    @AfterEach
    void close() {
        server.close();
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

    private String done(String... words) {
        Typed typed = typed(words);
        assertThat(typed.exit()).as(typed.out() + typed.err()).isZero();
        return typed.out();
    }

    private Typed desk(String... lines) throws IOException {
        Path script = Files.write(folder.resolve("desk.txt"), List.of(lines));
        return typed("desk", code, "--script", script.toString());
    }

    private void played() throws IOException {
        Typed desk = desk("# bots play it", "start", "fill-gaps negotiator", "wait over");
        assertThat(desk.exit()).as(desk.out() + desk.err()).isZero();
    }

    @Test
    void whatIsPrintedNextWorksAsPrinted() {
        String next = Typed.nextOf(opened);
        Typed desk = Typed.typing("doors open\nquit\n", next.split(" "));
        assertThat(desk.exit()).as(desk.err()).isZero();
        assertThat(desk.out()).contains("Seminar 3").containsPattern("done [0-9]+: DOORS OPEN");
        String page = "http://127.0.0.1:" + server.port() + "/#/";
        assertThat(opened).contains(page + "join/" + code, page + "board/" + code, page + "desk/" + code);
    }

    @Test
    void debriefAndGradesAreReadFromTheServerAndOpenNoDesk() throws Exception {
        Typed early = typed("debrief", code);
        assertThat(early.exit()).isEqualTo(ExitCodes.FAILED);
        assertThat(early.err()).contains("WRONG_PHASE").doesNotContain("joined");
        played();
        assertThat(done("debrief", code)).contains("Seminar 3").doesNotContain("Archer");
        assertThat(done("debrief", code, "--names", "real", "--format", "md")).contains("Annabelle Archer");
        Path page = folder.resolve("page.html");
        done("debrief", code, "--format", "html", "--lang", "zh", "--out", page.toString());
        assertThat(Files.readString(page)).contains("<html", "Seminar 3");
        List<String> grades = done("grades", code).lines().toList();
        assertThat(grades).hasSize(6);
        assertThat(grades.get(2)).startsWith("Annabelle Archer,,s1,");
        // The first desk was that of the script.
        assertThat(desk("log").out()).contains("desk 2", "desk 1: START");
    }

    /** The letters of the screen stand for the same acts in a script. */
    @Test
    void aScriptTakesTheLettersOfTheScreen() throws Exception {
        Typed desk = desk("d", "b", "wait open r1", "m all Hello there", "m 2 To you", "p 1", "g 1", "log");
        assertThat(desk.exit()).as(desk.out()).isZero();
        assertThat(desk.lines())
                .anyMatch(line -> line.matches("done [0-9]+: DOORS OPEN"))
                .anyMatch(line -> line.matches("done [0-9]+: START"))
                .contains("0 of 4 are here")
                .anyMatch(line -> line.matches("done [0-9]+: ANNOUNCE \"Hello there\""))
                .anyMatch(line -> line.matches("done [0-9]+: 2: ANNOUNCE \"To you\""))
                .anyMatch(line -> line.matches("done [0-9]+: 1: PAUSE"))
                .anyMatch(line -> line.matches("done [0-9]+: 1: RESUME"));
        Typed wrong = desk("m nobody");
        assertThat(wrong.exit()).isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void aClassWhoseTablesAreOverIsFinishedWithoutARefusal() throws Exception {
        played();
        Typed desk = desk("sure finish");
        assertThat(desk.exit()).as(desk.out()).isZero();
        assertThat(desk.lines()).anyMatch(line -> line.matches("done [0-9]+: FINISH"));
        assertThat(desk.out()).doesNotContain("refused");
    }

    @Test
    void aRoundIsClosedByTheLineThatWasShownAndBySoMuchOnly() throws Exception {
        Typed desk = desk("start", "wait open r1", "2: stand-in CN hold", "2: advance", "2: pause", "log");
        List<String> shown = desk.lines();
        int head = shown.indexOf(Texts.of("desk.preview", 1));
        assertThat(head).as(desk.out()).isPositive();
        assertThat(shown.get(head + 1)).isEqualTo("2.US.head  did nothing: holds");
        assertThat(shown.get(head + 2)).startsWith("2.CN.head  bot hold, ");
        assertThat(shown.get(head + 3)).isEqualTo(Texts.of("class.desk.again"));
        assertThat(desk.out()).doesNotContain(": 2: ADVANCE");
        assertThat(desk("1,2: resume", "1: resume").lines())
                .contains("done nowhere: 1: RESUME")
                .anyMatch(line -> line.matches("done [0-9]+: 1,2: RESUME"))
                .anyMatch(line -> line.startsWith("refused at table 1: "));
        Typed does = desk("2: advance", "2: advance", "2: advance");
        assertThat(does.out()).contains(": 2: ADVANCE r1");
        assertThat(does.exit()).isEqualTo(ExitCodes.FAILED);
        assertThat(does.lines().get(does.lines().size() - 1))
                .startsWith("table 2: ")
                .contains("shut");
    }

    @Test
    void whatAServerDoesNotTellIsRefusedWithWhatWouldBeRight() {
        assertThat(typed("debrief", "nonsense!").err()).contains("UNKNOWN_CODE");
        assertThat(typed("debrief", "2222-2222").err()).contains("UNKNOWN_CODE");
    }

    @Test
    void allOfAClassIsExportedFromTheServerAndIsWhatItsFolderGives() throws Exception {
        played();
        Path served = folder.resolve("served");
        done("class", "export", code, "--out", served.toString(), "--names", "--futures", "0");
        Path one = folder.resolve("one");
        done("class", "export", code, "--out", one.toString(), "--student", "s3");
        assertThat(Files.readString(one.resolve("texts.csv"))).startsWith("round,channel,text");
        String points = done("grades", code, "--linear", "20", "--points", "10");
        server.close();
        Path kept = folder.resolve("kept");
        Typed export = Typed.line(
                "class",
                "export",
                "--data",
                folder.resolve("data").toString(),
                "--class",
                code,
                "--out",
                kept.toString(),
                "--names",
                "--futures",
                "0");
        assertThat(export.exit()).as(export.err()).isZero();
        // The sums are those of all other files.
        assertThat(Files.readString(served.resolve("SHA256SUMS")))
                .isEqualTo(Files.readString(kept.resolve("SHA256SUMS")))
                .contains("tables/02.twg", "debrief.html");
        Typed grades = Typed.line(
                "grades",
                "--data",
                folder.resolve("data").toString(),
                "--class",
                code,
                "--linear",
                "20",
                "--points",
                "10");
        assertThat(points).isEqualTo(grades.out()).contains("Annabelle Archer");
    }

    @Test
    void aClassThatIsClosedIsForgottenOnceTheLineSaysSo() throws Exception {
        played();
        String data = folder.resolve("data").toString();
        assertThat(Typed.line("class", "delete", code, "--data", data).err()).contains("DATA_DIRECTORY_IN_USE");
        server.close();
        assertThat(Typed.line("class", "delete", code, "--data", data).err()).contains("WRONG_PHASE", "class finish");
        server = TruceServer.start(ServerConfig.embedded(Path.of(data)), List.of(Scenarios.busan2025()));
        done("class", "finish", code, "--confirm", code);
        server.close();
        Typed shown = Typed.line("class", "delete", code, "--data", data);
        assertThat(shown.exit()).isEqualTo(ExitCodes.FAILED);
        assertThat(shown.out()).contains("Seminar 3: 2 tables", "4 members", "--confirm " + code);
        assertThat(anyFileHas("Archer")).isTrue();
        Path audit = Path.of(data).resolve(AuditFile.NAME);
        assertThat(audit).content().doesNotContain("CLASS_DELETED");
        Typed done = Typed.line("class", "delete", code, "--data", data, "--confirm", code);
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(anyFileHas("Archer")).isFalse();
        assertThat(audit)
                .content()
                .containsOnlyOnce("\"what\":\"CLASS_DELETED\",\"class\":\"")
                .contains("\"tables\":2}");
        assertThat(Typed.line("class", "delete", code, "--data", data).err()).contains("UNKNOWN_CODE");
        assertThat(Typed.line("journal", "check", data).exit()).isZero();
        server = TruceServer.start(ServerConfig.embedded(Path.of(data)), List.of(Scenarios.busan2025()));
        assertThat(done("class", "list")).doesNotContain("Seminar 3");
    }

    @Test
    void whatCannotBeUndoneWantsTheWordSure() throws Exception {
        for (String line : List.of("finish", "close", "erase 1", "remove 1", "new-key 1", "1: end-with r2")) {
            Typed asked = desk(line);
            assertThat(asked.exit()).as(line).isEqualTo(ExitCodes.FAILED);
            assertThat(asked.out()).as(line).contains("cannot be undone").doesNotContain("done 1");
        }
        Typed finish = typed("class", "finish", code);
        assertThat(finish.exit()).isEqualTo(ExitCodes.FAILED);
        assertThat(finish.err()).contains("NOT_CONFIRMED", "2 of 2 tables", "--confirm " + code);
        assertThat(desk("log").lines()).hasSize(1);
        assertThat(desk("sure erase 1", "list").out()).contains("ERASE 1").doesNotContain("Archer");
    }

    @Test
    void aFinishedClassIsReadFromItsServerAndAfterARestart() throws Exception {
        played();
        Typed finished = desk("finish", "sure finish");
        assertThat(finished.lines())
                .anyMatch(line -> line.equals(Texts.of("class.desk.sure", "FINISH", "sure FINISH")))
                .anyMatch(line -> line.matches("done [0-9]+: FINISH"));
        for (int start = 0; start < 2; start++) {
            assertThat(done("debrief", code, "--names", "real")).contains("Annabelle Archer");
            assertThat(done("grades", code)).contains("Annabelle Archer");
            Path out = folder.resolve("finished" + start);
            done("class", "export", code, "--out", out.toString(), "--futures", "0");
            assertThat(out.resolve("tables/02.twg")).isRegularFile();
            assertThat(desk("log").out()).contains("FINISH");
            assertThat(desk("start").exit()).isEqualTo(ExitCodes.FAILED);
            assertThat(done("class", "list")).containsPattern("Seminar 3: finished; debrief: truce debrief .*" + code);
            server.close();
            server = TruceServer.start(ServerConfig.embedded(folder.resolve("data")), List.of(Scenarios.busan2025()));
        }
        assertThat(Typed.line(
                                "class",
                                "delete",
                                code,
                                "--data",
                                folder.resolve("data").toString())
                        .err())
                .contains("DATA_DIRECTORY_IN_USE");
        server.close();
        String data = folder.resolve("data").toString();
        assertThat(Typed.line("class", "delete", code, "--data", data, "--confirm", code)
                        .exit())
                .isZero();
        server = TruceServer.start(ServerConfig.embedded(Path.of(data)), List.of(Scenarios.busan2025()));
        assertThat(typed("grades", code).err()).contains("UNKNOWN_CODE");
    }

    @Test
    void aClassThatIsClosedIsReadFromTheFolderOfItsServer() throws Exception {
        played();
        done("class", "close", code, "--confirm", code);
        server.close();
        String data = folder.resolve("data").toString();
        Path out = folder.resolve("closed");
        for (String[] line : new String[][] {
            {"grades", "--data", data, "--class", code},
            {"debrief", "--names", "real", "--format", "md", "--data", data, "--class", code},
        }) {
            Typed read = Typed.line(line);
            assertThat(read.exit()).as(read.err()).isZero();
            assertThat(read.out()).contains("Annabelle Archer");
        }
        Typed export = Typed.line(
                "class", "export", "--data", data, "--class", code, "--out", out.toString(), "--futures", "0");
        assertThat(export.exit()).as(export.err()).isZero();
        assertThat(out.resolve("tables/02.twg")).isRegularFile();
    }

    private boolean anyFileHas(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void noCellOfTheKeysIsTakenForAFormula() throws Exception {
        Files.writeString(
                folder.resolve("list.csv"), "Name,Student number\n\uff1d1+1,s1\n'Bo,s2\n@Cy,s3\nDi,\uff0ds4\n");
        Path others = folder.resolve("others.csv");
        assertThat(opens(server.port(), others).exit()).isZero();
        assertThat(Files.readAllLines(others))
                .anyMatch(line -> line.startsWith("\"'\uff1d1+1\",\"s1\","))
                .anyMatch(line -> line.startsWith("\"''Bo\",\"s2\","))
                .anyMatch(line -> line.startsWith("\"'@Cy\",\"s3\","))
                .anyMatch(line -> line.startsWith("\"Di\",\"'\uff0ds4\","));
    }

    @Test
    void nobodyElseReadsTheKeysOfStudents() throws Exception {
        assertThat(Files.readAllLines(keys)).hasSize(5);
        if (keys.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                    .isEqualTo("rw-------");
        }
    }

    private Typed opens(int port, Path keysFile) {
        return Typed.line(
                "class",
                "open",
                folder.resolve("class.yaml").toString(),
                "--list",
                folder.resolve("list.csv").toString(),
                "--keys",
                keysFile.toString(),
                "--server",
                "127.0.0.1:" + port,
                "--desk-key",
                folder.resolve("data").resolve(KeyFile.DESK).toString());
    }

    @Test
    void noClassIsOpenedWhoseKeysCannotBeWritten() throws Exception {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        for (Path unwritable : List.of(taken, folder.resolve("list.csv").resolve("keys.csv"))) {
            Typed opened = opens(server.port(), unwritable);
            assertThat(opened.exit()).isEqualTo(ExitCodes.FAILED);
            assertThat(opened.err()).contains("FILE_UNWRITABLE", "nothing was started");
        }
        String before = Files.readString(keys);
        Typed again = opens(server.port(), keys);
        assertThat(again.exit()).isEqualTo(ExitCodes.FAILED);
        assertThat(again.err()).contains("FILE_EXISTS", "the keys of another class", "nothing was started");
        assertThat(keys).hasContent(before);
        server.close();
        server = TruceServer.start(ServerConfig.embedded(folder.resolve("data")), List.of(Scenarios.busan2025()));
        assertThat(done("class", "list").lines().filter(line -> line.contains("Seminar 3")))
                .as("those that are open")
                .hasSize(1);
    }

    @Test
    void keysThatCannotBeWrittenOnceTheClassIsOpenArePrinted() throws Exception {
        Path late = folder.resolve("late.csv");
        Typed opened;
        try (ServerSocket relay = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread between = new Thread(() -> relay(relay, late));
            between.start();
            opened = opens(relay.getLocalPort(), late);
            between.join();
        }
        assertThat(opened.exit()).isEqualTo(ExitCodes.FAILED);
        assertThat(opened.err()).contains("FILE_UNWRITABLE", "the class").doesNotContain("nothing was started");
        assertThat(CODE.matcher(opened.out()).find()).as(opened.out()).isTrue();
        assertThat(opened.lines())
                .filteredOn(line -> line.matches("  s[1-4]  [A-Z0-9]{8}"))
                .hasSize(4);
    }

    /** Stands between a client and the server, and takes the place of a file once the client is there. */
    private void relay(ServerSocket relay, Path file) {
        try (Socket client = relay.accept();
                Socket real = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            Files.createDirectory(file);
            Thread back = new Thread(() -> pass(real, client));
            back.start();
            pass(client, real);
            back.join();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException closed) {
            // The other one has closed first.
        }
    }
}
