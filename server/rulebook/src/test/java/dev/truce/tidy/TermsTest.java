package dev.truce.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One thing has one word in each language: the one that its entry in explain has. */
class TermsTest {
    private static final Path TERMS = Path.of("src/test/resources/dev/truce/tidy/terms.tsv");
    private static final String ENTRY = "explain.";

    /**
     * A thing.
     *
     * @param english its word
     * @param chinese its words, one or a few
     * @param wrong what no Chinese text says for it, a regular expression; empty if no other word was ever used
     */
    private record Term(String english, List<String> chinese, String wrong) {}

    /** The word of an entry in the language of its bundle, and the one in the other. */
    private record Entry(String word, String other) {}

    static Stream<Term> terms() throws IOException {
        return Files.readAllLines(TERMS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(cells -> new Term(cells[0], List.of(cells[1].split("、")), cells.length > 2 ? cells[2] : ""));
    }

    /** Read once: the tree has thousands of files. */
    private static final List<Bundle> BUNDLES = new ArrayList<>();

    @BeforeAll
    static void readTheBundles() throws IOException {
        BUNDLES.addAll(Tree.read(Path.of("..", "..")).bundles());
    }

    @AfterAll
    static void forgetTheBundles() {
        BUNDLES.clear();
    }

    private static List<Bundle> bundles(boolean english) {
        return BUNDLES.stream().filter(bundle -> bundle.isEnglish() == english).toList();
    }

    /** The entries of a language by the English words that find them. */
    private static Map<String, Entry> entries(boolean english) {
        Map<String, Entry> entries = new HashMap<>();
        for (Bundle bundle : bundles(english)) {
            for (String key : bundle.keys()) {
                if (key.startsWith(ENTRY)) {
                    String[] parts = bundle.text(key).split("\\s*\\|\\s*", 3);
                    Entry entry = new Entry(parts[0], parts[1]);
                    entries.put(key.substring(ENTRY.length()).replace('-', ' '), entry);
                    entries.put((english ? parts[0] : parts[1]).toLowerCase(Locale.ROOT), entry);
                }
            }
        }
        return entries;
    }

    @Test
    void everyTermHasOneEntryThatSaysTheSameInBothLanguages() throws IOException {
        Map<String, Entry> english = entries(true);
        Map<String, Entry> chinese = entries(false);
        List<Term> terms = terms().toList();
        assertThat(terms).hasSizeGreaterThan(60);
        for (Term term : terms) {
            Entry entry = english.get(term.english());
            if (entry == null) {
                entry = english.get(term.english().replaceFirst("s$", ""));
            }
            assertThat(entry).as("explain %s", term.english()).isNotNull();
            assertThat(term.chinese()).as(term.english()).contains(entry.other());
            assertThat(chinese.get(entry.word().toLowerCase(Locale.ROOT)))
                    .as(term.english())
                    .isEqualTo(new Entry(entry.other(), entry.word()));
        }
    }

    @Test
    void noTwoTermsHaveOneWord() throws IOException {
        List<String> words = new ArrayList<>();
        terms().forEach(term -> words.addAll(term.chinese()));
        assertThat(words).doesNotHaveDuplicates();
        assertThat(terms().map(Term::english)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("terms")
    void noChineseTextHasAnotherWordForIt(Term term) {
        List<String> found = new ArrayList<>();
        Pattern wrong = Pattern.compile(term.wrong().isEmpty() ? "(?!)" : term.wrong());
        for (Bundle bundle : bundles(false)) {
            for (String key : bundle.keys()) {
                if (wrong.matcher(bundle.text(key)).find()) {
                    found.add(bundle.path().getFileName() + ", " + key + ": " + bundle.text(key));
                }
            }
        }
        assertThat(found).as("%s is %s", term.english(), term.chinese()).isEmpty();
    }
}
