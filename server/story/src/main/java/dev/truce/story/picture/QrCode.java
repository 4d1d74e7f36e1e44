package dev.truce.story.picture;

import io.nayuki.qrcodegen.QrCode.Ecc;
import java.util.ArrayList;
import java.util.List;

/** An address as squares that a phone reads. */
public final class QrCode {
    /** Stands for a dark square. */
    public static final char DARK = '#';

    private QrCode() {}

    /** Returns the rows of squares of a text, each as long as there are rows, without the light border that has to be around them. */
    public static List<String> rows(String text) {
        io.nayuki.qrcodegen.QrCode code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        List<String> rows = new ArrayList<>();
        for (int y = 0; y < code.size; y++) {
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < code.size; x++) {
                row.append(code.getModule(x, y) ? DARK : ' ');
            }
            rows.add(row.toString());
        }
        return rows;
    }
}
