package dev.truce.tournament.result;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A record that shares a file with others.
 *
 * @param pair number of the pair
 * @param match 1 or 2
 * @param text the record
 */
public record PackedRecord(int pair, int match, byte[] text) {
    /** Records one after the other. Not thread-safe. */
    public interface Pile extends Closeable {
        /**
         * Returns the next record, or null after the last.
         *
         * @throws ResultException if a file is not what the program writes
         */
        @Nullable
        PackedRecord next() throws IOException, ResultException;
    }

    /** Returns the file of a shard of records. */
    public static Path file(Path folder, int shard) {
        return folder.resolve("records").resolve(String.format(Locale.ROOT, "%05d.parquet", shard));
    }

    /** Returns how it waits to be packed. */
    byte[] staged() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length + 3 * Integer.BYTES);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(pair);
            out.writeInt(match);
            out.writeInt(text.length);
            out.write(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Opens the records of a folder that wait to be packed. */
    public static Pile waiting(Path folder) throws IOException {
        DataInputStream in = new DataInputStream(
                new BufferedInputStream(Files.newInputStream(folder.resolve(GrownFile.RECORDS.path()))));
        return new Pile() {
            @Override
            public @Nullable PackedRecord next() throws IOException {
                int pair;
                try {
                    pair = in.readInt();
                } catch (EOFException end) {
                    return null;
                }
                int match = in.readInt();
                return new PackedRecord(pair, match, in.readNBytes(in.readInt()));
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }
}
