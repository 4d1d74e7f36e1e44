package dev.truce.tidy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Sentences of the English texts that tests write out, with whatever values they have. A test that asks for the key does not break when words
 * change; those that are about the words, and kept screens, write them out.
 */
final class QuotedSentences {
    /** Fewer words are found in lines that quote nothing. */
    private static final int LEAST_WORDS = 4;

    private static final Pattern VALUE = Pattern.compile("%(\\d\\$)?[-+ 0,(]*\\d*(\\.\\d+)?[a-z%]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z']+");
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+");
    private static final Pattern JOINED = Pattern.compile("\\s*\\+\\s*");

    private record Sentence(String key, Pattern pattern) {}

    private QuotedSentences() {}

    /** Each literal of a test that has a whole sentence, once. */
    static List<Finding> inTests(Tree tree) {
        Map<String, List<Sentence>> byWord = sentences(tree);
        List<Finding> found = new ArrayList<>();
        for (JavaFile file : tree.tests()) {
            for (JavaFile.Part literal : joined(file)) {
                Set<String> words = new HashSet<>(words(literal.text()));
                words.stream()
                        .flatMap(word -> byWord.getOrDefault(word, List.of()).stream())
                        .filter(sentence ->
                                sentence.pattern().matcher(literal.text()).find())
                        .map(Sentence::key)
                        .sorted()
                        .findFirst()
                        .ifPresent(key -> found.add(new Finding(
                                file.path(),
                                file.lineOf(literal.start()),
                                key + " is written out: " + literal.text())));
            }
        }
        return found;
    }

    /** The sentences of all English texts, by their longest word. */
    private static Map<String, List<Sentence>> sentences(Tree tree) {
        Map<String, List<Sentence>> byWord = new HashMap<>();
        for (Bundle bundle : tree.bundles()) {
            if (bundle.isEnglish()) {
                for (String key : bundle.keys()) {
                    for (String sentence : END.split(bundle.text(key).strip())) {
                        List<String> words = words(VALUE.matcher(sentence).replaceAll(" "));
                        if (words.size() >= LEAST_WORDS) {
                            String longest = words.stream()
                                    .reduce((one, other) -> other.length() > one.length() ? other : one)
                                    .orElseThrow();
                            byWord.computeIfAbsent(longest, word -> new ArrayList<>())
                                    .add(new Sentence(key, pattern(sentence)));
                        }
                    }
                }
            }
        }
        return byWord;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Pattern pattern(String sentence) {
        StringBuilder pattern = new StringBuilder();
        int last = 0;
        for (MatchResult value : VALUE.matcher(sentence).results().toList()) {
            pattern.append(Pattern.quote(sentence.substring(last, value.start())))
                    .append(value.group().equals("%%") ? "%" : "[^\\n]{1,60}?");
            last = value.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(sentence.substring(last))).toString());
    }

    /** The literals of a file, those that a plus joins as one. */
    private static List<JavaFile.Part> joined(JavaFile file) {
        List<JavaFile.Part> joined = new ArrayList<>();
        int end = 0;
        for (JavaFile.Part literal : file.literals()) {
            String text = literal.text().replaceAll("^\"+|\"+$", "").replace("\\\"", "\"");
            int newest = joined.size() - 1;
            if (newest >= 0
                    && JOINED.matcher(file.text()).region(end, literal.start()).matches()) {
                JavaFile.Part before = joined.get(newest);
                joined.set(newest, new JavaFile.Part(before.start(), before.text() + text));
            } else {
                joined.add(new JavaFile.Part(literal.start(), text));
            }
            end = literal.start() + literal.text().length();
        }
        return joined;
    }
}
