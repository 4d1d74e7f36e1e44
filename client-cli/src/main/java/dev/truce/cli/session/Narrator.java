package dev.truce.cli.session;

import dev.truce.cli.frame.Scene;
import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.DraftOrders;
import dev.truce.cli.seat.Inaction;
import dev.truce.cli.seat.Keeper;
import dev.truce.cli.seat.SeatHeader;
import dev.truce.cli.seat.SeatScene;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.seat.TryPreview;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.message.SeedNotice;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.delegation.CounselWords;
import dev.truce.story.facts.Deadline;
import dev.truce.story.facts.RoundTalk;
import dev.truce.story.heard.NoticeWords;
import dev.truce.story.page.Page;
import dev.truce.story.print.Json;
import dev.truce.story.print.JsonPrinter;
import dev.truce.story.print.Screen;
import dev.truce.story.round.RoundTopic;
import dev.truce.story.topic.FinalTopic;
import dev.truce.story.words.CardWords;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records what happens to a seat and tells it: rounds, the other side, the time, the link, the end. */
final class Narrator {
    private static final int MAX_NAME = 24;
    /** How long what follows a resolved round is waited for before it is told. */
    private static final long SETTLED_MILLIS = 200;

    private static final int MAX_TEXT = 200;

    private final SessionSetup seating;
    private final Console console;
    private final Board board;
    private final DraftOrders draft;
    private final Keeper keeper;
    private final Supplier<String> saved;
    private final Wording wording;
    private final Inaction inaction;
    private final DealingsTold dealings;
    private final Counsel counsel;
    private final SeatHeader header;
    private Deadline deadline = new Deadline(0, 0);
    private int shownRound;
    private boolean linkLost;
    private boolean opponentIsBot;
    private boolean silent;
    private boolean gone;
    private boolean takenOver;
    private boolean newOffer;
    private int heardOfHost;
    private @Nullable RoundView untold;
    private SeatScene.@Nullable Facts facts;
    private List<Occupant> seats = List.of();
    private SeedNotice seed = SeedNotice.DRAWN;

    /**
     * @param saved says what the server has on disk
     * @param counsel tells what happens inside of the delegation
     * @param trial tells what a breach costs
     */
    Narrator(
            SessionSetup seating,
            Console console,
            Board board,
            DraftOrders draft,
            Keeper keeper,
            Supplier<String> saved,
            Counsel counsel,
            TryPreview trial) {
        this.counsel = counsel;
        this.header = new SeatHeader(seating, board, draft, saved);
        this.seating = seating;
        this.console = console;
        this.board = board;
        this.draft = draft;
        this.keeper = keeper;
        this.saved = saved;
        this.wording = Texts.wording(seating.scenario());
        this.inaction = new Inaction(board, draft, wording, trial);
        this.opponentIsBot = seating.againstBot();
        this.dealings = new DealingsTold(console, board, wording);
    }

    /** The last round whose opening was recorded. */
    int shownRound() {
        return shownRound;
    }

    /** How often something was told that the host or the clock did. */
    int heardOfHost() {
        return heardOfHost;
    }

    /** Whether the seat is lost for this device. */
    boolean gone() {
        return gone;
    }

    /** Whether it is lost because another device has taken it over. */
    boolean isTakenOver() {
        return takenOver;
    }

    /** Whether a program plays the other side; a program is always ready in the end. */
    boolean againstBot() {
        return opponentIsBot;
    }

    /** Returns for how long there is nothing to tell about the time. */
    long quietMillis() {
        long quiet = deadline.quietMillis(seating.clock().millis());
        return untold == null ? quiet : Math.min(quiet, SETTLED_MILLIS);
    }

    /** Tells of a round that was resolved, if no round has opened at once. */
    void tellSettled() {
        tellRound();
    }

    /** Tells how much time is left, if that is due. */
    void tellTime() {
        deadline.tell(seating.clock().millis()).ifPresent(left -> say("notices.left", left, inaction.text()));
    }

    /** Records what follows without showing it. */
    void beSilent() {
        silent = true;
    }

    /** Ends the silence with how things stand. */
    void sumUp() {
        silent = false;
        RoundView last = board.last();
        Notice.MatchOver over = board.over();
        if (over != null) {
            report(over);
            return;
        }
        if (last != null) {
            round(last);
        }
        Observation observation = board.observation();
        if (observation != null) {
            console.show(new Openings(wording, board, inaction, seating).lines(observation, deadline, true));
        }
    }

    /** Whether the last event was a new offer of the other side. */
    boolean hasNewOffer() {
        return newOffer;
    }

    /** Whether events are recorded without being shown. */
    boolean isSilent() {
        return silent;
    }

    /** Records an event that did not come from the keyboard. */
    void happened(Heard happening) {
        newOffer = false;
        if (happening instanceof Heard.Told told) {
            console.about(told.notice().getClass().getSimpleName());
            told(told.notice(), told.deadlineUnixMillis());
            console.about("");
        } else if (happening instanceof Heard.Link link) {
            link(link.state());
        } else if (happening instanceof Heard.Room room) {
            board.delegates().seated(room.seats(), room.mode());
            seated(room.seats());
        } else if (happening instanceof Heard.DeadlineMoved moved) {
            if (moved.deadlineUnixMillis() != board.deadlineUnixMillis() && board.over() == null) {
                long now = seating.clock().millis();
                deadline = deadline.stands()
                        ? Deadline.standing(moved.deadlineUnixMillis() - now)
                        : new Deadline(moved.deadlineUnixMillis(), now);
            }
        } else if (happening instanceof Heard.NewTicket renewed) {
            console.show(keeper.keep(renewed.ticket()));
        } else if (happening instanceof Heard.Begun begun) {
            begun(begun);
        } else if (happening instanceof Heard.Seed told) {
            seed(told.seed());
        } else if (happening instanceof Heard.Fact fact) {
            console.show(words().of(fact.fact(), fact.holds()));
        }
    }

    private NoticeWords words() {
        return new NoticeWords(
                NoticeWords.Listener.SEAT,
                Texts.phrases(),
                Texts::safe,
                board.delegates().own(),
                saved.get());
    }

    private void seed(SeedNotice told) {
        seed = told;
        if (told.chosen() && !seating.practice()) {
            say("facts.seed-chosen");
        }
    }

    private void begun(Heard.Begun begun) {
        if (!begun.scenarioHash().equals(seating.scenario().hash())) {
            stop();
            fault(UsageFault.of(
                    "SCENARIO_DIFFERS",
                    Texts.of(
                            "fault.scenario.version",
                            SafeText.line(begun.scenarioId(), MAX_NAME),
                            seating.scenario().id()),
                    Texts.of("fault.unchanged.seat"),
                    Texts.of("fault.next.same-version")));
        }
    }

    private void seated(List<Occupant> now) {
        for (Occupant occupant : now) {
            boolean isNew = !occupant.isVacant()
                    && seats.stream().noneMatch(known -> known.seat().equals(occupant.seat()) && !known.isVacant());
            boolean tells = isNew && !silent && !seating.practice();
            if (occupant.seat().equals(Seat.head(board.side().other()))) {
                opponentIsBot = occupant.bot();
            }
            if (!board.delegates().isNone()) {
                if (tells && !occupant.seat().equals(board.delegates().own())) {
                    say(
                            "session.seat.taken",
                            occupant.seat().side(),
                            Texts.seats().of(occupant));
                }
            } else if (tells && occupant.seat().side() != board.side()) {
                say(
                        occupant.bot() ? "session.other.bot" : "session.other.person",
                        occupant.seat().side(),
                        SafeText.line(occupant.name(), MAX_NAME));
            }
        }
        seats = List.copyOf(now);
    }

    private void told(Notice notice, long closesUnixMillis) {
        KnownBefore before =
                new KnownBefore(board.last(), board.submitted(), board.opponentSubmitted(), board.opponentReady());
        Offer known = notice instanceof Notice.OfferChanged changed
                ? board.proceedings().find(changed.offer().id())
                : null;
        board.take(notice, closesUnixMillis, !silent);
        if (!(notice instanceof Notice.OfferChanged)) {
            tellRound();
        }
        if (before.sealed() && !board.submitted()) {
            // A stand-in makes void what its person has sealed. Before a first commit is told back nothing is.
            draft.notSaved();
        }
        follow(notice, closesUnixMillis);
        if (silent) {
            return;
        }
        if (notice instanceof Notice.OfferChanged changed) {
            if (untold == null && !changed.offer().equals(known)) {
                dealings.offer(changed.offer());
                newOffer = changed.offer().isOpen() && changed.offer().maker() != board.side();
            }
        } else if (notice instanceof Notice.RoundResolved resolved) {
            if (before.round() == null
                    || before.round().round() < resolved.view().round()) {
                // What became of its offers is told next, and belongs to it.
                untold = resolved.view();
            }
        } else {
            tell(notice, before);
        }
    }

    /** What the seat knew before a notice. */
    private record KnownBefore(
            @Nullable RoundView round, boolean sealed, boolean opponentSealed, boolean opponentReady) {}

    /** Takes the clock and the draft along, told or not. */
    private void follow(Notice notice, long closesUnixMillis) {
        if (notice instanceof Notice.RoundResolved resolved) {
            unsentAtClose(resolved.view().round());
        } else if (notice instanceof Notice.RoundOpened opened) {
            opened(opened.observation(), closesUnixMillis);
        } else if (notice instanceof Notice.ClockChanged changed && isNow(changed)) {
            clock(changed, closesUnixMillis);
        } else if (notice instanceof Notice.RoundShut || notice instanceof Notice.MatchOver) {
            deadline = new Deadline(0, seating.clock().millis());
        }
        if (notice instanceof Notice.MatchOver) {
            draft.clear();
        }
    }

    private void tell(Notice notice, KnownBefore before) {
        if (notice instanceof Notice.NoticeGiven given) {
            dealings.notice(given);
        } else if (notice instanceof Notice.Said said) {
            dealings.said(said);
        } else if (notice instanceof Notice.CardPlayed played) {
            heardOfHost++;
            console.show(new CardWords(wording).announced(played.card(), played.round()));
        } else if (notice instanceof Notice.Drafted || notice instanceof Notice.Voted) {
            counsel.told(notice);
        } else if (notice instanceof Notice.SeatStatus status) {
            seatStatus(status, before);
        } else if (notice instanceof Notice.MatchOver over) {
            report(over);
        } else if (!(notice instanceof Notice.ClockChanged changed) || isNow(changed)) {
            console.show(words().lines(notice));
            heardOfHost++;
        }
    }

    private boolean isNow(Notice.ClockChanged changed) {
        return changed.round() == board.openRound() && board.over() == null;
    }

    private void seatStatus(Notice.SeatStatus status, KnownBefore before) {
        if (!board.delegates().isNone()) {
            if (status.ready()) {
                readySeat(status);
            }
        } else if (!opponentIsBot) {
            if (board.opponentReady() && !before.opponentReady()) {
                say("session.other.ready", board.side().other());
            } else if (board.opponentSubmitted() && !before.opponentSealed()) {
                say("session.other.sealed", board.side().other());
            }
        }
    }

    /** The clock of the open round does something else than was told. */
    private void clock(Notice.ClockChanged changed, long closesUnixMillis) {
        long now = seating.clock().millis();
        deadline = changed.paused() ? Deadline.standing(changed.leftMillis()) : new Deadline(closesUnixMillis, now);
    }

    /** Tells that a person's seat is ready; programs are in the end. */
    private void readySeat(Notice.SeatStatus status) {
        board.delegates()
                .at(status.seat())
                .filter(it -> !it.bot() && !it.seat().equals(board.delegates().own()))
                .ifPresent(it -> say(
                        "session.seat.ready", it.seat().side(), Texts.seats().of(it)));
    }

    private void tellRound() {
        RoundView view = untold;
        untold = null;
        if (view != null) {
            round(view);
        }
    }

    private void round(RoundView view) {
        RoundView before = board.round(view.round() - 1);
        if (!console.data(() -> new JsonPrinter().text(roundPage(view, before, Bundles.all())))) {
            console.show(roundLines(view, before));
        }
    }

    private void report(Notice.MatchOver over) {
        List<RoundView> truth = keeper.rounds(over.recordText());
        board.reveal(truth);
        SaidAndDone ledger = board.proceedings().ledger();
        Page end = new FinalTopic(wording, board.reasons()).page(over, board.rounds(), ledger);
        List<String> lines = new ArrayList<>();
        if (!console.data(() -> new JsonPrinter().text(end))) {
            lines.add("");
            lines.addAll(Screen.lines(end, seating.look()));
        }
        lines.addAll(counsel.scores());
        console.show(lines);
        console.show(keeper.keepRecord(over.recordText()));
        console.show(keeper.checkSeed(over.recordText(), seed));
        say("session.over");
    }

    private void unsentAtClose(int round) {
        Observation observation = board.observation();
        if (draft.isUnsent() && observation != null && observation.openRound() == round) {
            say("session.draft.unsent", wording.orders(draft.orders(), board::level));
        }
    }

    private void opened(Observation observation, long closesUnixMillis) {
        if (observation.over() || observation.openRound() == shownRound) {
            return;
        }
        shownRound = observation.openRound();
        draft.clear();
        deadline = new Deadline(closesUnixMillis, seating.clock().millis());
        if (silent) {
            return;
        }
        console.data(() -> opening(observation, closesUnixMillis));
        console.show(new Openings(wording, board, inaction, seating).lines(observation, deadline, false));
    }

    private String opening(Observation observation, long closesUnixMillis) {
        Map<String, Object> open = new LinkedHashMap<>();
        open.put("type", "open");
        open.put("seat", board.delegates().own().toString());
        open.put("round", observation.openRound());
        open.put("quarter", observation.quarter());
        open.put("rounds", observation.knownRounds());
        open.put("closes_unix_millis", closesUnixMillis);
        return Json.write(open);
    }

    /** Returns a round as this seat sees it. */
    List<String> roundLines(RoundView view, @Nullable RoundView before) {
        return Screen.lines(roundPage(view, before, List.of()), seating.look());
    }

    private Page roundPage(RoundView view, @Nullable RoundView before, List<Phrases> all) {
        Observation observation = board.observation();
        int known = observation == null ? 0 : observation.knownRounds();
        RoundTalk heard = board.proceedings().round(view.round());
        return new RoundTopic(wording, known, board.reasons(), all).page(view, before, heard);
    }

    private void link(LinkState state) {
        if (state instanceof LinkState.Lost && seating.practice()) {
            // The server is in this process, so both are ending.
            return;
        }
        if (state instanceof LinkState.Lost lost) {
            if (!linkLost) {
                linkLost = true;
                fault(UsageFault.of(
                        "LINK_LOST",
                        Texts.of("fault.link-lost", Conversation.Waits.USUAL.patienceMinutes()),
                        Texts.of("fault.unchanged.saved", saved.get()),
                        Texts.of("fault.next.wait")));
            } else if (Integer.bitCount(lost.tries()) == 1) {
                // Fewer and fewer words the longer it lasts.
                say("session.link.try", lost.tries());
            }
        } else if (state instanceof LinkState.Up) {
            if (linkLost) {
                linkLost = false;
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
                    Texts.of("fault.next.truce")));
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
            facts = SeatScene.Facts.of(board, draft, wording, inaction);
        }
        String seated = board.delegates().isNone() ? "" : new CounselWords(board, wording).line();
        return new SeatScene(header(), header.brief(deadline, linkLost), seated, task, facts, seating.look());
    }

    /** Returns the line above the board: which room, seat and round, the time, the link, what is saved. */
    String header() {
        return header.text(deadline, linkLost);
    }

    private void say(String key, Object... arguments) {
        console.show(TextWidth.wrap("", Texts.of(key, arguments)));
    }

    private void fault(UsageFault fault) {
        console.fault(fault);
    }
}
