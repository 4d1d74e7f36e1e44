package dev.truce.store.sqlite;

import static dev.truce.store.StoredThings.input;
import static dev.truce.store.StoredThings.opened;

import dev.truce.store.Batch.Appended;
import dev.truce.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * Writes a journal on a disk of its own, which is filled so that the first, the second and each later page of a group finds no room, or on which files may
 * not grow, so that SQLite hears of an I/O error. Prints a line for each; runs in a process of its own, since the limits hold for all of it.
 */
final class FullDiskMain {
    private static final int BLOCK = 4_096;
    private static final int MAX_ROOM = 64;

    private final Path disk;
    private final Path folder;
    private final Path ballast;
    private final boolean limited;
    private long last = 1;

    private FullDiskMain(Path disk, boolean limited) {
        this.disk = disk;
        this.folder = disk.resolve("data");
        this.ballast = disk.resolve("ballast");
        this.limited = limited;
    }

    public static void main(String[] args) throws Exception {
        FullDiskMain main = new FullDiskMain(Path.of(args[0]), args[1].equals("limited"));
        main.appends();
        if (!main.limited) {
            main.starts();
        }
    }

    private void appends() throws Exception {
        Files.createDirectory(folder);
        try (SqliteStore store = SqliteStore.open(folder)) {
            store.append(List.of(opened("m-1", "ABCDEFGH")));
            for (int room = 0; room < MAX_ROOM; room++) {
                long group = store.facts().group();
                fill(room);
                Appended appended = store.append(List.of(input("m-1", last)));
                boolean done = appended.equals(new Appended.Done(Set.of()));
                String said = done ? "done" : code(appended) + " reopened=" + reopened(store);
                String read = limited ? "" : " read=" + store.match("m-1").isPresent();
                free();
                if (!done) {
                    store.reopen();
                }
                long kept = store.facts().group() - group;
                last += kept;
                boolean whole = store.check("m-1").isEmpty() && store.last("m-1") == last && kept == (done ? 1 : 0);
                System.out.println("append " + said + read + " whole=" + whole);
                if (done) {
                    break;
                }
            }
        }
    }

    private void starts() throws Exception {
        Path fresh = Files.createDirectory(disk.resolve("fresh"));
        fill(0);
        System.out.println("full fresh=" + start(fresh) + " again=" + start(folder));
        free();
        System.out.println("roomy fresh=" + start(fresh) + " again=" + start(folder));
        run("mount", "-o", "remount,ro", disk.toString());
        System.out.println("read-only fresh=" + start(fresh) + " again=" + start(folder));
    }

    private static String start(Path folder) {
        try (SqliteStore store = SqliteStore.open(folder)) {
            return store.check("m-1").isEmpty() ? "started" : "fresh";
        } catch (StoreException e) {
            return e.code().name();
        }
    }

    private static String code(Appended appended) {
        return appended instanceof Appended.Unknown unknown && unknown.cause() instanceof StoreException cause
                ? cause.code().name()
                : "";
    }

    private static String reopened(SqliteStore store) {
        try {
            store.reopen();
            return "open";
        } catch (StoreException e) {
            return e.code().name();
        }
    }

    private void fill(int room) throws Exception {
        if (limited) {
            limit(Long.toString(Files.size(folder.resolve(DiskImage.LOG)) + (long) room * BLOCK));
            return;
        }
        try (FileChannel file = FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long end = 0;
            try {
                while (true) {
                    end += file.write(ByteBuffer.allocate(BLOCK), end);
                }
            } catch (IOException full) {
                file.truncate(Math.max(0, end / BLOCK - room) * BLOCK);
            }
        }
    }

    private void free() throws Exception {
        if (limited) {
            limit("unlimited");
        } else {
            Files.delete(ballast);
        }
    }

    private static void limit(String bytes) throws Exception {
        run("prlimit", "--pid", Long.toString(ProcessHandle.current().pid()), "--fsize=" + bytes + ":unlimited");
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command));
        }
    }
}
