package dev.truce.story.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Side;
import dev.truce.engine.economy.Sector;
import dev.truce.engine.indicator.Constituency;
import dev.truce.story.words.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text has a key, every key a user, in each language. */
class BundlesTest {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern ARGUMENT = Pattern.compile("%(?:(\\d+)\\$)?[-+0-9.]*([a-z])");
    private static final Map<String, String> ENGLISH = Bundles.own(Language.EN);

    /** A figure's own texts: its title is named in the code, the others have its key before them. */
    private static final Pattern FIGURES = Pattern.compile("(.+)\\.(short|clause|spoken)");

    @Test
    void everyKeyIsUsed() throws IOException {
        Set<String> used = literals();
        used.addAll(madeFromNames());
        Set<String> unused = new TreeSet<>();
        for (String key : ENGLISH.keySet()) {
            Matcher figure = FIGURES.matcher(key);
            if (!used.contains(key) && !(figure.matches() && used.contains(figure.group(1)))) {
                unused.add(key);
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void noKeyIsMissing() throws IOException {
        Set<String> families = new TreeSet<>();
        ENGLISH.keySet().forEach(key -> families.add(key.split("\\.", -1)[0]));
        Set<String> missing = new TreeSet<>(madeFromNames());
        for (String literal : literals()) {
            if (literal.matches("[a-z]+(\\.[A-Za-z0-9_-]+)+") && families.contains(literal.split("\\.", -1)[0])) {
                missing.add(literal);
            }
        }
        missing.removeAll(ENGLISH.keySet());
        assertThat(missing).isEmpty();
    }

    @Test
    void otherLanguagesHaveNoTextThatEnglishLacks() {
        assertThat(ENGLISH.keySet()).containsAll(Bundles.own(Language.ZH).keySet());
    }

    @Test
    void theSameTextTakesTheSameArgumentsInEachLanguage() {
        Bundles.own(Language.ZH)
                .forEach((key, pattern) ->
                        assertThat(arguments(pattern)).as(key).isEqualTo(arguments(ENGLISH.get(key))));
    }

    @Test
    void aTextThatALanguageLacksIsShownInEnglish() {
        assertThat(Bundles.of(Language.ZH).keys())
                .isEqualTo(Bundles.of(Language.EN).keys());
        assertThat(Bundles.of(Language.ZH).of("side.US")).isEqualTo("美方");
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
        return kinds.stream().sorted().distinct().toList();
    }

    private static Set<String> madeFromNames() {
        Set<String> keys = new TreeSet<>();
        for (Constituency constituency : Constituency.values()) {
            keys.add("constituency." + constituency.name());
        }
        for (Sector sector : Sector.values()) {
            if (sector.isGoods()) {
                keys.add("sector." + sector.name());
            }
        }
        for (Side side : Side.values()) {
            keys.add("side." + side);
            keys.add("indicators.approval." + side);
        }
        return keys;
    }

    private static Set<String> literals() throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = LITERAL.matcher(Files.readString(file));
                while (matcher.find()) {
                    literals.add(matcher.group(1));
                }
            }
        }
        return literals;
    }
}
