package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.Console;
import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.TermsHash;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.Notice;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.TermsWords;
import dev.truce.story.words.Wording;

/** Tells, as it happens, what the other side does about offers, and what is said. */
final class DealingsTold {
    private static final int DIGITS = 4;

    private final Console console;
    private final Board board;
    private final TermsWords terms;
    private final TalkWords words;

    DealingsTold(Console console, Board board, Wording wording) {
        this.console = console;
        this.board = board;
        this.terms = new TermsWords(wording);
        this.words = new TalkWords(wording);
    }

    /** Tells what the other side did with an offer; what this seat does is told by the answer to its command. */
    void offer(Offer offer) {
        boolean own = offer.maker() == board.side();
        switch (offer.status()) {
            case OPEN -> {
                if (!own) {
                    made(offer);
                }
            }
            case ACCEPTED, REFUSED -> {
                if (own) {
                    say("told." + offer.status().name(), board.side().other(), offer.id());
                }
            }
            case WITHDRAWN -> {
                if (!own) {
                    say("told.WITHDRAWN", board.side().other(), offer.id());
                }
            }
            case COUNTERED, EXPIRED, ENTERED, LAPSED, SUPERSEDED -> {
                // A counter-offer tells of itself, and the rest belongs to the report of the round.
            }
        }
    }

    private void made(Offer offer) {
        String digits = TermsHash.of(offer.terms()).substring(0, DIGITS);
        String what = terms.unbroken(offer.terms());
        say(
                offer.answers() == null ? "told.offer" : "told.counter",
                offer.maker(),
                offer.id(),
                what,
                digits,
                offer.lastRound(),
                offer.answers() == null ? "" : offer.answers());
        say("told.offer.next", offer.id());
    }

    void notice(Notice.NoticeGiven given) {
        if (given.side() != board.side()) {
            say(given.given() ? "told.notice" : "told.notice.back", given.side(), given.round());
        }
    }

    void said(Notice.Said said) {
        if (!said.seat().equals(board.delegates().own())) {
            console.show(TextWidth.wrap("", 3, words.said(said)));
        }
    }

    private void say(String key, Object... arguments) {
        console.show(TextWidth.wrap("", Texts.of(key, arguments)));
    }
}
