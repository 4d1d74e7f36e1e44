package dev.truce.match.record.text;

import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup.Conditions;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** The written forms of a setup's parts. Each reads back exactly what it wrote and refuses everything else. */
final class SetupText {
    private SetupText() {}

    static String horizon(Horizon horizon) {
        if (horizon instanceof Horizon.Hidden hidden) {
            return "hidden " + hidden.atLeast() + " " + decimal(hidden.goOn()) + " " + hidden.atMost();
        }
        return "fixed " + ((Horizon.Fixed) horizon).rounds();
    }

    /**
     * Reads a horizon.
     *
     * @throws IllegalArgumentException if the text is no horizon
     */
    static Horizon readHorizon(String text) {
        String[] words = text.split(" ", -1);
        Horizon read;
        if (words.length == 2 && words[0].equals("fixed")) {
            read = new Horizon.Fixed(Integer.parseInt(words[1]));
        } else if (words.length == 4 && words[0].equals("hidden")) {
            read = new Horizon.Hidden(
                    Integer.parseInt(words[1]), Double.parseDouble(words[2]), Integer.parseInt(words[3]));
        } else {
            throw new IllegalArgumentException("expected 'fixed N' or 'hidden N p N'");
        }
        return same(read, horizon(read), text);
    }

    static String summits(List<Integer> summits) {
        StringBuilder text = new StringBuilder();
        for (int round : summits) {
            text.append(text.isEmpty() ? "" : " ").append(round);
        }
        return text.toString();
    }

    /**
     * Reads summit rounds.
     *
     * @throws IllegalArgumentException if the text is no ascending list of at most 64 rounds
     */
    static List<Integer> readSummits(String text) {
        List<Integer> rounds = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String word : text.split(" ", 65)) {
                int round = Integer.parseInt(word);
                if (round < 1 || round > 64 || (!rounds.isEmpty() && round <= rounds.get(rounds.size() - 1))) {
                    throw new IllegalArgumentException("expected ascending rounds from 1 to 64");
                }
                rounds.add(round);
            }
        }
        return same(rounds, summits(rounds), text);
    }

    static String conditions(Conditions conditions) {
        return (conditions.noise() ? "noise" : "noise-free")
                + (conditions.perpetualTruce() ? " perpetual-truce" : "")
                + (conditions.openChapter() ? " open-chapter" : "");
    }

    /**
     * Reads conditions.
     *
     * @throws IllegalArgumentException if the text is no conditions
     */
    static Conditions readConditions(String text) {
        List<String> words = List.of(text.split(" ", -1));
        Conditions read = new Conditions(
                words.get(0).equals("noise"), words.contains("perpetual-truce"), words.contains("open-chapter"));
        return same(read, conditions(read), text);
    }

    /**
     * Returns the shortest decimal that reads back as the number. Not {@code Double.toString}, whose digits changed between Java 18
     * and 19.
     */
    static String decimal(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == number) {
                return rounded.stripTrailingZeros().toPlainString();
            }
        }
        return exact.round(new MathContext(17)).stripTrailingZeros().toPlainString();
    }

    private static <T> T same(T read, String canonical, String text) {
        if (!canonical.equals(text)) {
            throw new IllegalArgumentException("expected '" + canonical + "'");
        }
        return read;
    }
}
