package dev.truce.store.postgres;

import dev.truce.store.StoreAddress;
import dev.truce.store.StoreException;
import dev.truce.store.StoreException.Code;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** How a database is reached. No wait is without an end: a machine that is gone closes no connection. */
final class Database {
    private static final int CONNECT_SECONDS = 5;

    /** Longer than a statement may take, so that the database ends it first and says why. */
    private static final int SOCKET_SECONDS = 10;

    /** Rows of a long answer that are in memory at a time. */
    private static final int ROWS = 1_000;

    /** Ends what a writer that is gone has begun, and notices that he is gone. */
    private static final String OPTIONS = "-c lock_timeout=2000 -c statement_timeout=9000"
            + " -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    private final StoreAddress address;
    private final @Nullable String password;

    Database(StoreAddress address, @Nullable String password) {
        this.address = address;
        this.password = password;
    }

    StoreAddress address() {
        return address;
    }

    PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {address.host()});
        source.setPortNumbers(new int[] {address.port()});
        source.setDatabaseName(address.database());
        source.setUser(address.user());
        if (password != null) {
            source.setPassword(password);
        }
        source.setApplicationName("truce");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(SOCKET_SECONDS);
        source.setTcpKeepAlive(true);
        source.setDefaultRowFetchSize(ROWS);
        source.setOptions(OPTIONS);
        source.setSslmode(address.encryption().getOrDefault("sslmode", isHere() ? "prefer" : "require"));
        String root = address.encryption().get("sslrootcert");
        if (root != null) {
            source.setSslRootCert(root);
        }
        return source;
    }

    /** What goes to another machine is encrypted unless its address says otherwise: sealed orders are in it, and names. */
    private boolean isHere() {
        try {
            return InetAddress.getByName(address.host()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /**
     * Opens a connection that commits each statement by itself.
     *
     * @throws StoreException if it cannot be opened; says which of the reasons a person can mend
     */
    Connection connect() {
        try {
            return source().getConnection();
        } catch (SQLException e) {
            throw failure("connecting to " + address, e);
        }
    }

    /** Returns what an error of the database means for the store. */
    static StoreException failure(String what, Throwable error) {
        String said = what + ": " + error.getMessage();
        return new StoreException(cause(error).map(Database::code).orElse(Code.UNAVAILABLE), said, error);
    }

    private static Code code(SQLException error) {
        String state = state(error);
        String message = String.valueOf(error.getMessage());
        return switch (state) {
            case "53100" -> Code.DISK_FULL;
            case "25006" -> Code.READ_ONLY;
            // No password, wrong password, unknown user, no line for him in pg_hba.conf, unknown database, no right.
            case "28P01", "28000", "3D000", "42501", "08004" -> Code.STORE_REFUSED;
            case "08P01" -> message.contains("startup parameter") ? Code.STORE_POOLED : Code.STORE_UNREACHABLE;
            case "57P03", "53300", "57P01" -> Code.STORE_UNREACHABLE;
            default -> state.startsWith("08") ? Code.STORE_UNREACHABLE : Code.UNAVAILABLE;
        };
    }

    /** Returns the SQLSTATE of an error, empty if it has none. */
    static String state(Throwable error) {
        return cause(error).map(SQLException::getSQLState).orElse("");
    }

    private static Optional<SQLException> cause(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(found -> found.getSQLState() != null)
                .findFirst();
    }
}
