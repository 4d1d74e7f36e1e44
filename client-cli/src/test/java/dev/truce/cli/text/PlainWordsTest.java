package dev.truce.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.screen.ViewFixture;
import dev.truce.cli.session.SessionWords;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Rung;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.print.Look;
import dev.truce.story.scenario.GlossaryTopic;
import dev.truce.story.words.Glossary;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word that the screens of a match print is plain English, or is explained in both languages. */
class PlainWordsTest {
    private static final Path TEXTS = Path.of("src/test/resources/dev/truce/cli");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'-]+");
    /** Codes of errors, which docs list, names of files and hashes. */
    private static final Pattern NO_WORD = Pattern.compile("[A-Z]+_[A-Z_]+|\\S*[./_]\\S*|\\b[0-9a-f]{4,}\\b");

    /** The families of texts that stand alone on the screens of a match. */
    private static final Pattern LABEL_KEY =
            Pattern.compile("(component|cause|verdict|round|pacts|final|history|dashboard|seats"
                    + "|seat|board|try|terms|treaty|offer|turn|duties|indicators|constituency|level|outlook|outcome|state|portfolio|sector)"
                    + "\\.");

    private static final Path ENGLISH =
            Path.of("../server/story/src/main/resources/dev/truce/story/bundles/story_en.properties");

    private static Glossary glossary(Language language) {
        return new Glossary(new Wording(ViewFixture.BUSAN, Bundles.of(language), text -> text));
    }

    /** What sessions and demos print, without what is typed and without the screens of other commands. */
    private static List<String> printed() throws IOException {
        try (Stream<Path> scripts = Files.list(TEXTS.resolve("frozen"));
                Stream<Path> screens = Files.list(TEXTS.resolve("screen"));
                Stream<Path> sessions = Files.list(TEXTS.resolve("session"))) {
            List<Path> frozen = scripts.filter(file ->
                            file.getFileName().toString().matches("(play|demo-(acc|class|neg|plain)|accessible).*"))
                    .sorted()
                    .toList();
            Set<String> lines = new TreeSet<>();
            for (Path file : frozen) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("> ") && !line.matches("> (us|cn)> .*"))
                        .forEach(lines::add);
            }
            for (Path file : Stream.concat(screens, sessions).sorted().toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> !line.matches("(us|cn)> .*"))
                        .forEach(lines::add);
            }
            return List.copyOf(lines);
        }
    }

    private static Set<String> plain() throws IOException {
        return new HashSet<>(Arrays.asList(
                Files.readString(TEXTS.resolve("text/plain-words.txt")).split("\\s+")));
    }

    /** The words of the game that are explained in other places: instruments, levels, commands, and words of longer terms. */
    private static Set<String> known(Glossary glossary) {
        Set<String> known = new HashSet<>(SessionWords.all());
        for (String term : glossary.terms()) {
            known.addAll(List.of(term.split("[^a-z'-]+")));
        }
        for (Instrument instrument : ViewFixture.BUSAN.instruments().all()) {
            for (Rung rung : ViewFixture.BUSAN.spec(instrument).ladder()) {
                known.add(rung.token().toLowerCase(Locale.ROOT));
                known.addAll(
                        List.of(rung.titles().english().toLowerCase(Locale.ROOT).split("[^a-z'-]+")));
            }
        }
        return known;
    }

    @Test
    void everyWordIsPlainOrExplained() throws IOException {
        Glossary glossary = glossary(Language.EN);
        Set<String> plain = plain();
        Set<String> known = known(glossary);
        Set<String> unexplained = new TreeSet<>();
        for (String line : printed()) {
            Matcher words = WORD.matcher(NO_WORD.matcher(line).replaceAll(" "));
            while (words.find()) {
                String word = words.group().toLowerCase(Locale.ROOT).replaceAll("^-+|[-']+$", "");
                boolean explained = plain.contains(word)
                        || known.contains(word)
                        || word.length() < 2
                        || glossary.find(word, Side.US).isPresent();
                if (!explained) {
                    unexplained.add(word);
                }
            }
        }
        assertThat(unexplained).isEmpty();
    }

    @Test
    void noPlainWordIsAWordOfTheGame() throws IOException {
        Glossary glossary = glossary(Language.EN);
        assertThat(plain())
                .hasSizeLessThan(1_500)
                .noneMatch(word -> glossary.terms().contains(word));
    }

    /** What names a cause or a part of the score is asked for as it stands on the screen. */
    @Test
    void everyCauseIsExplainedInBothLanguages() {
        for (Language language : Language.values()) {
            Phrases phrases = Bundles.of(language);
            Glossary glossary = glossary(language);
            Set<String> unexplained = new TreeSet<>();
            for (String key : phrases.keys()) {
                boolean label = key.matches("component\\.[A-Z]+|cause\\.([A-Z]+|event\\..*)");
                if (label && glossary.find(phrases.of(key), Side.US).isEmpty()) {
                    unexplained.add(phrases.of(key));
                }
            }
            assertThat(unexplained).as(language.name()).isEmpty();
        }
    }

    /**
     * What stands alone on a screen of a match, in a place of one or two words: a heading, a row, a state, a verdict. A new label needs an
     * entry or a word that everybody knows.
     */
    @Test
    void everyLabelIsExplainedOrEveryday() throws IOException {
        Set<String> everyday = new HashSet<>(Files.readAllLines(TEXTS.resolve("text/everyday-labels.txt")));
        Properties texts = new Properties();
        try (Reader bundle = Files.newBufferedReader(ENGLISH)) {
            texts.load(bundle);
        }
        Glossary glossary = glossary(Language.EN);
        Set<String> labels = new TreeSet<>();
        for (String key : texts.stringPropertyNames()) {
            String text = LABEL_KEY.matcher(key).lookingAt() ? label(texts.getProperty(key)) : "";
            if (!text.isEmpty()) {
                labels.add(text);
            }
        }
        assertThat(labels).hasSizeGreaterThan(100);
        assertThat(labels.stream()
                        .filter(label -> !everyday.contains(label)
                                && glossary.find(label, Side.US).isEmpty()))
                .isEmpty();
        assertThat(everyday.stream()
                        .filter(label -> !labels.contains(label)
                                || glossary.find(label, Side.US).isPresent()))
                .as("no label, or explained")
                .isEmpty();
    }

    /** Returns a text as a label, or nothing if it is a sentence or has figures. */
    private static String label(String text) {
        String bare =
                text.replaceAll("^[\\s,;:.()\\[\\]-]+|[\\s,;:.()\\[\\]-]+$", "").toLowerCase(Locale.ROOT);
        return bare.matches("[a-z][a-z-]*( [a-z-]+)?") ? bare : "";
    }

    /** The words that people ask for first, whatever the screens call them today. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "match",
                "scenario",
                "round",
                "delegation",
                "head",
                "minister",
                "brief",
                "host",
                "desk",
                "class board",
                "by law",
                "stand-in",
                "vacant",
                "levers",
                "level",
                "ladder",
                "default",
                "order",
                "hold",
                "draft",
                "notice",
                "seal",
                "ready",
                "close",
                "reveal",
                "overtime",
                "offer",
                "clause",
                "cap",
                "floor",
                "agreement",
                "treaty",
                "communique",
                "lapsed",
                "expired",
                "hollow",
                "kept",
                "breach",
                "cheats",
                "reported",
                "false alarm",
                "snap-back",
                "covert",
                "signal",
                "red line",
                "pressure",
                "promise",
                "unseen",
                "joint",
                "vs truce",
                "so far",
                "preview",
                "end values",
                "mutual gain",
                "one-sided",
                "interval",
                "futures",
                "concluded",
                "active"
            })
    void aTermIsExplained(String term) {
        assertThat(glossary(Language.EN).find(term, Side.US)).isPresent();
    }

    @Test
    void inEnglishAnEntryIsEnglishAndInChineseItNamesTheEnglishWord() {
        for (Language language : Language.values()) {
            GlossaryTopic topic = new GlossaryTopic(Bundles.of(language));
            Glossary glossary = glossary(language);
            for (String word : List.of("FENT", "snap-back", "treaty", "SOY")) {
                Glossary.Entry entry = glossary.find(word, Side.US).orElseThrow();
                String text = String.join(" ", Look.PLAIN.lines(topic.page(entry)));
                assertThat(text.codePoints().anyMatch(Character::isIdeographic))
                        .as(text)
                        .isEqualTo(language == Language.ZH);
                assertThat(text).contains(language == Language.ZH ? entry.other() : entry.term());
            }
        }
    }

    @Test
    void anEntryIsFoundByItsWordInEitherLanguage() {
        for (Language language : Language.values()) {
            Phrases phrases = Bundles.of(language);
            Glossary glossary = glossary(language);
            for (String key : phrases.keys()) {
                if (key.startsWith("explain.")) {
                    String[] parts = phrases.of(key).split("\\s*\\|\\s*", 3);
                    assertThat(glossary.find(parts[0], Side.US)).as(parts[0]).isPresent();
                    assertThat(glossary.find(parts[1], Side.CN)).as(parts[1]).isPresent();
                }
            }
        }
    }
}
