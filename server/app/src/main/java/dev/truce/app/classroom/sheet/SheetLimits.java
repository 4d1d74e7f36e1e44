package dev.truce.app.classroom.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a sheet of a workbook may have. The library makes room for all columns before a cell, parses every number, and looks at all array formulas for
 * each cell: within these limits that is little, and spreadsheets themselves keep to the first three.
 */
final class SheetLimits {
    /** Characters of a cell or a formula. */
    private static final int MAX_TEXT = 32_767;

    private static final int MAX_CELLS_OF_ROW = 16_384;
    private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");

    /** Cells of a sheet: more than a list of the most rows has. */
    private static final int MAX_CELLS = 500_000;

    /** Formulas that stand for further cells. */
    private static final int MAX_SHARED = 1_000;

    private final XMLStreamReader part;
    private int cells;
    private int cellsOfRow;
    private int shared;

    private SheetLimits(XMLStreamReader part) {
        this.part = part;
    }

    /**
     * Reads a part of a workbook up to where it stops to be XML. The parser is that of the library, so both read the same; a sheet is known by its cells,
     * as the library takes any part for one.
     *
     * @throws BrokenWorkbookException if it has more
     */
    static void require(byte[] part) throws BrokenWorkbookException {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        boolean keeps;
        try {
            keeps = new SheetLimits(factory.createXMLStreamReader(new ByteArrayInputStream(part))).keepsAll();
        } catch (XMLStreamException end) {
            // A picture, or a sheet that the library refuses there.
            return;
        }
        if (!keeps) {
            throw new BrokenWorkbookException();
        }
    }

    private boolean keepsAll() throws XMLStreamException {
        boolean keeps = true;
        while (keeps && part.hasNext()) {
            int event = part.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                keeps = beginsWell();
            } else if (event == XMLStreamConstants.CHARACTERS) {
                keeps = part.getTextLength() <= MAX_TEXT;
            }
        }
        return keeps;
    }

    private boolean beginsWell() {
        switch (part.getLocalName()) {
            case "row" -> cellsOfRow = 0;
            case "c" -> {
                cells++;
                cellsOfRow++;
                String address = part.getAttributeValue(null, "r");
                return cells <= MAX_CELLS
                        && cellsOfRow <= MAX_CELLS_OF_ROW
                        && (address == null || ADDRESS.matcher(address).matches());
            }
            case "f" -> shared += part.getAttributeValue(null, "ref") == null ? 0 : 1;
            default -> {
                // Widths, colours and the like.
            }
        }
        return shared <= MAX_SHARED;
    }
}
