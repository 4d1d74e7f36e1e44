package dev.truce.story.desk;

import dev.truce.match.notation.ActForm;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.message.ClassNews;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Members as people name them at a desk: acts have their numbers, and the class list has their names. */
final class TypedMembers {
    private static final Set<String> WORDS = ClassActNotation.forms().stream()
            .filter(form -> form.fields().stream().findFirst().stream().anyMatch(ActForm.Field.MEMBER::equals))
            .map(ActForm::word)
            .collect(Collectors.toSet());

    private TypedMembers() {}

    /** Returns whether a line names a member in place of his number, so that the class list has to say whom. */
    static boolean areNamed(String line) {
        int blank = line.indexOf(' ');
        if (blank < 0 || !WORDS.contains(line.substring(0, blank).toUpperCase(Locale.ROOT))) {
            return false;
        }
        List<String> words = words(line.substring(blank));
        boolean pair = isSwap(line) && words.size() > 1;
        return !isNumber(words.get(0)) || (pair && !isNumber(words.get(words.size() - 1)));
    }

    /** Returns a line with the numbers of the members in place of their names; as it is where a name is that of nobody, or of several. */
    static String numbered(String line, List<ClassNews.Member> members) {
        if (!areNamed(line)) {
            return line;
        }
        int blank = line.indexOf(' ');
        List<String> words = words(line.substring(blank));
        StringBuilder numbered = new StringBuilder(line.substring(0, blank));
        int at = 0;
        for (int named = isSwap(line) ? 2 : 1; named > 0; named--) {
            int end = isNumber(words.get(Math.min(at, words.size() - 1))) ? at + 1 : end(words, at, members);
            if (end == 0 || end > words.size()) {
                return line;
            }
            String who = String.join(" ", words.subList(at, end));
            numbered.append(' ').append(end == at + 1 && isNumber(who) ? who : number(who, members));
            at = end;
        }
        words.subList(at, words.size()).forEach(word -> numbered.append(' ').append(word));
        return numbered.toString();
    }

    /**
     * Returns the first name of a line that several members bear, for one that cannot be read.
     *
     * @param members the class list
     */
    static Optional<Several> several(String line, List<ClassNews.Member> members) {
        if (!areNamed(line)) {
            return Optional.empty();
        }
        List<String> words = words(line.substring(line.indexOf(' ')));
        for (int from = 0; from < words.size(); from++) {
            for (int end = words.size(); end > from; end--) {
                String name = String.join(" ", words.subList(from, end));
                List<Integer> numbers =
                        found(name, members).map(ClassNews.Member::member).toList();
                if (numbers.size() > 1) {
                    return Optional.of(new Several(name, numbers));
                }
            }
        }
        return Optional.empty();
    }

    /** A name that several members bear. */
    record Several(String name, List<Integer> numbers) {}

    private static boolean isSwap(String line) {
        return line.toUpperCase(Locale.ROOT).startsWith("SWAP ");
    }

    private static List<String> words(String rest) {
        return List.of(rest.strip().split("\\s+"));
    }

    private static boolean isNumber(String word) {
        return word.matches("[0-9]{1,9}");
    }

    /** Returns where the longest name of one member ends, 0 if none begins there. */
    private static int end(List<String> words, int from, List<ClassNews.Member> members) {
        for (int end = words.size(); end > from; end--) {
            if (!number(String.join(" ", words.subList(from, end)), members).isEmpty()) {
                return end;
            }
        }
        return 0;
    }

    /** Returns the number of the one member of this name; empty if there is none, or several are called so. */
    private static String number(String typed, List<ClassNews.Member> members) {
        List<ClassNews.Member> found = found(typed, members).toList();
        return found.size() == 1 ? Integer.toString(found.get(0).member()) : "";
    }

    private static Stream<ClassNews.Member> found(String typed, List<ClassNews.Member> members) {
        String name = typed.length() > 1 && typed.startsWith("\"") && typed.endsWith("\"")
                ? typed.substring(1, typed.length() - 1)
                : typed;
        return members.stream()
                .filter(member -> !member.removed() && !member.name().isEmpty())
                .filter(member ->
                        member.name().equalsIgnoreCase(name) || member.student().equalsIgnoreCase(name));
    }
}
