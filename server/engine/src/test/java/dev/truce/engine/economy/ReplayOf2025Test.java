package dev.truce.engine.economy;

import static dev.truce.engine.economy.Experiments.assertPrinted;
import static dev.truce.engine.economy.Experiments.cnImportsChange;
import static dev.truce.engine.economy.Experiments.realIncomeBp;
import static dev.truce.engine.economy.Experiments.usImportsChange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four quarters of 2025 against the printed table; facts are in {@link ValidationTableTest}. */
class ReplayOf2025Test {
    @ParameterizedTest
    @CsvSource({
        "1, 20.9, 21.5, -10.4, -0.4, -2.4, -8.5",
        "2, 64.2, 69.5, -37.9, -38.1, -17.1, -38.5",
        "3, 40.7, 31.5, -35.8, -29.2, -5.9, -32.4",
        "4, 35.1, 29.5, -35.8, -26.4, -6.5, -35.3",
    })
    void theYearMatchesTheTable(
            int quarter, double us, double cn, double imports, double exports, double riUs, double riCn) {
        StartPath path = StartPath.BUSAN_2025;
        Economy economy = new Economy();
        new StartPath(path.idleQuarters(), path.quarters().subList(0, quarter)).run(economy);
        StartPath.Quarter q = path.quarters().get(quarter - 1);
        QuarterPolicy policy = new QuarterPolicy().layers(q.fent(), q.recUs(), q.k232(), q.recCn());
        assertPrinted("wedge US", 100 * policy.usWedge(), us, 1);
        assertPrinted("wedge CN", 100 * policy.cnWedge(), cn, 1);
        assertPrinted("US imports from CN", usImportsChange(economy), imports, 1);
        assertPrinted("CN imports from US", cnImportsChange(economy), exports, 1);
        assertPrinted("RI US", realIncomeBp(economy, Region.US), riUs, 1);
        assertPrinted("RI CN", realIncomeBp(economy, Region.CN), riCn, 1);
    }
}
