package dev.truce.engine.scenario;

import dev.truce.engine.board.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What courts, statutes and their time limits do to public instruments in certain rounds, whatever the sides want.
 *
 * @param statutes ascending by round
 */
public record Law(List<Statute> statutes) {
    /** No level and no limit. */
    public static final int NONE = -1;

    /** A scenario in which the law does nothing. */
    public static final Law SILENT = new Law(List.of());

    /**
     * One change of the law.
     *
     * @param round in which it takes effect
     * @param instrument public
     * @param level ladder index to which the instrument goes by itself in that round, or {@link #NONE}
     * @param atMost highest ladder index that has effect from that round on, until another statute on the instrument; {@link #NONE} if
     *     there is no limit
     * @param titles what happened, for people
     * @param source where it is published, and when
     */
    public record Statute(int round, Instrument instrument, int level, int atMost, Titles titles, String source) {}

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the rounds are not ascending, an instrument is covert or has two statutes in one round, or a
     *     level is above the limit that comes with it
     */
    public Law {
        statutes = List.copyOf(statutes);
        for (int i = 0; i < statutes.size(); i++) {
            Statute statute = statutes.get(i);
            if (statute.instrument.isCovert()) {
                throw new IllegalArgumentException(statute.instrument.id() + " is covert; no law can reach it");
            }
            if (statute.atMost != NONE && statute.level > statute.atMost) {
                throw new IllegalArgumentException(statute.instrument.id() + ": the level is above at_most");
            }
            for (Statute earlier : statutes.subList(0, i)) {
                if (earlier.round > statute.round
                        || (earlier.round == statute.round && earlier.instrument == statute.instrument)) {
                    throw new IllegalArgumentException(statute.instrument.id() + ", round " + statute.round
                            + ": list statutes by round, one for an instrument");
                }
            }
        }
    }

    /** Returns what takes effect in a round. */
    public List<Statute> of(int round) {
        if (statutes.isEmpty()) {
            return statutes;
        }
        List<Statute> now = new ArrayList<>();
        for (Statute statute : statutes) {
            if (statute.round == round) {
                now.add(statute);
            }
        }
        return now;
    }

    /** Returns the last statute on an instrument that took effect in a round or before it, or null if there is none. */
    public @Nullable Statute inForce(Instrument instrument, int round) {
        Statute last = null;
        for (Statute statute : statutes) {
            if (statute.instrument == instrument && statute.round <= round) {
                last = statute;
            }
        }
        return last;
    }

    /** Returns the highest ladder index that has effect in a round, or {@link #NONE} if there is no limit. */
    public int atMost(Instrument instrument, int round) {
        Statute statute = inForce(instrument, round);
        return statute == null ? NONE : statute.atMost;
    }

    /** Returns where an instrument comes to stand in a round that is ordered to a level, or goes there by itself. */
    public int lawful(Instrument instrument, int level, int round) {
        int atMost = atMost(instrument, round);
        return atMost == NONE ? level : Math.min(level, atMost);
    }

    /** Returns whether the law keeps an instrument at or below a level in each of some rounds, so that a clause at it asks for nothing. */
    public boolean keepsBelow(Instrument instrument, int bound, int first, int last) {
        // After its last statute the law changes no more.
        int until = statutes.isEmpty() ? first : Math.max(first, statutes.get(statutes.size() - 1).round);
        for (int round = first; round <= Math.min(last, until); round++) {
            int atMost = atMost(instrument, round);
            if (atMost == NONE || atMost > bound) {
                return false;
            }
        }
        return first <= last;
    }

    /**
     * Returns where an instrument stands in a round if it started as the scenario says and only the law has moved it.
     *
     * @param barred whether something keeps a level of the law out
     */
    public int standing(InstrumentSpec spec, int round, IntPredicate barred) {
        int level = spec.start();
        for (Statute statute : statutes) {
            if (statute.instrument == spec.instrument() && statute.round <= round) {
                level = statute.level == NONE || barred.test(statute.level) ? level : statute.level;
                level = statute.atMost == NONE ? level : Math.min(level, statute.atMost);
            }
        }
        return level;
    }

    /** Returns whether an instrument that went to a level by itself in a round did so by law. */
    public boolean moves(int round, Instrument instrument, int level) {
        for (Statute statute : of(round)) {
            if (statute.instrument == instrument && statute.level == level) {
                return true;
            }
        }
        return false;
    }
}
