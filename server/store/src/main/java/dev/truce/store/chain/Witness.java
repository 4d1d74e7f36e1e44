package dev.truce.store.chain;

import dev.truce.engine.Sha256;
import dev.truce.store.OwnersFile;
import dev.truce.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Knows outside the database how much of the journal has been acknowledged: a lost end of the write-ahead log takes the heads of
 * the chains with it, so the database alone cannot tell. Two slots are written in turn, so that one is whole whenever the machine
 * stops. It is written with every group, so a process that is killed leaves it exact; it is forced to the disk every 50 ms by a thread
 * of its own, because a second force before each acknowledgement would double its time. Written by one thread.
 */
public final class Witness implements AutoCloseable {
    /** Name of its file beside the database. */
    public static final String FILE = "truce.head";

    /** What is said of a witness whose two slots are both torn or empty. */
    public static final String UNREADABLE = FILE + ": unreadable";

    /** What a slot begins with; the digit is the journal's format. */
    private static final byte[] MAGIC = "TRUCEHD2".getBytes(StandardCharsets.US_ASCII);

    private static final int SLOT_BYTES = 64;
    private static final int CHECKED_BYTES = 48;

    /** Slots lie in different blocks of the disk, since one that is torn may take its block with it. */
    private static final int SLOT_DISTANCE = 4_096;

    private static final long FORCE_MILLIS = 50;
    private static final long CLOSE_SECONDS = 5;

    private final FileChannel channel;
    private final ScheduledExecutorService forcing = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "truce-witness");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean unforced;
    private volatile @Nullable IOException failure;

    private Witness(FileChannel channel) {
        this.channel = channel;
        var unused = forcing.scheduleWithFixedDelay(this::force, FORCE_MILLIS, FORCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Opens the witness of a directory for writing, creating it if need be; nobody else may read it. */
    public static Witness open(Path directory) throws IOException {
        return openFile(directory.resolve(FILE));
    }

    /** Opens a witness for writing, creating it if need be; nobody else may read it. */
    public static Witness openFile(Path file) throws IOException {
        OwnersFile.create(file);
        return new Witness(FileChannel.open(file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE)));
    }

    /**
     * Returns what the witness of a directory knows, or null if there is none.
     *
     * @throws StoreException if it is there and neither slot can be read
     */
    public static @Nullable JournalHead read(Path directory) throws IOException {
        return readFile(directory.resolve(FILE));
    }

    /**
     * Returns what a witness knows, or null if there is none.
     *
     * @throws StoreException if it is there and neither slot can be read
     */
    public static @Nullable JournalHead readFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        try (FileChannel reading = FileChannel.open(file, StandardOpenOption.READ)) {
            return newest(reading);
        }
    }

    private static @Nullable JournalHead newest(FileChannel reading) throws IOException {
        if (reading.size() == 0) {
            return null;
        }
        JournalHead newest = null;
        for (int slot = 0; slot < 2; slot++) {
            JournalHead head = slot(reading, slot);
            if (head != null && (newest == null || head.group() > newest.group())) {
                newest = head;
            }
        }
        if (newest == null) {
            throw new StoreException(StoreException.Code.WITNESS_UNREADABLE, UNREADABLE);
        }
        return newest;
    }

    private static @Nullable JournalHead slot(FileChannel reading, int slot) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(SLOT_BYTES);
        while (bytes.hasRemaining()) {
            if (reading.read(bytes, (long) slot * SLOT_DISTANCE + bytes.position()) < 0) {
                return null;
            }
        }
        bytes.flip();
        byte[] magic = new byte[MAGIC.length];
        bytes.get(magic);
        long group = bytes.getLong();
        byte[] digest = new byte[Links.BYTES];
        bytes.get(digest);
        byte[] check = new byte[SLOT_BYTES - CHECKED_BYTES];
        bytes.get(check);
        boolean whole = Arrays.equals(magic, MAGIC) && Arrays.equals(check, check(bytes.array()));
        return whole ? new JournalHead(group, digest) : null;
    }

    private static byte[] check(byte[] slot) {
        MessageDigest sha = Sha256.start();
        sha.update(slot, 0, CHECKED_BYTES);
        return Arrays.copyOf(sha.digest(), SLOT_BYTES - CHECKED_BYTES);
    }

    /**
     * Writes what has become durable; it is on the disk soon after.
     *
     * @throws IOException if it cannot be written, or what was written before could not be forced
     */
    public void write(JournalHead head) throws IOException {
        IOException before = failure;
        if (before != null) {
            throw new IOException(FILE + ": not forced", before);
        }
        ByteBuffer bytes = ByteBuffer.allocate(SLOT_BYTES);
        bytes.put(MAGIC).putLong(head.group()).put(head.digest());
        bytes.put(check(bytes.array())).flip();
        long place = (head.group() % 2) * SLOT_DISTANCE;
        while (bytes.hasRemaining()) {
            channel.write(bytes, place + bytes.position());
        }
        unforced = true;
    }

    private void force() {
        if (unforced) {
            unforced = false;
            try {
                channel.force(false);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    @Override
    public void close() throws IOException {
        // The thread is not interrupted, since that would close the file under it.
        forcing.shutdown();
        try {
            if (!forcing.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(FILE + ": late");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        force();
        channel.close();
    }
}
