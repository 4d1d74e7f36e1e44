package dev.truce.engine.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds words that a person may have meant. Two words are near if one begins like the other, or if at most two letters are wrong,
 * missing, added or exchanged with their neighbour, and less than half of the shorter word.
 */
public final class NearWord {
    private static final int MAX_WORDS = 2;
    private static final int MAX_SLIPS = 2;
    private static final int FAR = Integer.MAX_VALUE;

    /** Nothing is near to a longer word, and the search would cost its length. */
    private static final int MAX_CHARACTERS = 48;

    private NearWord() {}

    /** Returns at most two words near to a typed one in any case, the nearest first; none if none is near. */
    public static List<String> all(String typed, Collection<String> words) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<String> near = new ArrayList<>();
        for (int most = 0; most <= MAX_SLIPS; most++) {
            for (String word : words) {
                boolean fits = near.size() < MAX_WORDS && !near.contains(word);
                if (fits && slips(wanted, word.toLowerCase(Locale.ROOT)) <= most) {
                    near.add(word);
                }
            }
        }
        return near;
    }

    /** Returns the word near to a typed one in any case; none if several are equally near. */
    public static Optional<String> one(String typed, Collection<String> words) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<String> near = all(typed, words);
        boolean several = near.size() > 1
                && slips(wanted, near.get(0).toLowerCase(Locale.ROOT))
                        == slips(wanted, near.get(1).toLowerCase(Locale.ROOT));
        return near.isEmpty() || several ? Optional.empty() : Optional.of(near.get(0));
    }

    /**
     * Returns the word with the fewest letters to change, however many; the first of equals.
     *
     * @throws IllegalArgumentException if there are no words
     */
    public static String nearest(String typed, List<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("no words to choose from");
        }
        String wanted = typed.toLowerCase(Locale.ROOT);
        String cut = wanted.substring(0, Math.min(wanted.length(), MAX_CHARACTERS));
        String best = words.get(0);
        int fewest = FAR;
        for (String word : words) {
            int distance = distance(cut, word.toLowerCase(Locale.ROOT));
            if (distance < fewest) {
                fewest = distance;
                best = word;
            }
        }
        return best;
    }

    private static int slips(String typed, String word) {
        int shorter = Math.min(typed.length(), word.length());
        if (typed.length() > MAX_CHARACTERS) {
            return FAR;
        }
        if (shorter >= 2 && (word.startsWith(typed) || typed.startsWith(word))) {
            return typed.equals(word) ? 0 : 1;
        }
        int distance = distance(typed, word);
        return distance * 2 < shorter ? distance : FAR;
    }

    private static int distance(String a, String b) {
        int[][] slips = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    slips[i][j] = i + j;
                    continue;
                }
                int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                slips[i][j] = Math.min(slips[i - 1][j - 1] + other, Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
                }
            }
        }
        return slips[a.length()][b.length()];
    }
}
