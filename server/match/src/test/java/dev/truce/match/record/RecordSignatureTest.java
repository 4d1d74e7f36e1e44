package dev.truce.match.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.match.record.MatchRecord.RecordSignature;
import dev.truce.match.record.text.RecordFault;
import dev.truce.match.record.text.RecordText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordSignatureTest {
    private static final RecordSignature SIGNATURE = new RecordSignature("0a".repeat(32), "f1".repeat(64));
    private static final List<String> CAPTION = List.of("[Event ", "[Date ", "[US ", "[China ");

    private static String seeded() {
        return Records.text(Records.small().seededBy(SeedOrigin.Drawn.of("m-1", "ab".repeat(16), 42, null)));
    }

    /** Each header of a record with all that one can have, by its number. */
    static Stream<Integer> headers() {
        return IntStream.range(0, head(seeded()).size()).boxed();
    }

    private static List<String> head(String text) {
        return text.substring(0, text.indexOf("\n\n")).lines().toList();
    }

    /** A law over all headers: a record whose header is another has other claims, unless it is part of the caption. */
    @ParameterizedTest
    @MethodSource("headers")
    void aSignatureCoversEveryHeaderButTheCaption(int number) {
        String text = seeded();
        List<String> head = new ArrayList<>(head(text));
        String line = head.get(number);
        head.set(number, line.replace("\"]", "9\"]"));
        String other = String.join("\n", head) + text.substring(text.indexOf("\n\n"));
        boolean isCaption = CAPTION.stream().anyMatch(line::startsWith);
        assertThat(RecordText.claims(other).equals(RecordText.claims(text)))
                .as(line)
                .isEqualTo(isCaption);
    }

    @Test
    void aSignatureCoversTheLastLinkAndThroughItAllRounds() {
        String text = seeded();
        String hash = Records.read(text).hash();
        assertThat(RecordText.claims(text)).endsWith("hash sha256:" + hash + "\n");
        assertThat(RecordText.claims(text.replace(hash, "0".repeat(64)))).isNotEqualTo(RecordText.claims(text));
    }

    @Test
    void aSignedRecordReadsBackAndIsSignedOverTheSame() {
        String text = seeded();
        String signed = RecordText.signed(text, SIGNATURE);
        assertThat(Records.read(text).signature()).isNull();
        assertThat(Records.read(signed).signature()).isEqualTo(SIGNATURE);
        assertThat(Records.text(Records.read(signed))).isEqualTo(signed);
        assertThat(RecordText.claims(signed)).isEqualTo(RecordText.claims(text));
        assertThat(Records.json(Records.read(signed)))
                .endsWith("{\"signed\":\"ed25519:" + SIGNATURE.key() + " " + SIGNATURE.value() + "\"}\n");
        assertThat(Records.read(signed).with(RecordTitle.of("A", "B")).signature())
                .isEqualTo(SIGNATURE);
    }

    @Test
    void nothingElseMayFollowTheHash() {
        String signed = RecordText.signed(seeded(), SIGNATURE);
        for (String wrong : List.of(
                RecordText.signed(signed, SIGNATURE),
                signed + "more\n",
                signed.replace("0a0a", "0A0a"),
                signed.replace(" f1f1", "  f1f1"),
                signed.replace("ed25519", "rsa"))) {
            assertThat(Records.fault(wrong).code()).isEqualTo(RecordFault.Code.RECORD_SYNTAX);
        }
        assertThatThrownBy(() -> new RecordSignature("0a", SIGNATURE.value()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
