package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.Candidates;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.Limits;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.talk.Statement;
import dev.truce.match.deed.Deed;
import dev.truce.match.notation.StatementNotation;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.words.TalkWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The commands that say something; each names its scope. */
final class Talking {
    private final Session session;
    private final SessionSetup seating;
    private final Board board;
    private final Submission submission;
    private final TypedDeeds typed;
    private final TalkWords words;

    Talking(Session session, SessionSetup seating, Board board, Submission submission, TypedDeeds typed) {
        this.session = session;
        this.seating = seating;
        this.board = board;
        this.submission = submission;
        this.typed = typed;
        this.words = new TalkWords(Texts.wording(seating.scenario()));
    }

    /** What is said to all, to the other side and to the own delegation; then the public statements, a command a kind. */
    List<Command> all() {
        List<Command> all = new ArrayList<>(List.of(speech("say"), speech("tell"), speech("whisper"), ask()));
        for (String word : StatementNotation.words()) {
            all.add(speech(word.toLowerCase(Locale.ROOT))
                    .completed((before, typed) -> after(StatementNotation.takes(word), before, typed)));
        }
        return all;
    }

    private List<String> after(StatementNotation.Takes takes, List<String> before, String typed) {
        boolean first = before.size() == 1;
        return switch (takes) {
            case NOTHING -> List.of();
            case INSTRUMENT ->
                first
                        ? board.scenario().instruments().of(board.side()).stream()
                                .map(Instrument::word)
                                .toList()
                        : List.of();
            case ORDER -> first ? new Candidates(board).orders(typed) : List.of("by", "unless");
        };
    }

    private Command speech(String word) {
        return Command.of(word, "", text -> {
            if (!submission.isOver() && typed.deed(word, text) instanceof Deed.Say say) {
                speak(say);
            }
        });
    }

    /** Calls the instructor of a class. */
    private Command ask() {
        return Command.of("ask", "", typed -> {
            String text = SafeText.line(typed, Limits.MAX_TEXT_CHARACTERS + 1).strip();
            if (text.isEmpty()) {
                session.fault(UsageFault.of(
                        "WRONG_USAGE", Texts.of("fault.ask"), Texts.of("fault.unchanged.nothing-sent"), "help ask"));
            } else if (fits(text)) {
                session.request(seating.client().callForHelp(text), answer -> {
                    if (answer instanceof Reply.Refused<Saved> refused) {
                        submission.refused(refused.refusal());
                    } else {
                        session.say("talk.asked", text);
                    }
                });
            }
        });
    }

    /** Returns whether a text is short enough; else says so. */
    private boolean fits(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > Limits.MAX_TEXT_CHARACTERS) {
            session.fault(UsageFault.of(
                    "BAD_TEXT",
                    Texts.of("fault.text-long", length, Limits.MAX_TEXT_CHARACTERS),
                    Texts.of("fault.unchanged.nothing-sent"),
                    Texts.of("fault.next.shorter")));
        }
        return length <= Limits.MAX_TEXT_CHARACTERS;
    }

    private void speak(Deed.Say say) {
        String text = SafeText.line(say.text(), Limits.MAX_TEXT_CHARACTERS).strip();
        Statement statement = say.statement();
        String what = statement == null ? "\"" + text + "\"" : words.statement(board.side(), statement);
        submission.send(
                new Deed.Say(say.channel(), text, statement),
                () -> session.say("talk.said", words.scope(say.channel(), board.side()), what));
    }
}
