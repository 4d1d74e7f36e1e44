package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.text.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code truce class check} says of a list. */
class ClassCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Typed check(String list, String... more) throws Exception {
        Path file = folder.resolve("list.csv");
        Files.writeString(file, list, StandardCharsets.UTF_8);
        String[] line = new String[more.length + 3];
        line[0] = "class";
        line[1] = "check";
        line[2] = file.toString();
        System.arraycopy(more, 0, line, 3, more.length);
        return Typed.line(line);
    }

    @Test
    void aListIsToldWithItsTables() throws Exception {
        Typed checked = check("name,sis_id\nAda,s1\nBo,s2\nCy,s3\nDi,s4\nEd,s5\n", "--seats", "1");

        assertThat(checked.exit()).isZero();
        assertThat(checked.out())
                .contains("students 5, lines left out 0")
                .contains(Texts.of("class.tables", 3, 1, 1, 1))
                .contains("  1  US Ada | CN Di")
                .contains("  3  US Cy | CN bots only");
    }

    @Test
    void aLineThatIsLeftOutIsNamedAndTheScriptNoticesIt() throws Exception {
        Typed checked = check("name,sis_id\nAda,s1\nBo,s1\n");

        assertThat(checked.exit()).isEqualTo(1);
        assertThat(checked.out()).contains("line 3 Bo: " + Texts.of("refused.same_id", "s1", 2));
    }

    @Test
    void aFileThatIsNoListSaysWhatAListIs() throws Exception {
        Typed checked = check("s1,Ada\n");

        assertThat(checked.exit()).isEqualTo(1);
        assertThat(checked.err()).contains("NO_HEADER", "s1 | Ada", "name,sis_id,section");
    }

    @Test
    void whoHasTheDeskKeyMakesLinksToThePageOfInstructors() throws Exception {
        Path key = Files.writeString(folder.resolve("desk.key"), "k".repeat(43) + "\n");

        Typed first = Typed.line("class", "link", "--desk-key", key.toString(), "http://192.0.2.5:7788");
        Typed second = Typed.line("class", "link", "--desk-key", key.toString(), "--server", "192.0.2.5:7788");

        assertThat(first.exit()).isZero();
        assertThat(first.out().strip()).matches("http://192\\.0\\.2\\.5:7788/#/teach/[A-Za-z0-9_-]{43}");
        assertThat(second.out().strip())
                .startsWith("http://192.0.2.5:7788/#/teach/")
                .isNotEqualTo(first.out().strip());
        Files.writeString(key, "no key");
        assertThat(Typed.line("class", "link", "--desk-key", key.toString()).err())
                .contains("NOT_INSTRUCTOR");
    }

    @Test
    void aLinkLeadsToAPageAndNowhereElse() throws Exception {
        Path key = Files.writeString(folder.resolve("desk.key"), "k".repeat(43) + "\n");
        for (String wrong : List.of(
                "", "here", "192.0.2.5:7788", "ftp://192.0.2.5/", "http://a b/", "http://h/?q", "http://h/#/teach/x")) {
            Typed link = Typed.line("class", "link", "--desk-key", key.toString(), wrong);
            assertThat(link.exit()).as(wrong).isEqualTo(2);
            assertThat(link.out()).as(wrong).isEmpty();
            assertThat(link.err()).as(wrong).contains("BAD_ADDRESS", "truce class link http://127.0.0.1:7788/");
        }
        for (String page : List.of("http://[2001:db8::5]:7788", "https://truce.example.edu/lab/truce/")) {
            assertThat(Typed.line("class", "link", "--desk-key", key.toString(), page)
                            .out())
                    .as(page)
                    .startsWith(page.endsWith("/") ? page + "#/teach/" : page + "/#/teach/");
        }
        // A server may have a name that is no public one.
        for (String server : List.of("TRUCE.example.edu:7788", "truce_server:7788")) {
            assertThat(Typed.line("class", "link", "--desk-key", key.toString(), "--server", server)
                            .out())
                    .as(server)
                    .startsWith("http://" + server + "/#/teach/");
        }
    }

    @Test
    void programsGetTheSame() throws Exception {
        Typed checked = check("name,sis_id\nAda,s1\nBo,s1\n", "--json", "--lot", "7");

        assertThat(checked.out())
                .contains("\"type\":\"class_list\"", "\"students\":1", "\"code\":\"SAME_ID\"", "\"seat\":\"US.head\"");
        PublishedSchema.named("command-output").assertFits(checked.lines());
    }
}
