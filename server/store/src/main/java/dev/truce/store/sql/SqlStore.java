package dev.truce.store.sql;

import dev.truce.store.BrokenStream;
import dev.truce.store.BrokenStream.BrokenStreamException;
import dev.truce.store.BrokenStream.Damage;
import dev.truce.store.EventStore;
import dev.truce.store.StoreException;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredMember;
import dev.truce.store.StoredRoom;
import dev.truce.store.chain.Head;
import dev.truce.store.chain.Links;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a store answers out of an SQL database; how it reads and writes there is the business of each. */
public abstract class SqlStore implements EventStore {
    /** What is wrong when the lists of classes are not those that were written last. */
    public static final String OTHER_LISTS = "other digest: class lists";

    /** For stores. */
    protected SqlStore() {}

    /**
     * Reads in one transaction, so that what belongs together is of the same moment.
     *
     * @throws StoreException if it cannot be read
     */
    protected abstract <T> T read(Function<Statements, T> query);

    /**
     * Reads the row of a query that finds one row or none.
     *
     * @throws StoreException if it cannot be read
     */
    protected abstract <T> Optional<T> find(String sql, Statements.Reading<T> reading, String key);

    /** Returns whether an error says that what is stored cannot be read, however often one tries. */
    protected abstract boolean isDamage(RuntimeException error);

    /** Returns what follows the name of a table in a query that has to use an index; empty where the database chooses. */
    protected abstract String indexedBy(String index);

    @Override
    public Optional<NodeBeat> lastBeat(String incarnation) {
        return find(
                "SELECT alive_nanos, beat FROM node WHERE incarnation = ?",
                row -> new NodeBeat(incarnation, row.getLong(1), row.getLong(2)),
                incarnation);
    }

    @Override
    public List<StoredRoom> openRooms() {
        return read(reading -> reading.list(
                StreamReader.ROOM + " WHERE code IS NOT NULL ORDER BY created_unix_millis, match_id",
                StreamReader::room));
    }

    @Override
    public List<String> openStreams() {
        return streams("SELECT match_id FROM room WHERE code IS NOT NULL UNION SELECT class_id FROM class WHERE code IS"
                + " NOT NULL UNION SELECT match_id FROM room WHERE class_id IN (SELECT class_id FROM class WHERE code IS"
                + " NOT NULL) UNION SELECT stream FROM head WHERE stream NOT IN (SELECT match_id FROM room UNION SELECT"
                + " class_id FROM class) ORDER BY 1");
    }

    @Override
    public List<String> allStreams() {
        return streams(
                "SELECT match_id FROM room UNION SELECT stream FROM head UNION SELECT stream FROM event"
                        + " UNION SELECT class_id FROM class UNION SELECT match_id FROM seat UNION SELECT match_id FROM place_token ORDER BY 1");
    }

    private List<String> streams(String query) {
        // A name that is lost is a broken stream too.
        return read(reading -> reading.list(query, row -> StreamReader.text(row, 1)));
    }

    @Override
    public long last(String stream) {
        return find(StreamReader.HEAD, StreamReader::head, stream)
                .map(Head::seq)
                .orElse(0L);
    }

    @Override
    public Optional<StoredMatch> match(String stream) {
        return verified(stream, reading -> StreamReader.read(reading, stream, indexedBy("place_token_by_hash")));
    }

    private <T> Optional<T> verified(String stream, Function<Statements, Optional<T>> query) {
        try {
            return read(query);
        } catch (StoreException e) {
            if (isDamage(e)) {
                throw new BrokenStreamException(new BrokenStream(stream, 0, Damage.UNREADABLE));
            }
            throw e;
        }
    }

    @Override
    public List<String> openClasses() {
        return streams("SELECT class_id FROM class WHERE code IS NOT NULL ORDER BY opened_unix_millis, class_id");
    }

    @Override
    public Optional<StoredClass> classOf(String stream) {
        return verified(stream, reading -> StreamReader.readClass(reading, stream));
    }

    @Override
    public List<StoredClass> classesOpened(String code) {
        return read(reading -> ClosedClasses.opened(reading, code));
    }

    @Override
    public List<StoredClass> newestClosed(int most) {
        return read(reading -> ClosedClasses.newest(reading, most));
    }

    @Override
    public List<StoredClass> closedLast() {
        return read(ClosedClasses::last);
    }

    @Override
    public List<StoredMember> members(String classId) {
        return read(reading -> ClassLists.of(reading, classId));
    }

    @Override
    public Optional<BrokenStream> check(String stream) {
        try {
            return classOf(stream).isPresent() || match(stream).isPresent()
                    ? Optional.empty()
                    : Optional.of(new BrokenStream(stream, 1, Damage.ADDED));
        } catch (BrokenStreamException e) {
            return Optional.of(e.broken());
        }
    }

    @Override
    public Optional<String> matchOfToken(String tokenHash) {
        return find(
                "SELECT match_id FROM place_token WHERE token_hash = ? ORDER BY match_id LIMIT 1",
                row -> StreamReader.text(row, 1),
                tokenHash);
    }

    /** Returns the sum of the links of all entries. Takes less than a microsecond for an entry. */
    public static byte[] sumOfLinks(Statements reading) {
        byte[][] sum = {Links.none()};
        reading.each("SELECT link FROM event", row -> sum[0] = Links.sum(sum[0], StreamReader.bytes(row, 1)));
        return sum[0];
    }
}
