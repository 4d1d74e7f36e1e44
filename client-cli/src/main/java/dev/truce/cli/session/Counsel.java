package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.Candidates;
import dev.truce.cli.seat.DraftOrders;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.MinisterScore;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.story.delegation.CounselWords;
import dev.truce.story.facts.Delegates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands inside of a delegation: who sits where, drafts, votes, the own brief. */
final class Counsel {
    private final Session session;
    private final Board board;
    private final DraftOrders draft;
    private final Submission submission;
    private final TypedDeeds typed;
    private final Candidates candidates;
    private final CounselWords words;

    Counsel(
            Session session,
            SessionSetup seating,
            Board board,
            DraftOrders draft,
            Submission submission,
            TypedDeeds typed) {
        this.typed = typed;
        this.candidates = new Candidates(board);
        this.session = session;
        this.board = board;
        this.draft = draft;
        this.submission = submission;
        this.words = new CounselWords(board, Texts.wording(seating.scenario()));
    }

    private Delegates delegates() {
        return board.delegates();
    }

    /** Shows who sits where, what he holds, and whether he is ready; never what he has sealed. */
    Command showSeats() {
        return Command.bare("seats", "", () -> session.show(seats())).working();
    }

    private List<String> seats() {
        List<String> lines = new ArrayList<>(TextWidth.wrap("", words.mode()));
        for (Side side : List.of(board.side(), board.side().other())) {
            lines.add(Texts.of("seats.side", side));
            for (Occupant occupant : delegates().seats()) {
                if (occupant.seat().side() == side) {
                    lines.addAll(TextWidth.wrap("  ", 6, words.seat(occupant)));
                }
            }
        }
        return lines;
    }

    /** Shows the delegation a draft: the orders that were typed, or else those of this device. */
    Command put() {
        return Command.of("draft", "", this::put).completed((before, word) -> {
            List<String> words = new ArrayList<>(before.size() == 1 ? List.of("HOLD") : List.of());
            words.addAll(candidates.orders(word));
            return words;
        });
    }

    private void put(String text) {
        boolean whole = text.isEmpty();
        if (submission.isOver() || (whole && alone())) {
            return;
        }
        if (whole && draft.orders().isHold()) {
            session.say("draft.empty", delegates().example());
            return;
        }
        Deed deed = whole ? AskedOrders.draft(draft.orders()) : typed.deed("draft", text);
        if (!(deed instanceof Deed.PutDraft put)) {
            return;
        }
        Orders sent = AskedOrders.ordered(put.orders());
        if (whole && !typed.mayBeDrafted(sent)) {
            return;
        }
        submission.send(put, () -> {
            if (whole && delegates().advises()) {
                draft.put();
            }
            session.say("draft.sent", words.orders(sent));
        });
    }

    /** Shows the drafts of the open round with the votes on them. */
    Command showDrafts() {
        return Command.bare("drafts", "", () -> session.show(drafts()));
    }

    private List<String> drafts() {
        if (delegates().isNone()) {
            return TextWidth.wrap("", Texts.of("seats.none"));
        }
        List<String> lines = new ArrayList<>();
        for (int drafter : delegates().drafts().keySet()) {
            lines.addAll(TextWidth.wrap("", 3, words.draft(drafter)));
        }
        if (lines.isEmpty()) {
            return TextWidth.wrap("", Texts.of("drafts.none", delegates().example()));
        }
        lines.addAll(TextWidth.wrap("", next()));
        return lines;
    }

    /** What can be done about the drafts that there are: a vote on one of another seat first, and its adoption where orders are given. */
    private String next() {
        int own = delegates().own().number();
        int first = delegates().drafts().keySet().stream()
                .filter(number -> number != own)
                .findFirst()
                .orElse(own);
        return Texts.of(delegates().advises() ? "drafts.next.minister" : "drafts.next.head", first);
    }

    /** Votes on a draft. */
    Command vote() {
        return Command.of("vote", "", this::vote)
                .completed((before, word) -> before.size() == 1 ? candidates.drafters() : List.of("yes", "no"));
    }

    private void vote(String text) {
        if (submission.isOver() || !(typed.deed("vote", text) instanceof Deed.Vote vote)) {
            return;
        }
        int drafter = vote.drafter();
        submission.send(vote, () -> session.say(vote.yes() ? "vote.yes" : "vote.no", words.named(drafter)));
    }

    /** Takes a draft over into the orders of this device, as far as this seat may order them. */
    Command adopt() {
        return Command.of("adopt", "", this::adopt).completed((before, word) -> candidates.drafters());
    }

    private void adopt(String text) {
        if (submission.isOver() || alone()) {
            return;
        }
        Optional<Seat> drafter = delegates().find(text);
        Orders drafted =
                drafter.map(seat -> delegates().drafts().get(seat.number())).orElse(null);
        if (drafted == null) {
            session.fault(UsageFault.of(
                    "UNKNOWN_DRAFT", Texts.of("fault.adopt"), Texts.of("fault.unchanged.nothing-sent"), "drafts"));
            return;
        }
        List<Order> own = drafted.list().stream()
                .filter(order -> delegates().mayOrder(order.instrument()))
                .toList();
        draft.set(own);
        session.say("session.draft", submission.words(draft.orders()));
        if (own.size() < drafted.list().size()) {
            session.say("adopt.part");
        }
    }

    private boolean alone() {
        if (delegates().isNone()) {
            session.say("seats.none");
            return true;
        }
        return false;
    }

    /** Shows what this seat wants beside the score of its side. */
    Command showBrief() {
        return Command.bare("brief", "", () -> session.show(brief()));
    }

    private List<String> brief() {
        List<String> brief = words.brief();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < brief.size(); i++) {
            boolean isWhole = i == 0 || i == brief.size() - 1;
            lines.addAll(isWhole ? TextWidth.wrap("", brief.get(i)) : TextWidth.wrap("  ", 4, brief.get(i)));
        }
        return lines;
    }

    /** Returns the results of the ministers' briefs, for the report of the end. */
    List<String> scores() {
        Notice.MinistersScored scored = delegates().scored();
        if (scored == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("", Texts.of("ministers.title")));
        for (MinisterScore score : scored.scores()) {
            lines.addAll(TextWidth.wrap("  ", 4, words.score(score)));
        }
        return lines;
    }
}
