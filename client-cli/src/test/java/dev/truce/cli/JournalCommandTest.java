package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.DataDirectory;
import dev.truce.cli.text.Texts;
import dev.truce.store.Batch;
import dev.truce.store.Entry;
import dev.truce.store.StoredRoom;
import dev.truce.store.sqlite.SqliteStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code truce journal check} says of a folder, and that it changes nothing there. */
class JournalCommandTest {
    private static final byte[] PAYLOAD = "these bytes are an input".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void aJournalOfTwoMatches() {
        try (SqliteStore store = SqliteStore.open(folder)) {
            for (String match : List.of("m-1", "m-2")) {
                StoredRoom room = new StoredRoom(match, match, "r", "s", "h", new byte[0], 0, false, 0);
                store.append(List.of(new Batch(
                        match, 0, List.of(new Entry.RoomOpened(room), new Entry.InputAccepted(PAYLOAD.clone())))));
            }
        }
    }

    private Map<String, String> files() throws Exception {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(
                        file.getFileName().toString(),
                        Files.getLastModifiedTime(file) + " "
                                + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private Typed check(String... more) {
        return Typed.line(Stream.concat(Stream.of("journal", "check", folder.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void aWitnessOfZerosIsNamedWithTheActionThatWritesItAgain() throws Exception {
        assertThat(Typed.line("journal", "witness", folder.toString()).err()).contains("WITNESS_READABLE");
        Files.write(folder.resolve("truce.head"), new byte[8_192]);
        Typed checked = check();
        assertThat(checked.exit()).isEqualTo(3);
        assertThat(checked.err()).contains("WITNESS_UNREADABLE", "truce journal witness DIR");
        Typed served = Typed.line("serve", "--port", "0", "--data", folder.toString());
        assertThat(served.exit()).isEqualTo(1);
        assertThat(served.err()).contains("WITNESS_UNREADABLE", "truce journal witness");
        Typed renewed = Typed.line("journal", "witness", folder.toString());
        assertThat(renewed.exit()).as(renewed.err()).isZero();
        assertThat(check().exit()).isZero();
    }

    /** Flips one bit of an input in the database file, as a bad disk does. */
    private void flip(int occurrence) throws Exception {
        Path file = folder.resolve("truce.db");
        byte[] bytes = Files.readAllBytes(file);
        int found = 0;
        for (int i = 0; i + PAYLOAD.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + PAYLOAD.length, PAYLOAD, 0, PAYLOAD.length) && ++found == occurrence) {
                bytes[i + 3] ^= 4;
                Files.write(file, bytes);
                return;
            }
        }
        throw new AssertionError("the input is not in the file");
    }

    @Test
    void aGoodJournalIsGoodAndNothingIsTouched() throws Exception {
        Map<String, String> before = files();
        Typed checked = check();
        assertThat(checked.exit()).isZero();
        assertThat(checked.out()).contains("2 matches with 4 entries, up to group 2");
        assertThat(files()).isEqualTo(before);
        assertThat(check("--json").out())
                .isEqualToIgnoringNewLines("{\"type\":\"journal\",\"good\":true,\"matches\":2,\"entries\":4,"
                        + "\"group\":2,\"witness\":true,\"broken\":[]}");
    }

    @Test
    void oneFlippedBitIsNamedWithMatchAndEntry() throws Exception {
        flip(1);
        Typed checked = check();
        assertThat(checked.exit()).isEqualTo(3);
        assertThat(checked.out()).containsPattern("match m-[12], entry 2: " + Texts.of("journal.damage.CHANGED"));
        assertThat(checked.err()).contains("JOURNAL_BROKEN").contains("1 of 2 matches");
        flip(1);
        assertThat(check("--json").out())
                .contains("\"broken\":[{\"match\":\"m-1\",\"entry\":2,")
                .contains("{\"match\":\"m-2\",\"entry\":2,");
        PublishedSchema.named("command-output").assertFits(check("--json").lines());
    }

    @Test
    void aLostEndIsNamed() throws Exception {
        Path older = Files.createTempFile("truce", ".db");
        Files.copy(folder.resolve("truce.db"), older, StandardCopyOption.REPLACE_EXISTING);
        try (SqliteStore store = SqliteStore.open(folder)) {
            store.append(List.of(new Batch("m-1", 2, List.of(new Entry.InputAccepted(PAYLOAD.clone())))));
        }
        Files.move(older, folder.resolve("truce.db"), StandardCopyOption.REPLACE_EXISTING);
        Typed checked = check();
        assertThat(checked.exit()).isEqualTo(3);
        assertThat(checked.err()).contains("JOURNAL_TRUNCATED").contains("last group: 2, acknowledged: 3");
        PublishedSchema.named("command-output").assertFits(check("--json").lines());
    }

    @Test
    void withoutAWitnessItSaysThatNobodyCanTell() throws Exception {
        Files.delete(folder.resolve("truce.head"));
        Typed checked = check();
        assertThat(checked.exit()).isZero();
        assertThat(checked.out()).contains("no truce.head");
    }

    @Test
    void aFolderWithoutAJournalAndOneInUseAreRefused() throws Exception {
        Typed nothing = Typed.line("journal", "check", folder.resolve("nothing").toString());
        assertThat(nothing.exit()).isEqualTo(2);
        assertThat(nothing.err()).contains("NO_JOURNAL");
        try (DataDirectory taken = DataDirectory.take(folder)) {
            Typed used = check();
            assertThat(used.exit()).isEqualTo(1);
            assertThat(used.err()).contains("DATA_DIRECTORY_IN_USE");
            assertThat(taken.path()).isEqualTo(folder);
        }
        Files.writeString(folder.resolve("truce.db"), "no database at all, but long enough for a header ".repeat(9));
        Typed other = check();
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err()).contains("JOURNAL_UNREADABLE");
    }

    @Test
    void aCopyOfARunningServersJournalIsWholeAndOpens() throws Exception {
        Path copy = folder.resolve("copy");
        Files.writeString(folder.resolve("desk.key"), "the key of the desk");
        try (DataDirectory running = DataDirectory.take(folder);
                SqliteStore store = SqliteStore.open(running.path())) {
            store.append(List.of(new Batch("m-1", 2, List.of(new Entry.InputAccepted(PAYLOAD.clone())))));
            Typed copied = Typed.line("journal", "backup", folder.toString(), "--out", copy.toString());
            assertThat(copied.err()).isEmpty();
            assertThat(copied.exit()).isZero();
            assertThat(copied.out()).contains("Copied to").contains("2 matches with 5 entries, up to group 3");
            store.append(List.of(new Batch("m-1", 3, List.of(new Entry.InputAccepted(PAYLOAD.clone())))));
        }
        assertThat(copy.resolve("desk.key")).hasContent("the key of the desk");
        Typed checked = Typed.line("journal", "check", copy.toString());
        assertThat(checked.out())
                .contains("2 matches with 5 entries, up to group 3")
                .contains("The witness");
        try (SqliteStore store = SqliteStore.open(copy)) {
            assertThat(store.last("m-1")).isEqualTo(3);
        }
        Typed again = Typed.line("journal", "backup", folder.toString(), "--out", copy.toString());
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("FOLDER_NOT_EMPTY");
    }

    @Test
    void aCopyOfABrokenJournalSaysSo() throws Exception {
        flip(1);
        Typed copied = Typed.line(
                "journal",
                "backup",
                folder.toString(),
                "--json",
                "--out",
                folder.resolve("copy").toString());
        assertThat(copied.exit()).isEqualTo(3);
        assertThat(copied.out()).contains("\"good\":false");
        PublishedSchema.named("command-output").assertFits(copied.lines());
    }

    @Test
    void aMatchThatIsNotOverIsExportedOnlyIfAskedForAndWithoutItsInputs() throws Exception {
        Path file = folder.resolve("matches.jsonl");
        Typed none = Typed.line("journal", "export", folder.toString(), "--out", file.toString());
        assertThat(none.exit()).isZero();
        assertThat(file).isEmptyFile();
        Typed.line("journal", "export", folder.toString(), "--open", "--out", file.toString());
        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .allMatch(line -> line.contains("\"over\":false") && line.contains("\"entries\":2"))
                .noneMatch(line -> line.contains("record"));
        flip(1);
        Typed broken = Typed.line("journal", "export", folder.toString(), "--out", file.toString());
        assertThat(broken.exit()).isEqualTo(3);
        assertThat(Files.readString(file)).contains("\"what\":\"CHANGED\"");
    }
}
