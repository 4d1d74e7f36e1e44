package dev.truce.app.classroom.sheet;

import dev.truce.app.classroom.sheet.Sheet.SheetRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
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

    private static final int MAX_ROWS = 2_000;
    private static final int MAX_COLUMNS = 200;
    /** Bytes by which a workbook is known. */
    private static final int SIGNATURE = 4;

    private static final int PIECE = 8 * 1024;

    private WorkbookRows() {}

    /** Returns whether a file begins as workbooks do. */
    static boolean isOne(byte[] file) {
        return file.length > SIGNATURE && ReadableWorkbook.isOOXMLZipHeader(file);
    }

    static List<SheetRow> of(byte[] file) throws BrokenWorkbookException {
        try {
            requireSmall(file);
            return read(file);
        } catch (IOException | RuntimeException | LinkageError broken) {
            // The library says in many ways that a part is missing or wrong.
            throw new BrokenWorkbookException(broken);
        }
    }

    /** A few bytes may unpack to very many. */
    private static void requireSmall(byte[] file) throws IOException {
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            long left = MAX_UNPACKED;
            byte[] piece = new byte[PIECE];
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                        left -= read;
                        if (left < 0) {
                            throw new BrokenWorkbookException();
                        }
                    }
                }
            }
        }
    }

    private static List<SheetRow> read(byte[] file) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> all = workbook.getFirstSheet().openStream()) {
            all.limit(MAX_ROWS).forEach(row -> rows.add(new SheetRow(row.getRowNum(), cells(row))));
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
        }
        // A student number of digits is a number there.
        return cell.getType() == CellType.NUMBER
                ? new BigDecimal(cell.getRawValue()).stripTrailingZeros().toPlainString()
                : cell.getText();
    }
}
