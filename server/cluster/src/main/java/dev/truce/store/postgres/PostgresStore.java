package dev.truce.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.truce.store.Batch;
import dev.truce.store.Batch.Appended;
import dev.truce.store.Entry;
import dev.truce.store.StoreException;
import dev.truce.store.StoreException.Code;
import dev.truce.store.chain.Head;
import dev.truce.store.chain.JournalHead;
import dev.truce.store.chain.Links;
import dev.truce.store.chain.Witness;
import dev.truce.store.log.LogEvent;
import dev.truce.store.sql.ClassLists;
import dev.truce.store.sql.SqlStore;
import dev.truce.store.sql.Statements;
import dev.truce.store.sql.StreamReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal in PostgreSQL. A group is one call that the database does or does not, so a writer that freezes holds nothing up. Every write is fenced by
 * the heads of its streams, whatever anybody believes; a fence is pronounced only from a head that was read for this group.
 */
public final class PostgresStore extends SqlStore {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresStore.class);

    /** Version of the format: of its tables, its chain and what is in its entries. */
    static final int FORMAT = 2;

    /** Stands for the version while a copy is not whole. */
    private static final int HALF_COPIED = 0;

    /** The program's own number among the locks of a database that only programs know. */
    private static final int LOCKS = 0x5452_5543;

    private static final int SCHEMA_LOCK = 1;
    private static final int SERVER_LOCK = 2;

    /** As many streams as write at once on a busy server, a hundred bytes each. */
    private static final int MAX_HEADS = 4_096;

    /** How often a group is made again because somebody else has written; two who write one stream without an end are a fault. */
    private static final int MAX_ATTEMPTS = 8;

    /** As many as the threads of a server that read at the same time, and some of its classes. */
    private static final int READERS = 8;

    /** What the database says when somebody else keeps a lock for too long. */
    private static final String LOCK_TIMEOUT = "55P03";

    private static final String HEADS = "SELECT seq, link, stream FROM head WHERE stream = ANY (?)";
    private static final String APPEND = "SELECT truce_append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final List<String> TYPES = List.of(
            "text", "bigint", "bytea", "bigint", "bytea", "text", "bigint", "text", "bytea", "bytea", "text", "text",
            "bytea", "bytea");

    private final Database database;
    private final Writer me;
    private final boolean alone;
    private final HikariDataSource readers;
    private @Nullable Connection connection;
    private @Nullable Statements statements;
    private @Nullable Witness witness;
    private boolean witnessed;

    /** Heads of the streams that were written last. Another host may have written since, so no fence is pronounced from them. */
    private final Map<String, Head> heads = new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Head> eldest) {
            return size() > MAX_HEADS;
        }
    };

    /** What this writer has written. */
    private volatile JournalHead known = new JournalHead(0, Links.none());

    /** What others had written when it was opened. */
    private volatile JournalHead others = new JournalHead(0, Links.none());

    private byte[] lists = Links.none();

    private PostgresStore(Database database, Writer me, boolean alone) {
        this.database = database;
        this.me = me;
        this.alone = alone;
        this.readers = readers(database);
    }

    private static HikariDataSource readers(Database database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.source());
        config.setPoolName("truce-readers");
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(5));
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(false);
        config.setReadOnly(true);
        // Entries, head and tables of a match are of one moment; otherwise a match that is being played looks broken.
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return new HikariDataSource(config);
    }

    /** Opens the store for a server that is the only one. */
    static PostgresStore open(Database database, Path directory, boolean acceptLoss) {
        return open(database, directory, acceptLoss, true);
    }

    /** Opens the store beside others that write there too, as hosts of a cluster will. */
    static PostgresStore openBeside(Database database, Path directory) {
        return open(database, directory, false, false);
    }

    private static PostgresStore open(Database database, Path directory, boolean acceptLoss, boolean alone) {
        try {
            Writer me = Writer.of(directory);
            JournalHead acknowledged = acknowledged(me, acceptLoss);
            PostgresStore store = new PostgresStore(database, me, alone);
            try {
                store.connect();
                store.require(FORMAT);
                store.begin(acknowledged, acceptLoss);
                return store;
            } catch (IOException | SQLException | RuntimeException e) {
                store.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StoreException(directory + ": " + e.getMessage(), e);
        } catch (SQLException e) {
            throw Database.failure("opening " + database.address(), e);
        }
    }

    private static @Nullable JournalHead acknowledged(Writer me, boolean acceptLoss) throws IOException {
        try {
            return me.acknowledged();
        } catch (IOException | StoreException e) {
            if (acceptLoss) {
                return null;
            }
            throw e;
        }
    }

    /** Opens an empty database for a copy, which no server opens before it is {@link #complete}. */
    static PostgresStore openEmpty(Database database, Path directory) {
        PostgresStore store = open(database, directory, false);
        try {
            int streams = store.allStreams().size();
            if (streams > 0) {
                throw new StoreException(Code.STORE_NOT_EMPTY, "matches and classes: " + streams);
            }
            required(store.statements).run("UPDATE journal SET format = ?", HALF_COPIED);
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Says that a copy is whole. */
    void complete() {
        required(statements).run("UPDATE journal SET format = ?", FORMAT);
    }

    private void connect() {
        Connection opened = database.connect();
        try {
            Statements asking = new Statements(opened, "BEGIN");
            connection = opened;
            statements = asking;
            Demands.of(opened, asking).refusal().ifPresent(refused -> {
                throw refused;
            });
            createTables(opened, asking);
            // Dies with the connection. A writer that comes again waits for what he had begun; a second server waits,
            // too, and in vain.
            lock(asking, alone ? SERVER_LOCK : me.id().hashCode() | SERVER_LOCK);
            readOn(asking);
        } catch (SQLException e) {
            closeWriter();
            throw Database.failure("opening " + database.address(), e);
        } catch (StoreException e) {
            closeWriter();
            throw told("opening " + database.address(), e);
        }
    }

    /** Returns an error with what the database said of its cause, if nobody has looked at that yet. */
    private static StoreException told(String what, StoreException error) {
        return error.code() == Code.UNAVAILABLE ? Database.failure(what, error) : error;
    }

    private static void lock(Statements asking, int what) {
        try {
            boolean unused = asking.find("SELECT pg_advisory_lock(?, ?)", row -> true, LOCKS, what)
                    .orElse(false);
        } catch (StoreException e) {
            throw Database.state(e).equals(LOCK_TIMEOUT)
                    ? new StoreException(Code.STORE_IN_USE, "another program writes there", e)
                    : e;
        }
    }

    private static void createTables(Connection connection, Statements asking) throws SQLException {
        if (hasTables(asking)) {
            return;
        }
        connection.setAutoCommit(false);
        try (Statement creating = connection.createStatement()) {
            // Of two who come first one waits, and finds the tables.
            creating.execute("SELECT pg_advisory_xact_lock(" + LOCKS + ", " + SCHEMA_LOCK + ")");
            if (!hasTables(asking)) {
                creating.execute(schema());
                creating.execute("INSERT INTO journal (format) VALUES (" + FORMAT + ")");
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static boolean hasTables(Statements asking) {
        return asking.find("SELECT to_regclass('journal') IS NOT NULL", row -> row.getBoolean(1))
                .orElse(false);
    }

    private static String schema() {
        try (InputStream in = Objects.requireNonNull(PostgresStore.class.getResourceAsStream("schema.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds out how far this writer and the others have come. */
    private void readOn(Statements asking) {
        asking.run(
                "INSERT INTO writer (id, group_number, digest, list_sum) VALUES (?, 0, ?, ?) ON CONFLICT (id) DO"
                        + " NOTHING",
                me.id(),
                Links.none(),
                Links.none());
        long group = 0;
        byte[] digest = Links.none();
        for (JournalHead each : asking.list(
                "SELECT group_number, digest FROM writer WHERE id <> ?",
                row -> new JournalHead(row.getLong(1), StreamReader.bytes(row, 2)),
                me.id())) {
            group += each.group();
            digest = Links.sum(digest, each.digest());
        }
        others = new JournalHead(group, digest);
        lists = asking.find("SELECT list_sum FROM writer WHERE id = ?", ClassLists::sum, me.id())
                .orElseThrow();
    }

    private JournalHead stored() {
        // Waits for a call of a lost connection that is still on its way.
        return required(statements)
                .find(
                        "SELECT group_number, digest FROM writer WHERE id = ? FOR UPDATE",
                        row -> new JournalHead(row.getLong(1), StreamReader.bytes(row, 2)),
                        me.id())
                .orElseThrow();
    }

    private void require(int format) {
        int found = required(statements)
                .find("SELECT format FROM journal", row -> row.getInt(1))
                .orElse(HALF_COPIED);
        if (found != format) {
            throw new StoreException(
                    Code.JOURNAL_VERSION,
                    found == HALF_COPIED
                            ? "journal version: none, as it was never copied whole"
                            : "journal version: " + found + ", expected: " + format);
        }
    }

    private void begin(@Nullable JournalHead acknowledged, boolean acceptLoss) throws IOException, SQLException {
        JournalHead stored = stored();
        JournalHead lost = acknowledged != null && stored.hasLost(acknowledged) ? acknowledged : null;
        if (lost != null && !acceptLoss) {
            throw stored.lossOf(lost);
        }
        boolean listsWhole = read(PostgresStore::areListsWhole);
        if (!listsWhole && !acceptLoss) {
            throw new StoreException(Code.JOURNAL_TRUNCATED, OTHER_LISTS);
        }
        known = stored;
        boolean isWhole = read(PostgresStore::hasAllEntries)
                || allStreams().stream().anyMatch(stream -> check(stream).isPresent());
        if (!isWhole && !acceptLoss) {
            throw new StoreException(Code.JOURNAL_TRUNCATED, JournalHead.OTHER_ENTRIES);
        }
        witnessed = acknowledged != null;
        witness = Witness.openFile(me.witness());
        if (!isWhole || !listsWhole || lost != null) {
            takeAsItIs(stored, lost == null ? stored : lost);
        }
        required(witness).write(known);
    }

    private static boolean areListsWhole(Statements reading) {
        byte[] written = Links.none();
        for (byte[] sum : reading.list("SELECT list_sum FROM writer", ClassLists::sum)) {
            written = Links.sum(written, sum);
        }
        return Arrays.equals(written, ClassLists.total(reading));
    }

    private static boolean hasAllEntries(Statements reading) {
        byte[] written = Links.none();
        for (byte[] digest : reading.list("SELECT digest FROM writer", row -> StreamReader.bytes(row, 1))) {
            written = Links.sum(written, digest);
        }
        return Arrays.equals(written, sumOfLinks(reading));
    }

    /** Goes on from what is there; each open stream gets an entry that says so. */
    private void takeAsItIs(JournalHead stored, JournalHead acknowledged) throws IOException, SQLException {
        LOG.warn(
                LogEvent.LOSS_ACCEPTED.marker(),
                "the journal goes on after group {} although group {} was acknowledged; its open matches say so",
                stored.group(),
                acknowledged.group());
        // The next group is later than all that the witness knows, or the loss would be reported again.
        long group = Math.max(stored.group(), acknowledged.group()) + 1;
        byte[] digest = Links.difference(read(SqlStore::sumOfLinks), others.digest());
        byte[] othersLists = read(reading -> {
            byte[] sum = Links.none();
            for (byte[] each :
                    reading.list("SELECT list_sum FROM writer WHERE id <> '" + me.id() + "'", ClassLists::sum)) {
                sum = Links.sum(sum, each);
            }
            return sum;
        });
        lists = Links.difference(read(ClassLists::total), othersLists);
        required(statements)
                .run(
                        "UPDATE writer SET group_number = ?, digest = ?, list_sum = ? WHERE id = ?",
                        group,
                        digest,
                        lists,
                        me.id());
        known = new JournalHead(group, digest);
        List<Batch> batches = new ArrayList<>();
        for (String stream : openStreams()) {
            if (check(stream).isEmpty()) {
                batches.add(new Batch(
                        stream, last(stream), List.of(new Entry.LossAccepted(stored.group(), acknowledged.group()))));
            }
        }
        Set<Integer> unused = write(batches);
    }

    private static <T> T required(@Nullable T open) {
        if (open == null) {
            throw new StoreException("journal closed");
        }
        return open;
    }

    @Override
    public StoreFacts facts() {
        JournalHead mine = known;
        JournalHead theirs = others;
        byte[] digest = Links.sum(mine.digest(), theirs.digest());
        return new StoreFacts(
                FORMAT, mine.group() + theirs.group(), HexFormat.of().formatHex(digest), witnessed);
    }

    @Override
    public Appended append(List<Batch> batches) {
        try {
            return new Appended.Done(write(batches));
        } catch (IOException | SQLException | RuntimeException e) {
            closeWriter();
            return new Appended.Unknown(Database.failure("appending", e));
        }
    }

    private Set<Integer> write(List<Batch> batches) throws IOException, SQLException {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Group group = new Group(batches, headsFor(batches), required(statements));
            if (group.isEmpty() || isAppended(group)) {
                return group.fenced();
            }
        }
        throw new StoreException("others write the same streams, " + MAX_ATTEMPTS + " times");
    }

    /** Returns the heads of all streams of a group. Those by which a batch would be fenced are read now, since another host may have written. */
    private Map<String, Head> headsFor(List<Batch> batches) throws SQLException {
        Map<String, Head> found = new LinkedHashMap<>();
        Map<String, Long> ends = new LinkedHashMap<>();
        Set<String> unknown = new HashSet<>();
        for (Batch batch : batches) {
            String stream = batch.stream();
            Head head = heads.get(stream);
            if (head == null || ends.getOrDefault(stream, head.seq()) != batch.after()) {
                unknown.add(stream);
            } else {
                found.put(stream, head);
                ends.put(stream, batch.after() + batch.entries().size());
            }
        }
        if (!unknown.isEmpty()) {
            unknown.forEach(found::remove);
            unknown.forEach(heads::remove);
            Array asked = required(connection).createArrayOf("text", unknown.toArray());
            required(statements)
                    .each(HEADS, row -> found.put(StreamReader.text(row, 3), StreamReader.head(row)), asked);
        }
        return found;
    }

    /** Returns whether a group is durable now, or else forgets what it believed of its heads. */
    private boolean isAppended(Group group) throws SQLException, IOException {
        JournalHead after = group.after(known);
        byte[] listsAfter = group.listsAfter(lists);
        List<Object> values = new ArrayList<>(List.of(me.id(), after.group(), after.digest(), listsAfter));
        Object[] columns = group.columns();
        for (int i = 0; i < columns.length; i++) {
            values.add(required(connection).createArrayOf(TYPES.get(i), (Object[]) columns[i]));
        }
        Optional<String[]> missed;
        try {
            missed = required(statements)
                    .find(APPEND, row -> Optional.ofNullable(row.getArray(1)), values.toArray())
                    .orElseThrow()
                    .map(PostgresStore::names);
        } catch (StoreException e) {
            if (isLostRace(e)) {
                heads.clear();
                return false;
            }
            throw e;
        }
        if (missed.isPresent()) {
            List.of(missed.get()).forEach(heads::remove);
            return false;
        }
        heads.putAll(group.moved());
        if (group.writes()) {
            required(witness).write(after);
            known = after;
            lists = listsAfter;
        }
        return true;
    }

    private static String[] names(Array array) {
        try {
            return (String[]) array.getArray();
        } catch (SQLException e) {
            throw Database.failure("appending", e);
        }
    }

    /** Returns whether the database says that somebody else was first, and that nothing is written. */
    private static boolean isLostRace(StoreException error) {
        return List.of("TR001", "40P01", "40001").contains(Database.state(error));
    }

    @Override
    public void reopen() {
        closeWriter();
        readers.getHikariPoolMXBean().softEvictConnections();
        connect();
        try {
            JournalHead stored = stored();
            if (stored.hasLost(known)) {
                throw stored.lossOf(known);
            }
            witness = Witness.openFile(me.witness());
            required(witness).write(stored);
            known = stored;
        } catch (IOException e) {
            closeWriter();
            throw new StoreException("reopening: " + e.getMessage(), e);
        } catch (StoreException e) {
            closeWriter();
            throw told("reopening", e);
        }
    }

    @Override
    public void beat(NodeBeat beat) {
        try {
            required(statements)
                    .run(
                            "INSERT INTO node (incarnation, alive_nanos, beat) VALUES (?, ?, ?) ON CONFLICT"
                                    + " (incarnation) DO UPDATE SET alive_nanos = excluded.alive_nanos, beat ="
                                    + " excluded.beat",
                            beat.incarnation(),
                            beat.aliveNanos(),
                            beat.beat());
        } catch (StoreException e) {
            closeWriter();
            throw Database.failure("beat", e);
        }
    }

    @Override
    protected <T> T read(Function<Statements, T> query) {
        try (Connection reading = readers.getConnection();
                Statements asking = new Statements(reading, "BEGIN")) {
            T found = query.apply(asking);
            reading.commit();
            return found;
        } catch (SQLException e) {
            throw Database.failure("reading", e);
        }
    }

    @Override
    protected <T> Optional<T> find(String sql, Statements.Reading<T> reading, String key) {
        return read(asking -> asking.find(sql, reading, key));
    }

    @Override
    protected boolean isDamage(RuntimeException error) {
        return List.of("XX001", "XX002").contains(Database.state(error));
    }

    @Override
    protected String indexedBy(String index) {
        return "";
    }

    private void closeWriter() {
        Witness beside = witness;
        Statements prepared = statements;
        Connection open = connection;
        witness = null;
        statements = null;
        connection = null;
        heads.clear();
        close(beside);
        close(prepared);
        close(open);
    }

    /** One that does not close does not keep the others open. */
    private static void close(@Nullable AutoCloseable open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (Exception e) {
            LOG.debug(LogEvent.STORE_CLOSE_FAILED.marker(), "a connection did not close cleanly", e);
        }
    }

    @Override
    public void close() {
        closeWriter();
        readers.close();
    }
}
