package dev.truce.cli.play;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.Coach;
import dev.truce.cli.seat.DraftOrders;
import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The eight steps of the tutorial: a step ends when its goal is met, or is skipped; then comes the sentence that it teaches. */
final class Lesson implements Coach {
    static final int STEPS = 8;

    /** The round that opens after the truce has been renewed, or has snapped back. */
    private static final int LAST_ROUND = 4;

    private static final String SKIP = "skip";

    private final LessonFile file;
    /** Lines that are still to be typed again before the person goes on. */
    private int again;

    private int step;
    private boolean skipped;
    private boolean comesBack;
    private final Set<String> typed = new HashSet<>();
    private @Nullable Orders saved;
    private int saves;

    /** @param file what was typed before, and where more is kept */
    Lesson(LessonFile file) {
        this.file = file;
        this.again = file.lines().size();
    }

    /** The step that is asked for: 0 before the first, one more than there are after the last. */
    int step() {
        return step;
    }

    @Override
    public boolean takes(String line) {
        if (again > 0) {
            again--;
            comesBack = again == 0;
        } else if (!line.equalsIgnoreCase("quit") && !line.equalsIgnoreCase("q")) {
            file.add(line);
        }
        boolean skips = line.equalsIgnoreCase(SKIP);
        skipped |= skips;
        return skips;
    }

    @Override
    public void typed(String command, String line) {
        // Two previews count twice only if they differ.
        typed.add(command.equals("try") ? "try " + line.replaceAll("\\s+", "") : command);
    }

    @Override
    public List<String> look(Board board, DraftOrders draft) {
        if (!Objects.equals(saved, draft.saved())) {
            saved = draft.saved();
            saves += saved == null ? 0 : 1;
        }
        List<String> lines = new ArrayList<>();
        if (board.observation() == null || step > STEPS) {
            return lines;
        }
        if (step == 0) {
            lines.add("");
            lines.addAll(TextWidth.wrap("", Texts.of("tutorial.begin", STEPS)));
            next(lines);
        }
        while (step <= STEPS && (skipped || isMet(board))) {
            lines.add("");
            lines.addAll(TextWidth.wrap("", Texts.of("tutorial.learnt", Texts.of("tutorial.learnt." + step))));
            skipped = false;
            next(lines);
        }
        if (comesBack && step <= STEPS) {
            comesBack = false;
            lines.addAll(TextWidth.wrap("", Texts.of("tutorial.step", step, STEPS, Texts.of("tutorial.goal." + step))));
        }
        if (step > STEPS) {
            file.forget();
        }
        return lines;
    }

    @Override
    public String task() {
        return step < 1 || step > STEPS
                ? ""
                : Texts.of("tutorial.step", step, STEPS, Texts.of("tutorial.task." + step));
    }

    private void next(List<String> lines) {
        step++;
        typed.clear();
        saves = 0;
        lines.addAll(TextWidth.wrap(
                "",
                step > STEPS
                        ? Texts.of("tutorial.end")
                        : Texts.of("tutorial.step", step, STEPS, Texts.of("tutorial.goal." + step))));
    }

    private boolean isMet(Board board) {
        return switch (step) {
            case 1 -> typed.contains("state");
            case 2 -> typed.contains("legal") && typed.contains("explain");
            case 3 -> typed.stream().filter(word -> word.startsWith("try ")).count() >= 2;
            case 4 -> saves >= 2;
            case 5 -> board.last() != null && typed.contains("why");
            case 6 -> typed.contains("pacts") && isBroken(board);
            case 7 -> typed.contains("counter") && isSigned(board);
            case STEPS -> board.openRound() >= LAST_ROUND || board.over() != null;
            default -> false;
        };
    }

    private static boolean isSigned(Board board) {
        return board.proceedings().offers().stream()
                .anyMatch(offer -> offer.maker() != board.side()
                        && (offer.status() == OfferStatus.ACCEPTED || offer.status() == OfferStatus.ENTERED));
    }

    private static boolean isBroken(Board board) {
        for (RoundView view : board.rounds()) {
            if (view.side(board.side().other()).severityMilli() > 0) {
                return true;
            }
        }
        return false;
    }
}
