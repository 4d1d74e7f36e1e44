package dev.truce.tournament.result;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a tournament writes. Files of matches only grow; a line of {@code logs/progress} says after how many pairs they had
 * which lengths, and is written when those bytes are with the operating system. A program that goes on after a crash cuts
 * the files back to the last such line, so that no pair is lost or counted twice. One program at a time may write a folder. Not
 * thread-safe.
 */
public final class ResultFolder implements Closeable {
    /** Files of a directory stay few enough for every file system. */
    private static final int PAIRS_A_SHELF = 1000;

    private static final int BUFFER = 1 << 16;
    private static final long CHECKPOINT_NANOS = 200_000_000;

    private final Path folder;
    private final FileChannel lockFile;
    private final List<OutputStream> files = new ArrayList<>();
    private final List<GrownFile> grown;
    private final TournamentSettings settings;
    private final long[] lengths;
    private OutputStream progress = OutputStream.nullOutputStream();
    private int pairs;
    private @Nullable Path known;
    private long lastCheckpoint = System.nanoTime();

    private ResultFolder(Path folder, TournamentSettings settings, FileChannel lockFile) {
        this.folder = folder;
        this.settings = settings;
        this.grown = PairFiles.files(settings);
        this.lengths = new long[grown.size()];
        this.pairs = settings.firstPair();
        this.lockFile = lockFile;
    }

    /**
     * Opens a folder for writing: one that is not there yet, or one in which a tournament was interrupted.
     *
     * @param settings what is played, and kept
     * @throws IOException if it cannot be written, or another program writes it
     */
    public static ResultFolder open(Path folder, TournamentSettings settings) throws IOException {
        Files.createDirectories(folder.resolve("logs"));
        Files.createDirectories(folder.resolve("records"));
        FileChannel channel = FileChannel.open(
                folder.resolve("logs").resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new IOException("another program is writing " + folder);
        }
        ResultFolder opened = new ResultFolder(folder, settings, channel);
        try {
            opened.recover();
        } catch (IOException broken) {
            opened.close();
            throw broken;
        }
        return opened;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException here) {
            return false;
        }
    }

    private void recover() throws IOException {
        Path log = folder.resolve("logs").resolve("progress");
        long valid = 0;
        if (Files.exists(log)) {
            long at = 0;
            for (String line :
                    Files.readString(log, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1)) {
                at += line.length();
                long[] read = read(line);
                if (read != null && isThere(read)) {
                    valid = at;
                    pairs = (int) read[0];
                    System.arraycopy(read, 1, lengths, 0, lengths.length);
                }
            }
        }
        cut(log, valid);
        progress = new FileOutputStream(log.toFile(), true);
        for (int i = 0; i < lengths.length; i++) {
            Path file = folder.resolve(grown.get(i).path());
            cut(file, lengths[i]);
            files.add(new BufferedOutputStream(new FileOutputStream(file.toFile(), true), BUFFER));
        }
        if (valid == 0) {
            for (int i = 0; i < lengths.length; i++) {
                write(i, header(i));
            }
            checkpoint();
        }
    }

    private byte[] header(int file) {
        return grown.get(file).header().getBytes(StandardCharsets.UTF_8);
    }

    private boolean isThere(long[] read) throws IOException {
        for (int i = 0; i < lengths.length; i++) {
            Path file = folder.resolve(grown.get(i).path());
            if (!Files.exists(file) || Files.size(file) < read[i + 1]) {
                return false;
            }
        }
        return true;
    }

    private static void cut(Path file, long length) throws IOException {
        try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
            whole.setLength(length);
        }
    }

    /** Returns the numbers of a line of progress, or null if it is torn. */
    private long @Nullable [] read(String line) {
        String[] words = line.split(" ", -1);
        int last = grown.size() + 1;
        if (words.length != last + 1 || !line.endsWith("\n")) {
            return null;
        }
        String sum = words[last].substring(0, words[last].length() - 1);
        if (!sum.equals(checksum(line.substring(0, line.length() - words[last].length())))) {
            return null;
        }
        long[] numbers = new long[last];
        for (int i = 0; i < last; i++) {
            numbers[i] = Long.parseLong(words[i]);
        }
        return numbers;
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return Long.toHexString(sum.getValue());
    }

    /** Index after the last pair that is in the files. */
    public int pairs() {
        return pairs;
    }

    /**
     * Adds the next pair.
     *
     * @throws IllegalArgumentException if it is not the next
     * @throws IllegalStateException if what waits has to be sealed first
     */
    public void append(PairFiles pair) throws IOException {
        append(pair.pair(), pair.parts(), pair.records());
    }

    void append(int pair, List<byte[]> parts, List<byte[]> records) throws IOException {
        if (isFull()) {
            throw new IllegalStateException("a shard is full");
        }
        if (pair != pairs) {
            throw new IllegalArgumentException("pair " + pair + ", expected " + pairs);
        }
        for (int match = 0; match < records.size(); match++) {
            Path shelf = shelf(folder, pairs);
            if (!shelf.equals(known)) {
                Files.createDirectories(shelf);
                known = shelf;
            }
            // Not by a channel, which an interrupt would close.
            try (OutputStream record =
                    new FileOutputStream(record(folder, pairs, match + 1).toFile())) {
                record.write(records.get(match));
            }
        }
        for (int i = 0; i < files.size(); i++) {
            write(i, parts.get(i));
        }
        pairs++;
        if (System.nanoTime() - lastCheckpoint > CHECKPOINT_NANOS) {
            checkpoint();
        }
    }

    private boolean isStaged() {
        return grown.stream().anyMatch(GrownFile::isStaged);
    }

    /** Returns whether the next pair begins a shard, which some of the files have. */
    boolean isBetweenShards() {
        return isStaged() && pairs % ColumnFiles.PAIRS_A_SHARD == 0;
    }

    /** Returns whether as much waits as a shard holds. */
    public boolean isFull() {
        return isBetweenShards() && isWaiting();
    }

    /**
     * Makes a shard of what waits, if it is full.
     *
     * @throws ResultException if what waits is not what the program writes
     * @throws InterruptedException if this thread was interrupted; it can be done again
     */
    public void sealIfFull() throws IOException, ResultException, InterruptedException {
        if (isFull()) {
            seal();
        }
    }

    private boolean isWaiting() {
        boolean isWaiting = false;
        for (int i = 0; i < lengths.length; i++) {
            isWaiting |= grown.get(i).isStaged() && lengths[i] > header(i).length;
        }
        return isWaiting;
    }

    /**
     * Writes what waits for a shard of its own; no pair comes after it.
     *
     * @throws ResultException if what has grown so far is not what the program writes
     * @throws InterruptedException if this thread was interrupted; it can be done again
     */
    public void finish() throws IOException, ResultException, InterruptedException {
        if (isStaged() && (pairs == settings.firstPair() || isWaiting())) {
            seal();
        }
    }

    /** Makes a shard of what waits. A program that is stopped in between makes it again, or finds nothing that waits. */
    private void seal() throws IOException, ResultException, InterruptedException {
        checkpoint();
        ColumnFiles.known().seal(folder, settings, ColumnFiles.shard(pairs - 1));
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = grown.get(i).isStaged() ? header(i).length : lengths[i];
        }
        checkpoint();
        for (int i = 0; i < lengths.length; i++) {
            if (!grown.get(i).isStaged()) {
                continue;
            }
            files.get(i).close();
            Path file = folder.resolve(grown.get(i).path());
            cut(file, lengths[i]);
            files.set(i, new BufferedOutputStream(new FileOutputStream(file.toFile(), true), BUFFER));
        }
    }

    private void write(int file, byte[] bytes) throws IOException {
        files.get(file).write(bytes);
        lengths[file] += bytes.length;
    }

    /** Makes all that was appended survive the end of this program. */
    public void checkpoint() throws IOException {
        for (OutputStream file : files) {
            file.flush();
        }
        StringBuilder line = new StringBuilder().append(pairs).append(' ');
        for (long length : lengths) {
            line.append(length).append(' ');
        }
        String text = line.toString();
        progress.write((text + checksum(text) + "\n").getBytes(StandardCharsets.ISO_8859_1));
        progress.flush();
        lastCheckpoint = System.nanoTime();
    }

    /** Returns the file of a record. */
    public static Path record(Path folder, int pair, int match) {
        return shelf(folder, pair).resolve(String.format(Locale.ROOT, "%08d-%d.twg", pair, match));
    }

    private static Path shelf(Path folder, int pair) {
        return folder.resolve("records").resolve(String.format(Locale.ROOT, "%05d", pair / PAIRS_A_SHELF));
    }

    /** Writes a whole file such that it is there as a whole or not at all. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a whole file such that it is there as a whole or not at all. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        Files.write(draft, bytes);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        for (OutputStream file : files) {
            try {
                file.close();
            } catch (IOException broken) {
                first = first == null ? broken : first;
            }
        }
        progress.close();
        lockFile.close();
        if (first != null) {
            throw first;
        }
    }
}
