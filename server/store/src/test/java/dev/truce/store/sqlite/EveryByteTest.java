package dev.truce.store.sqlite;

import static dev.truce.store.StoredThings.bytes;
import static dev.truce.store.StoredThings.opened;
import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.store.Batch;
import dev.truce.store.Entry;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredMember;
import dev.truce.store.chain.Witness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A journal of 200 events whose log is cut at each place, and each of whose bytes is changed: all is there, or it is said what is not. */
class EveryByteTest {
    private static final Logger LOG = LoggerFactory.getLogger(EveryByteTest.class);
    private static final int EVENTS = 200;
    private static final int GROUP = 10;
    private static final int PAGE = 4_096;

    /** Bytes of the head of a page of a table or an index. */
    private static final int HEAD = 8;

    @TempDir
    Path data;

    private DiskImage stopped = new DiskImage(Map.of());
    private DiskImage closed = new DiskImage(Map.of());
    private StoreView known = new StoreView(0, "", Map.of());

    /** How many bytes lie between two flips. */
    int flipStride() {
        return 1_999;
    }

    /** The first byte that is flipped in each file that is so long. */
    int flipFrom() {
        return 0;
    }

    /** How many bytes lie between two cuts. */
    int cutStride() {
        return 15_013;
    }

    @BeforeEach
    void twoHundredEvents() throws IOException {
        Path life = Files.createDirectory(data.resolve("life"));
        try (SqliteStore store = SqliteStore.open(life)) {
            store.append(List.of(
                    opened("m-1", "ABCDEFGH"),
                    opened("m-2", "ABCDEFGJ"),
                    new Batch(
                            "c-1",
                            0,
                            List.of(new Entry.ClassOpened(new StoredClass("c-1", "ABCDEFGK", bytes("setup"), 4))),
                            List.of(new StoredMember(1, "Annabelle", "s1", "", "", "A", "zh", "f".repeat(64))))));
            for (int event = 3; event < EVENTS; event += GROUP) {
                List<Entry> entries = new ArrayList<>();
                for (int i = 0; i < GROUP && event + i < EVENTS; i++) {
                    entries.add(new Entry.InputAccepted(bytes("input " + (event + i))));
                }
                String match = event % 20 < GROUP ? "m-1" : "m-2";
                store.append(List.of(new Batch(match, store.last(match), entries)));
            }
            known = StoreView.of(store);
            stopped = DiskImage.of(life);
        }
        closed = DiskImage.of(life);
    }

    private String said(DiskImage image) throws IOException {
        Path folder = image.write(data.resolve("image"));
        String said = StoreView.said(folder, List.of(known));
        DiskImage.delete(folder);
        return said;
    }

    @Test
    void everyCutOfTheLogIsNoticed() throws IOException {
        byte[] log = stopped.file(DiskImage.LOG);
        int cuts = 0;
        for (int kept = 0; kept < log.length; kept += cutStride()) {
            assertThat(said(stopped.with(DiskImage.LOG, Arrays.copyOf(log, kept))))
                    .as("%d of %d bytes", kept, log.length)
                    .isEqualTo("JOURNAL_TRUNCATED");
            cuts++;
        }
        assertThat(said(stopped)).isEqualTo("whole");
        LOG.info("{} cuts of {} bytes", cuts, log.length);
    }

    /** They say where the next entry goes, and no link holds them. */
    @Test
    void everyChangedHeadOfAPageIsNoticedOrChangesNothing() throws IOException {
        Map<String, Integer> seen = new TreeMap<>();
        byte[] whole = closed.file(DiskImage.DATABASE);
        for (int page = 0; page < whole.length; page += PAGE) {
            for (int at = page; at < page + HEAD; at++) {
                byte[] bytes = whole.clone();
                bytes[at] ^= (byte) (1 << at % Byte.SIZE);
                String said = said(closed.with(DiskImage.DATABASE, bytes));
                assertThat(said).as("byte %d", at).doesNotStartWith("silent");
                seen.merge(said, 1, Integer::sum);
            }
        }
        LOG.info("changed heads of pages and what was said of them: {}", seen);
        assertThat(seen).containsKeys("whole");
    }

    @Test
    void everyChangedByteIsNoticedOrChangesNothing() throws IOException {
        Map<String, Integer> seen = new TreeMap<>();
        List<String> silent = new ArrayList<>();
        for (String name : List.of(DiskImage.DATABASE, Witness.FILE)) {
            for (int at = flipFrom(); at < closed.file(name).length; at += flipStride()) {
                byte[] bytes = closed.file(name).clone();
                bytes[at] ^= (byte) (1 << at % Byte.SIZE);
                String said = said(closed.with(name, bytes));
                if (said.startsWith("silent")) {
                    silent.add(name + ", byte " + at + ": " + said);
                }
                seen.merge(said, 1, Integer::sum);
            }
        }
        LOG.info("changed bytes and what was said of them: {}", seen);
        assertThat(silent).isEmpty();
        assertThat(seen).containsKey("whole");
    }

    /** A list of all rooms reads the names in the table, and who asks for one reads its index. */
    @Test
    void aChangedNameOfARoomOrAClassIsNoticed() throws IOException {
        byte[] whole = closed.file(DiskImage.DATABASE);
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        for (String row : List.of("m-1ABCDEFGH", "m-2ABCDEFGJ", "c-1ABCDEFGK")) {
            int name = text.indexOf(row);
            assertThat(name).as(row).isPositive();
            for (int at = name; at < name + 3; at++) {
                byte[] bytes = whole.clone();
                bytes[at] ^= 4;
                assertThat(said(closed.with(DiskImage.DATABASE, bytes)))
                        .as("%s, byte %d", row, at)
                        .isEqualTo("broken match");
            }
        }
    }
}
