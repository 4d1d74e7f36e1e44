package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassListText;
import dev.truce.app.classroom.Student;
import dev.truce.match.record.text.RecordText;
import dev.truce.story.debrief.ClassTable;
import dev.truce.story.debrief.ClassTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that a server keeps of a class that is over, as one text: the records of its tables, and the list of who sat where. Who has it
 * makes debrief, grades and export without the server. Each part has a line before it that says what it is and how many characters it has.
 *
 * @param records by the numbers of the tables
 * @param list as a class list with tables and seats; empty if names were not asked for
 */
public record ClassBundle(TreeMap<Integer, String> records, String list) {
    private static final String LIST = "list";
    private static final Pattern PART = Pattern.compile("(?:table ([0-9]{1,3})|list) ([0-9]{1,9})\n");
    /** Makes the bundle of a class. */
    public static ClassBundle of(ClassTables tables, List<Student> students) {
        TreeMap<Integer, String> records = new TreeMap<>();
        for (ClassTable table : tables.tables()) {
            records.put(
                    table.number(),
                    RecordText.write(table.replay().match(), tables.rules().scenario()));
        }
        return new ClassBundle(records, students.isEmpty() ? "" : ClassListText.of(students));
    }

    /** Returns the bundle as one text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        records.forEach((table, written) -> part(text, "table " + table, written));
        part(text, LIST, list);
        return text.toString();
    }

    private static void part(StringBuilder text, String what, String part) {
        text.append(what).append(' ').append(part.length()).append('\n').append(part);
    }

    /** Reads what {@link #text} wrote; empty if it is something else. */
    public static Optional<ClassBundle> read(String text) {
        TreeMap<Integer, String> records = new TreeMap<>();
        List<String> lists = new ArrayList<>();
        Matcher part = PART.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!part.region(at, text.length()).lookingAt()) {
                return Optional.empty();
            }
            int end = part.end() + Integer.parseInt(part.group(2));
            if (end > text.length()) {
                return Optional.empty();
            }
            String content = text.substring(part.end(), end);
            if (part.group(1) == null) {
                lists.add(content);
            } else {
                records.put(Integer.valueOf(part.group(1)), content);
            }
            at = end;
        }
        return lists.size() == 1 ? Optional.of(new ClassBundle(records, lists.get(0))) : Optional.empty();
    }

    /** Hides names. */
    @Override
    public String toString() {
        return "ClassBundle[" + records.keySet() + "]";
    }
}
