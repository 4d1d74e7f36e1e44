package dev.truce.store.sqlite;

import dev.truce.store.Batch;
import dev.truce.store.Batch.Appended;
import dev.truce.store.Entry;
import dev.truce.store.EventStore.NodeBeat;
import dev.truce.store.EventStore.StoreFacts;
import dev.truce.store.StoreException;
import dev.truce.store.StoredMember;
import dev.truce.store.chain.EntryBytes;
import dev.truce.store.chain.Head;
import dev.truce.store.chain.JournalHead;
import dev.truce.store.chain.Links;
import dev.truce.store.chain.Witness;
import dev.truce.store.log.LogEvent;
import dev.truce.store.sql.SqlStore;
import dev.truce.store.sql.Statements;
import dev.truce.store.sql.StreamReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal in an SQL database, with a witness beside it. */
public final class SqliteStore extends SqlStore {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);

    /** Name of the database file inside a data directory. */
    public static final String FILE = SqliteSource.FILE;

    private static final String EVENT = "INSERT INTO event (stream, seq, kind, payload, link) VALUES (?, ?, ?, ?, ?)";
    private static final String HEAD = "INSERT INTO head (stream, seq, link) VALUES (?, ?, ?)"
            + " ON CONFLICT (stream) DO UPDATE SET seq = excluded.seq, link = excluded.link";
    private static final String NEXT_GROUP = "UPDATE journal SET group_number = ?, digest = ?";

    /** As many streams as write at once on a busy server, a hundred bytes each. */
    private static final int MAX_HEADS = 4_096;

    private final Path directory;
    private final SqliteSource source;
    private final boolean witnessed;
    private @Nullable Handle writer;
    private @Nullable Statements statements;
    private @Nullable Witness witness;
    /** Heads of the streams that were written last. They hold as long as nobody else writes. */
    private final Map<String, Head> heads = new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Head> eldest) {
            return size() > MAX_HEADS;
        }
    };

    /** Whether the log may have who was erased. */
    private boolean forgetting;

    /** What is known to have been acknowledged. */
    private volatile JournalHead known;

    private SqliteStore(Path directory, SqliteSource source, boolean witnessed, JournalHead known) {
        this.directory = directory;
        this.source = source;
        this.witnessed = witnessed;
        this.known = known;
    }

    /**
     * Loads SQLite and the libraries around it before anybody has said which directory is meant. A start waits a quarter of its time for
     * them, and can read its options meanwhile on another thread.
     */
    public static void prepare() {
        try {
            boolean unused = Jdbi.create("jdbc:sqlite::memory:").withHandle(SqliteSource::isSound);
        } catch (JdbiException ignored) {
            // To open a store says what is wrong.
        }
    }

    /**
     * Opens the store of a data directory, creating it as needed.
     *
     * @throws StoreException if it cannot be used, is of another version, or has lost entries that were acknowledged
     */
    public static SqliteStore open(Path directory) {
        return open(directory, false);
    }

    /**
     * Opens the store of a data directory.
     *
     * @param acceptLoss whether to go on although entries that were acknowledged are lost; each open stream gets an entry that says so
     */
    public static SqliteStore open(Path directory, boolean acceptLoss) {
        SqliteSource source = new SqliteSource(directory);
        try {
            Reserve.take(directory);
            source.create();
            Schema.migrate(source.writing());
            JournalHead stored = source.readers().read(JournalRow::in);
            JournalHead acknowledged = acknowledged(directory, acceptLoss);
            JournalHead lost = acknowledged != null && stored.hasLost(acknowledged) ? acknowledged : null;
            if (lost != null && !acceptLoss) {
                throw stored.lossOf(lost);
            }
            boolean listsWhole = source.readers().read(ClassSums::areWhole);
            if (!listsWhole && !acceptLoss) {
                throw new StoreException(StoreException.Code.JOURNAL_TRUNCATED, OTHER_LISTS);
            }
            SqliteStore store = new SqliteStore(directory, source, acknowledged != null, stored);
            store.openFiles(source.openChecked());
            if (acknowledged == null && stored.group() > 0) {
                LOG.warn(
                        LogEvent.NO_WITNESS.marker(),
                        "no {} beside the journal: nobody can tell whether it is all there",
                        Witness.FILE);
            }
            if (!store.isExplained(stored)) {
                if (!acceptLoss) {
                    store.close();
                    throw new StoreException(StoreException.Code.JOURNAL_TRUNCATED, JournalHead.OTHER_ENTRIES);
                }
                LOG.warn(
                        LogEvent.LOSS_ACCEPTED.marker(),
                        "{}; what is there is taken as it is",
                        JournalHead.OTHER_ENTRIES);
                byte[] sum = sumOfLinks(required(store.statements));
                stored = new JournalHead(stored.group(), sum);
                required(store.statements).run("UPDATE journal SET digest = ?", (Object) sum);
                store.known = stored;
            }
            if (!listsWhole) {
                LOG.warn(LogEvent.OTHER_LISTS.marker(), "{}; they are taken as they are", OTHER_LISTS);
                ClassSums.accept(required(store.statements));
            }
            if (lost != null) {
                store.acceptLoss(stored, lost);
            } else {
                store.witness(stored);
            }
            return store;
        } catch (StoreException e) {
            throw e.code() == StoreException.Code.UNAVAILABLE
                    ? failed(directory, source.file().toString(), e)
                    : e;
        } catch (IOException | RuntimeException e) {
            throw failed(directory, source.file().toString(), e);
        }
    }

    /** Whether all entries are there, but for those of streams that are known to be broken. */
    private boolean isExplained(JournalHead stored) {
        try {
            return Arrays.equals(source.readers().read(SqlStore::sumOfLinks), stored.digest())
                    || allStreams().stream().anyMatch(stream -> check(stream).isPresent());
        } catch (StoreException | JdbiException damaged) {
            if (SqliteSource.isDamage(damaged)) {
                return true;
            }
            throw damaged;
        }
    }

    private static StoreException failed(Path directory, String what, Exception cause) {
        return new StoreException(Reserve.reason(directory), what + ": " + cause.getMessage(), cause);
    }

    /** Closes the files after an error. Reading them, and closing them in the end, takes room that the disk may not have. */
    private StoreException failed(String what, Exception cause) {
        StoreException failed = failed(directory, what, cause);
        closeFiles();
        Reserve.release(directory);
        return failed;
    }

    /**
     * Opens a copy for reading. A copy of a journal that an older program wrote gets the tables of this one.
     *
     * @throws StoreException if it cannot be read or is of another version
     */
    static SqliteStore readOnly(Path directory, SqliteSource source) {
        try {
            if (!source.readers().read(Schema::isComplete)) {
                Schema.migrate(source.writing());
            }
            return new SqliteStore(directory, source, false, source.readers().read(JournalRow::in));
        } catch (JdbiException e) {
            throw new StoreException("reading: " + e.getMessage(), e);
        }
    }

    private static @Nullable JournalHead acknowledged(Path directory, boolean acceptLoss) throws IOException {
        try {
            return Witness.read(directory);
        } catch (IOException | StoreException e) {
            if (acceptLoss) {
                return null;
            }
            throw e;
        }
    }

    private void openFiles(Handle opened) throws IOException {
        writer = opened;
        statements = source.statements(opened);
        witness = Witness.open(directory);
    }

    private void witness(JournalHead head) throws IOException {
        Witness beside = witness;
        if (beside != null) {
            beside.write(head);
        }
    }

    private void acceptLoss(JournalHead stored, JournalHead acknowledged) {
        LOG.warn(
                LogEvent.LOSS_ACCEPTED.marker(),
                "the journal goes on after group {} although group {} was acknowledged; its open matches say so",
                stored.group(),
                acknowledged.group());
        List<Batch> group = new ArrayList<>();
        for (String stream : openStreams()) {
            if (check(stream).isEmpty()) {
                group.add(new Batch(
                        stream, last(stream), List.of(new Entry.LossAccepted(stored.group(), acknowledged.group()))));
            }
        }
        // The next group must be later than all that the witness knows, or the loss would be reported again.
        required(statements)
                .run("UPDATE journal SET group_number = ?", Math.max(stored.group(), acknowledged.group()) + 1);
        Appended appended = append(group);
        if (appended instanceof Appended.Unknown unknown) {
            close();
            throw new StoreException("loss not noted", unknown.cause());
        }
    }

    private static <T> T required(@Nullable T open) {
        if (open == null) {
            throw new StoreException("journal closed");
        }
        return open;
    }

    @Override
    public StoreFacts facts() {
        JournalHead now = known;
        return new StoreFacts(Schema.FORMAT, now.group(), HexFormat.of().formatHex(now.digest()), witnessed);
    }

    @Override
    public Appended append(List<Batch> group) {
        try {
            Set<Integer> fenced = new HashSet<>();
            Map<String, Head> moved = new LinkedHashMap<>();
            Statements writing = required(statements);
            JournalHead head = writing.inTransaction(() -> write(writing, group, fenced, moved));
            heads.putAll(moved);
            if (head.group() != known.group()) {
                witness(head);
            }
            known = head;
            forget(group);
            return new Appended.Done(fenced);
        } catch (IOException | RuntimeException e) {
            return new Appended.Unknown(failed("appending", e));
        }
    }

    /** Sees to it that no file keeps who was erased; if somebody reads now, the next group tries again. */
    private void forget(List<Batch> group) {
        forgetting |= group.stream().flatMap(batch -> batch.members().stream()).anyMatch(StoredMember::isErased);
        if (forgetting) {
            forgetting = !SqliteSource.tryToEmptyLog(required(writer));
        }
    }

    private JournalHead write(Statements writing, List<Batch> group, Set<Integer> fenced, Map<String, Head> moved) {
        JournalHead before = JournalRow.in(writing);
        if (!before.is(known)) {
            // Another host has written since.
            heads.clear();
        }
        byte[] digest = before.digest();
        boolean listed = false;
        for (int i = 0; i < group.size(); i++) {
            Batch batch = group.get(i);
            String stream = batch.stream();
            Head head = moved.getOrDefault(stream, heads.get(stream));
            if (head == null) {
                head = writing.find(StreamReader.HEAD, StreamReader::head, stream)
                        .orElse(Head.NONE);
            }
            if (head.seq() != batch.after()) {
                fenced.add(i);
                continue;
            }
            Projections projections = new Projections(writing, stream);
            for (Entry entry : batch.entries()) {
                EntryBytes bytes = EntryBytes.of(entry);
                head = head.next(stream, bytes);
                digest = Links.sum(digest, head.link());
                writing.add(EVENT, stream, head.seq(), bytes.kind(), bytes.payload(), head.link());
                projections = entry.in(projections);
                moved.put(stream, head);
            }
            batch.members().forEach(projections::put);
            listed |= !batch.members().isEmpty();
        }
        if (moved.isEmpty() && !listed) {
            return before;
        }
        if (!moved.isEmpty()) {
            writing.runAll(EVENT);
            moved.forEach((stream, head) -> writing.add(HEAD, stream, head.seq(), head.link()));
            writing.runAll(HEAD);
        }
        JournalHead after = new JournalHead(before.group() + 1, digest);
        writing.run(NEXT_GROUP, after.group(), after.digest());
        return after;
    }

    @Override
    public void reopen() {
        closeFiles();
        try {
            Reserve.take(directory);
            Handle handle = source.openChecked();
            openFiles(handle);
            JournalHead stored = JournalRow.in(required(statements));
            if (stored.hasLost(known)) {
                throw stored.lossOf(known);
            }
            witness(stored);
            known = stored;
        } catch (IOException | JdbiException e) {
            throw failed("reopening", e);
        } catch (StoreException e) {
            closeFiles();
            throw e;
        }
    }

    @Override
    public void beat(NodeBeat beat) {
        try {
            required(statements)
                    .run(
                            "INSERT INTO node (incarnation, alive_nanos, beat) VALUES (?, ?, ?) ON CONFLICT (incarnation)"
                                    + " DO UPDATE SET alive_nanos = excluded.alive_nanos, beat = excluded.beat",
                            beat.incarnation(),
                            beat.aliveNanos(),
                            beat.beat());
        } catch (StoreException e) {
            throw failed("beat", e);
        }
    }

    /**
     * Takes streams out for ever, and overwrites in every file what stood there. Nobody else may use the store.
     *
     * @throws StoreException if it could not be done
     */
    public void remove(Collection<String> streams) {
        Statements writing = required(statements);
        try {
            JournalHead head = Removal.of(writing, streams);
            heads.clear();
            witness(head);
            known = head;
            if (!SqliteSource.tryToEmptyLog(required(writer))) {
                throw new StoreException("the log still has what was removed: somebody reads it");
            }
        } catch (IOException | JdbiException e) {
            throw new StoreException("removing: " + e.getMessage(), e);
        }
    }

    @Override
    protected <T> Optional<T> find(String sql, Statements.Reading<T> reading, String key) {
        try {
            return source.readers().find(sql, reading, key);
        } catch (JdbiException e) {
            throw new StoreException("reading: " + e.getMessage(), e);
        }
    }

    @Override
    protected <T> T read(Function<Statements, T> query) {
        try {
            return source.readers().read(query);
        } catch (JdbiException e) {
            throw new StoreException("reading: " + e.getMessage(), e);
        }
    }

    @Override
    protected boolean isDamage(RuntimeException error) {
        return SqliteSource.isDamage(error);
    }

    @Override
    protected String indexedBy(String index) {
        return " INDEXED BY " + index;
    }

    private void closeFiles() {
        Witness beside = witness;
        Statements prepared = statements;
        Handle open = writer;
        witness = null;
        statements = null;
        writer = null;
        heads.clear();
        close(beside);
        close(prepared);
        close(source.readers());
        close(open);
    }

    /** Closes a file; one that does not close does not keep the others open. */
    private static void close(@Nullable AutoCloseable file) {
        try {
            if (file != null) {
                file.close();
            }
        } catch (Exception e) {
            LOG.warn(LogEvent.STORE_CLOSE_FAILED.marker(), "the journal's files did not close cleanly", e);
        }
    }

    @Override
    public void close() {
        closeFiles();
    }
}
