package dev.truce.cli.economy;

import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.economy.Sector;
import java.util.List;
import java.util.Map;

/**
 * Policy inputs, one row a quarter; columns that are absent keep their no-policy values.
 *
 * @param rows by quarter: value by column name, all with the same names
 */
record PolicyTable(List<Map<String, Double>> rows) {
    PolicyTable {
        rows = List.copyOf(rows);
    }

    int quarters() {
        return rows.size();
    }

    /**
     * Writes one quarter into a policy. Duties on single sectors replace what the layers give there.
     *
     * @param quarter index from 0
     * @param policy overwritten
     */
    void apply(int quarter, QuarterPolicy policy) {
        Map<String, Double> row = rows.get(quarter);
        policy.reset();
        policy.layers(value(row, "fent"), value(row, "recUS"), value(row, "k232"), value(row, "recCN"));
        policy.ice(value(row, "iceUS"), value(row, "iceCN")).row(value(row, "rowUS"), value(row, "rowCN"));
        policy.soy(row.getOrDefault("soy", -1.0))
                .ree(row.getOrDefault("ree", 1.0))
                .chip(row.getOrDefault("chip", 1.0));
        for (Sector s : Sector.values()) {
            Double us = row.get(PolicyColumn.US_DUTY + s);
            if (us != null) {
                policy.usDuty(s, us);
            }
            Double cn = row.get(PolicyColumn.CN_DUTY + s);
            if (cn != null) {
                policy.cnDuty(s, cn);
            }
        }
    }

    private static double value(Map<String, Double> row, String column) {
        return row.getOrDefault(column, 0.0);
    }
}
