package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.DraftOrders;
import dev.truce.cli.seat.Keeper;
import dev.truce.cli.seat.Keeper.KeptDraft;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.text.TextWidth;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the draft down whenever it has changed, and takes it up again when the seat is opened again. */
final class DraftKeeping {
    private final SessionSetup seating;
    private final Board board;
    private final DraftOrders draft;
    private final Keeper keeper;
    private final Wording wording;
    private @Nullable KeptDraft kept;
    private @Nullable Orders sealed;

    DraftKeeping(SessionSetup seating, Board board, DraftOrders draft, Keeper keeper) {
        this.seating = seating;
        this.board = board;
        this.draft = draft;
        this.keeper = keeper;
        this.wording = Texts.wording(seating.scenario());
    }

    /** Writes the draft down if it has changed. */
    void keep() {
        if (board.observation() == null || board.over() != null) {
            return;
        }
        KeptDraft now = new KeptDraft(
                seating.ticket().matchId(),
                board.delegates().own(),
                board.openRound(),
                draft.orders(),
                draft.saved(),
                draft.savedAt());
        if (!now.equals(kept)) {
            kept = now;
            keeper.keepDraft(now);
        }
    }

    /** Returns whether this device has had the seat before, in the same match. */
    boolean knowsTheSeat() {
        return keeper.draft().isPresent();
    }

    /** Remembers what the server has of this seat, as it told when the seat was opened again. */
    void sealed(Orders orders) {
        sealed = orders;
    }

    /**
     * Takes up what was kept for the open round. Another device may have sealed something since, or taken it back: only the server knows what is
     * saved, and what this device sent is a draft again only if the server has nothing.
     */
    void resume() {
        Optional<KeptDraft> found =
                keeper.draft().filter(each -> each.round() == board.openRound() && board.over() == null);
        Orders saved = sealed;
        if (saved != null && board.submitted()) {
            draft.resume(saved);
            draft.saved(
                    saved,
                    found.filter(each -> Objects.equals(each.saved(), saved))
                            .map(KeptDraft::savedAt)
                            .orElse(""));
        }
        found.filter(each -> each.isUnsent() || !board.submitted()).ifPresent(each -> draft.resume(each.orders()));
    }

    /** Returns how things stand for a person who comes back: saved orders, the draft, readiness, open offers. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (board.observation() == null || board.over() != null) {
            return lines;
        }
        Orders saved = draft.saved();
        if (saved != null) {
            boolean elsewhere = draft.savedAt().isEmpty();
            add(lines, elsewhere ? "session.back.elsewhere" : "session.back.saved", words(saved), draft.savedAt());
        } else if (board.submitted()) {
            add(lines, "session.back.submitted");
        }
        if (draft.isUnsent() && !draft.orders().isHold()) {
            add(lines, board.delegates().advises() ? "draft.set" : "session.draft", words(draft.orders()));
        }
        if (board.ready()) {
            add(lines, "session.ready.already");
        }
        List<String> open =
                board.context().open().stream().map(OfferId::toString).toList();
        if (!open.isEmpty()) {
            add(lines, "session.back.offers", Texts.list(open));
        }
        return lines;
    }

    private String words(Orders orders) {
        return wording.orders(orders, board::level);
    }

    private static void add(List<String> lines, String key, Object... arguments) {
        lines.addAll(TextWidth.wrap("", Texts.of(key, arguments)));
    }
}
