package dev.truce.cli.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Nearest {
    private Nearest() {}

    /**
     * Returns the one candidate that begins with the word, or else the one within two edits of it; none if several are
     * equally near.
     *
     * @param word what was typed, any case
     * @param candidates words that would be right
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        String typed = word.toLowerCase(Locale.ROOT);
        if (typed.length() < 2) {
            return Optional.empty();
        }
        int allowed = typed.length() <= 3 ? 1 : 2;
        int best = allowed + 1;
        String found = null;
        boolean several = false;
        for (String candidate : candidates) {
            String other = candidate.toLowerCase(Locale.ROOT);
            int distance = other.startsWith(typed) ? 0 : distance(typed, other);
            if (distance < best) {
                best = distance;
                found = candidate;
                several = false;
            } else if (distance == best && distance <= allowed && !candidate.equals(found)) {
                several = true;
            }
        }
        return several ? Optional.empty() : Optional.ofNullable(found);
    }

    /** Returns the number of letters to insert, drop, change or swap with a neighbour. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                cost[i][j] =
                        Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
