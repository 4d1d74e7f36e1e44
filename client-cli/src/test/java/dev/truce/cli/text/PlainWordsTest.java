package dev.truce.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.screen.ViewFixture;
import dev.truce.cli.session.SessionWords;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Rung;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.words.Glossary;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word that the screens of a match print is plain English, or is explained in both languages. */
class PlainWordsTest {
    private static final Path TEXTS = Path.of("src/test/resources/dev/truce/cli");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'-]+");
    /** Codes of errors, which docs list, names of files and hashes. */
    private static final Pattern NO_WORD = Pattern.compile("[A-Z]+_[A-Z_]+|\\S*[./_]\\S*|\\b[0-9a-f]{4,}\\b");

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
        for (Instrument instrument : Instrument.all()) {
            for (Rung rung : ViewFixture.BUSAN.spec(instrument).ladder()) {
                known.add(rung.token().toLowerCase(Locale.ROOT));
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
