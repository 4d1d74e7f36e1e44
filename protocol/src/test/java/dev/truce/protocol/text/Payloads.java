package dev.truce.protocol.text;

import java.util.ArrayList;
import java.util.List;

/** Texts that command terminals, reorder lines, hide, or pile up. */
public final class Payloads {
    private Payloads() {}

    /** Returns more than two hundred. */
    public static List<String> all() {
        List<String> payloads = new ArrayList<>();
        for (int control = 0; control < 0x20; control++) {
            payloads.add("a" + (char) control + "b");
        }
        for (int control = 0x7F; control < 0xA0; control++) {
            payloads.add("a" + (char) control + "b");
        }
        for (int bidi = 0x202A; bidi <= 0x202E; bidi++) {
            payloads.add("a" + (char) bidi + "b");
        }
        for (int isolate = 0x2060; isolate <= 0x206F; isolate++) {
            payloads.add("a" + (char) isolate + "b");
        }
        for (int invisible : new int[] {
            0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180E, 0x180F, 0x200B, 0x200C, 0x200D,
            0x200E, 0x200F, 0x2028, 0x2029, 0x2800, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFA, 0xFFFB,
            0xFFFC, 0xFFFE, 0xFFFF, 0x1D159, 0x1D173, 0x1D17A, 0xE0001, 0xE0100, 0xE01EF, 0xF0000, 0x10FFFF, 0xE000,
            0xD800, 0xDFFF, 0x00A0, 0x1680, 0x2000, 0x2003, 0x202F, 0x205F, 0x3000
        }) {
            payloads.add("a" + Character.toString(invisible) + "b");
        }
        for (int tag = 0xE0020; tag <= 0xE007F; tag++) {
            payloads.add("a" + Character.toString(tag) + "b");
        }
        payloads.add("\u001b[2J\u001b[1;1H");
        payloads.add("\u001b]52;c;cm0gLXJmIC8=\u0007");
        payloads.add("\u001bP$q\u001b\\");
        payloads.add("\u001b_hidden\u001b\\");
        payloads.add("\u001b[6n");
        payloads.add("\u009b31m");
        payloads.add("good\rbad");
        payloads.add("line\nINFO forged");
        payloads.add("Z" + "\u0337".repeat(30) + "algo");
        payloads.add("\u0301mark first");
        return payloads;
    }
}
