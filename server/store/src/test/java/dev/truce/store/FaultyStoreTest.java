package dev.truce.store;

import dev.truce.store.FaultyStore.Fault;
import dev.truce.store.sqlite.SqliteStore;
import java.nio.file.Path;

/** A store with faults keeps the contract as long as none strikes. */
class FaultyStoreTest extends StoreContract {
    @Override
    protected EventStore open(Path directory) {
        return new FaultyStore(SqliteStore.open(directory), Fault.NONE, 0);
    }
}
