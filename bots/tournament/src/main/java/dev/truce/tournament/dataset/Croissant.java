package dev.truce.tournament.dataset;

import dev.truce.bot.line.json.JsonText;
import dev.truce.tournament.result.TournamentTables;
import dev.truce.tournament.row.ColumnRow;
import dev.truce.tournament.table.Column;
import dev.truce.tournament.table.ResultTable;
import dev.truce.tournament.table.TableForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes a data set for programs that fetch and load data, as Croissant 1.0: files with sums, tables with columns. */
final class Croissant {
    /** Name of the file. */
    static final String FILE = "croissant.json";

    private static final String VERSION = "http://mlcommons.org/croissant/1.0";
    private static final String ID = "@id";
    private static final String TYPE = "@type";
    private static final String PARQUET = "application/vnd.apache.parquet";
    private static final String CSV = "text/csv";

    /** Words of Croissant that stand for those of its name space, as its specification lists them. */
    private static final List<String> WORDS = List.of(
            "citeAs",
            "column",
            "extract",
            "field",
            "fileProperty",
            "fileObject",
            "fileSet",
            "format",
            "includes",
            "isLiveDataset",
            "jsonPath",
            "key",
            "md5",
            "parentField",
            "path",
            "recordSet",
            "references",
            "regex",
            "repeated",
            "replace",
            "separator",
            "source",
            "subField",
            "transform");

    private final DataSetAbout about;
    private final List<FileSum> files;
    private final TournamentTables tables;

    /**
     * @param about what its makers say of it
     * @param files what it has
     * @param tables what is in the files
     */
    Croissant(DataSetAbout about, List<FileSum> files, TournamentTables tables) {
        this.about = about;
        this.files = List.copyOf(files);
        this.tables = tables;
    }

    /** Returns the file. */
    String json() {
        Map<String, @Nullable Object> all = object(
                "@context",
                context(),
                TYPE,
                "sc:Dataset",
                "conformsTo",
                VERSION,
                "name",
                about.name(),
                "alternateName",
                about.title(),
                "description",
                about.description(),
                "version",
                about.version(),
                "license",
                "https://spdx.org/licenses/" + about.licence(),
                "url",
                about.url(),
                "datePublished",
                about.published(),
                "creator",
                about.creators().stream().map(Croissant::creator).toList(),
                "keywords",
                about.keywords(),
                "distribution",
                distribution(),
                "recordSet",
                tables());
        all.values().removeIf(""::equals);
        return JsonText.pretty(all);
    }

    private static Map<String, @Nullable Object> creator(String name) {
        return object(TYPE, "sc:Organization", "name", name);
    }

    /** Returns an object of names and values in turn. */
    private static Map<String, @Nullable Object> object(Object... pairs) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return object;
    }

    private static Map<String, @Nullable Object> context() {
        Map<String, @Nullable Object> context = object(
                "@language",
                "en",
                "@vocab",
                "https://schema.org/",
                "sc",
                "https://schema.org/",
                "cr",
                "http://mlcommons.org/croissant/",
                "rai",
                "http://mlcommons.org/croissant/RAI/",
                "dct",
                "http://purl.org/dc/terms/",
                "conformsTo",
                "dct:conformsTo",
                "data",
                object(ID, "cr:data", TYPE, "@json"),
                "examples",
                object(ID, "cr:examples", TYPE, "@json"),
                "dataType",
                object(ID, "cr:dataType", TYPE, "@vocab"));
        WORDS.forEach(word -> context.put(word, "cr:" + word));
        return context;
    }

    private List<Map<String, @Nullable Object>> distribution() {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (FileSum file : files) {
            Map<String, @Nullable Object> object = object(
                    TYPE,
                    "cr:FileObject",
                    ID,
                    file.path(),
                    "name",
                    file.path(),
                    "contentUrl",
                    file.path(),
                    "contentSize",
                    file.bytes() + " B",
                    "encodingFormat",
                    encoding(file.path()),
                    "sha256",
                    file.sha256());
            all.add(object);
        }
        for (ResultTable<?> table : tables.grown()) {
            all.add(shards(set(table), table.name() + "*.parquet"));
        }
        all.add(shards("records-files", "records/*.parquet"));
        return all;
    }

    private static Map<String, @Nullable Object> shards(String id, String names) {
        return object(TYPE, "cr:FileSet", ID, id, "name", id, "encodingFormat", PARQUET, "includes", names);
    }

    private static String encoding(String path) {
        return path.endsWith(".parquet")
                ? PARQUET
                : path.endsWith(".csv")
                        ? CSV
                        : path.endsWith(".html")
                                ? "text/html"
                                : path.endsWith(".yaml") ? "application/yaml" : "text/plain";
    }

    private static String set(ResultTable<?> table) {
        return table.name() + "-files";
    }

    private List<Map<String, @Nullable Object>> tables() {
        Map<String, List<Map<String, @Nullable Object>>> fields = new LinkedHashMap<>();
        for (ColumnRow row : tables.dictionary().rows()) {
            fields.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(field(row.table(), row.column()));
        }
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        fields.forEach((table, columns) -> {
            all.add(object(TYPE, "cr:RecordSet", ID, table, "name", table, "field", columns));
        });
        return all;
    }

    private Map<String, @Nullable Object> field(String table, Column<?> column) {
        boolean isGrown = tables.grown().stream().anyMatch(each -> each.name().equals(table));
        return object(
                TYPE,
                "cr:Field",
                ID,
                table + "/" + column.name(),
                "name",
                column.name(),
                "description",
                column.meaning() + (column.unit().isEmpty() ? "" : " (" + column.unit() + ")"),
                "dataType",
                type(column.type()),
                "source",
                object(
                        isGrown ? "fileSet" : "fileObject",
                        object(ID, table + (isGrown ? "-files" : "." + TableForm.CSV.word())),
                        "extract",
                        object("column", column.name())));
    }

    private static String type(Column.Type type) {
        return switch (type) {
            case TEXT -> "sc:Text";
            case WHOLE -> "sc:Integer";
            case DECIMAL -> "sc:Float";
        };
    }
}
