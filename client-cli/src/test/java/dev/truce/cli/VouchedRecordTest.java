package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.signature.RecordKey;
import dev.truce.cli.text.Texts;
import dev.truce.match.record.SeedOrigin;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.text.RecordText;
import dev.truce.scenario.Scenarios;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code truce verify} says of who vouches for a record. */
class VouchedRecordTest {
    private static final Path RECORD =
            Path.of("../server/app/src/test/resources/dev/truce/app/golden/busan-2025/record.twg");

    @TempDir
    private Path folder = Path.of("");

    private RecordKey key;
    private String plain;

    @BeforeEach
    void signs() throws Exception {
        key = RecordKey.of(folder);
        plain = Files.readString(RECORD);
    }

    private String file(String text) throws Exception {
        return Files.writeString(folder.resolve("r.twg"), text).toString();
    }

    private static String flat(String lines) {
        return lines.replaceAll("\\s+", " ");
    }

    /** An editor takes the record of a chosen seed, draws a salt of his own, and says that a server drew the seed. */
    @Test
    void noServerVouchesForARecordWhoseSeedAnEditorGaveToAServer() throws Exception {
        RecordReading.Read read =
                (RecordReading.Read) RecordReader.read(plain, id -> Optional.of(Scenarios.busan2025()));
        long seed = read.match().setup().seed();
        SeedOrigin.Drawn forged = SeedOrigin.Drawn.of("m-7", "ab".repeat(16), seed, null);
        String file = file(RecordText.write(read.match().seededBy(forged), read.scenario()));
        Typed verified = Typed.line("verify", file);
        assertThat(verified.exit()).isZero();
        assertThat(flat(verified.out()))
                .contains("No server vouches for this record")
                .contains(Texts.of("verify.seed.drawn", forged.hash()))
                .contains("Not checked: names")
                .doesNotContain("genuine");
        Typed asked = Typed.line("verify", "--key", key.shown(), file);
        assertThat(asked.exit()).isEqualTo(3);
        assertThat(asked.err()).contains("RECORD_UNSIGNED");
    }

    @Test
    void aSignatureSaysWhoVouches() throws Exception {
        String file = file(key.signed(plain));
        assertThat(flat(Typed.line("verify", file).out())).contains("that you have not named: " + key.shown());
        assertThat(flat(Typed.line("verify", "--key", key.shown(), file).out()))
                .contains("A server that you know vouches for this record with its key " + key.shown());
        Path known = Files.writeString(
                folder.resolve("known"), "# servers\n" + "0".repeat(64) + " other\n" + key.shown() + " class\n");
        assertThat(Typed.line("verify", "--key", known.toString(), file).exit()).isZero();
        assertThat(Typed.line("verify", "--json", "--key", known.toString(), file)
                        .out())
                .contains("\"vouched_by\":\"known\"", "\"key\":\"" + key.shown() + "\"", "\"names_verified\":false");
    }

    @Test
    void otherNamesDoNotBreakASignatureAndAnotherClaimDoes() throws Exception {
        String signed = key.signed(plain);
        String renamed = signed.replaceFirst("\\[US \"[^\"]*\"]", "[US \"erased\"]");
        assertThat(renamed).isNotEqualTo(signed);
        assertThat(Typed.line("verify", "--key", key.shown(), file(renamed)).exit())
                .isZero();
        String lost = signed.replaceFirst("\\[Ruleset", "[Loss \"accepted\"]\n[Ruleset");
        Typed refused = Typed.line("verify", file(lost));
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("RECORD_BAD_SIGNATURE");
    }

    @ParameterizedTest
    @CsvSource({"0000, FILE_UNREADABLE, 1", "KEYLESS, BAD_KEY, 2", "OTHER, RECORD_OTHER_KEY, 3"})
    void whatCannotBeComparedIsRefusedByACode(String named, String code, int exit) throws Exception {
        String given = switch (named) {
            case "KEYLESS" ->
                Files.writeString(folder.resolve("keyless"), "no key\n").toString();
            case "OTHER" -> "0".repeat(64);
            default -> folder.resolve(named).toString();
        };
        Typed refused = Typed.line("verify", "--key", given, file(key.signed(plain)));
        assertThat(refused.err()).contains(code);
        assertThat(refused.exit()).isEqualTo(exit);
    }
}
