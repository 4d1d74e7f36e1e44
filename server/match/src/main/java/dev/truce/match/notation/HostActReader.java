package dev.truce.match.notation;

import dev.truce.match.deed.HostAct;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads acts of the host as {@link DeedText} prints them, in any case. Judges words, not whether a card is one. */
public final class HostActReader {
    private static final Pattern CARD = Pattern.compile("CARD\\s+(?:R([0-9]{1,2})\\s+)?(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ABANDON =
            Pattern.compile("ABANDON\\s+\"(.*)\"", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private HostActReader() {}

    /**
     * Reads an act; empty if the text is none.
     *
     * @param round the round that is meant by a card without one
     */
    public static Optional<HostAct> read(String text, int round) {
        String stripped = text.strip();
        if (stripped.toUpperCase(Locale.ROOT).equals("START")) {
            return Optional.of(new HostAct.Start());
        }
        Matcher card = CARD.matcher(stripped);
        if (card.matches()) {
            int named = card.group(1) == null ? round : Integer.parseInt(card.group(1));
            return Optional.of(new HostAct.PlayCard(named, card.group(2)));
        }
        Matcher abandon = ABANDON.matcher(stripped);
        return abandon.matches() ? unescaped(abandon.group(1)).map(HostAct.Abandon::new) : Optional.empty();
    }

    private static Optional<String> unescaped(String quoted) {
        try {
            return Optional.of(DeedReader.unescaped(quoted));
        } catch (DeedSyntax wrong) {
            return Optional.empty();
        }
    }
}
