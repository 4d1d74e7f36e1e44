package dev.truce.story.desk;

import dev.truce.match.notation.TimeText;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a desk's script that waits until all tables have come so far. Tables go on at their own pace: where bots play, a round is open
 * for a moment only, so that all tables may never be in it at once. So a table that has come further has come.
 *
 * @param phase where tables have to be
 * @param round in which round; the next one where they are between rounds
 * @param mostMillis how long it waits
 */
public record DeskWait(TablePhase phase, int round, long mostMillis) {
    /** Longest that a script waits, and how long it does if it does not say: a round of an hour. */
    public static final long LONGEST_MILLIS = 60 * 60 * 1_000;

    private static final Pattern LINE =
            Pattern.compile("wait\\s+([a-z]+)(?:\\s+r([0-9]{1,2}))?(?:\\s+([0-9:]+))?", Pattern.CASE_INSENSITIVE);

    private static final int PHASES = TablePhase.values().length;

    /** Returns whether a line wants to wait, well written or not. */
    public static boolean isMeant(String line) {
        return line.strip().toLowerCase(Locale.ROOT).matches("wait(\\s.*)?");
    }

    /**
     * Reads a line; empty if it names no phase or no time.
     *
     * @param tables the tables now: a line without a round means theirs, as an act does
     */
    public static Optional<DeskWait> read(String line, List<TableChanged> tables) {
        Matcher words = LINE.matcher(line.strip());
        if (!words.matches()) {
            return Optional.empty();
        }
        Optional<TablePhase> phase = phase(words.group(1));
        Optional<Long> most = words.group(3) == null ? Optional.of(LONGEST_MILLIS) : TimeText.read(words.group(3));
        if (phase.isEmpty() || most.isEmpty() || most.get() > LONGEST_MILLIS) {
            return Optional.empty();
        }
        int round = words.group(2) == null ? meant(phase.get(), tables) : Integer.parseInt(words.group(2));
        return Optional.of(new DeskWait(phase.get(), round, most.get()));
    }

    private static Optional<TablePhase> phase(String word) {
        for (TablePhase phase : TablePhase.values()) {
            if (phase.name().equalsIgnoreCase(word)) {
                return Optional.of(phase);
            }
        }
        return Optional.empty();
    }

    /** Returns the round that is open, or the one that comes after it where tables are to be between rounds and are not. */
    private static int meant(TablePhase phase, List<TableChanged> tables) {
        OptionalInt first = tables.stream()
                .filter(table -> table.phase() != TablePhase.OVER && table.phase() != TablePhase.FAULT)
                .mapToInt(TableChanged::round)
                .min();
        boolean isOpen = tables.stream()
                .anyMatch(table -> table.round() == first.orElse(1)
                        && table.phase().compareTo(TablePhase.OPEN) >= 0
                        && table.phase().compareTo(TablePhase.SHUT) <= 0);
        return first.orElse(1) + (phase == TablePhase.BETWEEN && isOpen ? 1 : 0);
    }

    /** Returns whether a table has come so far, or further. */
    public boolean hasCome(TableChanged table) {
        if (phase == TablePhase.OVER || phase == TablePhase.FAULT || table.phase() == TablePhase.FAULT) {
            return table.phase() == phase;
        } else if (table.phase() == TablePhase.OVER) {
            return table.rounds().size() >= round;
        }
        return place(table.round(), table.phase()) >= place(round, phase);
    }

    private static int place(int round, TablePhase phase) {
        return round * PHASES + phase.ordinal();
    }

    /** Returns whether a table never comes so far, since it goes no further. */
    public boolean isHopeless(TableChanged table) {
        boolean stands = table.phase() == TablePhase.OVER || table.phase() == TablePhase.FAULT;
        return stands && !hasCome(table);
    }
}
