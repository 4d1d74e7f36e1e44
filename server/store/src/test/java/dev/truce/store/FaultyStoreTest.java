package dev.truce.store;

import dev.truce.store.FaultyStore.Fault;
import dev.truce.store.sql.SqlStore;
import java.nio.file.Path;

/** A store with faults keeps the contract as long as none strikes. */
class FaultyStoreTest extends StoreContract {
    @Override
    protected EventStore open(Path directory) {
        return new FaultyStore(SqlStore.open(directory), Fault.NONE, 0);
    }
}
