package dev.truce.cli.record;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.cli.tournament.ResultFaults;
import dev.truce.tournament.result.ColumnFiles;
import dev.truce.tournament.result.ResultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A record in a file of many, as {@code records/00000.parquet#12-1}: match 1 of pair 12.
 *
 * @param file the file
 * @param pair number of the pair
 * @param match 1 or 2
 */
record PackedName(Path file, int pair, int match) {
    private static final Pattern NAMED = Pattern.compile("(.+\\.parquet)#(\\d{1,9})-([12])");
    private static final String ENDING = ".parquet";

    /**
     * Returns what a name on a command line names, or null if it is that of a file with one record.
     *
     * @throws FaultException if it names a file of many and none of them
     */
    static @Nullable PackedName of(Path name) throws FaultException {
        Matcher matcher = NAMED.matcher(name.toString());
        if (matcher.matches()) {
            return new PackedName(
                    Path.of(matcher.group(1)), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
        }
        String all = name.toString().replaceFirst("#.*", "");
        if (all.endsWith(ENDING) && Files.exists(Path.of(all))) {
            throw FaultException.usage(UsageFault.of(
                            "RECORDS_PACKED",
                            Texts.of("fault.record.packed", all),
                            Texts.of("fault.unchanged.file"),
                            all + "#0-1")
                    .about("FILE", ""));
        }
        return null;
    }

    /**
     * Returns the record.
     *
     * @throws FaultException if the file is not there, has no such record or is damaged, or cannot be read by this program
     */
    byte[] read() throws FaultException {
        ColumnFiles columns = ColumnFiles.installed().orElse(null);
        if (columns == null) {
            throw FaultException.usage(UsageFault.of(
                    "LAB_ABSENT",
                    Texts.of("fault.tournament.lab.absent"),
                    Texts.of("fault.unchanged.files"),
                    Texts.of("fault.tournament.lab.next")));
        }
        try {
            return columns.record(file, pair, match)
                    .orElseThrow(() -> FaultException.usage(UsageFault.of(
                                    "RECORD_ABSENT",
                                    Texts.of("fault.record.absent", file, pair, match),
                                    Texts.of("fault.unchanged.file"),
                                    Texts.of("fault.record.absent.next"))
                            .about("FILE", "")));
        } catch (ResultException damaged) {
            throw ResultFaults.of(damaged);
        } catch (IOException broken) {
            throw ResultFaults.of(file, broken);
        }
    }
}
