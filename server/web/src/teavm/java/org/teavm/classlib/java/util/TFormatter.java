package org.teavm.classlib.java.util;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Fills patterns as {@code String.format} does, as far as the program's texts need it: arguments in order or by number, {@code %s},
 * {@code %d}, {@code %x}, {@code %f}, {@code %n} and {@code %%}, with {@code +}, {@code 0}, {@code ,}, a width and a precision.
 * TeaVM's own throws at arguments by number, and brings the number formats of all languages.
 */
public final class TFormatter {
    private final StringBuilder out = new StringBuilder();
    private String pattern = "";
    private int at;

    public TFormatter() {}

    public TFormatter(Locale locale) {}

    public TFormatter format(String text, Object... arguments) {
        pattern = text;
        at = 0;
        int next = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            if (c != '%') {
                out.append(c);
                continue;
            }
            int from = at - 1;
            int number = number();
            if (number > 0 && peek() == '$') {
                at++;
            } else {
                at = from + 1;
                number = 0;
            }
            boolean plus = false;
            boolean zeros = false;
            boolean groups = false;
            for (; "+0,".indexOf(peek()) >= 0; at++) {
                plus |= peek() == '+';
                zeros |= peek() == '0';
                groups |= peek() == ',';
            }
            int width = number();
            int precision = 6;
            if (peek() == '.') {
                at++;
                precision = number();
            }
            char kind = peek();
            at++;
            if (kind == '%' || kind == 'n') {
                out.append(kind == 'n' ? '\n' : kind);
                continue;
            }
            int index = number > 0 ? number - 1 : next++;
            if (index >= arguments.length) {
                throw new TUnknownFormatConversionException(pattern.substring(from, at));
            }
            pad(filled(kind, arguments[index], precision, plus, groups), width, zeros);
        }
        return this;
    }

    private char peek() {
        if (at >= pattern.length()) {
            throw new TUnknownFormatConversionException("%");
        }
        return pattern.charAt(at);
    }

    private int number() {
        int number = 0;
        for (; at < pattern.length() && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9'; at++) {
            number = 10 * number + pattern.charAt(at) - '0';
        }
        return number;
    }

    private static String filled(char kind, Object argument, int precision, boolean plus, boolean groups) {
        switch (kind) {
            case 's':
                return String.valueOf(argument);
            case 'x':
                return argument instanceof Long
                        ? Long.toHexString((Long) argument)
                        : Integer.toHexString((Integer) argument);
            case 'd':
                return signed(String.valueOf(((Number) argument).longValue()), plus, groups);
            case 'f':
                String digits = new BigDecimal(Double.toString(((Number) argument).doubleValue()))
                        .setScale(precision, RoundingMode.HALF_UP)
                        .toPlainString();
                boolean minus = ((Number) argument).doubleValue() < 0 && !digits.startsWith("-");
                return signed(minus ? "-" + digits : digits, plus, groups);
            default:
                throw new TUnknownFormatConversionException(String.valueOf(kind));
        }
    }

    private static String signed(String digits, boolean plus, boolean groups) {
        StringBuilder text = new StringBuilder(digits);
        if (groups) {
            int point = digits.indexOf('.');
            int first = digits.startsWith("-") ? 1 : 0;
            for (int i = (point < 0 ? digits.length() : point) - 3; i > first; i -= 3) {
                text.insert(i, ',');
            }
        }
        return plus && !digits.startsWith("-") ? "+" + text : text.toString();
    }

    private void pad(String text, int width, boolean zeros) {
        int missing = width - text.length();
        boolean isSigned = zeros && (text.startsWith("-") || text.startsWith("+"));
        if (isSigned) {
            out.append(text.charAt(0));
        }
        for (int i = 0; i < missing; i++) {
            out.append(zeros ? '0' : ' ');
        }
        out.append(isSigned ? text.substring(1) : text);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
