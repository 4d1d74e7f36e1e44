package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.text.Texts;
import dev.truce.engine.card.Card;
import dev.truce.engine.card.CardKind;
import dev.truce.engine.orders.Reply;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.client.Saved;
import dev.truce.story.words.CardWords;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command that plays a shock card; the server lets only who opened the room do it. */
final class CardHand {
    private static final Pattern PLAY = Pattern.compile("(?i)(.+?)(?:\\s+(?:in\\s+)?(?:round\\s+|r)(\\d{1,3}))?");

    private final Session session;
    private final SessionSetup seating;
    private final Board board;
    private final Submission submission;
    private final CardWords words;

    CardHand(Session session, SessionSetup seating, Board board, Submission submission) {
        this.session = session;
        this.seating = seating;
        this.board = board;
        this.submission = submission;
        this.words = new CardWords(Texts.wording(seating.scenario()));
    }

    /** Plays a card; without one, lists all and those of the open round. */
    Command card() {
        Candidates candidates = new Candidates(board);
        return Command.of("card", "", this::play)
                .completed((before, word) -> before.size() == 1
                        ? Arrays.stream(CardKind.values()).map(CardKind::word).toList()
                        : candidates.words(true));
    }

    private void play(String typed) {
        Matcher play = PLAY.matcher(typed.strip());
        if (!play.matches()) {
            session.show(words.all());
            for (Card card : board.cards()) {
                session.show(words.announced(card, board.openRound()));
            }
            return;
        }
        if (submission.isOver()) {
            return;
        }
        int round = play.group(2) == null ? board.openRound() : Integer.parseInt(play.group(2));
        String card = play.group(1);
        session.request(seating.client().directs(new HostAct.PlayCard(round, card)), answer -> {
            if (answer instanceof Reply.Refused<Saved> refused) {
                submission.refused(refused.refusal());
            } else {
                session.say("shock.saved", card, round);
            }
        });
    }
}
