package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.TruceServer;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.host.classes.DeskKey;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    @BeforeEach
    void open() throws Exception {
        server = TruceServer.start(
                ServerConfig.embedded(Files.createDirectory(folder.resolve("data"))), List.of(Scenarios.busan2025()));
        keys = folder.resolve("keys.csv");
        Path template = Files.writeString(
                folder.resolve("class.yaml"), "title: Seminar 3\nscenario: busan-2025\nrounds: 2\nseed: 7\n");
        Path list = Files.writeString(
                folder.resolve("list.csv"),
                "Name,Student number\nAnnabelle Archer,s1\nBohumil Baker,s2\nCyprian Cole,s3\nDorothea Dunn,s4\n");
        Matcher found = CODE.matcher(
                done("class", "open", template.toString(), "--list", list.toString(), "--keys", keys.toString()));
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
                folder.resolve("data").resolve(DeskKey.FILE).toString()));
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
    void debriefAndGradesAreReadFromTheServerAndOpenNoDesk() throws Exception {
        Typed early = typed("debrief", code);
        assertThat(early.exit()).isEqualTo(ExitCodes.FAILED);
        assertThat(early.err()).contains("WRONG_PHASE");
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

    @Test
    void whatAServerDoesNotTellIsRefusedWithWhatWouldBeRight() {
        assertThat(typed("debrief", "nonsense!").err()).contains("UNKNOWN_CODE");
        assertThat(typed("debrief", "2222-2222").err()).contains("UNKNOWN_CODE");
        Typed points = typed("grades", code, "--points", "10");
        assertThat(points.exit()).isEqualTo(ExitCodes.USAGE);
        assertThat(points.err()).contains("OPTIONS_CONFLICT", "--points");
    }

    @Test
    void nobodyElseReadsTheKeysOfStudents() throws Exception {
        assertThat(Files.readAllLines(keys)).hasSize(5);
        if (keys.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                    .isEqualTo("rw-------");
        }
    }
}
