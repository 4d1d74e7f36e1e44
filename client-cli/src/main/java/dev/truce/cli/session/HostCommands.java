package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.Candidates;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.card.Card;
import dev.truce.engine.card.CardKind;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.HostActNotation;
import dev.truce.protocol.client.Saved;
import dev.truce.story.heard.HostWords;
import dev.truce.story.words.CardWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the owner of the room does with the match, a command an act. The server lets only who opened the room do it. An act of an
 * owner whose word has texts {@code help.short} and {@code help.long} is a command of that word.
 */
final class HostCommands {
    private static final String CARD = "CARD";

    private final Session session;
    private final SessionSetup seating;
    private final Board board;
    private final Submission submission;
    private final CardWords words;

    HostCommands(Session session, SessionSetup seating, Board board, Submission submission) {
        this.session = session;
        this.seating = seating;
        this.board = board;
        this.submission = submission;
        this.words = new CardWords(Texts.wording(seating.scenario()));
    }

    /** Returns the commands, in the order of the notation. */
    List<Command> all() {
        return HostActNotation.words(HostAct.OfOwner.class).stream()
                .filter(word -> Texts.has("help.short." + word))
                .map(this::command)
                .toList();
    }

    private Command command(String word) {
        Command command = Command.of(word.toLowerCase(Locale.ROOT), "", typed -> act(word, typed));
        if (!word.equals(CARD)) {
            return command;
        }
        Candidates candidates = new Candidates(board);
        return command.completed((before, typed) -> before.size() == 1
                ? Arrays.stream(CardKind.values()).map(CardKind::word).toList()
                : candidates.words(true));
    }

    private void act(String word, String typed) {
        if (word.equals(CARD) && typed.isBlank()) {
            cards();
            return;
        }
        Optional<HostAct> read = HostActNotation.read(word + " " + typed, board.openRound());
        if (read.isEmpty()) {
            session.fault(UsageFault.of(
                    "WRONG_USAGE",
                    Texts.of("fault.host", word.toLowerCase(Locale.ROOT)),
                    Texts.of("fault.unchanged.nothing-sent"),
                    "help " + word.toLowerCase(Locale.ROOT)));
        } else if (submission.isOver()) {
            return;
        } else if (HostActNotation.isForGood(read.get())) {
            String text = (word.toLowerCase(Locale.ROOT) + " " + typed.strip()).strip();
            String sure = "sure " + text;
            session.confirm(Texts.of("class.desk.sure", text, sure), sure, () -> send(read.get()));
        } else {
            send(read.get());
        }
    }

    private void send(HostAct act) {
        session.directs(seating.client().directs(act), answer -> {
            if (!(answer instanceof Reply.Refused<Saved> refused)) {
                session.show(new HostWords(Texts.phrases(), Texts::safe).saved(act));
                return true;
            }
            if (act instanceof HostAct.Advance advance && refused.refusal().code() == RefusalCode.STALE_PREVIEW) {
                preview(advance, refused.refusal());
            } else {
                submission.refused(refused.refusal());
            }
            return false;
        });
    }

    /** Shows what would be done for each seat, which is what the refusal says, and asks whether to go on. */
    private void preview(HostAct.Advance advance, Refusal shown) {
        session.show(TextWidth.wrap("", Texts.of(shown)));
        String word = HostActNotation.word(advance).toLowerCase(Locale.ROOT);
        HostAct exactly = new HostAct.Advance(advance.round(), shown.legal());
        session.confirm(Texts.of("host.confirm", word), word, () -> send(exactly));
    }

    /** Lists all cards, and those of the open round. */
    private void cards() {
        session.show(words.all());
        for (Card card : board.cards()) {
            session.show(words.announced(card, board.openRound()));
        }
    }
}
