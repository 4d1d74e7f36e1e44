package dev.truce.cli.seat;

import dev.truce.cli.frame.Frame;
import dev.truce.cli.frame.Scene;
import dev.truce.cli.frame.Scene.Pane;
import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.story.page.Page;
import dev.truce.story.print.ColumnsPrinter;
import dev.truce.story.print.Folding;
import dev.truce.story.print.Look;
import dev.truce.story.topic.DashboardTopic;
import dev.truce.story.topic.DashboardTopic.Piece;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a seat sees all the time.
 *
 * @param header which room, seat and round, the time, the link, what is saved
 * @param brief the same in fewer words
 * @param seats who sits in the delegation, or empty
 * @param task what a teacher wants done now, or empty
 * @param facts the rest, or null before the first round
 * @param look which characters bars use
 */
public record SeatScene(
        String header,
        String brief,
        String seats,
        String task,
        @Nullable Facts facts,
        Look look) implements Scene {

    /**
     * What changes only when something happens.
     *
     * @param score the tariff and the own score in a few words
     * @param board all at a glance
     * @param panes the same piece by piece
     * @param beside what has a place beside it
     */
    public record Facts(String score, Page board, List<Piece> panes, List<Piece> beside) {
        public Facts {
            panes = List.copyOf(panes);
            beside = List.copyOf(beside);
        }

        /** Returns what a seat knows now, or null before the first round. */
        public static @Nullable Facts of(Board board, DraftOrders draft, Wording wording, TryPreview trial) {
            Observation now = board.observation();
            if (now == null) {
                return null;
            }
            DashboardTopic topic = new DashboardTopic(
                    wording, board.reasons(), board.side(), now, board.rounds(), board.proceedings());
            String words = draftWords(board, draft, wording);
            List<String> told = new ArrayList<>();
            if (!words.isEmpty()) {
                told.add(words);
            }
            told.add(trial.inaction(board, draft, wording));
            return new Facts(topic.brief(), topic.board(words), topic.pieces(told), topic.beside());
        }
    }

    /** Says what the draft is and whether it was sent; nothing if it asks for nothing. */
    public static String draftWords(Board board, DraftOrders draft, Wording wording) {
        String key = draft.isUnsent() ? "state.draft.unsent" : "state.draft.saved";
        return draft.orders().isHold() ? "" : Texts.of(key, wording.orders(draft.orders(), board::level));
    }

    @Override
    public List<String> top(int columns) {
        if (columns < Frame.BOARD) {
            String second = !task.isEmpty() || facts == null ? task : facts.score();
            return second.isEmpty() ? List.of(brief) : List.of(brief, second);
        }
        List<String> lines = new ArrayList<>(List.of(header));
        if (!seats.isEmpty()) {
            lines.add(TextWidth.cut(seats, Frame.BOARD));
        }
        if (!task.isEmpty()) {
            lines.add(TextWidth.cut(task, Frame.BOARD));
        }
        return lines;
    }

    @Override
    public List<String> board(int rows) {
        return facts == null ? List.of() : new Folding(look).lines(facts.board(), rows);
    }

    @Override
    public List<Pane> panes(int columns) {
        return facts == null
                ? List.of()
                : facts.panes().stream().map(piece -> pane(piece, columns)).toList();
    }

    @Override
    public List<Pane> beside(int columns) {
        return facts == null
                ? List.of()
                : facts.beside().stream().map(piece -> pane(piece, columns)).toList();
    }

    private Pane pane(Piece piece, int columns) {
        List<String> lines = new ColumnsPrinter(look, columns).lines(piece.page());
        return new Pane(piece.word(), piece.title(), lines, piece.picture());
    }
}
