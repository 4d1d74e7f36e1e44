package dev.truce.tournament.result;

import dev.truce.match.record.text.RecordReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The records of a folder, which are asked for in the order of their pairs. Not thread-safe. */
public final class KeptRecords implements Closeable {
    private final Path folder;
    private final PackedRecord.@Nullable Pile packed;
    private @Nullable PackedRecord ahead;

    private KeptRecords(Path folder, PackedRecord.@Nullable Pile packed) {
        this.folder = folder;
        this.packed = packed;
    }

    /** Opens the records of a tournament; none has to be there. */
    public static KeptRecords open(Path folder, TournamentSettings settings) throws IOException {
        boolean isPacked = settings.records() == RecordChoice.PACKED;
        return new KeptRecords(folder, isPacked ? ColumnFiles.known().records(folder) : null);
    }

    /** Returns what messages call a record. */
    String name(int pair, int match) {
        Path file = packed == null
                ? ResultFolder.record(folder, pair, match)
                : PackedRecord.file(folder, ColumnFiles.shard(pair));
        return folder.relativize(file) + (packed == null ? "" : "#" + pair + "-" + match);
    }

    /**
     * Returns a record, none of which comes before one that was asked for.
     *
     * @throws ResultException if it is missing or too large
     */
    public byte[] read(int pair, int match) throws IOException, ResultException {
        byte[] text = packed == null ? file(pair, match) : packed(packed, pair, match);
        if (text.length > RecordReader.MAX_BYTES) {
            throw new ResultException(name(pair, match), 0, "large-record");
        }
        return text;
    }

    private byte[] file(int pair, int match) throws IOException, ResultException {
        Path file = ResultFolder.record(folder, pair, match);
        if (Files.size(file) > RecordReader.MAX_BYTES) {
            throw new ResultException(name(pair, match), 0, "large-record");
        }
        return Files.readAllBytes(file);
    }

    private byte[] packed(PackedRecord.Pile source, int pair, int match) throws IOException, ResultException {
        PackedRecord next = ahead == null ? source.next() : ahead;
        while (next != null && isBefore(next, pair, match)) {
            next = source.next();
        }
        boolean isFound = next != null && next.pair() == pair && next.match() == match;
        ahead = isFound ? null : next;
        if (next == null || !isFound) {
            throw new ResultException(name(pair, match), 0, "missing");
        }
        return next.text();
    }

    private static boolean isBefore(PackedRecord record, int pair, int match) {
        return record.pair() < pair || (record.pair() == pair && record.match() < match);
    }

    /** Insists that no record is left. */
    void requireEnd() throws IOException, ResultException {
        PackedRecord.Pile source = packed;
        PackedRecord next = ahead == null && source != null ? source.next() : ahead;
        if (next != null) {
            throw new ResultException(name(next.pair(), next.match()), 0, "further");
        }
    }

    @Override
    public void close() throws IOException {
        PackedRecord.Pile source = packed;
        if (source != null) {
            source.close();
        }
    }
}
