package dev.truce.protocol.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the records of families, or what maps them, into a folder of sources. */
public final class Generate {
    private static final int FIRST_FAMILY = 4;

    private Generate() {}

    /**
     * Writes them; what is there and would be the same is left, so that nothing is compiled again without need.
     *
     * @param arguments {@code records} or {@code codecs}; the descriptor set; the folder of sources; the package of what is written; then families
     *     as {@code Family=package}, those with a {@code +} before them are written, the others are only named
     */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> packages = new LinkedHashMap<>();
        for (int i = FIRST_FAMILY; i < arguments.length; i++) {
            String[] parts = arguments[i].replaceFirst("^\\+", "").split("=", 2);
            packages.put(parts[0], parts[1]);
        }
        SchemaFiles schema = SchemaFiles.read(Path.of(arguments[1]), packages);
        String place = arguments[3];
        boolean records = arguments[0].equals("records");
        for (int i = FIRST_FAMILY; i < arguments.length; i++) {
            if (arguments[i].startsWith("+")) {
                String family = arguments[i].substring(1).split("=", 2)[0];
                String source = records
                        ? RecordWriter.source(schema, family, place)
                        : CodecWriter.source(schema, family, place);
                Path file =
                        Path.of(arguments[2], place.split("\\.")).resolve(family + (records ? ".java" : "Wire.java"));
                Files.createDirectories(file.getParent());
                if (!Files.exists(file) || !Files.readString(file).equals(source)) {
                    Files.writeString(file, source);
                }
            }
        }
    }
}
