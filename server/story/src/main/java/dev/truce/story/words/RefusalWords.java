package dev.truce.story.words;

import dev.truce.engine.orders.Refusal;
import java.util.IllegalFormatException;

/** Says in one sentence why something was refused. */
public final class RefusalWords {
    private RefusalWords() {}

    /**
     * Returns the sentence of a refusal in the language of the texts. Where its key is unknown, or names more than the refusal has,
     * as that of a newer program may, the English sentence that came with it; where there is none, its code and arguments.
     */
    public static String of(Phrases phrases, Refusal refusal) {
        if (refusal.key().startsWith("refused.") && phrases.has(refusal.key())) {
            try {
                return phrases.of(refusal.key(), refusal.arguments().toArray());
            } catch (IllegalFormatException fewer) {
                // Told below.
            }
        }
        return refusal.text().isEmpty() ? refusal.facts() : refusal.text();
    }
}
