package dev.truce.app.host.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.host.classes.ClassDocuments.Made;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.Wire;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** How a document is cut into parts. */
class ClassDocumentsTest {
    /** A character of two halves. */
    private static final String WHOLE = "\uD83D\uDD4A";

    private static Made made(String text) {
        return Made.of(
                new ClassRequest.ReadText(
                        ClassRequest.ClassDocument.DEBRIEF_TEXT, "en", ClassRequest.Naming.OFF, 1, "", "", 0),
                0,
                text);
    }

    @Test
    void thePartsOfADocumentAreTheDocument() {
        for (int before : new int[] {0, 1, ClassDocuments.PART - 2, ClassDocuments.PART - 1, ClassDocuments.PART}) {
            String text = "x".repeat(before) + WHOLE + "好".repeat(2 * ClassDocuments.PART);
            Made made = made(text);
            assertThat(made.parts()).isEqualTo(before + 2 > ClassDocuments.PART ? 4 : 3);
            StringBuilder again = new StringBuilder();
            for (int number = 1; number <= made.parts(); number++) {
                ClassNews.TextRead part = made.part(number);
                byte[] sent = part.text().getBytes(StandardCharsets.UTF_8);
                assertThat(sent.length).isLessThan(Wire.QUEUED_BYTES);
                assertThat(part.sha256()).isEqualTo(made.sha256());
                // A half character would have become a question mark on its way.
                again.append(new String(sent, StandardCharsets.UTF_8));
            }
            assertThat(again.toString()).isEqualTo(text);
        }
    }

    @Test
    void anEmptyDocumentHasOnePart() {
        assertThat(made("").parts()).isEqualTo(1);
        assertThat(made("").part(1).text()).isEmpty();
    }
}
