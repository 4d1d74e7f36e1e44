package dev.truce.web.bridge;

import org.teavm.interop.Export;

/** The program of a first visit: matches against bots that answer at once, and records. */
public final class SoloProgram {
    private SoloProgram() {}

    /** Does nothing: the page calls what is exported. */
    public static void main(String[] arguments) {}

    /** Begins; the page calls it once. */
    @Export(name = "begin")
    public static void begin() {
        Bridge.begin(PageProgram.quick());
    }
}
