package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.DraftOrders;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.page.Page;
import dev.truce.story.topic.AccusationTopic;
import dev.truce.story.topic.DutyTopic;
import dev.truce.story.topic.PactsTopic;
import dev.truce.story.words.OverruledWords;
import dev.truce.story.words.SigningWords;
import dev.truce.story.words.Wording;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The commands that change what the server has on disk: orders, readiness. */
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
    private final Breaches breaches;
    private final Wording wording;

    Submission(Session session, SessionSetup seating, Board board, DraftOrders draft, Breaches breaches) {
        this.session = session;
        this.seating = seating;
        this.board = board;
        this.draft = draft;
        this.breaches = breaches;
        this.wording = Texts.wording(seating.scenario());
    }

    private Observation observation() {
        return Objects.requireNonNull(board.observation(), "the session submits only once a round is open");
    }

    String words(Orders orders) {
        return wording.orders(orders, board::level);
    }

    /** Tells which orders have no effect in a round, or less of it. */
    void overruled(Orders orders, Observation now) {
        for (String sentence : new OverruledWords(wording).ofOrders(orders.list(), now)) {
            session.show(TextWidth.wrap("", sentence));
        }
    }

    /** Says what is on the server's disk, for example {@code 2 at 14:02:11}. */
    String savedWords() {
        String decided = decided();
        if (decided.isEmpty()) {
            return savedOrders();
        }
        boolean orders = draft.saved() != null || board.submitted();
        return orders ? Texts.phrases().clauses(List.of(savedOrders(), decided)) : decided;
    }

    /** Returns what the seat's side has decided on its accusation, as it is typed; empty if it rests. */
    private String decided() {
        Observation now = board.observation();
        return now == null
                ? ""
                : new AccusationTopic(wording, board.reasons()).typed(board.side(), now, board.proceedings());
    }

    private String savedOrders() {
        Orders saved = draft.saved();
        if (saved == null) {
            return Texts.of(board.submitted() ? "saved.before" : "saved.nothing");
        }
        return draft.savedAt().isEmpty()
                ? Texts.of("session.saved.count", saved.list().size())
                : Texts.of("session.saved.at", saved.list().size(), draft.savedAt());
    }

    Command undo() {
        return Command.bare("undo", "u", this::takeBack);
    }

    private void takeBack() {
        if (isOver()) {
            return;
        }
        if (draft.isUnsent() && draft.stepBack()) {
            String now = draft.isUnsent() ? "session.draft" : "session.draft.same";
            session.say(draft.orders().isHold() ? "session.draft.empty" : now, words(draft.orders()));
        } else if (draft.saved() != null || board.submitted()) {
            send(new Deed.Undo(), () -> {
                draft.notSaved();
                session.say("session.undone");
            });
        } else {
            session.say("session.undo.nothing");
        }
    }

    Command commit() {
        return Command.bare("commit", "c", this::commitDraft);
    }

    private void commitDraft() {
        if (isOver()) {
            return;
        }
        if (board.delegates().advises()) {
            session.fault(UsageFault.of(
                    "ONLY_THE_HEAD", Texts.of("fault.commit-head"), Texts.of("fault.unchanged.draft"), "draft"));
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
        breaches.unlessBroken(breaches.by(draft.orders()), this::sendDraft);
    }

    private void sendDraft() {
        Observation now = observation();
        int round = now.openRound();
        Orders orders = draft.orders();
        String sent = words(orders);
        send(AskedOrders.submit(orders), saved -> {
            String savedAt =
                    TIME.format(Instant.ofEpochMilli(saved.savedUnixMillis()).atZone(seating.zone()));
            if (observation().openRound() == round) {
                draft.saved(orders, savedAt);
            }
            session.say("session.sent", savedAt, sent, round);
            overruled(orders, now);
        });
    }

    Command ready() {
        return Command.bare("ready", "r", this::sayReady);
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
                    List.of(board.delegates().advises() ? "draft" : "commit", "undo")));
            return;
        }
        if (board.ready()) {
            session.say("session.ready.already");
            return;
        }
        // Orders that were sent have been confirmed.
        boolean holds = draft.saved() == null && !board.submitted();
        breaches.unlessBroken(holds ? breaches.by(Orders.HOLD) : List.of(), this::closing);
    }

    private void closing() {
        int round = observation().openRound();
        session.show(seating.look()
                .lines(Page.of(new AccusationTopic(wording, board.reasons())
                        .card(board.side(), observation(), board.proceedings()))));
        rivals(null);
        String last = PactsTopic.lastRound(board.side(), observation(), wording);
        if (!last.isEmpty()) {
            session.show(TextWidth.wrap("", last));
        }
        if (board.closesTheRound(session.againstBot())) {
            Orders saved = draft.saved();
            String orders = saved != null ? words(saved) : Texts.of(board.submitted() ? "saved.before" : "round.hold");
            if (board.delegates().advises()) {
                session.say("session.close.minister", round);
            } else {
                duties(saved);
                session.say("session.close", round, orders);
            }
            List<String> open = new ArrayList<>();
            board.proceedings()
                    .open(board.side().other())
                    .forEach(offer -> open.add(offer.id().toString()));
            if (!open.isEmpty()) {
                session.say("session.close.offers", Texts.list(open));
            }
            session.confirm(CLOSE, () -> sendReady(round, true));
        } else {
            sendReady(round, false);
        }
    }

    /**
     * Tells which of two texts would count at the close.
     *
     * @param taken an offer that is or is about to be accepted; null for none but those that are
     */
    void rivals(@Nullable OfferId taken) {
        String rivals = new SigningWords(wording)
                .rivals(
                        board.side(),
                        observation().openRound(),
                        board.proceedings().offers(),
                        taken);
        if (!rivals.isEmpty()) {
            session.show(TextWidth.wrap("", rivals));
        }
    }

    /** What the treaty asks for, before the round closes; orders of which this device does not know are not judged. */
    private void duties(@Nullable Orders saved) {
        if (wording.scenario().agreements().complyByDefault() && (saved != null || !board.submitted())) {
            Orders orders = saved == null ? Orders.HOLD : saved;
            session.show(seating.look()
                    .lines(new DutyTopic(wording).page(board.side(), observation(), orders, board.choice())));
        }
    }

    Command unready() {
        return Command.bare("unready", "", this::sayUnready);
    }

    private void sayUnready() {
        if (isOver()) {
            return;
        }
        if (!board.ready()) {
            session.say("session.unready.already");
            return;
        }
        int offers = board.offersHeard();
        send(new Deed.Ready(false, offers), () -> {
            if (board.offersHeard() == offers) {
                session.say("session.unready", board.side().other());
            }
        });
    }

    private void sendReady(int round, boolean closes) {
        int offers = board.offersHeard();
        boolean taken = send(new Deed.Ready(true, offers), saved -> {
            if (!closes && board.offersHeard() == offers) {
                if (board.delegates().isNone()) {
                    session.say("session.ready", board.side().other());
                } else {
                    session.say("session.ready.seats", board.delegates().waitingFor());
                }
            }
        });
        if (taken) {
            session.awaitClose(round, closes, offers);
        }
    }

    /**
     * Sends a deed for the open round, tells if it is refused, and waits until it is told back.
     *
     * @param then what to do when the server has it on disk
     */
    void send(Deed deed, Runnable then) {
        send(deed, saved -> then.run());
    }

    /** Sends a deed in the same way; returns whether it is taken. */
    private boolean send(Deed deed, Consumer<Saved> then) {
        return session.does(seating.client().does(board.openRound(), deed), Echo.of(deed, board), answer -> {
            answer.tell(then, this::refused);
            return answer instanceof Reply.Done;
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
            case "ONLY_THE_HEAD" -> legal.isEmpty() ? "whisper " + Texts.of("say.example") : legal;
            case "ONE_ACCEPTANCE_A_ROUND", "TOO_MUCH_TALK" -> "ready";
            case "UNHEARD_OFFER", "TERMS_DIFFER", "UNKNOWN_OFFER", "NOT_YOUR_OFFER", "OFFER_NOT_OPEN" -> "pacts";
            case "UNKNOWN_DRAFT" -> "drafts";
            case "NO_ACCUSATION" -> legal.isEmpty() ? "pacts" : "judge " + legal + " inspect";
            case "BAD_TERMS" -> "pacts";
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
}
