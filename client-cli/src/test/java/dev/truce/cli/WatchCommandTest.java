package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.TruceServer;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.room.KeyFile;
import dev.truce.scenario.Scenarios;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code truce watch} and {@code truce board} as they are typed, with a class of bots on a server of this process. */
class WatchCommandTest {
    private static final Pattern CODE = Pattern.compile("\\b[2-9A-HJ-NP-Z]{8}\\b");

    @TempDir
    private Path folder = Path.of("");

    private TruceServer start() throws Exception {
        return TruceServer.start(ServerConfig.embedded(folder.resolve("data")), List.of(Scenarios.busan2025()));
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private String key() {
        return folder.resolve("data").resolve(KeyFile.DESK).toString();
    }

    /** Opens a class of two tables and returns its code. */
    private String open(String at, String more) throws Exception {
        Path template = file(
                "class.yaml",
                "title: Seminar 3\nscenario: busan-2025\nrounds: 2\nminutes: 0\nbot: hold\nseed: 7f3a91c2d84be650a1f79c3d5e82b064\n"
                        + more);
        Path list = file("list.csv", "name,sis_id\nAda Archer,s1\nBo Baker,s2\nCy Cole,s3\n");
        Typed opened = Typed.line(
                "class",
                "open",
                template.toString(),
                "--list",
                list.toString(),
                "--keys",
                folder.resolve("keys.csv").toString(),
                "--server",
                at,
                "--desk-key",
                key());
        assertThat(opened.exit()).as(opened.err()).isZero();
        Matcher code = CODE.matcher(opened.out());
        assertThat(code.find()).as(opened.out()).isTrue();
        return code.group();
    }

    @Test
    void aClassOfBotsIsWatchedToItsEnd() throws Exception {
        try (TruceServer server = start()) {
            String at = "127.0.0.1:" + server.port();
            String code = open(at, "");
            Typed before = Typed.line("watch", at, code);
            assertThat(before.exit()).isEqualTo(1);
            assertThat(before.err()).contains("IS_A_CLASS").contains("--table N");

            Path acts = file("acts.txt", "start\nannounce Read your briefing.\nfill-gaps hold\nwait over\n");
            Typed desk = Typed.line("desk", code, "--server", at, "--desk-key", key(), "--script", acts.toString());
            assertThat(desk.exit()).as(desk.out() + desk.err()).isZero();

            Typed board = Typed.line("board", at, code.toLowerCase(Locale.ROOT));
            assertThat(board.exit()).as(board.err()).isZero();
            assertThat(board.out())
                    .contains("== Round 2 of 2 revealed == Seminar 3 == 2 tables == public facts only ==")
                    .contains("Announced: Read your briefing.")
                    .doesNotContain("Archer", "Baker", "s1");
            Typed rows = Typed.line("board", at, code, "--json");
            PublishedSchema.named("command-output").assertFits(rows.lines());
            assertThat(rows.out())
                    .contains("\"type\":\"board\",\"round\":2")
                    .contains("{\"table\":2,\"round\":2,\"displayed_tariff_percent\":[47,47],\"broke\":[]");

            Typed table = Typed.line("watch", at, code, "--table", "2");
            assertThat(table.exit()).as(table.err()).isZero();
            assertThat(table.out())
                    .contains("You watch " + code + " table 2", "Read your briefing.")
                    .contains("== Round 1 of 2 ==", "== Round 2 of 2 ==")
                    .doesNotContain("Archer", "Baker");
            Typed json = Typed.line("watch", at, code, "--table", "2", "--json");
            assertThat(json.lines()).hasSize(3);
            PublishedSchema.named("play-output").assertFits(json.lines());
            assertThat(json.lines().get(0)).contains("\"type\":\"round\",\"round\":1");
            assertThat(json.lines().get(2)).contains("\"type\":\"end\"");
        }
        isExported();
    }

    /** What was played is a line with its record, and tells neither names nor codes. */
    private void isExported() throws Exception {
        Path file = folder.resolve("matches.jsonl");
        Typed exported =
                Typed.line("journal", "export", folder.resolve("data").toString(), "--json", "--out", file.toString());
        assertThat(exported.exit()).as(exported.err()).isZero();
        assertThat(exported.out()).contains("{\"type\":\"journal_exported\",\"matches\":2,\"broken\":0}");
        PublishedSchema.named("command-output").assertFits(exported.lines());
        List<String> lines = Files.readAllLines(file);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("{\"type\":\"match\""))
                .hasSize(2)
                .allMatch(line -> line.contains("\"over\":true") && line.contains("\"record\":\"["));
        assertThat(lines).anyMatch(line -> line.contains("\"type\":\"input\"") && line.contains("\"deed\":"));
        assertThat(lines).noneMatch(line -> line.contains("Archer") || line.contains("Baker"));
    }

    @Test
    void whatCannotBeWatchedIsToldWithWhatToTypeInstead() throws Exception {
        try (TruceServer server = start()) {
            String at = "127.0.0.1:" + server.port();
            String code = open(at, "watch: nobody\n");
            Typed unknown = Typed.line("watch", at, "ZZZZ2222");
            assertThat(unknown.exit()).isEqualTo(1);
            assertThat(unknown.err()).contains("UNKNOWN_CODE", "truce watch " + at + " CODE");
            assertThat(Typed.line("board", at, "ZZZZ2222").err()).contains("UNKNOWN_CODE");
            Typed refused = Typed.line("board", at, code);
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err()).contains("NOT_ALLOWED", "only the students and instructors");
            assertThat(Typed.line("watch", at, code, "--table", "1").err()).contains("NOT_ALLOWED");
            Typed table = Typed.line("watch", at, code, "--table", "9", "--desk-key", key());
            assertThat(table.exit()).isEqualTo(1);
            assertThat(table.err()).contains("UNKNOWN_TABLE");
            Typed none = Typed.line("watch", at, code, "--table", "0");
            assertThat(none.exit()).isEqualTo(2);
            assertThat(none.err()).contains("OUT_OF_RANGE");
            assertThat(Typed.line("board", "nowhere:99999", code).exit()).isEqualTo(2);
        }
    }
}
