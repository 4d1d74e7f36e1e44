package dev.truce.cli;

import dev.truce.cli.text.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the parser of the command line finds wrong, in the language of the reader: the parser itself knows English only. */
public final class ParserWords {
    private static final Map<Pattern, String> KEYS = keys();

    private ParserWords() {}

    private static Map<Pattern, String> keys() {
        Map<Pattern, String> keys = new LinkedHashMap<>();
        keys.put(Pattern.compile("Missing required options?: (.*)"), "fault.usage.option");
        keys.put(Pattern.compile("Missing required parameters?: (.*)"), "fault.usage.parameter");
        keys.put(Pattern.compile("Missing required parameter for option '(.*)' \\((.*)\\)"), "fault.usage.no-value");
        keys.put(Pattern.compile("Invalid value for option '(.*)': '(.*)' is not an int"), "fault.usage.int");
        keys.put(Pattern.compile("Invalid value for option '(.*)': '(.*)' is not a long"), "fault.usage.long");
        keys.put(
                Pattern.compile(
                        "Invalid value for option '(.*)': expected one of \\[(.*)\\] \\(case-insensitive\\) but was '(.*)'"),
                "fault.usage.one-of");
        keys.put(Pattern.compile("Invalid value\\b.*? '(.*?)': (.*)"), "fault.usage.value");
        keys.put(Pattern.compile("option '(.*)' \\((.*)\\) should be specified only once"), "fault.usage.twice");
        return keys;
    }

    /** Returns a message of the parser in the language of the screens, or as it is if it is of no known kind. */
    public static String of(String message) {
        for (Map.Entry<Pattern, String> kind : KEYS.entrySet()) {
            Matcher known = kind.getKey().matcher(message);
            if (known.matches()) {
                Object[] parts = new Object[known.groupCount()];
                for (int i = 0; i < parts.length; i++) {
                    parts[i] = known.group(i + 1);
                }
                return Texts.of(kind.getValue(), parts);
            }
        }
        return message;
    }
}
