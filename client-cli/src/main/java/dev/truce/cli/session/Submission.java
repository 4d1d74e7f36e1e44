package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.DraftOrders;
import dev.truce.cli.seat.OrderWords;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.conduct.Duty;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.print.Screen;
import dev.truce.story.topic.DutyTopic;
import dev.truce.story.topic.RedLineTopic;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The commands that change something: the draft here, or what the server has on disk. */
final class Submission {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** What confirms the ready that closes a round. */
    static final String CLOSE = "close";

    /** Longest text of a server that is shown. */
    private static final int MAX_TEXT = 200;

    private final Session session;
    private final SessionSetup seating;
    private final Board board;
    private final DraftOrders draft;
    private final TypedDeeds typed;
    private final Candidates candidates;
    private final Wording wording;
    private final DutyTopic topic;
    private String savedAt = "";

    Submission(Session session, SessionSetup seating, Board board, DraftOrders draft, TypedDeeds typed) {
        this.typed = typed;
        this.candidates = new Candidates(board);
        this.session = session;
        this.seating = seating;
        this.board = board;
        this.draft = draft;
        this.wording = Texts.wording(seating.scenario());
        this.topic = new DutyTopic(wording);
    }

    private Observation observation() {
        return Objects.requireNonNull(board.observation(), "the session submits only once a round is open");
    }

    String words(Orders orders) {
        return OrderWords.of(orders, board, wording);
    }

    /** Says what is on the server's disk, for example {@code 2 at 14:02:11}. */
    String savedWords() {
        Orders saved = draft.saved();
        if (saved == null) {
            return Texts.of(board.submitted() ? "session.saved.before" : "session.saved.nothing");
        }
        return Texts.of("session.saved.at", saved.list().size(), savedAt);
    }

    Command set() {
        return Command.of("set", "", this::set).completed(candidates::set);
    }

    /** Puts orders into the draft. */
    void set(String text) {
        if (isOver()) {
            return;
        }
        if (!board.delegates().mayOrderAnything()) {
            session.say("set.nothing-held", board.delegates().example());
            return;
        }
        if (text.isEmpty()) {
            session.fault(UsageFault.of(
                    "LEVEL_MISSING", Texts.of("fault.set-empty"), Texts.of("fault.unchanged.draft"), "legal"));
            return;
        }
        Orders orders = typed.orders(text);
        if (orders != null) {
            draft.set(orders.list());
            session.say(board.delegates().advises() ? "draft.set" : "session.draft", words(draft.orders()));
            new RedLineTopic(wording)
                    .crossed(observation(), orders.list())
                    .forEach(crossed -> session.say("redlines.draft", crossed));
        }
    }

    /** Puts an order into the draft that breaks a clause: where holding keeps a treaty, only an order does. */
    Command breach() {
        return Command.of("break", "", this::breach)
                .completed((before, word) -> bound().stream()
                        .map(clause -> clause.instrument().word())
                        .toList());
    }

    private List<Clause> bound() {
        return topic.duties(board.side(), observation(), Orders.HOLD).stream()
                .map(Duty::clause)
                .filter(clause -> board.delegates().mayOrder(clause.instrument()))
                .toList();
    }

    private void breach(String word) {
        if (isOver()) {
            return;
        }
        Optional<Instrument> instrument = Instrument.find(word, board.side());
        if (instrument.isEmpty()) {
            String example = bound().isEmpty()
                    ? "pacts"
                    : "break " + bound().get(0).instrument().word();
            session.fault(UsageFault.of(
                    "UNKNOWN_INSTRUMENT",
                    Texts.of(word.isEmpty() ? "fault.break-empty" : "fault.break-unknown", word),
                    Texts.of("fault.unchanged.draft"),
                    example));
            return;
        }
        Clause clause = board.binding(instrument.get());
        if (clause == null) {
            session.say("break.no-clause", instrument.get().word());
            return;
        }
        int level = oldLevel(clause);
        if (level == Levels.UNSEEN) {
            session.say("break.no-level", instrument.get().word(), wording.clause(clause));
            return;
        }
        set(wording.order(new Order(instrument.get(), level)));
        if (draft.orders().level(instrument.get()) == level
                && !board.delegates().advises()) {
            session.say("break.next", wording.clause(clause), asked(List.of(clause)));
        }
    }

    /** The level before the clause: the present one if it breaks it, else the last one that did, else the next step beyond it. */
    private int oldLevel(Clause clause) {
        Instrument instrument = clause.instrument();
        if (clause.isBrokenBy(board.level(instrument))) {
            return board.level(instrument);
        }
        List<RoundView> rounds = board.rounds();
        for (int i = rounds.size() - 1; i >= 0; i--) {
            int level = rounds.get(i).levels().get(instrument);
            if (clause.isBrokenBy(level)) {
                return level;
            }
        }
        LegalLevels legal = board.legal(instrument);
        for (int step = 1;
                legal != null
                        && step < wording.scenario().spec(instrument).ladder().size();
                step++) {
            int level = instrument.isCovert() ? clause.bound() - step : clause.bound() + step;
            if (legal.legal().contains(level)) {
                return level;
            }
        }
        return Levels.UNSEEN;
    }

    Command keep() {
        return Command.of("keep", "k", nothing -> keepLevels());
    }

    /** Orders the present level of everything that would fall back and is not in the draft. */
    private void keepLevels() {
        if (isOver()) {
            return;
        }
        List<Order> orders = new ArrayList<>();
        for (Instrument instrument : board.fallingBack()) {
            if (board.delegates().mayOrder(instrument) && !draft.orders().has(instrument)) {
                orders.add(new Order(instrument, board.level(instrument)));
            }
        }
        if (orders.isEmpty()) {
            session.say("session.keep.nothing");
            return;
        }
        draft.set(orders);
        session.say("session.draft", words(draft.orders()));
    }

    Command undo() {
        return Command.of("undo", "u", nothing -> takeBack());
    }

    private void takeBack() {
        if (isOver()) {
            return;
        }
        if (draft.isUnsent() && draft.stepBack()) {
            session.say(draft.orders().isHold() ? "session.draft.empty" : "session.draft", words(draft.orders()));
        } else if (draft.saved() != null || board.submitted()) {
            boolean[] taken = {false};
            send(new Deed.Undo(), () -> {
                taken[0] = true;
                draft.saved(null);
                session.say("session.undone");
            });
            if (taken[0]) {
                session.awaitToldBack(() -> !board.submitted());
            }
        } else {
            session.say("session.undo.nothing");
        }
    }

    Command commit() {
        return Command.of("commit", "c", nothing -> commitDraft());
    }

    private void commitDraft() {
        if (isOver()) {
            return;
        }
        if (board.delegates().advises()) {
            session.fault(UsageFault.of(
                    "ONLY_THE_HEAD",
                    Texts.of("fault.commit-head"),
                    Texts.of("fault.unchanged.draft"),
                    Texts.of("fault.next.draft")));
            return;
        }
        if (draft.orders().isHold() && draft.saved() == null) {
            session.say("session.commit.empty");
            return;
        }
        if (!draft.isUnsent()) {
            session.say("session.commit.same", savedWords());
            return;
        }
        unlessBroken(broken(draft.orders()), this::sendDraft);
    }

    /** Does something at once, or, if it breaks clauses, once the agreements are named that it breaks. */
    private void unlessBroken(List<Duty> broken, Runnable then) {
        if (broken.isEmpty()) {
            then.run();
            return;
        }
        List<Clause> open = new ArrayList<>();
        List<Clause> covert = new ArrayList<>();
        double lost = 0;
        for (Duty duty : broken) {
            Clause clause = duty.clause();
            (clause.instrument().isCovert() ? covert : open).add(clause);
            lost += clause.instrument().isCovert()
                    ? 0
                    : wording.scenario().depthTable().lost(clause, duty.then());
        }
        if (!open.isEmpty()) {
            boolean material = lost >= seating.scenario().knobs().materialBreach();
            session.say(
                    material ? "session.breach.material" : "session.breach.small",
                    agreements(open),
                    names(open),
                    NumberText.hundredth(Math.round(lost * 100)));
        }
        if (!covert.isEmpty()) {
            session.say("session.breach.covert", agreements(covert), names(covert));
        }
        String expected = asked(broken.stream().map(Duty::clause).toList());
        session.say("session.confirm", expected);
        session.confirm(expected, then);
    }

    private String names(List<Clause> clauses) {
        return String.join(", ", clauses.stream().map(wording::clause).toList());
    }

    private static String agreements(List<Clause> clauses) {
        return String.join(
                ", ",
                clauses.stream()
                        .map(clause -> "A" + clause.agreement())
                        .distinct()
                        .toList());
    }

    /** What has to be typed before clauses are broken. */
    private static String asked(List<Clause> clauses) {
        return "break " + agreements(clauses).replace(",", "");
    }

    private void sendDraft() {
        int round = observation().openRound();
        Orders orders = draft.orders();
        String sent = words(orders);
        session.request(seating.client().submit(round, orders), answer -> {
            if (answer instanceof Reply.Refused<Saved> refused) {
                refused(refused.refusal());
            } else if (answer instanceof Reply.Done<Saved> done) {
                savedAt = TIME.format(
                        Instant.ofEpochMilli(done.value().savedUnixMillis()).atZone(seating.zone()));
                if (observation().openRound() == round) {
                    draft.saved(orders);
                }
                session.say("session.sent", savedAt, sent, round);
            }
        });
    }

    Command ready() {
        return Command.of("ready", "r", nothing -> sayReady());
    }

    private void sayReady() {
        if (isOver()) {
            return;
        }
        if (draft.isUnsent()) {
            session.fault(UsageFault.of(
                    "DRAFT_NOT_SENT",
                    Texts.of("fault.draft-not-sent", words(draft.orders())),
                    Texts.of("fault.unchanged.round"),
                    Texts.of(board.delegates().advises() ? "fault.next.draft-undo" : "fault.next.commit-undo")));
            return;
        }
        if (board.ready()) {
            session.say("session.ready.already");
            return;
        }
        // Orders that were sent have been confirmed.
        boolean holds = draft.saved() == null && !board.submitted();
        unlessBroken(holds ? broken(Orders.HOLD) : List.of(), this::closing);
    }

    private void closing() {
        int round = observation().openRound();
        if (board.closesTheRound(session.againstBot())) {
            Orders saved = draft.saved();
            String orders =
                    saved != null ? words(saved) : Texts.of(board.submitted() ? "session.saved.before" : "round.hold");
            duties(saved);
            session.say("session.close", round, orders);
            List<String> open = new ArrayList<>();
            board.proceedings()
                    .open(board.side().other())
                    .forEach(offer -> open.add(offer.id().toString()));
            if (!open.isEmpty()) {
                session.say("session.close.offers", String.join(", ", open));
            }
            session.say("session.confirm", CLOSE);
            session.confirm(CLOSE, () -> sendReady(round, true, true));
        } else {
            sendReady(round, true, false);
        }
    }

    /** What the treaty asks for, before the round closes; orders of which this device does not know are not judged. */
    private void duties(@Nullable Orders saved) {
        if (wording.scenario().agreements().complyByDefault() && (saved != null || !board.submitted())) {
            Orders orders = saved == null ? Orders.HOLD : saved;
            session.show(Screen.lines(topic.page(board.side(), observation(), orders), seating.look()));
        }
    }

    Command unready() {
        return Command.of("unready", "", nothing -> sayUnready());
    }

    private void sayUnready() {
        if (isOver()) {
            return;
        }
        if (!board.ready()) {
            session.say("session.unready.already");
            return;
        }
        sendReady(observation().openRound(), false, false);
    }

    private void sendReady(int round, boolean ready, boolean closes) {
        boolean[] accepted = {false};
        int offers = board.offersHeard();
        session.request(seating.client().does(round, new Deed.Ready(ready, offers)), answer -> {
            if (answer instanceof Reply.Refused<Saved> refused) {
                refused(refused.refusal());
            } else {
                accepted[0] = true;
                if (!closes && board.offersHeard() == offers) {
                    if (ready && !board.delegates().isNone()) {
                        session.say("session.ready.seats", board.delegates().waitingFor());
                    } else {
                        session.say(
                                ready ? "session.ready" : "session.unready",
                                board.side().other());
                    }
                }
            }
        });
        if (accepted[0] && ready) {
            session.awaitClose(round, closes, offers);
        }
    }

    /**
     * Sends a deed for the open round, and tells if it is refused.
     *
     * @param then what to do when the server has it on disk
     */
    void send(Deed deed, Runnable then) {
        session.request(seating.client().does(board.openRound(), deed), answer -> {
            if (answer instanceof Reply.Refused<Saved> refused) {
                refused(refused.refusal());
            } else {
                then.run();
            }
        });
    }

    /** Tells why the server refused something, and what to type next. */
    void refused(Refusal refusal) {
        String legal = SafeText.line(refusal.legal(), MAX_TEXT);
        session.fault(UsageFault.of(
                        refusal.code().name(),
                        Texts.of(refusal),
                        Texts.of("fault.unchanged.saved", savedWords()),
                        next(refusal.code().name(), legal))
                .about(SafeText.line(refusal.field(), MAX_TEXT), legal));
    }

    /** What to type after a refusal: what the server says is legal, where that can be typed. */
    private String next(String code, String legal) {
        return switch (code) {
            case "ONE_OFFER_A_ROUND" -> {
                List<Offer> own = board.proceedings().open(board.side());
                yield own.isEmpty()
                        ? "ready"
                        : "withdraw " + own.get(own.size() - 1).id();
            }
            case "ONLY_THE_HEAD" -> "whisper " + Texts.of("say.example");
            case "ONE_ACCEPTANCE_A_ROUND", "TOO_MUCH_TALK" -> "ready";
            case "UNHEARD_OFFER", "TERMS_DIFFER", "UNKNOWN_OFFER", "NOT_YOUR_OFFER", "OFFER_NOT_OPEN" -> "pacts";
            case "UNKNOWN_DRAFT" -> "drafts";
            default -> legal.isEmpty() ? "state" : legal;
        };
    }

    /** Returns whether the match is over, and says so. */
    boolean isOver() {
        if (board.over() != null) {
            session.say("session.is-over");
            return true;
        }
        return false;
    }

    /**
     * The clauses that this seat breaks by an order, or by holding where that keeps no treaty and the clause is new: a breach that
     * goes on has been confirmed. A public clause counts without a right to suspend it.
     */
    private List<Duty> broken(Orders orders) {
        int round = observation().openRound();
        boolean right = observation().snapBackRight(board.side());
        return topic.duties(board.side(), observation(), orders).stream()
                .filter(duty ->
                        !duty.isKept() && (duty.ordered() || duty.clause().first() == round))
                .filter(duty -> !right || duty.clause().instrument().isCovert())
                .filter(duty -> board.delegates().mayOrder(duty.clause().instrument()))
                .toList();
    }
}
