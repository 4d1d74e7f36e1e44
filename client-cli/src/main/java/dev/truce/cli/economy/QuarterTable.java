package dev.truce.cli.economy;

import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.economy.Region;
import dev.truce.engine.economy.Sector;
import dev.truce.engine.scenario.Scenario;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What an economy did, one row a quarter, in the columns of the dictionary in docs/look-up/economy-command.md. */
final class QuarterTable {
    /** Name of the first column. */
    static final String QUARTER = "quarter";

    /** Names of the last two columns, which say whose economy it is. */
    static final List<String> ORIGIN = List.of("scenario", "hash");

    /** All columns between in their order: how each is read from a kernel after a step. */
    static final Map<String, ToDoubleFunction<Economy>> COLUMNS = columns();

    /** One line end on every system, so that equal runs give equal files. */
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private QuarterTable() {}

    /**
     * Runs the economy over a table and writes a header and a row for each quarter.
     *
     * @param scenario whose economy it is
     * @param economy loaded with the start state; advanced
     * @param policies one row a quarter
     * @param out receives the table
     * @throws IOException if out refuses
     */
    static void write(Scenario scenario, Economy economy, PolicyTable policies, Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, FORMAT);
        printer.print(QUARTER);
        for (String column : COLUMNS.keySet()) {
            printer.print(column);
        }
        for (String column : ORIGIN) {
            printer.print(column);
        }
        printer.println();
        QuarterPolicy policy = new QuarterPolicy();
        for (int q = 0; q < policies.quarters(); q++) {
            policies.apply(q, policy);
            economy.step(policy);
            printer.print(q + 1);
            for (ToDoubleFunction<Economy> column : COLUMNS.values()) {
                printer.print(ShortestDecimal.of(column.applyAsDouble(economy)));
            }
            printer.print(scenario.id());
            printer.print(scenario.hash());
            printer.println();
        }
    }

    private static Map<String, ToDoubleFunction<Economy>> columns() {
        Map<String, ToDoubleFunction<Economy>> columns = new LinkedHashMap<>();
        for (Region r : Region.values()) {
            columns.put("RI_" + r, e -> e.realIncome(r));
        }
        for (Region r : Region.values()) {
            columns.put("CPI_" + r, e -> e.consumerPrices(r));
        }
        for (Region r : Region.values()) {
            columns.put("w_" + r, e -> e.wage(r));
        }
        for (Region r : Region.values()) {
            columns.put("T_" + r, e -> e.tariffRevenue(r));
        }
        columns.put("m_REE", Economy::reeAvailability);
        columns.put("m_CHIP", Economy::chipAvailability);
        columns.put("soy_MMT", Economy::soyMmt);
        for (Region r : Region.values()) {
            for (Sector s : Sector.values()) {
                columns.put("R_" + r + "_" + s, e -> e.output(r, s));
            }
        }
        for (Region importer : Region.values()) {
            for (Region exporter : Region.values()) {
                for (Sector s : Sector.values()) {
                    columns.put("X_" + importer + "_" + exporter + "_" + s, e -> e.flow(importer, exporter, s));
                }
            }
        }
        return columns;
    }
}
