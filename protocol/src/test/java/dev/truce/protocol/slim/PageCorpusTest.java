package dev.truce.protocol.slim;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import dev.truce.protocol.wire.Mutator;
import dev.truce.protocol.wire.RandomMessages;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Writes for the page's program what it has to read, and what protobuf-java makes of it: for each message of the wire bytes that were tampered
 * with, and some that were not. {@code SameBytesTest} of the page takes them from there.
 */
@Tag("browser")
class PageCorpusTest {
    /** So many of each message, and of each body of an envelope. */
    private static final int EACH = 1_000;

    /** One in so many is left as it was. */
    private static final int WHOLE = 4;

    private static final Path FOLDER = Path.of("target", "page-corpus");
    private static final SlimClasses SLIM = new SlimClasses();

    @Test
    void everyMessageIsWrittenForThePage() throws Exception {
        Files.createDirectories(FOLDER);
        List<String> names = new ArrayList<>();
        AnyMessages messages = new AnyMessages(new SplittableRandom(7));
        for (Descriptor type : AnyMessages.types()) {
            List<byte[]> given = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                byte[] bytes = messages.any(type).toByteArray();
                given.add(i % WHOLE == 0 ? bytes : messages.mutated(bytes));
            }
            List<String> expected = new ArrayList<>();
            for (byte[] bytes : given) {
                expected.add(SlimOracle.expected(SLIM, type, bytes));
            }
            // A message without fields may take all that is no nonsense.
            assertThat(expected).as(type.getName()).anyMatch(each -> !each.equals(SlimOracle.REFUSED));
            write(type.getName(), given, expected);
            names.add(type.getName());
        }
        Files.write(FOLDER.resolve("messages"), names);
        assertThat(names).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    @Test
    void everyFrameIsWrittenForThePage() throws Exception {
        Files.createDirectories(FOLDER);
        RandomMessages messages = new RandomMessages(new SplittableRandom(8));
        Mutator mutator = new Mutator(new SplittableRandom(9), List.of());
        Map<String, List<byte[]>> given = new HashMap<>();
        Map<String, List<String>> expected = new HashMap<>();
        for (int i = 0; i < EACH; i++) {
            for (Message whole : messages.every(1)) {
                Descriptor type = whole.getDescriptorForType();
                byte[] bytes = whole.toByteArray();
                byte[] tampered = i % WHOLE == 0 ? bytes : mutator.mutate(bytes, bytes);
                given.computeIfAbsent(type.getName(), name -> new ArrayList<>()).add(tampered);
                expected.computeIfAbsent(type.getName(), name -> new ArrayList<>())
                        .add(SlimOracle.meaning(SLIM, type, tampered));
            }
        }
        assertThat(given.keySet()).containsExactlyInAnyOrder("ClientEnvelope", "ServerEnvelope");
        for (Map.Entry<String, List<String>> frames : expected.entrySet()) {
            assertThat(frames.getValue()).contains(SlimOracle.REFUSED);
            assertThat(frames.getValue()).anyMatch(each -> each.startsWith(SlimOracle.NO_MEANING));
            write("Meant" + frames.getKey(), given.get(frames.getKey()), frames.getValue());
        }
    }

    /** A length of four bytes and the bytes, one message after the other; and a line for each, of what is to become of it. */
    private static void write(String name, List<byte[]> given, List<String> expected) throws IOException {
        try (DataOutputStream out = new DataOutputStream(
                new java.io.BufferedOutputStream(Files.newOutputStream(FOLDER.resolve(name + ".bin"))))) {
            for (byte[] bytes : given) {
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        }
        Files.write(FOLDER.resolve(name + ".txt"), expected);
    }

    @Test
    void aHashTellsBytesApart() {
        assertThat(SlimOracle.hash(HexFormat.of().parseHex("00")))
                .isNotEqualTo(SlimOracle.hash(HexFormat.of().parseHex("0000")));
    }
}
