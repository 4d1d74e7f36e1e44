package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.Coach;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.DraftOrders;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.match.notation.OrderReader;
import dev.truce.protocol.text.SafeText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person types: finds the command of a line, asks before what cannot be undone, and says which numbers may be typed next. */
final class TypedLines {
    /** Characters of a line that are named where it is refused. */
    private static final int MAX_SHOWN = 40;

    private final Session session;
    private final Console console;
    private final Board board;
    private final Commands commands;
    private final Choices choices;
    private final Drafting drafting;
    private final TypedDeeds deeds;
    private final Inquiries inquiries;
    private Coach coach = Coach.NONE;
    private @Nullable Confirmation confirmation;
    /** Whether any line was refused, and whether the last one was. */
    private boolean refused;

    private boolean faulted;

    /** A typed answer that is needed before something irreversible happens. */
    private record Confirmation(String expected, Runnable then) {}

    TypedLines(
            Session session,
            Console console,
            Board board,
            Commands commands,
            Choices choices,
            Drafting drafting,
            TypedDeeds deeds,
            Inquiries inquiries) {
        this.session = session;
        this.console = console;
        this.board = board;
        this.commands = commands;
        this.choices = choices;
        this.drafting = drafting;
        this.deeds = deeds;
        this.inquiries = inquiries;
    }

    /** Lets somebody watch and teach. */
    void taughtBy(Coach teacher) {
        coach = teacher;
    }

    /** Returns what the teacher says now. */
    List<String> lookOfCoach(DraftOrders draft) {
        return coach.look(board, draft);
    }

    /** Returns what the teacher wants done now, or nothing. */
    String taskOfCoach() {
        return coach.task();
    }

    boolean hasRefused() {
        return refused;
    }

    /** Does what a line says. */
    void take(String text) {
        faulted = false;
        String typed = text.strip();
        String raw = choices.chosen(typed).orElse(typed);
        if (!raw.equals(typed) && !raw.isEmpty()) {
            session.say("choice.chosen", raw);
        }
        String line = OrderReader.ascii(raw);
        if (coach.takes(line)) {
            return;
        }
        if (confirmation != null) {
            Confirmation wanted = confirmation;
            wants(null);
            // The first of the numbers is no.
            boolean declined = line.equalsIgnoreCase("no") || (line.isEmpty() && !typed.isEmpty());
            if (line.replaceAll("\\s+", " ").equalsIgnoreCase(wanted.expected())) {
                wanted.then().run();
            } else if (declined || console.isInteractive()) {
                session.say("session.cancelled", wanted.expected());
            } else {
                fault(notConfirmed(line, wanted.expected()));
            }
            return;
        }
        // What is said keeps its signs, so the rest stays as it was typed.
        String[] words = raw.split("[\\s\u3000]+", 2);
        String first = OrderReader.ascii(words[0]);
        String rest = words.length > 1 ? words[1].strip() : "";
        Optional<Command> command = commands.find(line.isEmpty() ? "state" : first);
        boolean isInstrument =
                board.scenario().instruments().find(first, board.side()).isPresent();
        if (command.isPresent()) {
            run(command.get(), rest);
            coach.typed(command.get().word(), line);
        } else if (line.contains("=") || (isInstrument && !rest.isEmpty())) {
            drafting.set(raw);
            choose("set", raw);
            coach.typed("set", line);
        } else if (line.equalsIgnoreCase("close")) {
            session.say("session.nothing-to-close");
        } else {
            fault(unknownCommand(first, rest));
        }
    }

    private void run(Command command, String rest) {
        if (board.observation() == null && !command.always()) {
            session.say("session.not-begun");
        } else if (!command.isBare() || deeds.isBare(command.word(), rest)) {
            command.run().accept(rest);
            choose(command.word(), rest);
        }
    }

    /** Shows what may be chosen after a command, unless it asks a question. */
    private void choose(String command, String rest) {
        if (!faulted && confirmation == null && !session.hasEnded() && board.over() == null) {
            session.show(choices.after(command, rest));
        }
    }

    /** A line of a script that was meant for something else than the question before it. */
    private static UsageFault notConfirmed(String line, String expected) {
        return UsageFault.of(
                        "NOT_CONFIRMED",
                        Texts.of("fault.not-confirmed", SafeText.line(line, MAX_SHOWN), expected),
                        Texts.of("fault.unchanged.nothing-sent"),
                        Texts.of("fault.next.confirm", expected))
                .about("line", expected);
    }

    private UsageFault unknownCommand(String typed, String rest) {
        String unchanged = Texts.of("fault.unchanged.nothing-sent");
        if (board.scenario().instruments().find(typed, board.side()).isPresent()) {
            return UsageFault.of("UNKNOWN_COMMAND", Texts.of("fault.bare-word", typed), unchanged, "legal " + typed);
        }
        Optional<String> near = commands.near(typed)
                .map(word -> (word + " " + rest).strip())
                .or(() -> inquiries.nearTerm(typed).map(term -> "explain " + term));
        String what = near.map(word -> Texts.of("fault.unknown-command.near", typed, word))
                .orElse(Texts.of("fault.unknown-command", typed));
        return UsageFault.of("UNKNOWN_COMMAND", what, unchanged, near.orElse("help"));
    }

    /** Shows an error, and what may be typed instead. */
    void fault(UsageFault fault) {
        refused = true;
        console.fault(fault);
        faulted = true;
        if (confirmation == null) {
            session.show(choices.ofHints(fault, word -> commands.find(word).isPresent()));
        }
    }

    /** Asks for a typed confirmation with the next line; anything else cancels. */
    void confirm(String expected, Runnable then) {
        wants(new Confirmation(expected, then));
        session.show(choices.ofQuestion(expected));
    }

    private void wants(@Nullable Confirmation next) {
        confirmation = next;
        console.asksAQuestion(next != null);
    }

    /** Takes back what was asked, if anything was; returns whether it was. */
    boolean cancel() {
        Confirmation asked = confirmation;
        forget();
        if (asked != null) {
            session.say("session.cancelled", asked.expected());
        }
        return asked != null;
    }

    /** Forgets what was asked and offered: it was meant for a round that is over. */
    void forget() {
        wants(null);
        choices.clear();
    }

    /** An offer may be worth more than what was about to be closed. */
    void newOffer() {
        stopClosing("session.close.stopped");
        session.show(choices.ofOffers());
    }

    /** Other orders may count than those with which the round was about to be closed. */
    void changedHands() {
        stopClosing("session.close.changed-hands");
    }

    private void stopClosing(String why) {
        if (confirmation != null && confirmation.expected().equals(Submission.CLOSE)) {
            session.say(why);
            forget();
        }
    }
}
