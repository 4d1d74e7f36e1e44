package dev.truce.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Opens stores in databases. The driver of a database is in a jar of its own, which names its service for {@link ServiceLoader}. */
public interface StoreService {
    /** Returns the service, if its jar is there. */
    static Optional<StoreService> find() {
        return ServiceLoader.load(StoreService.class).findFirst();
    }

    /**
     * Opens a store for a server that is the only one there.
     *
     * @param password of the user, or null to look for it in the user's file of passwords
     * @param directory keeps how far this server has written, so that a database that lacks its end is noticed
     * @param acceptLoss whether to go on although its end is lost
     * @throws StoreException if it cannot be used
     */
    EventStore open(StoreAddress address, @Nullable String password, Path directory, boolean acceptLoss);

    /**
     * Opens an empty database for a copy of a journal.
     *
     * @param password of the user, or null to look for it in the user's file of passwords
     * @param directory folder that is not needed afterwards
     * @throws StoreException if the database is not empty or cannot be used
     */
    Copying copyInto(StoreAddress address, @Nullable String password, Path directory);

    /** A database that gets a copy. No server opens it before it is whole. */
    interface Copying extends AutoCloseable {
        /** Where the copy is written. */
        EventStore store();

        /** Says that it is whole. */
        void complete();

        @Override
        void close();
    }
}
