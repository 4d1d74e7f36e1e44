package dev.truce.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.BySide;
import dev.truce.protocol.codec.table.RecordFields;
import dev.truce.protocol.v2.Observation;
import org.junit.jupiter.api.Test;

class RecordFieldsTest {
    public record Seen(int openRound, BySide<Integer> reputationMilli, boolean over) {}

    public record Misspelt(int openRounds) {}

    @Test
    void aRecordComesBackFromTheFieldsOfItsNames() {
        RecordFields<Seen, Observation, Observation.Builder> fields =
                new RecordFields<>(Seen.class, Observation.getDefaultInstance());
        Seen seen = new Seen(4, new BySide<>(1_000, 950), true);
        Observation.Builder wire = Observation.newBuilder();
        fields.write(seen, wire);
        assertThat(wire.getCnReputationMilli()).isEqualTo(950);
        assertThat(fields.read(wire.build())).isEqualTo(seen);
    }

    @Test
    void aComponentWithoutFieldIsRefused() {
        assertThatThrownBy(() -> new RecordFields<>(Misspelt.class, Observation.getDefaultInstance()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("open_rounds");
    }
}
