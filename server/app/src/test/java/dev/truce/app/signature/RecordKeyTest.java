package dev.truce.app.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.app.config.StartException;
import dev.truce.match.record.MatchRecord.RecordSignature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordKeyTest {
    private static final String CLAIMS = "truce-record-claims\n[Seed \"42\"]\n";

    @TempDir
    Path data;

    @Test
    void theFirstStartMakesAKeyThatOnlyItsOwnerReadsAndTheNextFindsIt() throws Exception {
        assertThat(RecordKey.find(data)).isEmpty();
        assertThat(RecordKey.signer(data)).isSameAs(RecordSigner.NONE);
        RecordKey first = RecordKey.of(data);
        assertThat(first.shown()).matches("[0-9a-f]{64}");
        assertThat(RecordKey.of(data).shown()).isEqualTo(first.shown());
        assertThat(RecordKey.find(data).orElseThrow().shown()).isEqualTo(first.shown());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(RecordKey.FILE))))
                .isEqualTo("rw-------");
        assertThat(data.toFile().list()).containsExactly(RecordKey.FILE);
        assertThat(first.toString()).isEqualTo("RecordKey[" + first.shown() + "]");
    }

    @Test
    void aSignatureHoldsForItsTextAndKeyAlone() throws Exception {
        RecordKey key = RecordKey.of(data);
        RecordSignature signature = key.sign(CLAIMS);
        assertThat(signature).isEqualTo(key.sign(CLAIMS));
        assertThat(RecordKey.holds(signature, CLAIMS)).isTrue();
        for (int i = 0; i < CLAIMS.length(); i++) {
            String other = CLAIMS.substring(0, i) + '~' + CLAIMS.substring(i + 1);
            assertThat(RecordKey.holds(signature, other)).as(other).isFalse();
        }
        for (int i = 0; i < RecordSignature.DIGITS; i++) {
            char digit = signature.value().charAt(i) == '0' ? '1' : '0';
            String value = signature.value().substring(0, i)
                    + digit
                    + signature.value().substring(i + 1);
            assertThat(RecordKey.holds(new RecordSignature(signature.key(), value), CLAIMS))
                    .isFalse();
        }
        RecordKey other = RecordKey.of(Files.createDirectory(data.resolve("other")));
        assertThat(RecordKey.holds(new RecordSignature(other.shown(), signature.value()), CLAIMS))
                .isFalse();
        assertThat(RecordKey.holds(new RecordSignature("f".repeat(64), signature.value()), CLAIMS))
                .isFalse();
    }

    @Test
    void aFileThatIsNoKeyIsRefusedAndKept() throws Exception {
        Files.writeString(data.resolve(RecordKey.FILE), "no key\n");
        assertThatThrownBy(() -> RecordKey.of(data))
                .isInstanceOfSatisfying(
                        StartException.class,
                        refused -> assertThat(refused.code()).isEqualTo(StartException.Code.BAD_DATA_DIRECTORY));
        assertThat(Files.readString(data.resolve(RecordKey.FILE))).isEqualTo("no key\n");
    }
}
