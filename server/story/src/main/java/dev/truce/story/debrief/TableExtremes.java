package dev.truce.story.debrief;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The tables of which a sentence says that they have the most or the least of a figure, as it is printed; all that share it are named.
 *
 * @param highest those that have the most, in the order in which they were handed in
 * @param most the highest figure
 * @param lowest those that have the least
 * @param least the lowest figure
 */
record TableExtremes(List<ClassTable> highest, long most, List<ClassTable> lowest, long least) {
    /** @param of at least one table */
    static TableExtremes of(List<ClassTable> of, ToLongFunction<ClassTable> figure) {
        long most = of.stream().mapToLong(figure).max().orElseThrow();
        long least = of.stream().mapToLong(figure).min().orElseThrow();
        return new TableExtremes(having(of, figure, most), most, having(of, figure, least), least);
    }

    private static List<ClassTable> having(List<ClassTable> of, ToLongFunction<ClassTable> figure, long value) {
        return of.stream().filter(table -> figure.applyAsLong(table) == value).toList();
    }

    boolean areEqual() {
        return most == least;
    }
}
