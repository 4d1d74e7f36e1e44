package dev.truce.cli.economy;

import dev.truce.cli.text.Texts;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.economy.Sector;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A column that a policy table may have.
 *
 * @param name as in the header, case matters
 * @param min least value
 * @param max largest value
 */
record PolicyColumn(String name, double min, double max) {
    /** Prefix of the total US duty on one sector of Chinese goods. */
    static final String US_DUTY = "tU_";

    /** Prefix of the total Chinese duty on one sector of US goods. */
    static final String CN_DUTY = "tC_";

    /** All columns by name, in the order of the dictionary. */
    static final Map<String, PolicyColumn> ALL = all();

    private static Map<String, PolicyColumn> all() {
        Map<String, PolicyColumn> columns = new LinkedHashMap<>();
        for (String rate : new String[] {"fent", "recUS", "k232", "recCN"}) {
            add(columns, rate, 0, QuarterPolicy.MAX_RATE);
        }
        add(columns, "iceUS", 0, QuarterPolicy.MAX_ICE);
        add(columns, "iceCN", 0, QuarterPolicy.MAX_ICE);
        add(columns, "soy", -QuarterPolicy.MAX_SOYA_MMT, QuarterPolicy.MAX_SOYA_MMT);
        add(columns, "ree", 0, 1);
        add(columns, "chip", 0, 1);
        add(columns, "rowUS", 0, QuarterPolicy.MAX_RATE);
        add(columns, "rowCN", 0, QuarterPolicy.MAX_RATE);
        for (String prefix : new String[] {US_DUTY, CN_DUTY}) {
            for (Sector s : Sector.values()) {
                if (s.isGoods()) {
                    add(columns, prefix + s, 0, QuarterPolicy.MAX_RATE);
                }
            }
        }
        return columns;
    }

    private static void add(Map<String, PolicyColumn> columns, String name, double min, double max) {
        columns.put(name, new PolicyColumn(name, min, max));
    }

    /**
     * Finds a column by name.
     *
     * @param name from a header
     * @return the column
     * @throws PolicyFault if there is none
     */
    static PolicyColumn named(String name) {
        PolicyColumn column = ALL.get(name);
        if (column != null) {
            return column;
        }
        for (PolicyColumn near : ALL.values()) {
            if (near.name.equalsIgnoreCase(name)) {
                throw unknown(name, Texts.of("economy.next.case", PolicyFault.quote(near.name)));
            }
        }
        if (name.equalsIgnoreCase("quarter")) {
            throw unknown(name, Texts.of("economy.next.numbered"));
        }
        throw unknown(
                name,
                Texts.of(
                        "economy.next.columns",
                        "fent recUS k232 recCN iceUS iceCN soy ree chip rowUS rowCN, tU_SOY..tU_CON, tC_SOY..tC_CON"));
    }

    private static PolicyFault unknown(String name, String next) {
        return new PolicyFault(
                PolicyFault.Code.UNKNOWN_COLUMN, Texts.of("economy.no-column", PolicyFault.quote(name)), next);
    }
}
