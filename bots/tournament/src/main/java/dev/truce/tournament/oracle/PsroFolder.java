package dev.truce.tournament.oracle;

import dev.truce.bots.policy.PolicyException;
import dev.truce.bots.response.Response;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.tournament.row.CellRow;
import dev.truce.tournament.row.EquilibriumRow;
import dev.truce.tournament.row.PsroRow;
import dev.truce.tournament.table.CsvText;
import dev.truce.tournament.table.ResultTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a search by response oracles. Each is written whole or not at all, the table of iterations last, so that a run that was
 * interrupted goes on with the first iteration that this does not have.
 */
public final class PsroFolder {
    /** What was asked for, an argument a line. */
    public static final String RUN = "psro.run";

    /** Largest file that is read. */
    private static final long MAX_FILE = 1L << 28;

    private static final String BLANK = " ";

    private final Path folder;
    private final List<String> arguments;
    private final Map<String, double[]> cells = new HashMap<>();
    private final StringBuilder cellText = new StringBuilder();
    private final StringBuilder rowText = new StringBuilder();
    private final StringBuilder equilibriumText = new StringBuilder();
    private int finished;

    /** A file of the folder is not what this program writes. */
    public static final class BrokenException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String file;

        BrokenException(String file, Throwable cause) {
            super(file, cause);
            this.file = file;
        }

        /** Name of the file. */
        public String file() {
            return file;
        }
    }

    private PsroFolder(Path folder, List<String> arguments) {
        this.folder = folder;
        this.arguments = List.copyOf(arguments);
    }

    /**
     * Begins a run.
     *
     * @param arguments what was asked for, without the folder
     */
    public static PsroFolder begin(Path folder, List<String> arguments) throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve(RUN), String.join("\n", arguments) + "\n");
        return new PsroFolder(folder, arguments);
    }

    /** Returns what was asked for in a folder, an argument a line. */
    public static List<String> arguments(Path folder) throws IOException, BrokenException {
        return read(folder.resolve(RUN)).lines().toList();
    }

    /** Goes on with a run. */
    public static PsroFolder resume(Path folder) throws IOException, BrokenException {
        PsroFolder resumed = new PsroFolder(folder, arguments(folder));
        for (List<String> row : rows(folder, CellRow.TABLE, resumed.cellText)) {
            resumed.keep(row);
        }
        for (List<String> row : rows(folder, PsroRow.TABLE, resumed.rowText)) {
            resumed.finished = Integer.parseInt(row.get(0)) + 1;
        }
        for (List<String> row : rows(folder, EquilibriumRow.TABLE, new StringBuilder())) {
            if (Integer.parseInt(row.get(0)) < resumed.finished) {
                resumed.equilibriumText.append(line(EquilibriumRow.TABLE, row));
            }
        }
        return resumed;
    }

    private static String line(ResultTable<?> table, List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(table.columns().get(i).type().isNumber() ? row.get(i) : CsvText.of(row.get(i)));
        }
        return String.join(",", cells) + "\n";
    }

    /** Returns the rows of a table, and keeps their text; none if the file is not there yet. */
    private static List<List<String>> rows(Path folder, ResultTable<?> table, StringBuilder text)
            throws IOException, BrokenException {
        Path file = folder.resolve(table.file());
        if (!Files.exists(file)) {
            return List.of();
        }
        String all = read(file);
        try {
            if (!all.startsWith(table.header())) {
                throw new IllegalArgumentException("another header");
            }
            text.append(all.substring(table.header().length()));
            List<List<String>> rows = new ArrayList<>();
            for (String line : text.toString().lines().toList()) {
                List<String> row = CsvText.read(table, line);
                for (int i = 0; i < row.size(); i++) {
                    if (table.columns().get(i).type().isNumber() && !row.get(i).isEmpty()) {
                        Double.parseDouble(row.get(i));
                    }
                }
                rows.add(row);
            }
            return rows;
        } catch (IllegalArgumentException wrong) {
            throw new BrokenException(table.file(), wrong);
        }
    }

    private static String read(Path file) throws IOException, BrokenException {
        if (Files.size(file) > MAX_FILE) {
            throw new BrokenException(String.valueOf(file.getFileName()), new IOException("too large"));
        }
        return Files.readString(file);
    }

    private void keep(List<String> row) {
        cells.put(
                key(row.get(0), row.get(1), Long.parseLong(row.get(2))),
                new double[] {Double.parseDouble(row.get(3)), Double.parseDouble(row.get(4))});
    }

    private static String key(String us, String cn, long seed) {
        return us + BLANK + cn + BLANK + seed;
    }

    /** Returns the command that makes the same files, but for the folder. */
    String command() {
        return "truce psro " + String.join(BLANK, arguments);
    }

    /** How many iterations are finished, and not played again. */
    public int finished() {
        return finished;
    }

    /** Where the files are. */
    public Path path() {
        return folder;
    }

    /** Returns the rows of all iterations so far, cell by cell. */
    public List<List<String>> rows() {
        return rowText.toString()
                .lines()
                .map(line -> CsvText.read(PsroRow.TABLE, line))
                .toList();
    }

    @Nullable
    BySide<double[]> cell(String us, String cn, long firstSeed, int seeds) {
        BySide<double[]> scores = BySide.each(side -> new double[seeds]);
        for (int i = 0; i < seeds; i++) {
            double[] both = cells.get(key(us, cn, firstSeed + i));
            if (both == null) {
                return null;
            }
            scores.us()[i] = both[0];
            scores.cn()[i] = both[1];
        }
        return scores;
    }

    void add(List<CellRow> rows) {
        if (!rows.isEmpty()) {
            cellText.append(body(CellRow.TABLE, rows));
            for (CellRow row : rows) {
                cells.put(key(row.us(), row.cn(), row.seed()), new double[] {row.usScore(), row.cnScore()});
            }
            write(CellRow.TABLE, cellText);
        }
    }

    private static <T> String body(ResultTable<T> table, List<T> rows) {
        return table.csv(rows).substring(table.header().length());
    }

    void found(Side role, int iteration, Response response) {
        keep(file(role, iteration), response.text());
    }

    private Path file(Side role, int iteration) {
        return folder.resolve(role.word() + "-" + (iteration + 1) + ".policy");
    }

    /** Returns the response that an iteration found, or null if the other policies of the role have it already. */
    @Nullable
    Response response(Side role, int iteration) throws BrokenException {
        Path file = file(role, iteration);
        try {
            Response response = Response.read(read(file));
            for (int before = 0; before < iteration; before++) {
                Response other = Response.read(read(file(role, before)));
                if (other.under(Map.of()).text().equals(response.under(Map.of()).text())) {
                    return null;
                }
            }
            return response;
        } catch (IOException | PolicyException wrong) {
            throw new BrokenException(String.valueOf(file.getFileName()), wrong);
        }
    }

    void finish(List<PsroRow> rows, List<EquilibriumRow> equilibria) {
        equilibriumText.append(body(EquilibriumRow.TABLE, equilibria));
        rowText.append(body(PsroRow.TABLE, rows));
        write(EquilibriumRow.TABLE, equilibriumText);
        write(PsroRow.TABLE, rowText);
        finished++;
    }

    private void write(ResultTable<?> table, StringBuilder text) {
        keep(folder.resolve(table.file()), table.header() + text);
    }

    private static void keep(Path file, String text) {
        try {
            write(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path written = file.resolveSibling("." + file.getFileName() + ".new");
        Files.writeString(written, text, StandardCharsets.UTF_8);
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns the first file that differs from that of another folder or is in one alone; nothing if both have the same. */
    public static Optional<String> difference(Path one, Path other) throws IOException {
        for (Path folder : List.of(one, other)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    String name = String.valueOf(file.getFileName());
                    boolean isOurs = name.endsWith(".csv") || name.endsWith(".policy") || name.equals(RUN);
                    Path first = one.resolve(name);
                    Path second = other.resolve(name);
                    if (isOurs
                            && (!Files.exists(first) || !Files.exists(second) || Files.mismatch(first, second) >= 0)) {
                        return Optional.of(name);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
