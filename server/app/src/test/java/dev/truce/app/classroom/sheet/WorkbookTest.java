package dev.truce.app.classroom.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that people make, and those that programs make to take all memory. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WorkbookTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String TEXTS = "xl/sharedStrings.xml";

    /** What a sheet has inside, that stands for far more than its bytes. */
    static List<String> bombs() {
        String text = "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(200) + "</row>";
        return List.of(
                text,
                "<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
                "<row><c r=\"A99999999999\"><v>1</v></c></row>",
                "<row><c><v>" + "7".repeat(4_000_000) + "</v></c></row>",
                "<row>" + "<c/>".repeat(1_500_000) + "</row>",
                "<row><c/></row>".repeat(520_000),
                "<row>" + "<c><f t=\"array\" ref=\"A1:A2\">1</f></c>".repeat(2_000) + "</row>");
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aSheetThatStandsForTooMuchIsRefused(String rows) throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put(SHEET, sheet(rows));
        parts.put(TEXTS, bytes("<sst><si><t>" + "a".repeat(30_000) + "</t></si></sst>"));

        assertThatExceptionOfType(BrokenWorkbookException.class).isThrownBy(() -> read(zip(parts)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<worksheet>", "<!DOCTYPE a><worksheet>", "<!-- a --><other>", "<?a?><other xmlns='b'>"})
    void aSheetIsBoundedHoweverItBegins(String beginning) throws IOException {
        Map<String, byte[]> parts = parts();
        String end = beginning.contains("other") ? "</other>" : "</worksheet>";
        parts.put(SHEET, bytes(beginning + "<sheetData><row><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData>" + end));

        assertThatExceptionOfType(BrokenWorkbookException.class).isThrownBy(() -> read(zip(parts)));
    }

    @Test
    void aTextThatIsTooLongIsRefused() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put(TEXTS, bytes("<sst><si><t>" + "a".repeat(2_000_000) + "</t></si></sst>"));

        assertThatExceptionOfType(BrokenWorkbookException.class).isThrownBy(() -> read(zip(parts)));
    }

    @Test
    void aPartThatUnpacksToTooMuchIsRefused() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put("xl/media/picture.png", new byte[16 * 1024 * 1024]);

        assertThatExceptionOfType(BrokenWorkbookException.class).isThrownBy(() -> read(zip(parts)));
    }

    @ParameterizedTest
    @CsvSource({
        "2210402, 2210402",
        "2210402.0, 2210402",
        "2.210402E6, 2210402",
        "20251234567890123456, 20251234567890123456",
        "0.5, 0.5",
        "1E40, 10000000000000000000000000000000000000000",
        "1E999999999, 1E999999999",
        "-1E999999999, -1E999999999",
        "1E-999999999, 1E-999999999",
        "1E41, 1E41",
    })
    void aNumberIsWrittenOutUnlessItHasVeryManyZeros(String value, String cell) throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put(SHEET, sheet("<row><c><v>" + value + "</v></c></row>"));

        assertThat(read(zip(parts)).rows().get(0).cells()).containsExactly(cell);
    }

    /** A workbook that was formatted far below its list is read; one that has more rows than there may be is told from it. */
    @Test
    void rowsThatWereOnlyFormattedDoNotCount() throws IOException {
        String row = "<row><c><v>7</v></c></row>";
        Map<String, byte[]> parts = parts();
        parts.put(
                SHEET,
                sheet(row
                        + "<row><c t=\"inlineStr\"><is><t>\u00a0\u200b</t></is></c></row>".repeat(Sheet.MAX_ROWS + 1)
                        + row));
        assertThat(read(zip(parts)).rows()).hasSize(2);
        parts.put(SHEET, sheet(row.repeat(Sheet.MAX_ROWS + 9)));
        assertThat(read(zip(parts)).rows()).hasSize(Sheet.MAX_ROWS + 1);
    }

    /** Bytes of the parts are changed, not those of the archive, whose sums would find most of them. */
    @ParameterizedTest
    @CsvSource({SHEET, TEXTS, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "[Content_Types].xml"})
    void noMutantIsReadInAnyOtherWay(String part) throws IOException {
        Random random = new Random(part.hashCode());
        List<String> words = List.of(
                "9", "E9", "<", ">", "\"", "<c/>", "A1", "ZZZ", "&#9;", "<f t=\"shared\" si=\"0\"/>", "-1", "<row>");
        for (int i = 0; i < 400; i++) {
            Map<String, byte[]> parts = parts();
            StringBuilder text = new StringBuilder(new String(parts.get(part), StandardCharsets.UTF_8));
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(6));
                text.replace(at, end, words.get(random.nextInt(words.size())));
            }
            parts.put(part, bytes(text.toString()));
            reads(zip(parts));
        }
    }

    @Test
    void noMutantOfTheArchiveIsReadInAnyOtherWay() throws IOException {
        Random random = new Random(7);
        byte[] file = zip(parts());
        for (int i = 0; i < 2_000; i++) {
            byte[] mutant = file.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                mutant[4 + random.nextInt(mutant.length - 4)] = (byte) random.nextInt();
            }
            reads(mutant);
        }
    }

    private static void reads(byte[] file) {
        try {
            Sheet unused = read(file);
        } catch (BrokenWorkbookException refused) {
            assertThat(refused).isNotNull();
        } catch (IOException other) {
            throw new UncheckedIOException(other);
        }
    }

    private static Sheet read(byte[] file) throws IOException {
        return Sheet.read(file, cell -> true);
    }

    private static byte[] sheet(String rows) {
        return bytes("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> parts() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (InputStream file = WorkbookTest.class.getResourceAsStream("../lists/excel.xlsx");
                ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
