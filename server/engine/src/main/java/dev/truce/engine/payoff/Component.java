package dev.truce.engine.payoff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The components of a round's points, in the order in which they are added up. */
public enum Component {
    /** Real income against the truce path. */
    INCOME,
    /** Tariff revenue. */
    REVENUE,
    /** Farm-state output (US). */
    FARM,
    /** Real manufacturing output. */
    INDUSTRY,
    /** Cost of living. */
    PRICES,
    /** Chinese enforcement against fentanyl (US). */
    FENTANYL,
    /** Own and the partner's restraint in covert matters. */
    RESTRAINT,
    /** The technology race. */
    TECHNOLOGY,
    /** Being pressed harder than one presses back. */
    HUMILIATION,
    /** The tension of the relation. */
    TENSION,
    /** What the home public gives for standing firm (nationalism). */
    FIRMNESS,
    /** The agreement in force, the partner's word, summits, signing costs. */
    AGREEMENT,
    /** Charges for a public breach or a notice. */
    BREACH,
    /** Charge for a covert shortfall that was found. */
    CAUGHT,
    /** Own exporters, prestige, supply assurance and home lobbies. */
    CHOKEPOINT,
    /** Luck: the income noise of the quarter. */
    CHANCE;

    /** Number of components. */
    public static final int COUNT = 16;

    /** Returns the word by which a component is typed, and its key in JSON, in small letters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the component of a word, which is read in any case. */
    public static Optional<Component> find(String word) {
        return Arrays.stream(values())
                .filter(component -> component.word().equalsIgnoreCase(word))
                .findFirst();
    }
}
