package dev.truce.cli.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A record as the page reads it from its own address; browsers send that part of an address to nobody. */
public final class RecordLink {
    private static final String FORM = "#/record/1.";

    private RecordLink() {}

    /** Returns what stands after the address of a page. */
    public static String of(String record) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION, true))) {
            out.write(record.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return FORM + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }
}
