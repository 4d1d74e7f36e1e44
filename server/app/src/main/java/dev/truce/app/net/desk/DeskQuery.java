package dev.truce.app.net.desk;

import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClassRequest.ClassDocument;
import dev.truce.protocol.message.ClassRequest.Naming;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a call says after the question mark of its address. */
final class DeskQuery {
    /** Grades have one form, and always real names. */
    static final ClassRequest.ReadText GRADES =
            new ClassRequest.ReadText(ClassDocument.GRADES, "en", Naming.REAL, 1, "", "", 0);

    private static final Map<String, ClassDocument> FORMATS = new LinkedHashMap<>();

    static {
        FORMATS.put("text", ClassDocument.DEBRIEF_TEXT);
        FORMATS.put("md", ClassDocument.DEBRIEF_MARKDOWN);
        FORMATS.put("html", ClassDocument.DEBRIEF_HTML);
    }

    private DeskQuery() {}

    static ClassRequest.ReadText debrief(DeskCall call) throws UnreadableException {
        Map<String, Naming> namings = new LinkedHashMap<>();
        for (Naming naming : Naming.values()) {
            namings.put(naming.name().toLowerCase(Locale.ROOT), naming);
        }
        return new ClassRequest.ReadText(
                word(call, "format", "text", FORMATS),
                call.query().getOrDefault("lang", "en"),
                word(call, "names", "pseudonym", namings),
                1,
                "",
                "",
                0);
    }

    private static <T> T word(DeskCall call, String name, String usual, Map<String, T> words)
            throws UnreadableException {
        T found = words.get(call.query().getOrDefault(name, usual));
        if (found == null) {
            throw new UnreadableException(name, "refused.http.query", String.join(" ", words.keySet()), name);
        }
        return found;
    }

    /** Returns a number of a parameter, or another if it is not there. */
    static long number(DeskCall call, String name, long otherwise) throws UnreadableException {
        String text = call.query().get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw new UnreadableException(name, "refused.http.query", "0..", name);
        }
        return Long.parseLong(text);
    }
}
