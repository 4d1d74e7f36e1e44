package dev.truce.story.debrief;

import java.util.List;

/**
 * All that a debrief tells of a class.
 *
 * @param tables its tables
 * @param names how those at the tables are called
 * @param counterfactuals at most one a table, in the order of the tables
 */
public record Debrief(ClassTables tables, TableNames names, List<Counterfactual> counterfactuals) {
    public Debrief {
        counterfactuals = List.copyOf(counterfactuals);
    }
}
