package dev.truce.tournament.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.story.words.Language;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9.-]*)\"");
    /** Keys are made of these and a name. */
    private static final List<String> STEMS =
            List.of("section.", "about.", "head.", "format.", "branch.verdict.", "gauntlet.", "card.row.");

    /** What follows is a word of a file. */
    private static final List<String> MADE_OF_WORDS = List.of("format.", "branch.verdict.", "gauntlet.", "card.row.");

    private static final Pattern ARGUMENT = Pattern.compile("%(?:(\\d+)\\$)?[-+0-9.]*([a-z])");

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> literals = new TreeSet<>();
        for (String folder : List.of("report", "dataset", "row", "result")) {
            try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/truce/tournament", folder))) {
                for (Path source : sources.filter(Files::isRegularFile).toList()) {
                    Matcher matcher = LITERAL.matcher(Files.readString(source));
                    while (matcher.find()) {
                        literals.add(matcher.group(1));
                    }
                }
            }
        }
        Set<String> unused = new TreeSet<>();
        for (String key : Words.in(Language.EN).keys()) {
            boolean isMade = STEMS.stream()
                    .anyMatch(stem -> key.startsWith(stem)
                            && (MADE_OF_WORDS.contains(stem) || literals.contains(key.substring(stem.length()))));
            if (!literals.contains(key) && !isMade) {
                unused.add(key);
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void eachLanguageHasTheSameTextsWithTheSameArguments() throws IOException {
        Map<String, String> english = texts("en");
        Map<String, String> chinese = texts("zh");
        assertThat(chinese.keySet())
                .isEqualTo(english.keySet())
                .isEqualTo(Words.in(Language.ZH).keys());
        english.forEach(
                (key, text) -> assertThat(arguments(chinese.get(key))).as(key).isEqualTo(arguments(text)));
    }

    private static Map<String, String> texts(String language) throws IOException {
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(
                Path.of("src/main/resources/dev/truce/tournament/report/words_" + language + ".properties"))) {
            file.load(reader);
        }
        Map<String, String> texts = new TreeMap<>();
        file.stringPropertyNames().forEach(key -> texts.put(key, file.getProperty(key)));
        return texts;
    }

    /** The kind of each argument by its number. */
    private static List<String> arguments(String pattern) {
        List<String> kinds = new ArrayList<>();
        int next = 1;
        Matcher argument = ARGUMENT.matcher(pattern.replace("%%", ""));
        while (argument.find()) {
            int number = argument.group(1) == null ? next++ : Integer.parseInt(argument.group(1));
            kinds.add(number + argument.group(2));
        }
        return kinds.stream().sorted().toList();
    }

    @Test
    void longListsSayHowManyMoreThereAre() {
        assertThat(Words.in(Language.EN).list(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Words.in(Language.EN)
                        .list(Stream.generate(() -> "x").limit(15).toList()))
                .startsWith("x, x")
                .endsWith("and 3 more");
    }
}
