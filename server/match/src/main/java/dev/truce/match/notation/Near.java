package dev.truce.match.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds words that somebody may have meant. */
final class Near {
    private static final int MAX_WORDS = 2;
    /** Nothing is near to a longer one, and looking would cost its length. */
    private static final int MAX_CHARACTERS = 40;

    private Near() {}

    /**
     * Returns at most two words near to a typed one, the nearest first; none if none is near. Near is: one begins like the other,
     * or at most two letters are wrong, missing, added or exchanged, and never half of the shorter word.
     */
    static List<String> words(String typed, List<String> words) {
        String wanted = typed.toUpperCase(Locale.ROOT);
        if (wanted.length() > MAX_CHARACTERS) {
            return List.of();
        }
        List<String> near = new ArrayList<>();
        for (int most = 0; most <= 2; most++) {
            for (String word : words) {
                if (near.size() < MAX_WORDS
                        && !near.contains(word)
                        && steps(wanted, word.toUpperCase(Locale.ROOT)) <= most) {
                    near.add(word);
                }
            }
        }
        return near;
    }

    private static int steps(String typed, String word) {
        int shorter = Math.min(typed.length(), word.length());
        if (shorter >= 2 && (word.startsWith(typed) || typed.startsWith(word))) {
            return 1;
        }
        int distance = distance(typed, word);
        return distance * 2 < shorter ? distance : Integer.MAX_VALUE;
    }

    /** Letters wrong, missing, added, or exchanged with their neighbour. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + other, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
