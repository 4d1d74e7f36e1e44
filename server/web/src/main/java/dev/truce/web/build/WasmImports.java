package dev.truce.web.build;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads what a WebAssembly module imports: the part of the binary format that stands before all code. */
final class WasmImports {
    private static final int HEADER = 8;
    private static final int IMPORTS = 2;

    private final byte[] module;
    private int at = HEADER;

    private WasmImports(byte[] module) {
        this.module = module;
    }

    /** Returns the imports of a module as {@code module.name}, sorted. */
    static List<String> of(byte[] module) {
        WasmImports reader = new WasmImports(module);
        while (reader.at < module.length) {
            int section = module[reader.at++];
            int end = reader.number() + reader.at;
            if (section == IMPORTS) {
                return reader.imports();
            }
            reader.at = end;
        }
        return List.of();
    }

    private List<String> imports() {
        List<String> names = new ArrayList<>();
        for (int left = number(); left > 0; left--) {
            names.add(text() + "." + text());
            int kind = module[at++];
            switch (kind) {
                case 0 -> number();
                case 1 -> {
                    type();
                    limits();
                }
                case 2 -> limits();
                case 3 -> {
                    type();
                    at++;
                }
                case 4 -> {
                    at++;
                    number();
                }
                default -> throw new IllegalArgumentException("an import of kind " + kind);
            }
        }
        Collections.sort(names);
        return names;
    }

    /** Skips a value type: one byte, or a reference and what it refers to. */
    private void type() {
        int first = module[at++] & 0xff;
        if (first == 0x63 || first == 0x64) {
            number();
        }
    }

    private void limits() {
        boolean bounded = (module[at++] & 1) == 1;
        number();
        if (bounded) {
            number();
        }
    }

    private String text() {
        int length = number();
        String text = new String(module, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** Reads a number of seven bits a byte, the lowest first. */
    private int number() {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = module[at++];
            number |= (next & 127) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }
}
