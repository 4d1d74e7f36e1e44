package dev.truce.cli.session;

import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.board.Side;
import dev.truce.story.facts.Proceedings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the offer that a person means: {@code CN-2}, {@code cn2}, {@code o2}, {@code 2}, or nothing if there is but one. */
final class OfferName {
    private static final Pattern NAME = Pattern.compile("(us|cn|o)?-?([1-9]\\d{0,3})");

    private final Proceedings heard;
    private final Side side;

    OfferName(Proceedings heard, Side side) {
        this.heard = heard;
        this.side = side;
    }

    /** Whose offers a command is about. */
    enum Whose {
        /** Those of the other side, which can be answered. */
        THEIRS,
        /** The seat's own, which can be taken back. */
        OWN
    }

    /**
     * An offer, or why there is none.
     *
     * @param offer the offer, or null
     * @param fault why there is none, or null
     * @param rest what was typed after its name
     */
    record Found(@Nullable Offer offer, @Nullable UsageFault fault, String rest) {}

    /**
     * Finds an open offer.
     *
     * @param typed what was typed after the command
     * @param whose whose it must be
     * @param command the command, for the line to type next
     */
    Found find(String typed, Whose whose, String command) {
        Side maker = whose == Whose.OWN ? side : side.other();
        String[] words = typed.strip().split("\\s+", 2);
        Matcher name = NAME.matcher(words[0].toLowerCase(Locale.ROOT));
        if (!name.matches()) {
            return onlyOne(typed.strip(), maker, command);
        }
        String prefix = name.group(1) == null ? "o" : name.group(1);
        Side named = prefix.equals("o") ? maker : Side.valueOf(prefix.toUpperCase(Locale.ROOT));
        OfferId id = new OfferId(named, Integer.parseInt(name.group(2)));
        Offer offer = heard.find(id);
        String rest = words.length > 1 ? words[1].strip() : "";
        if (offer == null) {
            return wrong("UNKNOWN_OFFER", Texts.of("fault.unknown-offer", id), next(maker, command));
        }
        if (named != maker) {
            String other = whose == Whose.OWN ? "refuse " + id : "withdraw " + id;
            String key = whose == Whose.OWN ? "fault.their-offer" : "fault.own-offer";
            return wrong("NOT_YOUR_OFFER", Texts.of(key, id), offer.isOpen() ? other : "pacts");
        }
        if (!offer.isOpen()) {
            return wrong(
                    "OFFER_NOT_OPEN",
                    Texts.of(
                            "fault.offer-not-open",
                            id,
                            Texts.of("offer.word." + offer.status().name())),
                    next(maker, command));
        }
        return new Found(offer, null, rest);
    }

    private Found onlyOne(String rest, Side maker, String command) {
        List<Offer> open = heard.open(maker);
        if (open.size() == 1) {
            return new Found(open.get(0), null, rest);
        }
        return wrong(
                "UNKNOWN_OFFER",
                open.isEmpty()
                        ? Texts.of(maker == side ? "fault.no-offer.own" : "fault.no-offer")
                        : Texts.of("fault.which-offer", names(open)),
                next(maker, command));
    }

    private String next(Side maker, String command) {
        List<Offer> open = heard.open(maker);
        return open.isEmpty()
                ? "pacts"
                : command + " " + open.get(open.size() - 1).id();
    }

    private Found wrong(String code, String what, String next) {
        UsageFault fault = UsageFault.of(code, what, Texts.of("fault.unchanged.nothing-sent"), next);
        return new Found(null, fault.about("offer", names(heard.open(side.other()))), "");
    }

    private static String names(List<Offer> offers) {
        return String.join(
                " ", offers.stream().map(offer -> offer.id().toString()).toList());
    }

    /** Returns the offer that a text names, whosever it is and whatever has become of it. */
    Optional<Offer> any(String typed) {
        Matcher name = NAME.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (!name.matches() || name.group(1) == null || name.group(1).equals("o")) {
            return Optional.empty();
        }
        Side named = Side.valueOf(name.group(1).toUpperCase(Locale.ROOT));
        return Optional.ofNullable(heard.find(new OfferId(named, Integer.parseInt(name.group(2)))));
    }
}
