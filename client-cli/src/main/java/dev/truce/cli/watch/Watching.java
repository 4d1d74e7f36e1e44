package dev.truce.cli.watch;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.record.Debriefs;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.Deadline;
import dev.truce.story.facts.Reasons;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.heard.Hearing;
import dev.truce.story.heard.Telling;
import dev.truce.story.page.Page;
import dev.truce.story.print.Look;
import dev.truce.story.topic.HistoryTopic;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.Wording;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Watches a match as somebody whom only what is public is told: each round when it is resolved, and what happens meanwhile. On a terminal
 * the round stays on the screen, and one can walk back; else everything is printed in the order in which it happens.
 */
final class Watching {
    private static final String PROMPT = "watch> ";
    private static final String EARLIER = "<";
    private static final String LATER = ">";

    private final String match;
    private final Look look;
    private final Console console;
    private final SessionQueue mailbox;
    private final InstantSource clock;
    private final Scenario scenario;
    private final Wording wording;
    private final Hearing hearing;
    private final SeatBoard board;
    /** The round that was told last. */
    private int newest;
    /** The round that is looked at, 0 for the newest. */
    private int lookedAt;

    private @Nullable WatchScene scene;
    private @Nullable Integer exit;

    /**
     * @param match how the match is called: the code of its room, or that of the class with the table
     * @param mailbox listener of an observer
     */
    Watching(String match, Scenario scenario, Look look, Console console, SessionQueue mailbox, InstantSource clock) {
        this.match = match;
        this.scenario = scenario;
        this.look = look;
        this.console = console;
        this.mailbox = mailbox;
        this.clock = clock;
        this.wording = Texts.wording(scenario);
        this.hearing = Hearing.ofWatcher(scenario, Reasons.of(Rules.of(scenario)), Bundles.all());
        this.board = hearing.board();
    }

    /** Watches until the match is over, or the person leaves; returns the exit code. */
    int run() throws FaultException, InterruptedException {
        console.walkWith(EARLIER, LATER);
        say("watch.begin", match);
        if (console.isInteractive()) {
            say("watch.words");
        }
        boolean asked = false;
        boolean changed = true;
        while (exit == null) {
            if (!asked) {
                console.ask(PROMPT, mailbox);
                asked = true;
            }
            stay(changed);
            Happening happening = mailbox.poll(quietMillis());
            changed = happening != null;
            tellTime();
            if (happening == null) {
                hearing.settled().forEach(this::draw);
            } else if (happening instanceof Happening.Line line) {
                asked = false;
                typed(line.text().strip());
            } else if (happening instanceof Happening.Interrupt interrupt) {
                asked = false;
                leaveIf(interrupt.lineWasEmpty());
            } else if (happening instanceof Happening.End) {
                // A pipe has nothing to type, and watches all the same.
                leaveIf(console.isInteractive());
            } else if (happening instanceof Happening.Hears hears) {
                happened(hears.heard());
            }
        }
        return exit;
    }

    private void leaveIf(boolean wanted) {
        if (wanted) {
            exit = ExitCodes.OK;
        }
    }

    private long nowMillis() {
        return clock.millis();
    }

    private long quietMillis() {
        return Math.min(hearing.quietMillis(nowMillis()), console.tickMillis());
    }

    private void tellTime() {
        hearing.passes(nowMillis()).ifPresent(left -> say("watch.time", left, hearing.openRound()));
    }

    // ---- what happens ----

    private void happened(Heard heard) throws FaultException {
        boolean wasLost = hearing.isLinkLost();
        hearing.hear(heard, nowMillis()).forEach(this::draw);
        if (heard instanceof Heard.Link link) {
            link(link.state(), wasLost);
        } else if (heard instanceof Heard.Begun begun && !begun.scenarioHash().equals(scenario.hash())) {
            throw FaultException.failed(fault("SCENARIO_DIFFERS", Texts.of("watch.differs")));
        }
    }

    private void draw(Telling telling) {
        switch (telling.kind()) {
            case ROUND -> {
                // In lines, and where a screen stays by showing it there.
                lookedAt = 0;
                newest = last();
                if (!console.board()) {
                    show(telling.page(wording));
                }
            }
            case OVER -> {
                board.reveal(over().map(end -> Debriefs.rounds(end.recordText(), scenario))
                        .orElse(List.of()));
                show(telling.page(wording));
                if (console.isInteractive()) {
                    say("watch.over");
                } else {
                    exit = ExitCodes.OK;
                }
            }
            case OPENED -> {
                console.show(look.lines(telling.page(wording)));
                if (!hearing.deadline().isNever()) {
                    say("watch.time", hearing.deadline().left(nowMillis()), hearing.openRound());
                }
            }
            case SEED -> {
                // Who only watches is not harmed by who knows what is hidden.
            }
            default -> console.show(look.lines(telling.page(wording)));
        }
    }

    private void show(Page page) {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(look.lines(page));
        console.show(lines);
    }

    private Optional<Notice.MatchOver> over() {
        return Optional.ofNullable(board.over());
    }

    private void link(LinkState state, boolean wasLost) throws FaultException {
        if (state instanceof LinkState.Lost lost && !wasLost) {
            String key = lost.planned() ? "fault.link-stopped" : "fault.link-lost";
            console.fault(fault("LINK_LOST", Texts.of(key, Conversation.Waits.USUAL.patienceMinutes())));
        } else if (state instanceof LinkState.Up && wasLost) {
            say("watch.link.up");
        } else if (state instanceof LinkState.Closed closed && over().isEmpty()) {
            throw FaultException.failed(fault(closed.refusal().code().name(), Texts.of(closed.refusal())));
        }
    }

    private static UsageFault fault(String code, String what) {
        return UsageFault.of(code, what, Texts.of("fault.unchanged.watched"), Texts.of("fault.next.watch-again"));
    }

    // ---- what is typed ----

    private void typed(String line) {
        String word = line.toLowerCase(Locale.ROOT);
        String number = word.replaceFirst("^(show )?(round |r)", "").strip();
        if (word.isEmpty()) {
            lookedAt = 0;
            console.board();
        } else if (word.equals("quit") || word.equals("q")) {
            exit = ExitCodes.OK;
        } else if (word.equals(EARLIER)) {
            look(looked() - 1);
        } else if (word.equals(LATER)) {
            look(looked() + 1);
        } else if (number.matches("[0-9]{1,2}")) {
            look(Integer.parseInt(number));
        } else {
            say("watch.words");
        }
    }

    /** The round that was resolved last, though it may not be told yet. */
    private int last() {
        RoundView last = board.last();
        return last == null ? 0 : last.round();
    }

    private int looked() {
        return lookedAt == 0 ? newest : lookedAt;
    }

    private void look(int round) {
        if (newest == 0) {
            say("watch.none");
        } else if (round < 1 || round > newest) {
            say("watch.no-round", newest);
        } else {
            lookedAt = round == newest ? 0 : round;
            if (!console.board()) {
                page(round).ifPresent(this::show);
            }
        }
    }

    private Optional<Page> page(int round) {
        return Optional.ofNullable(board.round(round)).map(view -> hearing.page(view, wording));
    }

    // ---- what stays ----

    private void stay(boolean changed) {
        console.stay(() -> {
            WatchScene shown = scene;
            if (shown == null || changed) {
                Page looked = page(looked()).orElse(null);
                List<String> said = board.proceedings().said().stream()
                        .map(each -> "r" + each.round() + " " + new TalkWords(wording).said(each))
                        .toList();
                // Nobody's score is public, so it does not matter whose column stays empty.
                Page history = new HistoryTopic(wording)
                        .page(
                                Side.US,
                                board.rounds().stream()
                                        .filter(each -> each.round() <= newest)
                                        .toList());
                shown = new WatchScene("", looked, history, said, look);
            }
            scene = shown.under(header());
            return scene;
        });
    }

    private String header() {
        StringJoiner header = new StringJoiner(" | ")
                .add(match)
                .add(lookedAt > 0 ? Texts.of("watch.looked-at", lookedAt) : Texts.of("watch.watching"));
        Deadline deadline = hearing.deadline();
        int openRound = hearing.openRound();
        if (over().isPresent()) {
            header.add(Texts.of("board.over"));
        } else if (openRound > 0) {
            header.add(
                    hearing.knownRounds() > 1
                            ? Texts.of("board.round.of", openRound, hearing.knownRounds())
                            : Texts.of("span.one", openRound));
            if (!deadline.isNever()) {
                header.add(
                        deadline.stands()
                                ? Texts.of("tables.paused") + " " + deadline.left(nowMillis())
                                : Texts.of("session.left-time", deadline.left(nowMillis())));
            }
        }
        return header.add(Texts.of(hearing.isLinkLost() ? "session.link.lost" : "session.link.ok"))
                .toString();
    }

    private void say(String key, Object... arguments) {
        console.show(TextWidth.wrap("", Texts.of(key, arguments)));
    }
}
