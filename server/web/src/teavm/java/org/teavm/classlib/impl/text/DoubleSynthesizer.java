package org.teavm.classlib.impl.text;

import java.math.BigInteger;

/** Makes numbers of their decimal digits, rounded as Java rounds. TeaVM's own brings tables of 8 kB, packed, and misses the last bit at times. */
public final class DoubleSynthesizer {
    /** A mantissa is a number of this many digits with a point after the first. */
    private static final int DIGITS = 18;
    /** Powers of ten up to this one are exact. */
    private static final int EXACT = 22;
    /** Beyond these powers of ten there is nothing but infinity and zero, whatever the digits. */
    private static final int MOST = 400;

    private static final int BITS = 53;
    private static final int LEAST = -1074;

    private DoubleSynthesizer() {}

    /**
     * Returns a number.
     *
     * @param mantissa its digits, without a sign
     * @param exp its power of ten, if the point stands after the first of nineteen digits
     */
    public static double synthesizeDouble(long mantissa, int exp, boolean negative) {
        long digits = mantissa;
        int power = exp - DIGITS;
        while (digits != 0 && Long.remainderUnsigned(digits, 10) == 0) {
            digits = Long.divideUnsigned(digits, 10);
            power++;
        }
        double size =
                digits == 0 || power < -MOST ? 0 : power > MOST ? Double.POSITIVE_INFINITY : number(digits, power);
        return negative ? -size : size;
    }

    private static double number(long digits, int power) {
        if (digits > 0 && digits < 1L << BITS && Math.abs(power) <= EXACT) {
            // Both are exact, so that one rounding is all there is.
            return power < 0 ? digits / exact(-power) : digits * exact(power);
        }
        BigInteger number = BigInteger.valueOf(digits >>> 1).shiftLeft(1).add(BigInteger.valueOf(digits & 1));
        BigInteger ten = BigInteger.TEN.pow(Math.abs(power));
        return power < 0 ? quotient(number, ten) : quotient(number.multiply(ten), BigInteger.ONE);
    }

    private static double exact(int power) {
        double exact = 1;
        for (int i = 0; i < power; i++) {
            exact *= 10;
        }
        return exact;
    }

    /** Divides, and rounds to the nearest number, to an even one in the middle. */
    private static double quotient(BigInteger number, BigInteger divisor) {
        int shift = BITS + 2 - number.bitLength() + divisor.bitLength();
        BigInteger[] parts = (shift > 0 ? number.shiftLeft(shift) : number)
                .divideAndRemainder(shift < 0 ? divisor.shiftLeft(-shift) : divisor);
        long bits = parts[0].longValue();
        int length = Long.SIZE - Long.numberOfLeadingZeros(bits);
        int last = Math.max(length - BITS - shift, LEAST);
        int dropped = last + shift;
        if (dropped > length + 1) {
            return 0;
        }
        long kept = dropped > length ? 0 : bits >> dropped;
        long rest = bits - (kept << dropped);
        long half = 1L << (dropped - 1);
        if (rest > half || (rest == half && (parts[1].signum() != 0 || (kept & 1) == 1))) {
            kept++;
        }
        if (kept == 1L << BITS) {
            kept >>= 1;
            last++;
        }
        if (kept < 1L << (BITS - 1)) {
            return Double.longBitsToDouble(kept);
        }
        long exponent = last - LEAST + 1L;
        return exponent >= 2047
                ? Double.POSITIVE_INFINITY
                : Double.longBitsToDouble((exponent << (BITS - 1)) | (kept & ((1L << (BITS - 1)) - 1)));
    }
}
