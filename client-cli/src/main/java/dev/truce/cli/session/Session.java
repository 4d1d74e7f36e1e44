package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.Branching;
import dev.truce.cli.seat.Candidates;
import dev.truce.cli.seat.Coach;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.DraftOrders;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.Keeper;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.seat.TryPreview;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.match.Notice;
import dev.truce.protocol.client.Heard;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.Delegates;
import dev.truce.story.heard.Hearing;
import dev.truce.story.heard.Hearing.Listener;
import dev.truce.story.words.Glossary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A seat played line by line: asks for a line, does what it says, and shows what happens in between. Everything runs on
 * the thread that calls {@link #run}; the connection and the keyboard reach it through the mailbox.
 */
public final class Session {
    /** How long a request of a person may go unanswered before the prompt comes back; the request stays in flight. */
    static final long ANSWER_MILLIS = 10_000;
    /** How long what a server took may be on its way back. */
    private static final long TOLD_BACK_MILLIS = 5_000;
    /** The same for what the host did, of which some is not told back. */
    private static final long HOST_MILLIS = 1_000;

    /** How long to wait for a round to close that this seat's ready has closed. */
    static final long CLOSE_MILLIS = 30_000;

    /** How long a script waits for an answer or for the other side. */
    private static final long SCRIPT_MILLIS = 600_000;

    /** How long what was missed may take to come, and how long a pause ends it. */
    private static final long CATCH_UP_MILLIS = 5_000;

    private static final long QUIET_MILLIS = 300;

    /** Exit codes: the person left or the match ended; a line of a script was refused; the link is gone; another device has the seat; Ctrl-C. */
    private static final int LEFT = 0;

    private static final int REFUSED = 1;
    private static final int GONE = 1;
    private static final int TAKEN_OVER = 4;
    private static final int INTERRUPTED = 130;

    private final SessionSetup seating;
    private final Console console;
    private final SessionQueue mailbox;
    private final Keeper keeper;
    private final Board board;
    private final DraftOrders draft = new DraftOrders();
    private final DraftKeeping keeping;
    private final Inquiries inquiries;
    private final Submission submission;
    private final Commands commands;
    private final TypedLines typed;
    private final Hearing hearing;
    private final Narrator narrator;
    private final String prompt;
    private @Nullable Practice practice;
    private @Nullable Branching branching;
    private @Nullable Integer exit;
    /** Whether something may look different since the screen was drawn. */
    private boolean changed = true;

    /** What tells back the deed that is on its way; null once it did. */
    private @Nullable Predicate<Notice> awaited;
    /** Whether Ctrl-C was the last that was typed. */
    private boolean interrupting;
    /**
     * @param seating the seat and its connection
     * @param console where lines come from and go to
     * @param mailbox the connection's listener
     * @param trial what {@code try} shows
     * @param keeper keeps the seat's secret and the record
     */
    public Session(SessionSetup seating, Console console, SessionQueue mailbox, TryPreview trial, Keeper keeper) {
        this.seating = seating;
        this.console = console;
        this.mailbox = mailbox;
        this.keeper = keeper;
        board = new Board(seating.scenario(), seating.ticket().seat());
        Glossary glossary = new Glossary(Texts.wording(seating.scenario()));
        TypedDeeds deeds = new TypedDeeds(this, board);
        submission = new Submission(this, seating, board, draft, new Breaches(this, board));
        Drafting drafting = new Drafting(this, board, draft, submission, deeds);
        Counsel counsel = new Counsel(this, seating, board, draft, submission, deeds);
        HostCommands host = new HostCommands(this, seating, board, submission);
        keeping = new DraftKeeping(seating, board, draft, keeper);
        hearing = new Hearing(Listener.SEAT, board, seating.againstBot(), Bundles.all(), () -> {
            String saved = submission.savedWords();
            return words -> saved;
        });
        narrator =
                new Narrator(seating, console, board, hearing, draft, keeper, submission::savedWords, counsel, trial);
        inquiries = new Inquiries(this, seating, board, draft, narrator, glossary);
        Diplomacy diplomacy = new Diplomacy(this, seating, board, draft, submission, deeds, trial);
        CommandList list = new CommandList(
                inquiries,
                drafting,
                submission,
                diplomacy,
                counsel,
                new Talking(this, seating, board, submission, deeds),
                new PublicFigures(this, seating, board),
                host);
        List<Commands.Group> groups = new ArrayList<>(list.groups(() -> branching));
        groups.add(ofProgram());
        commands = new Commands(groups, new Candidates(board));
        Choices choices = new Choices(seating.look().accessible(), board, commands.groups());
        typed = new TypedLines(this, console, board, commands, choices, drafting, deeds, inquiries);
        int number = seating.ticket().seat().number();
        String side = Texts.of("session.prompt." + seating.ticket().side());
        prompt = number == 0 ? side : side.replace("> ", "." + number + "> ");
        console.completeWith(commands);
        console.walkWith(inquiries.earlier().word(), inquiries.later().word());
    }

    /** The commands about the program itself. */
    private Commands.Group ofProgram() {
        return new Commands.Group(
                "program",
                inquiries.explanation(),
                Command.bare("practise", "", this::practise).working(),
                Command.of("help", "", this::help)
                        .completed((before, word) -> commands.topics())
                        .working(),
                Command.bare("quit", "q", this::leave).working());
    }

    /** Lets a person practise while the match has not begun. */
    public Session practising(Practice round) {
        practice = round;
        return this;
    }

    /** Lets a person take the match up again when it is over. */
    public Session branching(Branching other) {
        branching = other;
        return this;
    }

    /** A round that is played meanwhile on the same console. */
    public interface Practice {
        /** Plays it to its end. */
        void play() throws InterruptedException;
    }

    private void practise() {
        Practice round = practice;
        if (round == null || board.observation() != null) {
            say("practise.no");
            return;
        }
        try {
            round.play();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            exit = INTERRUPTED;
        }
        console.completeWith(commands);
        say("practise.end");
    }

    /** Lets somebody watch and teach. */
    public Session taughtBy(Coach teacher) {
        typed.taughtBy(teacher);
        return this;
    }

    /** Returns the words of all commands. */
    public List<String> words() {
        return commands.words();
    }

    /** Returns the words of the groups of commands. */
    public List<String> groups() {
        return commands.groups();
    }

    private void help(String topic) {
        List<String> lines = commands.help(topic);
        if (lines.isEmpty()) {
            inquiries.explain(topic);
        } else {
            show(lines);
        }
    }

    /** Plays until the person leaves; returns the exit code. */
    public int run() throws InterruptedException {
        awaitOpening();
        show(typed.lookOfCoach(draft));
        boolean asked = false;
        while (exit == null) {
            if (!asked && awaitOthers()) {
                console.ask(prompt, mailbox);
                asked = true;
            }
            if (exit != null) {
                break;
            }
            Happening happening = next(narrator.quietMillis());
            narrator.tellTime();
            if (happening == null) {
                narrator.tellSettled();
            } else if (happening instanceof Happening.Line line) {
                asked = false;
                interrupting = false;
                typed.take(line.text());
            } else if (happening instanceof Happening.Interrupt interrupt) {
                asked = false;
                interrupted(interrupt.lineWasEmpty());
            } else if (happening instanceof Happening.End) {
                leave();
            } else if (happening != null) {
                happened(happening);
            }
            keeping.keep();
            show(typed.lookOfCoach(draft));
        }
        return exit;
    }

    /**
     * Takes in what comes at once. Who takes a seat in a match that goes on is told all that happened there: that is silent, as after coming
     * back, which it may be, if only with the code of the class. Otherwise it is told as it happens.
     */
    private boolean isLate() throws InterruptedException {
        List<Happening> first = new ArrayList<>();
        for (Happening next = mailbox.poll(QUIET_MILLIS); next != null; next = mailbox.poll(QUIET_MILLIS)) {
            first.add(next);
        }
        boolean late = first.stream()
                        .anyMatch(each -> Happening.heard(each) instanceof Heard.Told told
                                && told.notice() instanceof Notice.RoundResolved)
                || keeping.knowsTheSeat();
        if (late) {
            hearing.beSilent();
        }
        for (Happening each : first) {
            if (exit == null) {
                happened(each);
            }
        }
        return late;
    }

    /** Takes in what happened before a seat was opened again, without telling it all once more. */
    private void catchUp() throws InterruptedException {
        hearing.beSilent();
        long end = System.nanoTime() + CATCH_UP_MILLIS * 1_000_000;
        while (exit == null && System.nanoTime() < end) {
            Happening happening = mailbox.poll(QUIET_MILLIS);
            if (happening == null && board.observation() != null) {
                break;
            }
            if (happening != null) {
                happened(happening);
            }
        }
        keeping.resume();
        narrator.sumUp();
        show(keeping.lines());
    }

    /**
     * Waits, if the lines come from a script, until a program on the other side has had its say: a script cannot see that it
     * is still thinking, and plays the same match each time only if it never overtakes it. In a class it waits for the instructor who opens
     * the next round, too.
     */
    private boolean awaitOthers() {
        if (!console.isInteractive() && !seating.practice() && board.isShut()) {
            pump(SCRIPT_MILLIS, () -> !board.isShut() || board.over() != null);
        }
        Delegates delegates = board.delegates();
        if (!console.isInteractive() && board.observation() != null && !delegates.isNone()) {
            pump(SCRIPT_MILLIS, () -> delegates.programsAreReady() || board.over() != null);
        } else if (!console.isInteractive() && hearing.isAgainstBot() && board.observation() != null) {
            pump(SCRIPT_MILLIS, () -> board.opponentReady() || board.over() != null);
        }
        return exit == null;
    }

    private void awaitOpening() throws InterruptedException {
        if (seating.rejoined() || (!seating.practice() && isLate())) {
            catchUp();
            return;
        }
        long end = System.nanoTime() + patience(console.isInteractive(), CLOSE_MILLIS) * 1_000_000;
        boolean told = false;
        while (board.observation() == null && exit == null && System.nanoTime() < end) {
            Happening happening = mailbox.poll(1_000);
            if (happening != null) {
                happened(happening);
            } else if (!told && console.isInteractive()) {
                told = true;
                say("session.waiting.start");
                // A person may look things up meanwhile; the lines of a script are meant for a match that has begun.
                if (!hearing.isAgainstBot()) {
                    return;
                }
            }
        }
    }

    private void interrupted(boolean lineWasEmpty) {
        if (typed.cancel()) {
            return;
        }
        if (lineWasEmpty && !interrupting && board.over() == null) {
            interrupting = true;
            say(keeper.comesBack() ? "session.interrupt" : "session.interrupt.lost");
        } else if (lineWasEmpty) {
            leave();
            exit = INTERRUPTED;
        }
    }

    private void leave() {
        if (draft.isUnsent() && board.over() == null) {
            say(keeper.comesBack() ? "session.draft.kept" : "session.draft.lost", submission.words(draft.orders()));
        }
        if (board.over() == null) {
            String kept = keeper.comesBack() ? "session.left.kept" : "session.left.practice";
            say(seating.practice() ? kept : "session.left");
        }
        exit = typed.hasRefused() && !console.isInteractive() ? REFUSED : LEFT;
    }

    /** Handles what did not come from the keyboard. */
    private void happened(Happening happening) {
        if (happening instanceof Happening.Answered answered) {
            answered.then().run();
            return;
        }
        if (happening instanceof Happening.Hears hears) {
            heard(hears.heard());
        }
    }

    private void heard(Heard happening) {
        Notice notice = happening instanceof Heard.Told told ? told.notice() : null;
        Predicate<Notice> echo = awaited;
        if (echo != null && notice != null && echo.test(notice)) {
            awaited = null;
        }
        if (happening instanceof Heard.Sealed sealed) {
            keeping.sealed(sealed.orders());
            return;
        }
        int round = hearing.openRound();
        boolean ready = board.ready();
        narrator.happened(happening);
        if (narrator.hasNewOffer() && !hearing.isSilent()) {
            if (ready) {
                say("session.ready.no-more");
            }
            typed.newOffer();
        }
        if (notice instanceof Notice.SeatChanged seat
                && seat.seat().equals(board.delegates().own())) {
            typed.changedHands();
        }
        if (hearing.openRound() != round) {
            typed.forget();
        }
        if (narrator.gone()) {
            exit = narrator.isTakenOver() ? TAKEN_OVER : GONE;
        }
    }

    // ---- what the other parts of the session use ----

    /** Returns whether the other side is played by a program, which is always ready in the end. */
    boolean againstBot() {
        return hearing.isAgainstBot();
    }

    /** Returns how many rows the screen has. */
    int rows() {
        return console.rows();
    }

    /** Shows the board where one stays on the screen; returns whether it does. */
    boolean board() {
        return console.board();
    }

    /** Shows lines. */
    void show(List<String> lines) {
        console.show(lines);
    }

    /** Shows a text of the bundle, wrapped. */
    void say(String key, Object... arguments) {
        console.show(TextWidth.wrap("", Texts.of(key, arguments)));
    }

    /** Shows an error. */
    void fault(UsageFault fault) {
        typed.fault(fault);
    }

    /** Asks for a typed confirmation with the next line; anything else cancels. */
    void confirm(String expected, Runnable then) {
        confirm(Texts.of("session.confirm", expected), expected, then);
    }

    /** Asks for a typed confirmation by a question of its own, which says what has to be typed. */
    void confirm(String question, String expected, Runnable then) {
        show(TextWidth.wrap("", question));
        typed.confirm(expected, then);
    }

    /** Returns whether the person has left, or the match is over for this client. */
    boolean hasEnded() {
        return exit != null;
    }

    /**
     * Sends a request and waits for its answer while everything else goes on; when none comes in time, says so, and the
     * answer is handled whenever it comes.
     */
    <T> void request(CompletableFuture<Reply<T>> future, Consumer<Reply<T>> then) {
        boolean[] done = {false};
        Thread own = Thread.currentThread();
        var unused = future.whenComplete((answer, failure) -> {
            Runnable told = () -> {
                done[0] = true;
                if (failure == null) {
                    then.accept(answer);
                }
            };
            // An answer that is there already came before whatever has been heard since, so it is told first.
            if (Thread.currentThread() == own) {
                told.run();
            } else {
                mailbox.post(new Happening.Answered(told));
            }
        });
        long millis = patience(console.isInteractive(), ANSWER_MILLIS);
        if (!pump(millis, () -> done[0])) {
            say("session.no-answer", millis / 1000);
        }
    }

    /**
     * Waits for the next round, for the round to be shut, the end or a new offer, while everything else goes on: if this seat has closed the round, and
     * if the lines come from a script, which cannot see that the other side is still thinking.
     *
     * @param offers how many offers of the other side had been heard when this seat said that it was ready
     */
    void awaitClose(int round, boolean closed, int offers) {
        long millis = patience(console.isInteractive(), closed ? CLOSE_MILLIS : 0);
        if (millis > 0 && !pump(millis, () -> isPast(round) || board.isShut() || board.offersHeard() > offers)) {
            say("session.waiting.close", millis / 1000);
        }
    }

    /**
     * How long the next line waits for what was asked for. That of a script is meant for a match in which it has come: typed before, it would be taken
     * for another round, or twice for the same one.
     *
     * @param person how long a person is kept waiting, ms
     */
    static long patience(boolean interactive, long person) {
        return interactive ? person : SCRIPT_MILLIS;
    }

    /**
     * Sends what the seat does, and waits for its answer; if that says that it is taken, waits a moment for it to be told back, at most until
     * its round is over. The next line is meant for a match in which it has happened.
     *
     * @param echo the notice that tells it back
     * @param then handles the answer; returns whether the deed is taken
     * @return whether it is taken, as far as it was answered in time
     */
    <T> boolean does(CompletableFuture<Reply<T>> future, Predicate<Notice> echo, Predicate<Reply<T>> then) {
        return toldBack(future, echo, TOLD_BACK_MILLIS, then);
    }

    /** Sends an act of the host in the same way; what a person does next is not kept waiting for it. */
    <T> void directs(CompletableFuture<Reply<T>> future, Predicate<Reply<T>> then) {
        toldBack(future, Echo.ofHost(), console.isInteractive() ? 0 : HOST_MILLIS, then);
    }

    private <T> boolean toldBack(
            CompletableFuture<Reply<T>> future, Predicate<Notice> echo, long millis, Predicate<Reply<T>> then) {
        int round = board.openRound();
        boolean[] taken = {false};
        awaited = echo;
        request(future, answer -> taken[0] = then.test(answer));
        if (taken[0]) {
            pump(millis, () -> awaited == null || isPast(round));
        }
        awaited = null;
        return taken[0];
    }

    private boolean isPast(int round) {
        Observation observation = board.observation();
        return board.over() != null
                || (observation != null && observation.openRound() > round && hearing.openRound() > round);
    }

    /** Returns what happens next, or null if nothing does for so long or until the clock of the screen ticks. */
    private @Nullable Happening next(long millis) throws InterruptedException {
        console.stay(() -> narrator.scene(changed, typed.taskOfCoach()));
        changed = false;
        Happening happening = mailbox.poll(Math.min(millis, console.tickMillis()));
        changed |= happening != null;
        return happening;
    }

    private boolean pump(long millis, BooleanSupplier until) {
        long end = System.nanoTime() + millis * 1_000_000;
        try {
            while (!until.getAsBoolean() && exit == null) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                Happening happening = next(left);
                if (happening != null) {
                    happened(happening);
                }
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            exit = INTERRUPTED;
            return true;
        }
    }
}
