package dev.truce.cli.watch;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.record.Debriefs;
import dev.truce.cli.screen.WatchedRounds;
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
import dev.truce.story.facts.Deadline;
import dev.truce.story.facts.Reasons;
import dev.truce.story.heard.NoticeWords;
import dev.truce.story.page.Page;
import dev.truce.story.print.Look;
import dev.truce.story.print.Screen;
import dev.truce.story.topic.FinalTopic;
import dev.truce.story.topic.HistoryTopic;
import dev.truce.story.words.CardWords;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.Wording;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** How long what follows a resolved round is waited for before it is told. */
    private static final long SETTLED_MILLIS = 200;

    private static final long QUIET_MILLIS = 60_000;

    private final String match;
    private final Look look;
    private final Console console;
    private final SessionQueue mailbox;
    private final InstantSource clock;
    private final Scenario scenario;
    private final Wording wording;
    private final NoticeWords notices =
            new NoticeWords(NoticeWords.Listener.WATCHER, Texts.phrases(), Texts::safe, null, "");
    private final WatchedRounds rounds;
    private Deadline deadline = new Deadline(0, 0);
    private int openRound;
    /** The round that is looked at, 0 for the newest. */
    private int lookedAt;

    private @Nullable WatchScene scene;
    private boolean linkLost;
    private boolean over;
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
        this.rounds = new WatchedRounds(wording, Reasons.of(Rules.of(scenario)), 0);
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
                tell(rounds.settled());
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
        long quiet = Math.min(QUIET_MILLIS, Math.min(deadline.quietMillis(nowMillis()), console.tickMillis()));
        return rounds.isSettled() ? quiet : Math.min(quiet, SETTLED_MILLIS);
    }

    private void tellTime() {
        deadline.tell(nowMillis()).ifPresent(left -> say("watch.time", left, openRound));
    }

    // ---- what happens ----

    private void happened(Heard happening) throws FaultException {
        if (happening instanceof Heard.Told told) {
            told(told.notice(), told.deadlineUnixMillis());
        } else if (happening instanceof Heard.Link link) {
            link(link.state());
        } else if (happening instanceof Heard.Fact told) {
            console.show(notices.of(told.fact(), told.holds()));
        } else if (happening instanceof Heard.DeadlineMoved moved && !deadline.stands() && !over) {
            deadline = new Deadline(moved.deadlineUnixMillis(), nowMillis());
        } else if (happening instanceof Heard.Begun begun
                && !begun.scenarioHash().equals(scenario.hash())) {
            throw FaultException.failed(fault("SCENARIO_DIFFERS", Texts.of("watch.differs")));
        }
    }

    private void told(Notice notice, long closesUnixMillis) {
        tell(rounds.take(notice));
        if (notice instanceof Notice.RoundOpened opened) {
            openRound = opened.observation().openRound();
            deadline = new Deadline(closesUnixMillis, nowMillis());
        } else if (notice instanceof Notice.ClockChanged changed) {
            deadline = changed.paused()
                    ? Deadline.standing(changed.leftMillis())
                    : new Deadline(closesUnixMillis, nowMillis());
        } else if (notice instanceof Notice.RoundShut || notice instanceof Notice.RoundResolved) {
            deadline = new Deadline(0, 0);
        }
        if (notice instanceof Notice.MatchOver end) {
            report(end);
        } else if (notice instanceof Notice.Said said) {
            console.show(TextWidth.wrap("", 3, new TalkWords(wording).said(said)));
        } else if (notice instanceof Notice.NoticeGiven given) {
            say(given.given() ? "told.notice" : "told.notice.back", given.side(), given.round());
        } else if (notice instanceof Notice.CardPlayed played) {
            console.show(new CardWords(wording).announced(played.card(), played.round()));
        } else {
            console.show(notices.lines(notice));
            if (notice instanceof Notice.RoundOpened && !deadline.isNever()) {
                say("watch.time", deadline.left(nowMillis()), openRound);
            }
        }
    }

    /** Tells a resolved round: in lines, and where a screen stays by showing it there. */
    private void tell(@Nullable RoundView view) {
        if (view != null) {
            lookedAt = 0;
            if (!console.board()) {
                show(view);
            }
        }
    }

    private void show(RoundView view) {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(Screen.lines(rounds.page(view), look));
        console.show(lines);
    }

    private void report(Notice.MatchOver end) {
        over = true;
        openRound = 0;
        deadline = new Deadline(0, 0);
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(Screen.lines(
                new FinalTopic(wording, Reasons.of(Rules.of(scenario)))
                        .page(end, Debriefs.rounds(end.recordText(), scenario), rounds.ledger()),
                look));
        console.show(lines);
        if (console.isInteractive()) {
            say("watch.over");
        } else {
            exit = ExitCodes.OK;
        }
    }

    private void link(LinkState state) throws FaultException {
        if (state instanceof LinkState.Lost && !linkLost) {
            linkLost = true;
            console.fault(fault("LINK_LOST", Texts.of("fault.link-lost", Conversation.Waits.USUAL.patienceMinutes())));
        } else if (state instanceof LinkState.Up && linkLost) {
            linkLost = false;
            say("watch.link.up");
        } else if (state instanceof LinkState.Closed closed && !over) {
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

    private int last() {
        List<RoundView> all = rounds.rounds();
        return all.isEmpty() ? 0 : all.get(all.size() - 1).round();
    }

    private int looked() {
        return lookedAt == 0 ? last() : lookedAt;
    }

    private void look(int round) {
        if (last() == 0) {
            say("watch.none");
        } else if (round < 1 || round > last()) {
            say("watch.no-round", last());
        } else {
            lookedAt = round == last() ? 0 : round;
            if (!console.board()) {
                rounds.find(round).ifPresent(this::show);
            }
        }
    }

    // ---- what stays ----

    private void stay(boolean changed) {
        console.stay(() -> {
            WatchScene shown = scene;
            if (shown == null || changed) {
                Page looked = rounds.find(looked()).map(rounds::page).orElse(null);
                List<String> said = rounds.said().stream()
                        .map(each -> "r" + each.round() + " " + new TalkWords(wording).said(each))
                        .toList();
                // Nobody's score is public, so it does not matter whose column stays empty.
                Page history = new HistoryTopic(wording).page(Side.US, rounds.rounds());
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
        if (over) {
            header.add(Texts.of("board.over"));
        } else if (openRound > 0) {
            header.add(
                    rounds.knownRounds() > 1
                            ? Texts.of("board.round.of", openRound, rounds.knownRounds())
                            : Texts.of("tables.round", openRound));
            if (!deadline.isNever()) {
                header.add(
                        deadline.stands()
                                ? Texts.of("tables.paused") + " " + deadline.left(nowMillis())
                                : Texts.of("session.left-time", deadline.left(nowMillis())));
            }
        }
        return header.add(Texts.of(linkLost ? "session.link.lost" : "session.link.ok"))
                .toString();
    }

    private void say(String key, Object... arguments) {
        console.show(TextWidth.wrap("", Texts.of(key, arguments)));
    }
}
