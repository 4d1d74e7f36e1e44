package dev.truce.tournament.dataset;

import dev.truce.tournament.result.FileHash;
import dev.truce.tournament.result.RunCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of a data set.
 *
 * @param path within the folder, with slashes
 * @param bytes its length
 * @param sha256 its hash, 64 hex digits
 */
record FileSum(String path, long bytes, String sha256) {
    /** The file of sums. */
    static final String SUMS = "SHA256SUMS";

    /** Returns what the folder of a data set has, by path; what depends on the machine and the hour belongs to no data set. */
    static List<FileSum> of(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            List<FileSum> sums = new ArrayList<>();
            for (Path file : files) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith("logs/") && !path.equals(RunCard.FILE) && !path.equals(SUMS)) {
                    sums.add(new FileSum(path, Files.size(file), FileHash.of(file)));
                }
            }
            sums.sort(Comparator.comparing(FileSum::path));
            return sums;
        }
    }

    /** Returns the line that {@code sha256sum -c} reads. */
    String line() {
        return sha256 + "  " + path + "\n";
    }
}
