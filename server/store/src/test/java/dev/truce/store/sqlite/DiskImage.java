package dev.truce.store.sqlite;

import dev.truce.store.chain.Witness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a disk has of a journal: the bytes of its files. SQLite makes the file of shared memory again, so it is none of them.
 *
 * @param files by name; one that is not there is missing
 */
record DiskImage(Map<String, byte[]> files) {
    /** The database. */
    static final String DATABASE = SqliteStore.FILE;

    /** The write-ahead log. */
    static final String LOG = SqliteStore.FILE + "-wal";

    /** All files. */
    static final List<String> NAMES = List.of(DATABASE, LOG, Witness.FILE);

    /** What a disk writes wholly or not at all. */
    static final int SECTOR = 512;

    /** SQLite forces it by itself before it writes the first frame of a log that begins again. */
    private static final int LOG_HEADER = 32;

    /** Reads the files of a folder. */
    static DiskImage of(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : NAMES) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                files.put(name, Files.readAllBytes(file));
            }
        }
        return new DiskImage(files);
    }

    /** Writes the files into an empty folder. */
    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    /** Returns the bytes of a file, none if it is not there. */
    byte[] file(String name) {
        return files.getOrDefault(name, new byte[0]);
    }

    /** Returns the image with another file. */
    DiskImage with(String name, byte[] bytes) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.put(name, bytes);
        return new DiskImage(changed);
    }

    /** Returns the image without a file. */
    DiskImage without(String name) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.remove(name);
        return new DiskImage(changed);
    }

    /** Returns the image with the file that another one has. */
    DiskImage withFileOf(DiskImage other, String name) {
        return other.files.containsKey(name) ? with(name, other.file(name)) : without(name);
    }

    /** Returns the database of this image half written over by that of a later one. */
    DiskImage tornDatabase(DiskImage later, Random random) {
        return with(DATABASE, torn(file(DATABASE), later.file(DATABASE), 0, random));
    }

    /** Returns the log of this image half written over by that of a later one. */
    DiskImage tornLog(DiskImage later, Random random) {
        byte[] before = file(LOG);
        byte[] after = later.file(LOG);
        if (Arrays.equals(Arrays.copyOf(before, LOG_HEADER), Arrays.copyOf(after, LOG_HEADER))) {
            return with(LOG, torn(before, after, 0, random));
        }
        byte[] begun = Arrays.copyOf(before, Math.max(before.length, LOG_HEADER));
        System.arraycopy(after, 0, begun, 0, Math.min(LOG_HEADER, after.length));
        return with(LOG, random.nextInt(4) == 0 ? begun : torn(begun, after, LOG_HEADER, random));
    }

    /** Some of the sectors that differ are written, in any order; the file may have got its new length or not. */
    private static byte[] torn(byte[] before, byte[] after, int from, Random random) {
        int written = random.nextInt(101);
        byte[] torn =
                Arrays.copyOf(before, random.nextBoolean() ? Math.max(before.length, after.length) : before.length);
        for (int start = 0; start < after.length; start += SECTOR) {
            int first = Math.max(start, from);
            int end = Math.min(start + SECTOR, after.length);
            if (first < end && random.nextInt(100) < written) {
                if (end > torn.length) {
                    torn = Arrays.copyOf(torn, end);
                }
                System.arraycopy(after, first, torn, first, end - first);
            }
        }
        return torn;
    }

    /** Returns the sectors of a file that differ from another image. */
    List<Integer> changedSectors(DiskImage other, String name) {
        byte[] mine = file(name);
        byte[] others = other.file(name);
        List<Integer> changed = new ArrayList<>();
        for (int start = 0; start < mine.length; start += SECTOR) {
            int end = Math.min(start + SECTOR, mine.length);
            if (end > others.length || !Arrays.equals(mine, start, end, others, start, end)) {
                changed.add(start);
            }
        }
        return changed;
    }

    /** Deletes a folder. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
