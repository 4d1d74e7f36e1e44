package dev.truce.match.notation;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.board.Side;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads names of offers: {@code CN-1}, {@code cn1}, {@code o1} or {@code 1}; without a name the only open offer is meant. */
final class OfferNames {
    private static final Pattern NAME =
            Pattern.compile("(US|CN|O)?-?([1-9][0-9]{0,3})(?=\\s|\\{|$)", Pattern.CASE_INSENSITIVE);

    private OfferNames() {}

    /** Reads the name of an offer of a side. */
    static OfferId read(String text, Side maker, ReadingContext context) throws DeedSyntax {
        if (text.isEmpty()) {
            return onlyOne(maker, context);
        }
        Matcher name = NAME.matcher(text);
        boolean theirs = name.matches() && side(name.group(1), maker) == maker;
        if (!theirs) {
            throw unknown(text, maker);
        }
        return new OfferId(maker, Integer.parseInt(name.group(2)));
    }

    /** Returns the name with which a text begins, as it stands there; empty if it begins with none. */
    static String first(String text) {
        Matcher name = NAME.matcher(text);
        return name.lookingAt() ? name.group() : "";
    }

    /** Says that a text is the name of no offer of a side. */
    static DeedSyntax unknown(String text, Side maker) {
        return new DeedSyntax(
                NotationFault.UNKNOWN_OFFER, "refused.unknown_offer.name", maker + "-1", DeedReader.shown(text), maker);
    }

    private static Side side(@Nullable String word, Side maker) {
        return word == null || word.equalsIgnoreCase("O") ? maker : Side.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static OfferId onlyOne(Side maker, ReadingContext context) throws DeedSyntax {
        List<OfferId> open = context.open(maker);
        if (open.size() == 1) {
            return open.get(0);
        }
        StringJoiner names = new StringJoiner(" ");
        open.forEach(id -> names.add(id.toString()));
        throw open.isEmpty()
                ? new DeedSyntax(NotationFault.UNKNOWN_OFFER, "refused.unknown_offer.none", maker + "-1", maker)
                : new DeedSyntax(
                        NotationFault.UNKNOWN_OFFER, "refused.unknown_offer.which", names.toString(), maker, names);
    }
}
