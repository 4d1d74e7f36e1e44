package dev.truce.app.classroom;

import java.util.List;
import java.util.function.Consumer;

/** What a file of a class list is found to be. */
public sealed interface FoundList permits ClassList, FoundList.UnnamedList {
    /** Does with it what is for a list, or what is for the first line of one that names no students. */
    void in(Consumer<ClassList> named, Consumer<List<String>> unnamed);

    /**
     * A list whose first line names no students.
     *
     * @param columns what that line says, cell by cell
     */
    record UnnamedList(List<String> columns) implements FoundList {
        public UnnamedList {
            columns = List.copyOf(columns);
        }

        @Override
        public void in(Consumer<ClassList> named, Consumer<List<String>> unnamed) {
            unnamed.accept(columns);
        }
    }
}
