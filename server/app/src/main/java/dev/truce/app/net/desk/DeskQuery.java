package dev.truce.app.net.desk;

import dev.truce.app.classroom.ChosenColumns;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClassRequest.ClassDocument;
import dev.truce.protocol.message.ClassRequest.Naming;
import dev.truce.story.words.Language;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a call says after the question mark of its address. */
final class DeskQuery {
    /** Grades have one form, and always real names. */
    static final ClassRequest.ReadText GRADES =
            new ClassRequest.ReadText(ClassDocument.GRADES, "en", Naming.REAL, 1, "", "", 0);

    static final String LANGUAGE = "lang";

    private static final String COLUMN = "[1-9][0-9]{0,2}";

    private static final Map<String, Boolean> ANSWERS = new TreeMap<>(Map.of("no", false, "yes", true));
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
                call.query().getOrDefault(LANGUAGE, Language.EN.word()),
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
            throw wrong(name, String.join(" ", words.keySet()));
        }
        return found;
    }

    /** Returns in which language somebody is told, in English if he does not say. */
    static Language language(DeskCall call) throws UnreadableException {
        Optional<Language> language = Language.find(call.query().getOrDefault(LANGUAGE, Language.EN.word()));
        if (language.isEmpty()) {
            throw wrong(LANGUAGE, String.join(" ", Language.words()));
        }
        return language.get();
    }

    static boolean yes(DeskCall call, String name, boolean usual) throws UnreadableException {
        return word(call, name, usual ? "yes" : "no", ANSWERS);
    }

    /** Returns the columns that a person has chosen, if the list does not name them. */
    static Optional<ChosenColumns> columns(DeskCall call) throws UnreadableException {
        int name = column(call, "name_column");
        int number = column(call, "number_column");
        boolean isHeaded = yes(call, "header", true);
        if (name > 0) {
            return Optional.of(new ChosenColumns(name, number, isHeaded));
        }
        if (number > 0 || !isHeaded) {
            throw wrong("name_column", COLUMN);
        }
        return Optional.empty();
    }

    /** Returns a column from 1 on, or 0 if none is named. */
    private static int column(DeskCall call, String name) throws UnreadableException {
        return call.query().getOrDefault(name, "").isEmpty() ? 0 : Integer.parseInt(matching(call, name, COLUMN));
    }

    static String matching(DeskCall call, String name, String pattern) throws UnreadableException {
        String value = call.query().getOrDefault(name, "");
        if (!value.matches(pattern)) {
            throw wrong(name, pattern);
        }
        return value;
    }

    private static UnreadableException wrong(String name, String legal) {
        return new UnreadableException(name, "refused.http.query", legal, name);
    }

    /** Returns a number of a parameter, or another if it is not there. */
    static long number(DeskCall call, String name, long otherwise) throws UnreadableException {
        String text = call.query().get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw wrong(name, "0..");
        }
        return Long.parseLong(text);
    }
}
