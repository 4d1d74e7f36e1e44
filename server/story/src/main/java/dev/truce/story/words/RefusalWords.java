package dev.truce.story.words;

import dev.truce.engine.orders.Refusal;
import java.util.IllegalFormatException;
import java.util.regex.Pattern;

/** Says in one sentence why something was refused. */
public final class RefusalWords {
    private static final Pattern OF_FILES =
            Pattern.compile("refused\\.(record|scenario|policy|result|json|answer|line)\\.");

    private RefusalWords() {}

    /**
     * Returns the sentence of a refusal in the language of the texts. Where its key is unknown, or names more than the refusal has,
     * as that of a newer program may, the English sentence that came with it; where there is none, its code and arguments.
     */
    public static String of(Phrases phrases, Refusal refusal) {
        String ofPeople = refusal.key() + ".person";
        return phrases.has(ofPeople)
                ? ofProgram(
                        phrases, refusal.because(ofPeople, refusal.arguments().toArray()))
                : ofProgram(phrases, refusal);
    }

    /** Returns the sentence of a refusal for a program, which may do what nobody types: send a request again with its key. */
    public static String ofProgram(Phrases phrases, Refusal refusal) {
        if (refusal.key().startsWith("refused.") && phrases.has(refusal.key())) {
            try {
                return phrases.of(
                        refusal.key(),
                        refusal.arguments().stream()
                                .map(argument -> named(phrases, refusal, argument))
                                .toArray());
            } catch (IllegalFormatException fewer) {
                // Told below.
            }
        }
        return refusal.text().isEmpty() ? refusal.facts() : refusal.text();
    }

    /** Returns an argument as people read it: a side has a name in each language, but in a file that is read it is a word of its form. */
    static Object named(Phrases phrases, Refusal refusal, Object argument) {
        boolean isSide = (argument.equals("US") || argument.equals("CN"))
                && !OF_FILES.matcher(refusal.key()).lookingAt();
        return isSide ? phrases.of("side." + argument) : argument;
    }
}
