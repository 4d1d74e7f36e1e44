package dev.truce.cli.tournament;

import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.story.words.NumberText;
import dev.truce.tournament.plan.Scoreboard;
import dev.truce.tournament.result.TournamentRun;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Tells how a tournament goes: on a terminal a line and the present table, drawn over themselves every second; elsewhere a line every
 * ten seconds.
 */
public final class TournamentProgress implements TournamentRun.Listener {
    private static final long SECOND = 1_000_000_000L;
    private static final long PLAIN_SECONDS = 10;
    private static final int ROWS = 10;

    private final PrintStream err;
    private final List<String> names;
    private final int planned;
    private final boolean redraws;
    private final boolean isSequential;
    private final LongSupplier nanos;
    private final long began;
    private long told;
    private int first = -1;
    private int drawn;
    private int pairs;

    /**
     * @param err where it goes
     * @param names of the bots
     * @param planned pairs in all
     * @param redraws whether lines may be drawn over
     * @param isSequential whether a sequential test ends it, so that looking early does no harm
     * @param nanos a clock
     */
    TournamentProgress(
            PrintStream err,
            List<String> names,
            int planned,
            boolean redraws,
            boolean isSequential,
            LongSupplier nanos) {
        this.err = err;
        this.names = names;
        this.planned = planned;
        this.redraws = redraws;
        this.isSequential = isSequential;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.told = began;
    }

    /** Takes away what is drawn, so that what is printed next stays. */
    private void erase() {
        if (drawn > 0) {
            err.print("\u001b[" + drawn + "A\u001b[J");
            drawn = 0;
        }
    }

    @Override
    public synchronized void played(int now, Scoreboard board) {
        pairs = now;
        if (first < 0) {
            first = now;
            return;
        }
        long time = nanos.getAsLong();
        if (time - told < (redraws ? 1 : PLAIN_SECONDS) * SECOND && now < planned) {
            return;
        }
        told = time;
        String line = line(time);
        if (!redraws) {
            err.println(line);
            err.flush();
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(line);
        lines.addAll(table(board));
        erase();
        StringBuilder text = new StringBuilder();
        for (String one : lines) {
            text.append(one).append('\n');
        }
        drawn = lines.size();
        err.print(text);
        err.flush();
    }

    synchronized int pairs() {
        return pairs;
    }

    /** Tells how long the matches took that were played since the beginning, without those of an earlier run. */
    void end() {
        double seconds = seconds(nanos.getAsLong());
        int matches = 2 * (pairs - Math.max(first, 0));
        err.println(Texts.of(
                "tournament.rate",
                matches,
                NumberText.decimals(seconds, 1),
                NumberText.decimals(matches / seconds, 0)));
        err.flush();
    }

    private double seconds(long time) {
        return Math.max(1e-3, (time - began) / 1e9);
    }

    private String line(long time) {
        double rate = (pairs - Math.max(first, 0)) / seconds(time);
        long left = rate > 0 ? Math.round((planned - pairs) / rate) : 0;
        return Texts.of(
                "tournament.progress",
                2L * pairs,
                2L * planned,
                NumberText.decimals(2 * rate, 0),
                left / 60,
                left % 60);
    }

    private List<String> table(Scoreboard board) {
        List<Integer> order = new ArrayList<>();
        for (int bot = 0; bot < names.size(); bot++) {
            order.add(bot);
        }
        order.sort(Comparator.comparingDouble((Integer bot) -> -board.mean(bot)));
        List<String> lines = new ArrayList<>();
        for (int bot : order.subList(0, Math.min(ROWS, order.size()))) {
            lines.add("  " + TextWidth.pad(TextWidth.cut(names.get(bot), 24), 25)
                    + TextWidth.padLeft(NumberText.decimals(board.mean(bot), 2), 6));
        }
        if (!isSequential && pairs < planned) {
            lines.addAll(TextWidth.wrap("  ", Texts.of("tournament.early")));
        }
        return lines;
    }
}
