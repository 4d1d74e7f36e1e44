package dev.truce.protocol.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the records of families, what maps them, or who may send them, into a folder of sources. */
public final class Generate {
    private static final int FIRST_FAMILY = 4;

    private Generate() {}

    /**
     * Writes them; what is there and would be the same is left, so that nothing is compiled again without need.
     *
     * @param arguments {@code records}, {@code codecs} or {@code permissions}; the descriptor set; the folder of sources; the package of
     *     what is written; then families
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
        for (int i = FIRST_FAMILY; i < arguments.length; i++) {
            if (arguments[i].startsWith("+")) {
                String family = arguments[i].substring(1).split("=", 2)[0];
                Written written = written(arguments[0], schema, family, place);
                Path file = Path.of(arguments[2], place.split("\\.")).resolve(written.name() + ".java");
                Files.createDirectories(file.getParent());
                if (!Files.exists(file) || !Files.readString(file).equals(written.source())) {
                    Files.writeString(file, written.source());
                }
            }
        }
    }

    private record Written(String name, String source) {}

    private static Written written(String what, SchemaFiles schema, String family, String place) {
        return switch (what) {
            case "records" -> new Written(family, RecordWriter.source(schema, family, place));
            case "codecs" -> new Written(family + "Wire", CodecWriter.source(schema, family, place));
            case "permissions" -> new Written("Permissions", PermissionWriter.source(schema, family, place));
            default -> throw new IllegalArgumentException(what + ", expected records, codecs or permissions");
        };
    }
}
