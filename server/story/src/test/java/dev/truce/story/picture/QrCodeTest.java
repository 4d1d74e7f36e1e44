package dev.truce.story.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.print.ColumnsPrinter;
import dev.truce.story.print.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An address as squares, read back by a library that others wrote. */
class QrCodeTest {
    private static final String ADDRESS = "http://192.0.2.17:7788/#/join/7QKM2XPA";

    private static String read(List<String> rows) throws Exception {
        BitMatrix squares = new BitMatrix(rows.size());
        for (int y = 0; y < rows.size(); y++) {
            for (int x = 0; x < rows.size(); x++) {
                if (rows.get(y).charAt(x) == QrCode.DARK) {
                    squares.set(x, y);
                }
            }
        }
        return new Decoder().decode(squares).getText();
    }

    @Test
    void aReaderFindsTheAddress() throws Exception {
        assertThat(read(QrCode.rows(ADDRESS))).isEqualTo(ADDRESS);
    }

    /** Light squares are drawn: a terminal is dark. */
    @Test
    void halfBlocksHoldTwoRowsALine() throws Exception {
        List<String> rows = QrCode.rows(ADDRESS);
        List<String> lines = new ColumnsPrinter(new Look(Look.Charts.BLOCK, false), 80)
                .lines(Page.of(List.of(Part.named("code").drawn(new Block.Code(ADDRESS, rows)))));
        StringBuilder upper = new StringBuilder();
        int border = Block.Code.BORDER / 2;
        for (int x = 0; x < rows.size(); x++) {
            char both = lines.get(1 + border / 2 - 1).charAt(x + border);
            upper.append(both == '\u2588' || both == '\u2580' ? ' ' : QrCode.DARK);
        }
        assertThat(upper.toString()).isEqualTo(rows.get(0));
        assertThat(lines.get(lines.size() - 1)).isEqualTo(ADDRESS);
        assertThat(new ColumnsPrinter(Look.PLAIN, 80)
                        .lines(Page.of(List.of(Part.named("code").drawn(new Block.Code(ADDRESS, rows))))))
                .containsExactly(ADDRESS);
    }
}
