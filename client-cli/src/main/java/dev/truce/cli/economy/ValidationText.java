package dev.truce.cli.economy;

import dev.truce.cli.economy.Validation.Row;
import dev.truce.cli.economy.Validation.Verdict;
import dev.truce.cli.text.Texts;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.story.print.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The validation table of a scenario as it is printed, for people and for programs. */
final class ValidationText {
    private static final int ID = 18;
    private static final int RANGE = 22;
    private static final int VALUE = 10;

    private final Scenario scenario;
    private final List<Row> rows;

    ValidationText(Scenario scenario, List<Row> rows) {
        this.scenario = scenario;
        this.rows = List.copyOf(rows);
    }

    /** Returns whether no row is out of its range. */
    boolean isGood() {
        return rows.stream().noneMatch(row -> row.verdict() == Verdict.OUT);
    }

    /** Writes a line with the scenario and its hash, then a line a row. */
    void write(Appendable out) throws IOException {
        out.append(scenario.id()).append(" sha256:").append(scenario.hash()).append('\n');
        for (Row row : rows) {
            out.append(line(row)).append('\n');
        }
    }

    private static String line(Row row) {
        String unit = row.unit().isEmpty() ? "" : " " + row.unit();
        String range = Texts.of("economy.row.range", number(row, row.low()), number(row, row.high())) + unit;
        String value = row.verdict() == Verdict.NONE ? "-" : number(row, row.value());
        return TextWidth.pad(row.id(), ID)
                + TextWidth.pad(range, RANGE)
                + TextWidth.pad(value, VALUE)
                + verdict(row.verdict());
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case IN -> Texts.of("economy.row.in");
            case OUT -> Texts.of("economy.row.out");
            case NONE -> Texts.of("economy.row.none");
        };
    }

    private static String number(Row row, double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(row.decimals(), RoundingMode.HALF_EVEN);
        return rounded.toPlainString();
    }

    String json() {
        List<Object> told = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("row", row.id());
            one.put("unit", row.unit());
            one.put("low", row.low());
            one.put("high", row.high());
            if (row.verdict() != Verdict.NONE) {
                one.put("value", row.value());
            }
            one.put("verdict", row.verdict().name());
            told.add(one);
        }
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("type", "validation");
        table.put("scenario", scenario.id());
        table.put("hash", scenario.hash());
        table.put("good", isGood());
        table.put("rows", told);
        return Json.write(table);
    }
}
