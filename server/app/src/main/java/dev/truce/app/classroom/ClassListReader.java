package dev.truce.app.classroom;

import dev.truce.app.classroom.ClassListLines.Column;
import dev.truce.app.classroom.sheet.BrokenWorkbookException;
import dev.truce.app.classroom.sheet.Sheet;
import dev.truce.app.classroom.sheet.Sheet.SheetRow;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.text.SafeText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a class list: a table with a line of column names in English, German or Chinese, as Canvas, Moodle, Blackboard, Brightspace and
 * spreadsheets write it, in any usual encoding, or as a workbook. A file that is no list is refused whole; a line with a fault is left out and named.
 */
public final class ClassListReader {
    /** The largest file: a gradebook of the most students, with 850 bytes each. */
    public static final int MAX_BYTES = 256 * 1024;

    /** Columns of a list that a person chooses from. */
    private static final int MAX_CHOICES = 200;

    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);

    private ClassListReader() {}

    /**
     * Reads a list.
     *
     * @param file CSV in UTF-8, UTF-16, GBK or Windows-1252, or a workbook of Excel
     * @return the list, which has a student at least; refused with a {@link ClassFault} if the file is no list
     */
    public static Reply<ClassList> read(byte[] file) {
        return sheet(file).then(sheet -> new ClassListReader().list(sheet));
    }

    /**
     * Reads a list, or says what its first line has if that names no students, so that a person can choose.
     *
     * @param chosen the columns that he has chosen
     * @return refused as {@link #read(byte[])} does, but for the missing names of a first line that is not the only one
     */
    public static Reply<FoundList> find(byte[] file, Optional<ChosenColumns> chosen) {
        return chosen.isPresent()
                ? read(file, chosen.get()).then(Reply::done)
                : sheet(file).then(sheet -> {
                    List<SheetRow> rows = sheet.rows();
                    // One line is no list, whatever it says.
                    return rows.size() > 1
                                    && new ClassListReader()
                                            .header(rows.get(0).cells())
                                            .filter(ClassListReader::isUnnamed)
                                            .isPresent()
                            ? Reply.done(unnamed(rows.get(0).cells()))
                            : new ClassListReader().list(sheet).then(Reply::done);
                });
    }

    /** Reads a list with those columns that a person has chosen, and all others that its first line names. */
    public static Reply<ClassList> read(byte[] file, ChosenColumns chosen) {
        return sheet(file).then(sheet -> {
            ClassListReader reader = new ClassListReader();
            List<SheetRow> rows = sheet.rows();
            int first = chosen.isHeaded() && !rows.isEmpty() ? 1 : 0;
            Optional<Refusal> wrong = first == 0
                    ? Optional.empty()
                    : reader.header(rows.get(0).cells()).filter(refusal -> !isUnnamed(refusal));
            if (wrong.isPresent()) {
                return Reply.refused(wrong.get());
            }
            reader.choose(chosen);
            return reader.students(rows.subList(first, rows.size()), sheet.encoding());
        });
    }

    private void choose(ChosenColumns chosen) {
        columns.keySet().removeAll(Set.of(Column.FIRST_NAME, Column.LAST_NAME));
        columns.put(Column.NAME, chosen.name() - 1);
        if (chosen.number() > 0) {
            columns.put(Column.SIS_ID, chosen.number() - 1);
        }
    }

    private static boolean isUnnamed(Refusal refusal) {
        return refusal.code() == ClassFault.NO_HEADER;
    }

    private static FoundList unnamed(List<String> first) {
        return new FoundList.UnnamedList(first.stream()
                .limit(MAX_CHOICES)
                .map(cell -> SafeText.line(cell, ClassList.MAX_CELL))
                .toList());
    }

    /** Reads a list that a program wrote, such as {@link ClassListText}: the characters are known, and no workbook is opened. */
    public static Reply<ClassList> read(String csv) {
        return sheet(() -> Sheet.of(csv, ClassListReader::isColumn)).then(sheet -> new ClassListReader().list(sheet));
    }

    private static Reply<Sheet> sheet(byte[] file) {
        return file.length > MAX_BYTES
                ? Reply.refused(Refusal.of(ClassFault.LIST_TOO_LARGE, "").naming(file.length, MAX_BYTES))
                : sheet(() -> Sheet.read(file, ClassListReader::isColumn));
    }

    private static boolean isColumn(String cell) {
        return Column.find(cell).isPresent();
    }

    private interface Source {
        Sheet sheet() throws IOException;
    }

    private static Reply<Sheet> sheet(Source source) {
        try {
            Sheet sheet = source.sheet();
            // Each row may come to a sentence about it.
            return sheet.rows().size() > Sheet.MAX_ROWS
                    ? Reply.refused(Refusal.of(ClassFault.LIST_TOO_LARGE, "")
                            .because("refused.list_too_large.rows", Sheet.MAX_ROWS, ClassList.MAX_STUDENTS))
                    : Reply.done(sheet);
        } catch (CharacterCodingException unknown) {
            return Reply.refused(Refusal.of(ClassFault.NOT_UTF8, ""));
        } catch (BrokenWorkbookException broken) {
            return Reply.refused(Refusal.of(ClassFault.NOT_XLSX, ""));
        } catch (IOException wrong) {
            return Reply.refused(Refusal.of(ClassFault.NOT_CSV, ""));
        }
    }

    private Reply<ClassList> list(Sheet sheet) {
        List<SheetRow> rows = sheet.rows();
        Optional<Refusal> wrong =
                rows.isEmpty() ? Optional.of(empty()) : header(rows.get(0).cells());
        if (wrong.isPresent()) {
            return Reply.refused(wrong.get());
        }
        return students(rows.subList(1, rows.size()), sheet.encoding());
    }

    private Reply<ClassList> students(List<SheetRow> rows, String encoding) {
        ClassListLines lines = new ClassListLines(columns, rows);
        if (lines.students().size() > ClassList.MAX_STUDENTS) {
            return Reply.refused(Refusal.of(ClassFault.TOO_MANY_STUDENTS, "")
                    .naming(lines.students().size(), ClassList.MAX_STUDENTS));
        }
        Refusal none = Refusal.of(ClassFault.NO_STUDENTS, "");
        return lines.students().isEmpty()
                ? Reply.refused(
                        lines.leftOut().isEmpty()
                                ? none.because("refused.no_students.below")
                                : none.naming(lines.leftOut().size()))
                : Reply.done(new ClassList(lines.students(), lines.leftOut(), lines.noStudents(), encoding));
    }

    private Optional<Refusal> header(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Optional<Column> column = Column.find(cells.get(i));
            // Other columns are those of a gradebook, and of no use here.
            if (column.isPresent() && columns.putIfAbsent(column.get(), i) != null) {
                return Optional.of(Refusal.of(ClassFault.COLUMN_TWICE, "")
                        .naming(SafeText.line(cells.get(i), ClassList.MAX_CELL)));
            }
        }
        return columns.containsKey(Column.NAME) || columns.containsKey(Column.LAST_NAME)
                ? Optional.empty()
                : Optional.of(noHeader(SafeText.line(String.join(" | ", cells), ClassList.MAX_CELL)));
    }

    private static Refusal empty() {
        return noHeader("").because("refused.no_header.empty");
    }

    private static Refusal noHeader(String found) {
        return Refusal.of(ClassFault.NO_HEADER, "").naming(found).legal(Column.usual());
    }
}
