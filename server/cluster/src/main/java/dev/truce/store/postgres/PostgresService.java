package dev.truce.store.postgres;

import dev.truce.store.EventStore;
import dev.truce.store.StoreAddress;
import dev.truce.store.StoreService;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the rest of the program finds of this package. */
public final class PostgresService implements StoreService {
    @Override
    public EventStore open(StoreAddress address, @Nullable String password, Path directory, boolean acceptLoss) {
        return PostgresStore.open(new Database(address, password), directory, acceptLoss);
    }

    @Override
    public Copying copyInto(StoreAddress address, @Nullable String password, Path directory) {
        PostgresStore store = PostgresStore.openEmpty(new Database(address, password), directory);
        return new Copying() {
            @Override
            public EventStore store() {
                return store;
            }

            @Override
            public void complete() {
                store.complete();
            }

            @Override
            public void close() {
                store.close();
            }
        };
    }
}
