package dev.truce.cli.desk;

import dev.truce.cli.connect.ClassHearing;
import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.notation.TimeText;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.story.desk.DeskWait;
import dev.truce.story.desk.DeskWords;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Waits for the tables of a class at a line of a script. While it waits it says for what, and it ends once they cannot come any more. */
final class ScriptWait {
    /** How long it waits in silence. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    /** How often it says for what it waits after that. */
    private static final Duration OFTEN = Duration.ofMinutes(1);

    private static final int MAX_NAMED = 6;

    private final ClassHearing link;
    private final DeskWait wait;
    private final String line;
    private final Consumer<List<String>> show;

    /**
     * @param line what was typed
     * @param show says something
     */
    ScriptWait(ClassHearing link, DeskWait wait, String line, Consumer<List<String>> show) {
        this.link = link;
        this.wait = wait;
        this.line = line;
        this.show = show;
    }

    /** Waits; returns whether all tables have come. */
    boolean come() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMillis(wait.mostMillis()).toNanos();
        Duration pause = QUIET;
        while (true) {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            link.awaitAll(this::isSettled, left.compareTo(pause) < 0 ? left : pause);
            List<TableChanged> tables = link.tables();
            if (hasCome(tables)) {
                return true;
            } else if (isSettled(tables) || end - System.nanoTime() <= 0) {
                show.accept(lines(Texts.of("class.desk.not-come", line) + " " + Texts.of(why(tables)), tables));
                return false;
            }
            String most =
                    TimeText.left(Duration.ofNanos(end - System.nanoTime()).toMillis());
            long there = tables.stream().filter(wait::hasCome).count();
            show.accept(lines(Texts.of("class.desk.waits", line, there, tables.size(), most), tables));
            pause = OFTEN;
        }
    }

    private String why(List<TableChanged> tables) {
        if (link.isFinished()) {
            return "class.desk.not-come.finished";
        } else if (link.isGone()) {
            return "class.desk.not-come.gone";
        }
        return isHopeless(tables) ? "class.desk.not-come.never" : "class.desk.not-come.late";
    }

    private boolean hasCome(List<TableChanged> tables) {
        return !tables.isEmpty() && tables.stream().allMatch(wait::hasCome);
    }

    private boolean isHopeless(List<TableChanged> tables) {
        return tables.stream().anyMatch(wait::isHopeless);
    }

    private boolean isSettled(List<TableChanged> tables) {
        return hasCome(tables) || isHopeless(tables) || link.isFinished() || link.isGone();
    }

    /** Returns what is said, with the tables that have not come: those that never will first. */
    private List<String> lines(String head, List<TableChanged> tables) {
        List<String> lines = new ArrayList<>(TextWidth.wrap("", head));
        List<TableChanged> missing =
                new ArrayList<>(tables.stream().filter(wait::isHopeless).toList());
        tables.stream()
                .filter(table -> !wait.hasCome(table) && !wait.isHopeless(table))
                .forEach(missing::add);
        DeskWords words = DeskScene.words(ZoneId.systemDefault());
        long now = System.currentTimeMillis();
        missing.stream()
                .limit(MAX_NAMED)
                .forEach(table -> lines.add(Texts.of(
                        "class.desk.waits.table", table.table(), DeskWords.round(table), words.stands(table, now))));
        if (missing.size() > MAX_NAMED) {
            lines.add(Texts.of("class.desk.waits.more", missing.size() - MAX_NAMED));
        }
        return lines;
    }
}
