package dev.truce.tournament.result;

import dev.truce.tournament.table.TableForm;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In which forms a tournament keeps the tables that grow with its matches.
 *
 * @param forms at least one
 * @param isFirst whether a program of the first edition began the folder: it knew fewer tables, and compressed nothing
 */
public record TableChoice(Set<TableForm> forms, boolean isFirst) {
    /** Insists on a form. */
    public TableChoice {
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("no form of the tables");
        }
        forms = Collections.unmodifiableSet(EnumSet.copyOf(forms));
    }

    public static TableChoice of(TableForm... forms) {
        return new TableChoice(Set.copyOf(Arrays.asList(forms)), false);
    }

    public boolean has(TableForm form) {
        return forms.contains(form);
    }

    /** Returns whether the rows are in no form in which they can be added one by one, so that they grow beside the results first. */
    public boolean isParquetAlone() {
        return forms.equals(Set.of(TableForm.PARQUET));
    }

    /** Returns the forms in which rows are written as they come. */
    public List<TableForm> grown() {
        return isParquetAlone()
                ? List.of(TableForm.CSV)
                : forms.stream().filter(form -> form != TableForm.PARQUET).toList();
    }

    /** Returns the words of the forms, as a command line has them. */
    public String text() {
        return forms.stream().map(TableForm::word).collect(Collectors.joining(","));
    }

    /**
     * Returns the choice that words name.
     *
     * @throws IllegalArgumentException if one names no form
     */
    public static TableChoice of(List<String> words) {
        return new TableChoice(words.stream().map(TableChoice::form).collect(Collectors.toSet()), false);
    }

    private static TableForm form(String word) {
        return Arrays.stream(TableForm.values())
                .filter(form -> form.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no form of a table"));
    }
}
