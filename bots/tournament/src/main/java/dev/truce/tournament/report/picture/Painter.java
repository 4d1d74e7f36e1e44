package dev.truce.tournament.report.picture;

/** Draws pictures into files. */
public interface Painter {
    /**
     * Draws a picture on a light ground.
     *
     * @return the bytes of a PNG file
     * @throws UnpaintableException if this Java cannot draw
     */
    byte[] png(Picture picture) throws UnpaintableException;
}
