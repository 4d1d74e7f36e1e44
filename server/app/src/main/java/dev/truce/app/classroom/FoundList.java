package dev.truce.app.classroom;

import java.util.List;

/** What a file of a class list is found to be. */
public sealed interface FoundList permits ClassList, FoundList.UnnamedList {
    /**
     * A list whose first line names no students.
     *
     * @param columns what that line says, cell by cell
     */
    record UnnamedList(List<String> columns) implements FoundList {
        public UnnamedList {
            columns = List.copyOf(columns);
        }
    }
}
