package dev.truce.web.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What tests measure of the gates of the face, in files that {@code .ci/page-has-a-face} puts into one table. */
public final class FaceFigures {
    private static final Path FOLDER = Path.of("target/face");

    private FaceFigures() {}

    /**
     * Keeps a figure.
     *
     * @param gate its number, and a word if a gate has more than one figure
     * @param figure what was measured, in words
     * @param holds whether it is what the gate asks for
     */
    public static void keep(String gate, String figure, boolean holds) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(gate + ".tsv"), figure + "\t" + (holds ? "yes" : "no") + "\n");
    }
}
