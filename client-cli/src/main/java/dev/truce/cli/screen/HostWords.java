package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.HostActNotation;
import java.util.List;

/**
 * What is said of an act of the host: {@code host.saved} with its word says to who asked for it that it was done, {@code host.told} says so
 * to all. An act that has a notice of its own has no text for all.
 */
public final class HostWords {
    private HostWords() {}

    /** Returns what who asked for an act hears when it is done. */
    public static List<String> saved(HostAct act) {
        return say("host.saved.", act);
    }

    /** Returns what everybody hears of an act. */
    public static List<String> told(HostAct act) {
        boolean isForAnother =
                act instanceof HostAct.Message message && message.text().isEmpty();
        return isForAnother || !Texts.has("host.told." + HostActNotation.word(act))
                ? List.of()
                : say("host.told.", act);
    }

    private static List<String> say(String key, HostAct act) {
        Object[] named = HostActNotation.named(act).stream()
                .map(each -> each instanceof String text ? Texts.safe(text) : each)
                .toArray();
        return TextWidth.wrap("", Texts.of(key + HostActNotation.word(act), named));
    }
}
