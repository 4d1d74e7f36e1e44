package dev.truce.bots.minds;

import dev.truce.bot.StepBudget;
import dev.truce.engine.state.MatchState;
import java.util.ArrayList;
import java.util.List;

/**
 * Candidates played out side by side against the same fates, so that their scores differ by what they do and not by luck. The
 * first candidate is the safe one; it never drops out.
 */
final class PairedPlayouts {
    /** Standard errors by which a candidate must be ahead of the safe one. */
    private static final double MARGIN = 2;
    /** Fewer playings tell nothing about the error. */
    private static final int LEAST_PLAYINGS = 2;

    private final Playout playout;
    private final MatchState supposed;
    private final List<PlayoutChance> fates;
    private final StepBudget budget;
    private final List<Entry> entries = new ArrayList<>();
    private List<Entry> in = new ArrayList<>();

    /** A candidate and how it has done so far. */
    private static final class Entry {
        final Candidate candidate;
        final double[] scores;
        int playings;
        double sum;

        Entry(Candidate candidate, int most) {
            this.candidate = candidate;
            this.scores = new double[most];
        }

        double mean() {
            return playings == 0 ? Double.NEGATIVE_INFINITY : sum / playings;
        }
    }

    PairedPlayouts(Playout playout, MatchState supposed, List<PlayoutChance> fates, StepBudget budget, Candidate safe) {
        this.playout = playout;
        this.supposed = supposed;
        this.fates = fates;
        this.budget = budget;
        add(safe);
    }

    void add(Candidate candidate) {
        Entry entry = new Entry(candidate, fates.size());
        entries.add(entry);
        in.add(entry);
    }

    /** Plays all that are still in on, until each was played the given number of times or the budget is spent. */
    void play(int playings) {
        for (Entry entry : in) {
            while (entry.playings < Math.min(playings, fates.size())) {
                double score = playout.score(entry.candidate, fates.get(entry.playings), supposed, budget);
                if (Double.isNaN(score)) {
                    return;
                }
                entry.scores[entry.playings++] = score;
                entry.sum += score;
            }
        }
    }

    /** Drops all but the best, and the safe one. */
    void keep(int best) {
        List<Entry> sorted = new ArrayList<>(in);
        // The sort is stable: of equals the earlier stays.
        sorted.sort((a, b) -> Double.compare(b.mean(), a.mean()));
        List<Entry> kept = new ArrayList<>(sorted.subList(0, Math.min(best, sorted.size())));
        if (!kept.contains(entries.get(0))) {
            kept.add(entries.get(0));
        }
        in = kept;
    }

    /** Returns the best of those that were played often enough, the safe one unless another is clearly better. */
    Candidate best(int playings) {
        Entry safe = entries.get(0);
        Entry best = safe;
        for (Entry entry : in) {
            if (entry.playings >= playings && entry.mean() > best.mean()) {
                best = entry;
            }
        }
        return isClearlyBetter(best, safe) ? best.candidate : safe.candidate;
    }

    private static boolean isClearlyBetter(Entry entry, Entry safe) {
        int pairs = Math.min(entry.playings, safe.playings);
        if (entry == safe || pairs < LEAST_PLAYINGS) {
            return false;
        }
        double mean = 0;
        for (int i = 0; i < pairs; i++) {
            mean += (entry.scores[i] - safe.scores[i]) / pairs;
        }
        double squares = 0;
        for (int i = 0; i < pairs; i++) {
            double off = entry.scores[i] - safe.scores[i] - mean;
            squares += off * off;
        }
        return mean > MARGIN * Math.sqrt(squares / (pairs - 1) / pairs);
    }
}
