package dev.truce.engine.scenario;

import java.util.List;

/** Checks lists of numbers that must rise or fall. */
final class LadderCheck {
    private LadderCheck() {}

    /**
     * Returns a copy of numbers that rise throughout.
     *
     * @throws IllegalArgumentException naming the field, if they do not, or are not as many as said
     */
    static List<Double> rising(String field, List<Double> numbers, int count) {
        return checked(field, numbers, count, 1);
    }

    /**
     * Returns a copy of numbers that fall throughout.
     *
     * @throws IllegalArgumentException naming the field, if they do not, or are not as many as said
     */
    static List<Double> falling(String field, List<Double> numbers, int count) {
        return checked(field, numbers, count, -1);
    }

    private static List<Double> checked(String field, List<Double> numbers, int count, int sign) {
        if (numbers.size() != count) {
            throw new IllegalArgumentException(field + " has " + numbers.size() + " numbers; it must have " + count);
        }
        for (int i = 1; i < count; i++) {
            // Written so that NaN fails too.
            if (!(sign * numbers.get(i) > sign * numbers.get(i - 1))) {
                throw new IllegalArgumentException(field + " must " + (sign > 0 ? "rise" : "fall") + " throughout, but "
                        + numbers.get(i) + " comes after " + numbers.get(i - 1));
            }
        }
        return List.copyOf(numbers);
    }
}
