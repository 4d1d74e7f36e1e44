package dev.truce.engine.delegation;

import dev.truce.engine.board.Portfolio;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seat of a delegation beside the head's.
 *
 * @param number number of the seat, 1..4
 * @param portfolios what he is answerable for, in canonical order; empty for a minister without portfolio, who advises
 * @param brief what he is out for, if the host sets it; null to draw it from the match's seed
 */
public record Minister(
        int number, List<Portfolio> portfolios, @Nullable Brief brief) {
    /**
     * Puts the portfolios in canonical order.
     *
     * @throws IllegalArgumentException if the number is not 1..4, or a portfolio is named twice
     */
    public Minister {
        if (number < 1 || number > Delegation.MAX_MINISTERS) {
            throw new IllegalArgumentException(
                    "seat " + number + ": ministers sit on seats 1.." + Delegation.MAX_MINISTERS + ", the head on 0");
        }
        List<Portfolio> sorted = portfolios.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i) == sorted.get(i - 1)) {
                throw new IllegalArgumentException(
                        "seat " + number + ": portfolio " + sorted.get(i).word() + " is named twice; name it once");
            }
        }
        portfolios = sorted;
    }

    /** Returns a minister whose brief is drawn. */
    public Minister(int number, List<Portfolio> portfolios) {
        this(number, portfolios, null);
    }
}
