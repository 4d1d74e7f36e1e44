package dev.truce.cli.session;

import dev.truce.cli.frame.Scene;
import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.DraftOrders;
import dev.truce.cli.seat.Keeper;
import dev.truce.cli.seat.SeatHeader;
import dev.truce.cli.seat.SeatScene;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.seat.TryPreview;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.delegation.CounselWords;
import dev.truce.story.heard.Hearing;
import dev.truce.story.heard.Telling;
import dev.truce.story.heard.Telling.Kind;
import dev.truce.story.heard.Telling.Moment;
import dev.truce.story.page.Page;
import dev.truce.story.print.Json;
import dev.truce.story.print.JsonPrinter;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Draws what a seat hears, and takes the draft, the seat's secret and the record along. */
final class Narrator {
    /** After these the seat that was kept opens nothing: only who comes as at first gets in. */
    private static final Set<ClosingCause> OUT = Set.of(ClosingCause.PLACE_REVOKED, ClosingCause.SEAT_GIVEN_ON);

    private final SessionSetup seating;
    private final Console console;
    private final Board board;
    private final Hearing hearing;
    private final DraftOrders draft;
    private final Keeper keeper;
    private final Supplier<String> saved;
    private final Wording wording;
    private final TryPreview trial;
    private final Counsel counsel;
    private final SeatHeader header;
    private boolean gone;
    private boolean takenOver;
    private boolean newOffer;
    private SeatScene.@Nullable Facts facts;

    /**
     * @param hearing what the seat hears
     * @param saved says what the server has on disk
     * @param counsel tells what came of the ministers' briefs
     * @param trial tells what a breach costs
     */
    Narrator(
            SessionSetup seating,
            Console console,
            Board board,
            Hearing hearing,
            DraftOrders draft,
            Keeper keeper,
            Supplier<String> saved,
            Counsel counsel,
            TryPreview trial) {
        this.seating = seating;
        this.console = console;
        this.board = board;
        this.hearing = hearing;
        this.draft = draft;
        this.keeper = keeper;
        this.saved = saved;
        this.counsel = counsel;
        this.header = new SeatHeader(seating, board, draft, saved);
        this.wording = Texts.wording(seating.scenario());
        this.trial = trial;
    }

    /** Whether the seat is lost for this device. */
    boolean gone() {
        return gone;
    }

    /** Whether it is lost because another device has taken it over. */
    boolean isTakenOver() {
        return takenOver;
    }

    /** Whether the last event was a new offer of the other side. */
    boolean hasNewOffer() {
        return newOffer;
    }

    private long now() {
        return seating.clock().millis();
    }

    /** Returns for how long there is nothing to tell about the time. */
    long quietMillis() {
        return hearing.quietMillis(now());
    }

    /** Tells how much time is left, if that is due. */
    void tellTime() {
        hearing.passes(now()).ifPresent(left -> say("notices.left", left, trial.inaction(board, draft, wording)));
    }

    /** Tells of a round that was resolved, if no round has opened at once. */
    void tellSettled() {
        hearing.settled().forEach(this::tell);
    }

    /** Ends the silence with how things stand. */
    void sumUp() {
        for (Telling telling : hearing.sumUp()) {
            if (telling.kind() == Kind.OPENED) {
                opening(true);
            } else {
                tell(telling);
            }
        }
    }

    /** Takes in what the connection heard, and tells it. */
    void happened(Heard heard) {
        newOffer = false;
        if (heard instanceof Heard.Link link) {
            link(link);
        } else if (heard instanceof Heard.Told told) {
            console.about(told.notice().getClass().getSimpleName());
            told(told);
            console.about("");
        } else {
            hearing.hear(heard, now()).forEach(this::tell);
            if (heard instanceof Heard.NewTicket renewed) {
                console.show(keeper.keep(renewed.ticket()));
            } else if (heard instanceof Heard.Begun begun) {
                begun(begun);
            }
        }
    }

    private void begun(Heard.Begun begun) {
        if (!begun.scenarioHash().equals(seating.scenario().hash())) {
            stop();
            fault(UsageFault.of(
                    "SCENARIO_DIFFERS",
                    Texts.of(
                            "fault.scenario.version",
                            SafeText.line(begun.scenarioId(), Wire.NAME_CHARACTERS),
                            seating.scenario().id()),
                    Texts.of("fault.unchanged.seat"),
                    Texts.of("fault.next.same-version")));
        }
    }

    private void told(Heard.Told told) {
        boolean sealed = board.submitted();
        int round = hearing.openRound();
        List<Telling> tellings = hearing.hear(told, now());
        if (sealed && !board.submitted()) {
            // A stand-in makes void what its person has sealed. Before a first commit is told back nothing is.
            draft.notSaved();
        }
        if (hearing.openRound() != round || told.notice() instanceof Notice.MatchOver) {
            draft.clear();
        }
        tellings.forEach(this::tell);
        if (told.notice() instanceof Notice.RoundResolved resolved
                && draft.isUnsent()
                && board.openRound() == resolved.view().round()) {
            say("session.draft.unsent", wording.orders(draft.orders(), board::level));
        }
    }

    private void tell(Telling telling) {
        if (telling.moment() == Moment.SILENT) {
            return;
        }
        switch (telling.kind()) {
            case ROUND -> {
                Page page = telling.page(wording);
                if (!console.data(() -> new JsonPrinter().text(page))) {
                    show(page);
                }
            }
            case OVER -> report(telling);
            case OPENED -> {
                console.data(this::opened);
                opening(false);
            }
            case CLOCK, HOST -> show(telling.page(wording));
            case SEATED, SEED -> {
                if (!seating.practice()) {
                    show(telling.page(wording));
                }
            }
            default -> {
                newOffer = telling.kind() == Kind.OFFER;
                show(telling.page(wording));
            }
        }
    }

    private void show(Page page) {
        console.show(seating.look().lines(page));
    }

    private void opening(boolean comesBack) {
        Observation observation = board.observation();
        if (observation != null) {
            console.show(new Openings(wording, board, draft, trial, seating)
                    .lines(observation, hearing.deadline(), comesBack));
        }
    }

    private String opened() {
        Observation observation = board.observation();
        Map<String, Object> open = new LinkedHashMap<>();
        open.put("type", "open");
        open.put("seat", board.delegates().own().toString());
        open.put("round", board.openRound());
        open.put("quarter", observation == null ? "" : observation.quarter());
        open.put("rounds", hearing.knownRounds());
        open.put("closes_unix_millis", board.deadlineUnixMillis());
        return Json.write(open);
    }

    private void report(Telling telling) {
        Notice.MatchOver over = board.over();
        String recordText = over == null ? "" : over.recordText();
        // Who leaves while the report is shown has the record already.
        List<String> kept = keeper.keepRecord(recordText);
        board.reveal(keeper.rounds(recordText));
        Page end = telling.page(wording);
        List<String> lines = new ArrayList<>();
        if (!console.data(() -> new JsonPrinter().text(end))) {
            lines.add("");
            lines.addAll(seating.look().lines(end));
        }
        lines.addAll(counsel.scores());
        console.show(lines);
        console.show(kept);
        console.show(keeper.checkSeed(recordText, hearing.seed()));
        say("session.over");
    }

    /** Returns a round as this seat sees it. */
    List<String> roundLines(RoundView view) {
        return seating.look().lines(hearing.page(view, wording));
    }

    private void link(Heard.Link heard) {
        LinkState state = heard.state();
        if (state instanceof LinkState.Lost && seating.practice()) {
            // The server is in this process, so both are ending.
            return;
        }
        boolean wasLost = hearing.isLinkLost();
        hearing.hear(heard, now());
        if (state instanceof LinkState.Lost lost) {
            if (!wasLost) {
                fault(UsageFault.of(
                        "LINK_LOST",
                        Texts.of(
                                lost.planned() ? "fault.link-stopped" : "fault.link-lost",
                                Conversation.Waits.USUAL.patienceMinutes()),
                        Texts.of("fault.unchanged.saved", saved.get()),
                        Texts.of("fault.next.wait")));
            } else if (Integer.bitCount(lost.tries()) == 1) {
                // Fewer and fewer words the longer it lasts.
                say("session.link.try", lost.tries());
            }
        } else if (state instanceof LinkState.Up) {
            if (wasLost) {
                say("session.link.up");
            }
        } else if (state instanceof LinkState.TakenOver) {
            stop();
            say("session.taken-over");
            takenOver = true;
        } else if (state instanceof LinkState.Closed closed && board.over() == null) {
            stop();
            fault(UsageFault.of(
                    closed.refusal().code().name(),
                    Texts.of(closed.refusal()),
                    Texts.of("fault.unchanged.saved-orders", saved.get()),
                    Texts.of(OUT.contains(closed.refusal().code()) ? "fault.next.join-again" : "fault.next.truce")));
        }
    }

    /** The session cannot go on at this seat. */
    private void stop() {
        gone = true;
        console.stopAsking();
        if (draft.isUnsent() && board.over() == null) {
            say(
                    keeper.comesBack() ? "session.draft.kept" : "session.draft.lost",
                    wording.orders(draft.orders(), board::level));
        }
    }

    /**
     * Returns what stays on the screen.
     *
     * @param changed whether something but the clock may look different since it was asked for last
     * @param task what is to be done now, or nothing
     */
    Scene scene(boolean changed, String task) {
        if (changed) {
            facts = SeatScene.Facts.of(board, draft, wording, trial);
        }
        String seated = board.delegates().isNone() ? "" : new CounselWords(board, wording).line();
        String brief = header.brief(hearing.deadline(), hearing.isLinkLost());
        return new SeatScene(header(), brief, seated, task, facts, seating.look());
    }

    /** Returns the line above the board: which room, seat and round, the time, the link, what is saved. */
    String header() {
        return header.text(hearing.deadline(), hearing.isLinkLost());
    }

    private void say(String key, Object... arguments) {
        console.show(TextWidth.wrap("", Texts.of(key, arguments)));
    }

    private void fault(UsageFault fault) {
        console.fault(fault);
    }
}
