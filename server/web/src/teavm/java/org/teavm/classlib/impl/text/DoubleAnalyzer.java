package org.teavm.classlib.impl.text;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Finds the fewest decimal digits that read back as a number. TeaVM's own brings tables of 8 kB, packed. */
public final class DoubleAnalyzer {
    /** Digits of a result. */
    public static final int DECIMAL_PRECISION = 18;
    /** Ten to the last of the digits. */
    public static final long DOUBLE_MAX_POS = 100_000_000_000_000_000L;

    private static final int MOST = 17;
    private static final int EXACT = 22;

    private DoubleAnalyzer() {}

    /** What a number consists of. */
    public static class Result {
        /** Eighteen digits. */
        public long mantissa;
        /** The power of ten of the first of them. */
        public int exponent;
        /** Whether it is below zero. */
        public boolean sign;
    }

    /** Returns the power of ten of the first digit of a number that is not zero. */
    public static int fastIntLog10(double d) {
        double size = Math.abs(d);
        int power = 0;
        double ten = 1;
        while (power < EXACT && size >= ten * 10) {
            ten *= 10;
            power++;
        }
        if (power < EXACT && size >= 1) {
            return power;
        }
        BigDecimal exact = new BigDecimal(size);
        String digits = exact.unscaledValue().toString();
        return digits.length() - 1 - exact.scale();
    }

    /** Fills a result with the digits of a finite number. */
    public static void analyze(double d, Result result) {
        result.sign = d < 0 || (d == 0 && 1 / d < 0);
        result.mantissa = 0;
        result.exponent = 0;
        double size = Math.abs(d);
        if (size == 0) {
            return;
        }
        BigDecimal exact = new BigDecimal(size);
        // Digits of all there is; those after the first ones are rounded away.
        BigInteger all = exact.unscaledValue();
        int length = all.toString().length();
        for (int digits = 1; digits <= MOST; digits++) {
            int exponent = length - 1 - exact.scale();
            long first = rounded(all, length - digits);
            if (first == power(digits)) {
                first /= 10;
                exponent++;
            }
            long mantissa = first * power(MOST + 1 - digits);
            if (digits == MOST || DoubleSynthesizer.synthesizeDouble(mantissa, exponent + 1, false) == size) {
                result.mantissa = mantissa;
                result.exponent = exponent;
                return;
            }
        }
    }

    private static long rounded(BigInteger all, int dropped) {
        if (dropped <= 0) {
            return all.multiply(BigInteger.TEN.pow(-dropped)).longValue();
        }
        BigInteger ten = BigInteger.TEN.pow(dropped);
        BigInteger[] parts = all.divideAndRemainder(ten);
        int half = parts[1].shiftLeft(1).compareTo(ten);
        long kept = parts[0].longValue();
        return half > 0 || (half == 0 && (kept & 1) == 1) ? kept + 1 : kept;
    }

    private static long power(int of) {
        long power = 1;
        for (int i = 0; i < of; i++) {
            power *= 10;
        }
        return power;
    }
}
