package dev.truce.engine.scenario;

import dev.truce.engine.board.Instrument;
import java.util.List;

/**
 * What a scenario says about one instrument.
 *
 * @param instrument which one
 * @param titles its name for people
 * @param shortTitles its name in at most 11 columns
 * @param unit what the numbers of its ladder mean, for example {@code % ad valorem}
 * @param ladder its levels, public ones from mildest to harshest, covert ones from least to most compliant
 * @param start ladder index at the start of the match
 * @param fallback ladder index to which it goes by itself when its clause has ended
 * @param depthValues value of a clause at each level (agreements A1), as long as the ladder; 0 at the fallback
 * @param source published source of the start level and of the fallback
 */
public record InstrumentSpec(
        Instrument instrument,
        Titles titles,
        Titles shortTitles,
        String unit,
        List<Rung> ladder,
        int start,
        int fallback,
        List<Double> depthValues,
        String source) {

    /**
     * Checks the indices and copies the lists.
     *
     * @throws IllegalArgumentException if an index is not on the ladder or the depth values do not match it in length
     */
    public InstrumentSpec {
        ladder = List.copyOf(ladder);
        depthValues = List.copyOf(depthValues);
        requireOnLadder(instrument, "start", start, ladder);
        requireOnLadder(instrument, "fallback", fallback, ladder);
        if (depthValues.size() != ladder.size()) {
            throw new IllegalArgumentException(instrument.id() + ": " + depthValues.size() + " depth values for "
                    + ladder.size() + " levels; there must be one for each");
        }
    }

    private static void requireOnLadder(Instrument instrument, String what, int level, List<Rung> ladder) {
        if (level < 0 || level >= ladder.size()) {
            throw new IllegalArgumentException(
                    instrument.id() + ": " + what + " " + level + " is not on the ladder 0.." + (ladder.size() - 1));
        }
    }

    /** Returns the ladder index at which a clause is worth most; the first of several. */
    public int deepest() {
        int best = 0;
        for (int level = 1; level < depthValues.size(); level++) {
            if (depthValues.get(level) > depthValues.get(best)) {
                best = level;
            }
        }
        return best;
    }

    /** Returns whether a level is better for the other side than that to which the instrument falls back by itself. */
    public boolean isBetterThanFallback(int level) {
        return instrument.isCovert() ? level > fallback : level < fallback;
    }

    /** Returns the rung to which it falls back. */
    public Rung fallbackRung() {
        return ladder.get(fallback);
    }

    /** Returns the rung at a ladder index. */
    public Rung rung(int level) {
        return ladder.get(level);
    }

    /** Returns the ladder index of a token, ignoring case, or -1 if no rung has it. */
    public int levelOf(String token) {
        for (int level = 0; level < ladder.size(); level++) {
            if (ladder.get(level).token().equalsIgnoreCase(token)) {
                return level;
            }
        }
        return -1;
    }
}
