package dev.truce.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.store.StoreException;
import dev.truce.store.StoreException.Code;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemandsTest {
    private static final Map<String, String> GOOD =
            Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on");

    @Test
    void anOldPostgresIsRefused() {
        assertThat(new Demands(140_011, GOOD, false, 7, 7).refusal())
                .get()
                .extracting(StoreException::code)
                .isEqualTo(Code.STORE_TOO_OLD);
        assertThat(new Demands(150_000, GOOD, false, 7, 7).refusal()).isEmpty();
    }

    @Test
    void aStandByIsRefused() {
        assertThat(new Demands(150_004, GOOD, true, 7, 7).refusal())
                .get()
                .extracting(StoreException::code)
                .isEqualTo(Code.STORE_REFUSED);
    }
}
