package dev.truce.cli.seat;

import dev.truce.cli.text.Texts;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import dev.truce.story.facts.Deadline;
import dev.truce.story.facts.Delegates;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Where a seat stands, in one line. */
public final class SeatHeader {
    private final SessionSetup seating;
    private final Board board;
    private final DraftOrders draft;
    private final Supplier<String> saved;

    /**
     * @param saved says what the server has on disk
     */
    public SeatHeader(SessionSetup seating, Board board, DraftOrders draft, Supplier<String> saved) {
        this.seating = seating;
        this.board = board;
        this.draft = draft;
        this.saved = saved;
    }

    /** Returns the line above the board: which room, seat and round, the time, the link, what is saved. */
    public String text(Deadline deadline, boolean linkLost) {
        List<String> parts = new ArrayList<>();
        parts.add(
                seating.practice()
                        ? Texts.of("session.practice")
                        : seating.ticket().code());
        parts.add(seat());
        parts.addAll(round());
        parts.add(
                deadline.isNever()
                        ? Texts.of(deadline.stands() ? "session.paused.no-limit" : "session.no-limit")
                        : Texts.of(
                                deadline.stands() ? "session.paused" : "session.left-time",
                                deadline.left(seating.clock().millis())));
        parts.add(Texts.of(linkLost ? "session.link.lost" : "session.link.ok"));
        parts.add(Texts.of("session.saved", saved.get()));
        return String.join(" | ", parts);
    }

    /** The same for a narrow screen; a link that is up and a time without a limit need no words. */
    public String brief(Deadline deadline, boolean linkLost) {
        List<String> parts = new ArrayList<>(List.of(seat()));
        parts.addAll(round());
        if (deadline.stands()) {
            parts.add(Texts.of("session.paused.no-limit"));
        }
        if (!deadline.isNever()) {
            parts.add(deadline.left(seating.clock().millis()));
        }
        if (linkLost) {
            parts.add(Texts.of("session.link.lost"));
        }
        Orders sealed = draft.saved();
        String count = sealed == null
                ? board.submitted() ? "+" : "-"
                : Integer.toString(sealed.list().size());
        boolean decided = board.choice() != AccusationChoice.REST;
        parts.add(Texts.of("session.saved", decided ? count + "+1" : count));
        return String.join("  ", parts);
    }

    private String seat() {
        Delegates delegates = board.delegates();
        return delegates.own().number() == 0
                ? Texts.of("session.seat", board.side())
                : board.side() + " "
                        + delegates
                                .at(delegates.own())
                                .map(own -> Texts.seats().office(own.seat(), own.portfolios()))
                                .orElse(Integer.toString(delegates.own().number()));
    }

    private List<String> round() {
        Observation observation = board.observation();
        return observation == null
                ? List.of()
                : List.of(Texts.of("session.round", observation.openRound(), observation.quarter()));
    }
}
