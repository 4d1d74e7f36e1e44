package dev.truce.engine.economy;

import static dev.truce.engine.economy.Region.CN;
import static dev.truce.engine.economy.Region.RW;
import static dev.truce.engine.economy.Region.US;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernel against the 49 rows of figures that the reference run published. */
class GoldenFileTest {
    private static final String FILE = "golden-economy.csv";

    /** Values of a row that are a real income, a small difference: compared as 1 + RI. */
    private static final int REAL_INCOMES = 3;

    /** Never compared, so that arrays do no harm. */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(String path, int quarter, double[] values, long[] bits) {
        @Override
        public String toString() {
            return path + " quarter " + quarter;
        }
    }

    static List<Row> rows() throws IOException {
        try (InputStream in = Objects.requireNonNull(GoldenFileTest.class.getResourceAsStream(FILE));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(GoldenFileTest::row).toList();
        }
    }

    @Test
    void theFileHoldsTheStartAndTwelveQuartersOfFourPaths() throws IOException {
        assertThat(rows()).hasSize(1 + 4 * 12);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyValueIsWithinOnePartInABillion(Row row) {
        double[] actual = outputs(replay(row));
        for (int k = 0; k < actual.length; k++) {
            double offset = k < REAL_INCOMES ? 1 : 0;
            double expected = offset + row.values[k];
            assertThat(offset + actual[k]).as("column %d", k).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyValueHasTheSameBits(Row row) {
        long[] actual = Arrays.stream(outputs(replay(row)))
                .mapToLong(Double::doubleToLongBits)
                .toArray();
        assertThat(actual).containsExactly(row.bits);
    }

    private static Economy replay(Row row) {
        if (row.quarter == 0) {
            Economy economy = new Economy();
            StartPath.BUSAN_2025.run(economy);
            return economy;
        }
        return PolicyPath.valueOf(row.path.toUpperCase(Locale.ROOT)).after(row.quarter);
    }

    private static double[] outputs(Economy e) {
        return new double[] {
            e.realIncome(US),
            e.realIncome(CN),
            e.realIncome(RW),
            e.consumerPrices(US),
            e.consumerPrices(CN),
            e.goodsImports(US, CN),
            e.goodsImports(CN, US),
            e.soyMmt(),
            e.reeAvailability(),
            e.chipAvailability(),
            e.wage(US),
            e.wage(CN),
            e.wage(RW),
        };
    }

    private static Row row(String line) {
        String[] cells = line.split(",", -1);
        int count = (cells.length - 2) / 2;
        double[] values = IntStream.range(0, count)
                .mapToDouble(k -> Double.parseDouble(cells[2 + 2 * k]))
                .toArray();
        long[] bits = IntStream.range(0, count)
                .mapToLong(k -> Long.parseUnsignedLong(cells[3 + 2 * k], 16))
                .toArray();
        return new Row(cells[0], Integer.parseInt(cells[1]), values, bits);
    }
}
