package dev.truce.lab;

import dev.truce.tournament.result.ColumnFiles;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.table.Column;
import dev.truce.tournament.table.Decimals;
import dev.truce.tournament.table.ResultTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a table shard by shard, as other forms write them; it holds the pages of one group of rows at a time. Not thread-safe. */
final class ShardRows implements ColumnFiles.TypedRows {
    private final Path folder;
    private final ResultTable<?> table;
    private final List<String> files;
    private int at;
    private @Nullable ColumnReader reader;

    ShardRows(Path folder, ResultTable<?> table) throws IOException {
        this.folder = folder;
        this.table = table;
        this.files = files(folder, table);
    }

    /** Returns the names of the files of a table that are there, in their order. */
    static List<String> files(Path folder, ResultTable<?> table) throws IOException {
        Pattern name = Pattern.compile(table.name() + "(-\\d{5})?\\.parquet");
        try (Stream<Path> all = Files.list(folder)) {
            // That of the first shard has no number.
            return all.map(file -> file.getFileName().toString())
                    .filter(file -> name.matcher(file).matches())
                    .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    @Override
    public @Nullable List<String> next() throws IOException, ResultException {
        while (at < files.size()) {
            ColumnReader open = reader;
            if (open == null) {
                open = open(folder.resolve(files.get(at)));
                reader = open;
            }
            @Nullable Object[] cells = read(open);
            if (cells != null) {
                return texts(cells);
            }
            close();
            at++;
        }
        return null;
    }

    private ColumnReader open(Path file) throws IOException, ResultException {
        try {
            return new ColumnReader(file, RowWriter.schema(table));
        } catch (RuntimeException damaged) {
            throw damaged(damaged);
        }
    }

    private @Nullable Object @Nullable [] read(ColumnReader open) throws IOException, ResultException {
        try {
            return open.next();
        } catch (RuntimeException damaged) {
            throw damaged(damaged);
        }
    }

    private ResultException damaged(RuntimeException damaged) {
        return new ResultException(files.get(at), 0, "parquet-damaged", String.valueOf(damaged.getMessage()));
    }

    private List<String> texts(@Nullable Object[] cells) {
        List<String> texts = new ArrayList<>(Arrays.asList(new String[cells.length]));
        for (int i = 0; i < cells.length; i++) {
            Object cell = cells[i];
            Column<?> column = table.columns().get(i);
            boolean isDecimal = column.type() == Column.Type.DECIMAL;
            texts.set(
                    i, cell == null ? "" : isDecimal ? Decimals.of((Double) cell, column.decimals()) : cell.toString());
        }
        return texts;
    }

    @Override
    public void close() throws IOException {
        ColumnReader open = reader;
        if (open != null) {
            open.close();
            reader = null;
        }
    }
}
