package dev.truce.story.heard;

import dev.truce.engine.text.TextWidth;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.HostActNotation;
import dev.truce.story.words.Phrases;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is said of an act of the host: {@code host.saved} with its word says to who asked for it that it was done, {@code host.told} says so
 * to all. An act that has a notice of its own has no text for all.
 */
public final class HostWords {
    private final Phrases phrases;
    private final UnaryOperator<String> safe;

    /**
     * @param phrases the texts of the language
     * @param safe makes text of strangers fit to be shown
     */
    public HostWords(Phrases phrases, UnaryOperator<String> safe) {
        this.phrases = phrases;
        this.safe = safe;
    }

    /** Returns what who asked for an act hears when it is done, in lines that fit the screen. */
    public List<String> saved(HostAct act) {
        return TextWidth.wrap("", say("host.saved.", act));
    }

    /** Returns what everybody hears of an act, or nothing. */
    public String told(HostAct act) {
        boolean isForAnother =
                act instanceof HostAct.Message message && message.text().isEmpty();
        if (act instanceof HostAct.Abandon ends && ends.reason().isEmpty()) {
            return phrases.of("class.ended");
        }
        return isForAnother || !phrases.has("host.told." + HostActNotation.word(act)) ? "" : say("host.told.", act);
    }

    private String say(String key, HostAct act) {
        Object[] named = HostActNotation.named(act).toArray();
        for (int i = 0; i < named.length; i++) {
            if (named[i] instanceof String text) {
                named[i] = safe.apply(text);
            }
        }
        return phrases.of(key + HostActNotation.word(act), named);
    }
}
