package dev.truce.match.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.truce.engine.chance.SplitMix64;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.verify.Verification;
import dev.truce.match.referee.Table;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files may be anybody's: whatever they hold, reading and verifying them gives a value, soon. */
class HostileRecordsTest {
    private static final String TEXT = Records.text(Records.small());

    /** A class room's laptop takes a few milliseconds; what is quadratic in 256 KiB takes minutes. */
    private static final Duration SOON = Duration.ofSeconds(5);

    static Stream<String> whatIsRepeated() {
        return Stream.of(
                "[",
                "]",
                "(",
                ")",
                "()",
                "((",
                "{",
                "}",
                "{\"",
                "\"}",
                "{\"\"}",
                "\"",
                "\\",
                "\\\"",
                "\\\\",
                "\n",
                " ",
                "\t",
                "0",
                "9",
                "a",
                "#",
                "|",
                ";",
                "=",
                "*",
                "-",
                ".",
                "=;",
                "PORT=80; ",
                "US HOLD ",
                "[[",
                "{\"a\":",
                "[{\"a\":",
                "[\"US\" ",
                "1. US ",
                "1e9",
                "\uD800",
                "\uDC00",
                "\u202E",
                "é",
                "\u0000");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("whatIsRepeated")
    void whatIsAsLargeAsAFileMayBeIsRefusedSoon(String piece) {
        String large = piece.repeat(RecordReader.MAX_BYTES / piece.length());
        String line = piece.repeat(RecordReader.MAX_LINE_CHARACTERS / piece.length() / 2);
        List<String> files =
                new ArrayList<>(List.of(large, "{" + large, line + "\n", "{" + line + "\n", "{\"" + line + "\n"));
        for (String place : List.of(
                "Group A", "RECIP=34", "34", "too early?", "CN HOLD", "busan-2025-r2", "42", "fixed", "sha256")) {
            files.add(TEXT.replace(place, large.substring(0, RecordReader.MAX_BYTES - TEXT.length())));
            files.add(TEXT.replace(place, line));
            files.add(TEXT.replace(place, place + line));
        }
        for (String file : files) {
            assertTimeout(SOON, () -> {
                assertThat(RecordReader.read(file, Records.SHELF)).isNotNull();
                assertThat(RecordReader.read(file.getBytes(StandardCharsets.UTF_8), Records.SHELF))
                        .isNotNull();
            });
        }
    }

    /** Cuts, doublings, exchanges and insertions of bytes: many are refused, some are still records, none may surprise. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsMadeFromARecordByAccidentIsReadOrRefusedAndNeverAnotherMatchThatVerifies(long seed) {
        SplitMix64 random = new SplitMix64(seed);
        MatchRecord original = Records.small();
        int refused = 0;
        for (int i = 0; i < 5000; i++) {
            byte[] file = TEXT.getBytes(StandardCharsets.UTF_8);
            for (int step = random.nextInt(3); step >= 0; step--) {
                file = mutated(file, random);
            }
            RecordReading reading = RecordReader.read(file, Records.SHELF);
            if (reading instanceof RecordReading.Unreadable) {
                refused++;
            } else if (reading instanceof RecordReading.Read read
                    && Verification.verify(read.match(), Table.RULES) instanceof Verification.Verified verified) {
                assertThat(verified.chain()).isEqualTo(original.hash());
                assertThat(read.match().setup()).isEqualTo(original.setup());
                assertThat(read.match().rounds())
                        .extracting(RecordedRound::closed)
                        .isEqualTo(original.rounds().stream()
                                .map(RecordedRound::closed)
                                .toList());
            }
        }
        assertThat(refused).isGreaterThan(3000);
    }

    private static byte[] mutated(byte[] file, SplitMix64 random) {
        int from = random.nextInt(file.length + 1);
        int length = Math.min(file.length - from, random.nextInt(40));
        int to = random.nextInt(file.length + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (random.nextInt(5)) {
            case 0 -> {
                out.write(file, 0, from);
                out.write(file, from + length, file.length - from - length);
            }
            case 1 -> {
                out.write(file, 0, to);
                out.write(file, from, length);
                out.write(file, to, file.length - to);
            }
            case 2 -> {
                byte[] copy = file.clone();
                System.arraycopy(file, from, copy, Math.min(to, file.length - length), length);
                out.writeBytes(copy);
            }
            case 3 -> {
                out.write(file, 0, to);
                out.write(random.nextInt(256));
                out.write(file, to, file.length - to);
            }
            default -> {
                byte[] copy = file.clone();
                for (int i = 0; i < length; i++) {
                    copy[from + i] ^= (byte) (1 << random.nextInt(8));
                }
                out.writeBytes(copy);
            }
        }
        // Never empty, so that the next step has something to change.
        return out.size() == 0 ? new byte[] {'\n'} : out.toByteArray();
    }
}
