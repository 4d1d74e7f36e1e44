package dev.truce.match.record.text;

import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.delegation.Minister;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The written form of a match's delegations: the mode, then each minister's seat with his portfolios, for example
 * {@code portfolio; US.1 trade; CN.1 commerce transport; CN.2 -}. The weights of a brief that the host set follow it:
 * {@code US.1 trade = 100 50 ...}. Reads back exactly what it wrote and refuses everything else; empty for two heads alone.
 */
public final class DelegationText {
    private static final String BETWEEN = "; ";
    private static final String NO_PORTFOLIO = "-";
    private static final String WEIGHTS = " = ";

    private DelegationText() {}

    /** Returns the text of both sides' delegations, first the US; empty for none. */
    public static String write(List<Delegation> delegations) {
        if (delegations.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(delegations.get(0).mode().word());
        for (Delegation delegation : delegations) {
            for (Minister minister : delegation.ministers()) {
                text.append(BETWEEN).append(delegation.side()).append('.').append(minister.number());
                portfolios(text, minister.portfolios());
                Brief brief = minister.brief();
                if (brief != null) {
                    text.append(WEIGHTS).append(weights(brief));
                }
            }
        }
        return text.toString();
    }

    private static void portfolios(StringBuilder text, List<Portfolio> portfolios) {
        if (portfolios.isEmpty()) {
            text.append(' ').append(NO_PORTFOLIO);
        }
        for (Portfolio portfolio : portfolios) {
            text.append(' ').append(portfolio.word());
        }
    }

    private static String weights(Brief brief) {
        StringBuilder text = new StringBuilder();
        for (int percent : brief.weightsPercent()) {
            text.append(text.isEmpty() ? "" : " ").append(percent);
        }
        return text.toString();
    }

    /**
     * Reads delegations.
     *
     * @return those of both sides, or none for an empty text
     * @throws IllegalArgumentException if the text is none
     */
    public static List<Delegation> read(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        String[] parts = text.split(BETWEEN, 2 * Delegation.MAX_MINISTERS + 2);
        DelegationMode mode = DelegationMode.find(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("expected 'head' or 'portfolio' first"));
        Map<Side, List<Minister>> ministers = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            ministers.put(side, new ArrayList<>());
        }
        for (int i = 1; i < parts.length; i++) {
            minister(parts[i], ministers);
        }
        List<Delegation> read = new ArrayList<>();
        ministers.forEach((side, seats) -> read.add(new Delegation(side, mode, seats)));
        if (parts.length == 1) {
            throw new IllegalArgumentException("no minister is named; leave it out");
        }
        if (!write(read).equals(text)) {
            throw new IllegalArgumentException("expected '" + write(read) + "'");
        }
        return read;
    }

    private static void minister(String text, Map<Side, List<Minister>> ministers) {
        int equals = text.indexOf(WEIGHTS);
        // Keeps empty words: of nothing but blanks there would be no first one.
        String[] words = (equals < 0 ? text : text.substring(0, equals)).split(" ", -1);
        String[] seat = words[0].split("\\.");
        if (seat.length != 2 || words.length < 2) {
            throw new IllegalArgumentException(
                    "expected a seat and its portfolios, like 'US.1 trade', not '" + text + "'");
        }
        Side side = side(seat[0]);
        List<Portfolio> portfolios = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            if (!word.equals(NO_PORTFOLIO)) {
                portfolios.add(Portfolio.find(word, side)
                        .orElseThrow(() -> new IllegalArgumentException(side + " has no portfolio '" + word + "'")));
            }
        }
        Brief brief = equals < 0 ? null : brief(text.substring(equals + WEIGHTS.length()));
        List<Minister> seats = ministers.getOrDefault(side, List.of());
        seats.add(new Minister(Integer.parseInt(seat[1]), portfolios, brief));
    }

    private static Side side(String word) {
        for (Side side : Side.values()) {
            if (side.name().equals(word)) {
                return side;
            }
        }
        throw new IllegalArgumentException("expected US or CN, not '" + word + "'");
    }

    private static Brief brief(String text) {
        List<Integer> weights = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            weights.add(Integer.parseInt(word));
        }
        return new Brief(weights);
    }
}
