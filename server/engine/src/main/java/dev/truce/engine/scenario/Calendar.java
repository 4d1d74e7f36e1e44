package dev.truce.engine.scenario;

import java.util.List;

/**
 * The calendar of a scenario.
 *
 * @param firstYear year of round 1
 * @param firstQuarter quarter of round 1, 1..4
 * @param summits rounds with a summit, ascending
 * @param marks rounds that carry a name, ascending
 */
public record Calendar(int firstYear, int firstQuarter, List<Integer> summits, List<Mark> marks) {

    /** A named round, for example the return visit. */
    public record Mark(int round, Titles titles) {}

    public Calendar {
        summits = List.copyOf(summits);
        marks = List.copyOf(marks);
    }

    /** Returns whether a summit falls into the round. */
    public boolean isSummit(int round) {
        // A round asks several times; boxing it each time would show.
        for (int i = 0; i < summits.size(); i++) {
            if (summits.get(i) == round) {
                return true;
            }
        }
        return false;
    }

    /** Returns the same calendar with other summit rounds, as the tests against published tables need it. */
    public Calendar withSummits(List<Integer> rounds) {
        return new Calendar(firstYear, firstQuarter, rounds, marks);
    }

    /** Returns the quarter of a round, for example {@code 2026Q1}. */
    public String quarter(int round) {
        int quarters = firstQuarter - 1 + round - 1;
        return (firstYear + quarters / 4) + "Q" + (quarters % 4 + 1);
    }
}
