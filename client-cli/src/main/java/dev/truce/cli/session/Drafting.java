package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.Candidates;
import dev.truce.cli.seat.DraftOrders;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.conduct.Duty;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.story.topic.DutyTopic;
import dev.truce.story.topic.RedLineTopic;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The commands that change the draft on this device; nothing is sent. */
final class Drafting {
    private final Session session;
    private final Board board;
    private final DraftOrders draft;
    private final Submission submission;
    private final TypedDeeds typed;
    private final Candidates candidates;
    private final Wording wording;

    Drafting(Session session, Board board, DraftOrders draft, Submission submission, TypedDeeds typed) {
        this.session = session;
        this.board = board;
        this.draft = draft;
        this.submission = submission;
        this.typed = typed;
        this.candidates = new Candidates(board);
        this.wording = Texts.wording(board.scenario());
    }

    private Observation observation() {
        return Objects.requireNonNull(board.observation(), "the session drafts only once a round is open");
    }

    Command set() {
        return Command.of("set", "", this::set).completed(candidates::set);
    }

    /** Puts orders into the draft. */
    void set(String text) {
        if (submission.isOver()) {
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
            session.say(board.delegates().advises() ? "draft.set" : "session.draft", submission.words(draft.orders()));
            submission.overruled(draft.orders(), observation());
            new RedLineTopic(wording)
                    .crossed(observation(), orders.list())
                    .forEach(crossed -> session.say("redlines.draft", crossed));
        }
    }

    /** Empties the draft: nothing is ordered, which keeps the treaty. */
    Command hold() {
        return Command.bare("hold", "", this::holds);
    }

    private void holds() {
        if (!submission.isOver()) {
            draft.hold();
            session.say("session.draft.empty");
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
        return new DutyTopic(wording)
                .duties(board.side(), observation(), Orders.HOLD, AccusationChoice.REST).stream()
                        .map(Duty::clause)
                        .filter(clause -> board.delegates().mayOrder(clause.instrument()))
                        .toList();
    }

    private void breach(String word) {
        if (submission.isOver()) {
            return;
        }
        Optional<Instrument> instrument = board.scenario().instruments().find(word, board.side());
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
            session.say("break.next", wording.clause(clause), Breaches.asked(List.of(clause)));
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
        return Command.bare("keep", "k", this::keepLevels);
    }

    /** Orders the present level of everything that would fall back and is not in the draft. */
    private void keepLevels() {
        if (submission.isOver()) {
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
        session.say("session.draft", submission.words(draft.orders()));
    }
}
