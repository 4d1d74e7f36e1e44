package dev.truce.web.desk;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClassRequest.ClassDocument;
import dev.truce.protocol.message.ClassRequest.Naming;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Documents about a class whose matches are over, which a desk reads part by part. */
final class DeskReading {
    /** No document has more parts. */
    private static final int MAX_PARTS = 1_000;

    private final ClassLink link;
    private final StringBuilder parts = new StringBuilder();
    private String whole = "";
    private @Nullable ClassDocument read;
    /** Which reading it is: parts of an earlier one still come, and are not wanted any more. */
    private int reading;

    DeskReading(ClassLink link) {
        this.link = link;
    }

    /**
     * Reads a document in place of the one before.
     *
     * @param language by its word
     * @param told told at the end why there is none, or null
     */
    void read(ClassDocument document, Naming naming, String language, Consumer<@Nullable Refusal> told) {
        read = null;
        whole = "";
        parts.setLength(0);
        reading++;
        ask(new ClassRequest.ReadText(document, language, naming, 1, "", "", 0), told);
    }

    private void ask(ClassRequest.ReadText wish, Consumer<@Nullable Refusal> told) {
        int asked = reading;
        link.ask(wish, reply -> {
            if (asked != reading) {
                return;
            }
            if (reply instanceof Reply.Refused<ClassNews> denied) {
                told.accept(denied.refusal());
            } else if (((Reply.Done<ClassNews>) reply).value() instanceof ClassNews.TextRead part) {
                parts.append(part.text());
                boolean same = wish.part() == 1 || part.sha256().equals(whole);
                whole = part.sha256();
                if (!same) {
                    // The class has changed meanwhile: from the beginning.
                    read(wish.document(), wish.naming(), wish.language(), told);
                } else if (wish.part() < Math.min(MAX_PARTS, part.parts())) {
                    ask(wish.withPart(wish.part() + 1), told);
                } else {
                    read = wish.document();
                    told.accept(null);
                }
            }
        });
    }

    /** The document that was read last, or null. */
    @Nullable
    ClassDocument document() {
        return read;
    }

    /** What it says. */
    String text() {
        return parts.toString();
    }
}
