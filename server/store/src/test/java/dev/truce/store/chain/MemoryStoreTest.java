package dev.truce.store.chain;

import dev.truce.store.EventStore;
import dev.truce.store.StoreContract;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The simulation's store is held to what the real one is held to. */
class MemoryStoreTest extends StoreContract {
    private final Map<Path, EventStore> disks = new HashMap<>();

    @Override
    protected EventStore open(Path directory) {
        return disks.computeIfAbsent(directory, unused -> new MemoryStore());
    }
}
