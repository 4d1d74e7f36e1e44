package dev.truce.cli.economy;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Writes a double with the fewest digits that read back as the same double.
 *
 * <p>Double.toString does so only since Java 19; older ones sometimes write a digit too many, so the same run would give other
 * files on other machines. The form is that of Double.toString: 0.001 to 9999999 plain, otherwise 1.5E-4.
 */
final class ShortestDecimal {
    private static final int PLAIN_FROM = -3;
    private static final int PLAIN_BELOW = 7;

    /**
     * Every decimal with so many digits survives the way to a normal double and back (IEEE 754), so a shorter one shows as
     * zeros at the end of this many. Smaller doubles have fewer digits.
     */
    private static final int SAFE_DIGITS = 15;

    /** So many digits always tell a double from its neighbours (IEEE 754). */
    private static final int ENOUGH_DIGITS = 17;

    private ShortestDecimal() {}

    /**
     * Writes a number.
     *
     * @param value finite
     * @return the text
     * @throws NumberFormatException if the value is NaN or infinite
     */
    static String of(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = exact;
        int first = Math.abs(value) < Double.MIN_NORMAL ? 1 : SAFE_DIGITS;
        for (int digits = first; digits <= ENOUGH_DIGITS; digits++) {
            shortest = exact.round(new MathContext(digits));
            if (shortest.doubleValue() == value) {
                break;
            }
        }
        return form(shortest.stripTrailingZeros());
    }

    private static String form(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - number.scale();
        String sign = number.signum() < 0 ? "-" : "";
        if (exponent < PLAIN_FROM || exponent >= PLAIN_BELOW) {
            String rest = digits.length() == 1 ? "0" : digits.substring(1);
            return sign + digits.charAt(0) + "." + rest + "E" + exponent;
        }
        String plain = number.abs().toPlainString();
        return sign + plain + (plain.indexOf('.') < 0 ? ".0" : "");
    }
}
