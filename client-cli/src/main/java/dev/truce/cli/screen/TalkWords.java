package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.Side;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.view.RatificationView;
import dev.truce.match.Notice;
import dev.truce.protocol.text.SafeText;

/** How offers and talk are told in a line. */
public final class TalkWords {
    /** Longest text of somebody else that is shown. */
    private static final int TEXT_MOST = 280;

    private final Wording wording;
    private final TermsWords terms;

    /** @param wording the words of the scenario */
    public TalkWords(Wording wording) {
        this.wording = wording;
        this.terms = new TermsWords(wording);
    }

    /** Returns an offer with what has become of it, for example {@code US-1 to CN: renew 4; accepted by CN}. */
    public String offer(Offer offer) {
        Side to = offer.maker().other();
        String head = offer.answers() == null
                ? Texts.of("offer.line", offer.id(), to, terms.unbroken(offer.terms()))
                : Texts.of("offer.line.answers", offer.id(), to, offer.answers(), terms.unbroken(offer.terms()));
        return head + " - " + status(offer);
    }

    /** Returns what has become of an offer. */
    public String status(Offer offer) {
        String key = "offer." + offer.status().name();
        return switch (offer.status()) {
            case OPEN -> Texts.of(key, offer.lastRound());
            case ACCEPTED, REFUSED, COUNTERED, ENTERED, LAPSED, SUPERSEDED ->
                Texts.of(key, offer.maker().other());
            case WITHDRAWN -> Texts.of(key, offer.maker());
            case EXPIRED -> Texts.of(key);
        };
    }

    /** Returns what became of what was signed in a round. */
    public String signed(RatificationView ratified, int round) {
        if (ratified.terms() == null) {
            return "";
        }
        String what = terms.unbroken(ratified.terms());
        return switch (ratified.outcome()) {
            case NOTHING_SIGNED -> "";
            case ENTERED ->
                ratified.agreement() == 0
                        ? Texts.of("signed.renewal", what)
                        : Texts.of(
                                "signed.package",
                                ratified.agreement(),
                                what,
                                round + 1,
                                round + ratified.terms().rounds());
            default -> Texts.of("signed.lapsed", what, TermsBlock.ratification(ratified.outcome(), ratified.side()));
        };
    }

    /** Returns what was said, with its scope, for example {@code US > all: "Our ports follow yours."}. */
    public String said(Notice.Said said) {
        Side side = said.seat().side();
        String text = SafeText.line(said.text(), TEXT_MOST);
        String quoted = text.isBlank() ? "" : "\"" + text + "\"";
        if (said.statement() == null) {
            return Texts.of("said.text", speaker(said), scope(said.channel(), side), quoted);
        }
        String statement = statement(side, said.statement());
        return quoted.isEmpty() ? statement : statement + ": " + quoted;
    }

    private static String speaker(Notice.Said said) {
        int number = said.seat().number();
        return said.seat().side() + (number == 0 ? "" : "." + number);
    }

    /** Returns who hears a channel, from the mouth of a side. */
    public static String scope(Channel channel, Side speaker) {
        return switch (channel) {
            case DELEGATION -> Texts.of("said.own");
            case OTHER_SIDE -> speaker.other().toString();
            case PUBLIC -> Texts.of("said.all");
        };
    }

    /** Returns a statement of a fixed form as a sentence without its full stop. */
    public String statement(Side side, Statement statement) {
        if (statement instanceof Statement.Threaten threat) {
            String level = threat.instrument().word() + "=" + wording.level(threat.instrument(), threat.level());
            return threat.unless() == null
                    ? Texts.of("said.threaten", side, level, threat.byRound())
                    : Texts.of("said.threaten.unless", side, level, threat.byRound(), terms.pledge(threat.unless()));
        }
        return Texts.of(statement instanceof Statement.Warn ? "said.warn" : "said.reassure", side);
    }
}
