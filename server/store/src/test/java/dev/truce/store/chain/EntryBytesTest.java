package dev.truce.store.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.store.Entry;
import org.junit.jupiter.api.Test;

class EntryBytesTest {
    @Test
    void everyKindOfEntryHasARow() {
        assertThat(EntryBytes.types()).containsExactlyInAnyOrder(Entry.class.getPermittedSubclasses());
    }
}
