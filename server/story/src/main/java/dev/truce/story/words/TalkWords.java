package dev.truce.story.words;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.view.RatificationView;
import dev.truce.match.Notice;
import dev.truce.match.deed.Advice;
import dev.truce.match.notation.StatementNotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How offers and talk are told in a line. */
public final class TalkWords {
    private final Wording wording;
    private final TermsWords terms;
    /** Whether sides and levers are named as people call them, and not as they are typed. */
    private final boolean plain;

    /** @param wording the words of the scenario */
    public TalkWords(Wording wording) {
        this(wording, false);
    }

    private TalkWords(Wording wording, boolean plain) {
        this.wording = wording;
        this.terms = new TermsWords(wording);
        this.plain = plain;
    }

    /** Returns the words that tell what was said without what is typed. */
    public static TalkWords plain(Wording wording) {
        return new TalkWords(wording, true);
    }

    /** Returns an offer with what has become of it, for example {@code US-1 to CN: renew 4; accepted by CN}. */
    public String offer(Offer offer) {
        Side to = offer.maker().other();
        String head = offer.answers() == null
                ? wording.text("offer.line", offer.id(), to, terms.unbroken(offer.terms()))
                : wording.text("offer.line.answers", offer.id(), to, offer.answers(), terms.unbroken(offer.terms()));
        return head + " - " + status(offer);
    }

    /** Returns an offer as a round tells it: its terms in the round in which it was made, later only what has become of it. */
    public String offer(Offer offer, int round) {
        return offer.made() == round
                ? offer(offer)
                : wording.text("offer.known", offer.id(), offer.maker().other()) + " - " + status(offer);
    }

    /** Returns what has become of an offer. */
    public String status(Offer offer) {
        String key = "offer." + offer.status().name();
        return switch (offer.status()) {
            case OPEN -> wording.text(key, offer.lastRound());
            case ACCEPTED, REFUSED, COUNTERED, ENTERED, LAPSED, SUPERSEDED ->
                wording.text(key, offer.maker().other());
            case WITHDRAWN -> wording.text(key, offer.maker());
            case EXPIRED -> wording.text(key);
        };
    }

    /**
     * Returns what happened to what was signed in a round.
     *
     * @param published whether its terms may be told
     */
    public String signed(RatificationView ratified, int round, boolean published) {
        if (ratified.terms() == null) {
            return "";
        }
        String what = published ? terms.unbroken(ratified.terms()) : wording.text("signed.unpublished");
        return switch (ratified.outcome()) {
            case NOTHING_SIGNED -> "";
            case ENTERED ->
                ratified.agreement() == 0
                        ? wording.text("signed.renewal", what)
                        : wording.text(
                                "signed.package",
                                ratified.agreement(),
                                what,
                                wording.phrases()
                                        .span(
                                                round + 1,
                                                round + ratified.terms().rounds()));
            default -> wording.text("signed.lapsed", what, wording.ratification(ratified.outcome(), ratified.side()));
        };
    }

    /** Returns what was said, with its scope, for example {@code US > all: "Our ports follow yours."}. */
    public String said(Notice.Said said) {
        Side side = said.seat().side();
        String text = wording.safe(said.text());
        String quoted = text.isBlank() ? "" : "\"" + text + "\"";
        Advice advice = said.channel() == Channel.DELEGATION ? Advice.of(said.text(), side) : null;
        if (advice != null) {
            quoted = advice(advice);
        }
        if (said.statement() == null) {
            return wording.text(
                    plain ? "said.text.plain" : "said.text", speaker(said), scope(said.channel(), side), quoted);
        }
        String statement = statement(side, said.statement());
        return quoted.isEmpty() ? statement : statement + ": " + quoted;
    }

    /** Returns what is advised on an accusation, in the reader's words. */
    private String advice(Advice advice) {
        String about = wording.running(advice.accused());
        String choice = wording.text("judge." + advice.choice().word());
        Component reason = advice.reason();
        return reason == null
                ? wording.text("said.advice", about, choice)
                : wording.text("said.advice.reason", about, choice, wording.component(reason));
    }

    private String speaker(Notice.Said said) {
        int number = said.seat().number();
        return named(said.seat().side()) + (number == 0 ? "" : plain ? " " + number : "." + number);
    }

    /** Returns who hears a channel, from the mouth of a side. */
    public String scope(Channel channel, Side speaker) {
        return switch (channel) {
            case DELEGATION -> wording.text("said.own");
            case OTHER_SIDE ->
                plain ? wording.side(speaker.other()) : speaker.other().toString();
            case PUBLIC -> wording.text("said.all");
        };
    }

    /** Returns a statement of a fixed form as a sentence without its full stop. */
    public String statement(Side side, Statement statement) {
        List<Object> named = new ArrayList<>(List.of(named(side)));
        String key = "said." + StatementNotation.word(statement).toLowerCase(Locale.ROOT);
        for (Object part : StatementNotation.named(statement).values()) {
            if (part == null) {
                key += ".short";
            } else {
                named.add(word(part));
            }
        }
        return wording.text(key, named.toArray());
    }

    /** A side as the beginning of a sentence. */
    private String named(Side side) {
        return plain ? LeverWords.sentence(wording.side(side)) : side.toString();
    }

    private Object word(Object part) {
        if (part instanceof Order order) {
            Instrument lever = order.instrument();
            return plain
                    ? wording.text("reveal.kept.one", wording.running(lever), wording.levelTitle(lever, order.level()))
                    : lever.word() + "=" + wording.level(lever, order.level());
        } else if (part instanceof Pledge pledge) {
            return plain ? promised(pledge) : terms.pledge(pledge);
        } else if (part instanceof Instrument lever) {
            return plain ? wording.running(lever) : lever.word();
        }
        return part;
    }

    private String promised(Pledge pledge) {
        Instrument lever = pledge.instrument();
        String bound = wording.levelTitle(lever, pledge.bound());
        return wording.running(lever) + " " + wording.text(lever.isCovert() ? "deal.floor" : "deal.cap", bound);
    }
}
