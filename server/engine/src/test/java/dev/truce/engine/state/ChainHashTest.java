package dev.truce.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The bytes that hashes are made of, and the chain over them. */
class ChainHashTest {
    @Test
    void valuesAreBigEndianAtFixedWidthAndTextsFollowTheirLength() {
        byte[] bytes = new CanonicalWriter()
                .oneByte(-1)
                .bool(true)
                .int32(0x01020304)
                .int64(0x05060708090A0B0CL)
                .real(1.0)
                .text("\u00e9")
                .toBytes();
        assertThat(StateHash.hex(bytes))
                .isEqualTo("ff" + "01" + "01020304" + "05060708090a0b0c" + "3ff0000000000000" + "00000002" + "c3a9");
    }

    @Test
    void zeroAndMinusZeroDiffer() {
        assertThat(new CanonicalWriter().real(0.0).toBytes())
                .isNotEqualTo(new CanonicalWriter().real(-0.0).toBytes());
    }

    @Test
    void aLongTextGrowsTheBuffer() {
        String text = "x".repeat(10_000);
        assertThat(new CanonicalWriter().text(text).int32(7).toBytes())
                .hasSize(10_008)
                .endsWith(0, 0, 0, 7);
    }

    @Test
    void aLinkIsSha256OverPreviousInputsAndState() {
        byte[] link = ChainHash.next(
                new byte[32], "in".getBytes(StandardCharsets.UTF_8), "state".getBytes(StandardCharsets.UTF_8));
        // printf '\0%.0s' {1..32} | cat - <(printf instate) | sha256sum
        assertThat(StateHash.hex(link)).isEqualTo("6c7b1cd8de42bb6fc9324fa4df490e365cb0270698e63a305e6e28625ac92098");
        assertThat(ChainHash.first("in".getBytes(StandardCharsets.UTF_8), "state".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(link);
    }

    @Test
    void everyBitOfEveryPartChangesTheLink() {
        byte[] previous = new byte[32];
        byte[] inputs = new byte[5];
        byte[] state = new byte[7];
        byte[] link = ChainHash.next(previous, inputs, state);
        for (byte[] part : new byte[][] {previous, inputs, state}) {
            for (int i = 0; i < part.length; i++) {
                for (int bit = 0; bit < 8; bit++) {
                    part[i] ^= (byte) (1 << bit);
                    assertThat(ChainHash.next(previous, inputs, state)).isNotEqualTo(link);
                    part[i] ^= (byte) (1 << bit);
                }
            }
        }
        assertThat(ChainHash.next(previous, inputs, state)).isEqualTo(link);
    }

    @Test
    void aLinkOfAnotherLengthIsAFaultOfTheCaller() {
        assertThatThrownBy(() -> ChainHash.next(new byte[31], new byte[0], new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("31");
    }
}
