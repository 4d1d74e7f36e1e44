package dev.truce.tournament.report.picture;

/** Draws with the libraries of Java, if they are there and find a font. Needs no screen. */
public final class JavaPainter implements Painter {
    @Override
    public byte[] png(Picture picture) throws UnpaintableException {
        // Nothing is shown; a DISPLAY that does not answer must not matter.
        System.setProperty("java.awt.headless", "true");
        try {
            return Drawing.png(picture);
        } catch (LinkageError | InternalError | RuntimeException unable) {
            // What a Java without its desktop module, libfreetype or fonts throws differs by version and vendor.
            throw new UnpaintableException(unable);
        }
    }
}
