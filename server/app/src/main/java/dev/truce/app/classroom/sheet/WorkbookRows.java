package dev.truce.app.classroom.sheet;

import dev.truce.app.classroom.sheet.Sheet.SheetRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The rows of the first sheet of a workbook of Excel. */
final class WorkbookRows {
    /** What its parts unpack to: many times the largest list, and little for a server. */
    private static final int MAX_UNPACKED = 8 * 1024 * 1024;

    private static final int MAX_COLUMNS = 200;
    /** Characters of all cells together: one text of the file may stand in every cell. */
    private static final int MAX_CHARACTERS = 1_000_000;
    /** Zeros that are written out for a number, before or after its digits. */
    private static final int MAX_ZEROS = 40;
    /** Bytes by which a workbook is known. */
    private static final int SIGNATURE = 4;

    /** How parts are packed; for others further libraries would be needed. */
    private static final Set<Integer> METHODS = Set.of(ZipEntry.STORED, ZipEntry.DEFLATED);

    private WorkbookRows() {}

    /** Returns whether a file begins as workbooks do. */
    static boolean isOne(byte[] file) {
        return file.length > SIGNATURE && ReadableWorkbook.isOOXMLZipHeader(file);
    }

    static List<SheetRow> of(byte[] file) throws BrokenWorkbookException {
        try {
            requireSmall(file);
            return read(file);
        } catch (IOException | RuntimeException broken) {
            // The library says in many ways that a part is missing or wrong.
            throw new BrokenWorkbookException(broken);
        }
    }

    /** A few bytes may unpack to very many, and a few cells of a sheet may stand for very many. */
    private static void requireSmall(byte[] file) throws IOException {
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            int left = MAX_UNPACKED;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (!METHODS.contains(entry.getMethod())) {
                    throw new BrokenWorkbookException();
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] part = in.readNBytes(left + 1);
                    left -= part.length;
                    if (left < 0) {
                        throw new BrokenWorkbookException();
                    }
                    SheetLimits.require(part);
                }
            }
        }
    }

    private static List<SheetRow> read(byte[] file) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        int left = MAX_CHARACTERS;
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> all = workbook.getFirstSheet().openStream()) {
            for (Row row : (Iterable<Row>) all::iterator) {
                SheetRow read = new SheetRow(row.getRowNum(), cells(row));
                // Rows that were only formatted say nothing; one more than there may be is enough to refuse the list.
                if (read.isBlank()) {
                    continue;
                }
                for (String cell : read.cells()) {
                    left -= cell.length();
                    if (left < 0) {
                        throw new BrokenWorkbookException();
                    }
                }
                rows.add(read);
                if (rows.size() > Sheet.MAX_ROWS) {
                    break;
                }
            }
        }
        return rows;
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(MAX_COLUMNS, row.getCellCount()); i++) {
            cells.add(text(row.getCell(i)));
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        } else if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        // A student number of digits is a number there; one with very many zeros is none.
        BigDecimal number = new BigDecimal(cell.getRawValue()).stripTrailingZeros();
        return Math.abs((long) number.scale()) > MAX_ZEROS ? cell.getRawValue() : number.toPlainString();
    }
}
