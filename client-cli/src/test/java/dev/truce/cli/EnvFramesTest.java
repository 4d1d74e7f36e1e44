package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.line.json.JsonText;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code truce env --frames} as a process: what it writes is frames and nothing else, to the end. */
@Tag("jvm")
class EnvFramesTest {
    private static final String COMMAND = "sh -c exit";

    private static Process started(String... options) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Truce.class.getName(),
                "env"));
        line.addAll(Stream.of(options).toList());
        return new ProcessBuilder(line).start();
    }

    private static byte[] answer(Process process, int command, byte[] payload) throws IOException {
        OutputStream to = process.getOutputStream();
        to.write(ByteBuffer.allocate(8 + payload.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(command)
                .putInt(payload.length)
                .put(payload)
                .array());
        to.flush();
        DataInputStream from = new DataInputStream(process.getInputStream());
        assertThat(Integer.reverseBytes(from.readInt())).isZero();
        return from.readNBytes(Integer.reverseBytes(from.readInt()));
    }

    @Test
    void framesOfTwoMatchesAgainstThePoolAreAllThatItWrites() throws IOException, InterruptedException {
        Process process =
                started("--frames", "2", "--threads", "2", "--cn", "pool", "--reward", "points", "--rounds", "2");
        try {
            DataInputStream from = new DataInputStream(process.getInputStream());
            assertThat(new String(from.readNBytes(8), StandardCharsets.US_ASCII))
                    .isEqualTo("TRUCEENV");
            byte[] json = from.readNBytes(Integer.reverseBytes(from.readInt()));
            Map<String, Object> header = JsonText.object(new String(json, StandardCharsets.UTF_8));
            int acts = ((Long) header.get("acts")).intValue();
            int columns = ((List<?>) header.get("columns")).size();
            int mask = ((Long) header.get("mask")).intValue();
            int size = 2 * (2 * (4 * columns + mask + 8 + 8 + 2) + 5);
            byte[] reset = ByteBuffer.allocate(18).putShort((short) 0x0101).array();
            assertThat(answer(process, 1, reset)).hasSize(size);
            byte[] before = answer(process, 5, new byte[0]);
            assertThat(answer(process, 2, new byte[4 * acts])).hasSize(size);
            assertThat(answer(process, 5, new byte[0])).hasSize(64).isNotEqualTo(before);
            assertThat(answer(process, 6, new byte[0])).isEmpty();
            assertThat(from.readAllBytes()).isEmpty();
            assertThat(process.getErrorStream().readAllBytes()).isEmpty();
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aCommandForTooManyMatchesIsRefusedBeforeAnyProcessStarts() throws IOException, InterruptedException {
        Process process = started("--frames", "51", "--us", COMMAND);
        try {
            assertThat(process.getInputStream().readAllBytes()).isEmpty();
            assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("TOO_MANY_PROGRAMS", COMMAND, "--frames 50");
            assertThat(process.waitFor()).isEqualTo(2);
        } finally {
            process.destroyForcibly();
        }
    }
}
