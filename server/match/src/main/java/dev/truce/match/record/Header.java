package dev.truce.match.record;

import java.util.Locale;
import java.util.Optional;

/** The headers of a record, in the order in which they stand. */
enum Header {
    EVENT("Event"),
    DATE("Date"),
    US("US"),
    CHINA("China"),
    SEED("Seed"),
    RULESET("Ruleset"),
    DATA("Data"),
    SCENARIO("Scenario"),
    SCENARIO_HASH("ScenarioHash"),
    HORIZON("Horizon"),
    SUMMITS("Summits"),
    CONDITIONS("Conditions"),
    DELEGATIONS("Delegations"),
    ROUNDS("Rounds"),
    START("Start"),
    RESULT("Result"),
    ENDING("Ending");

    private final String word;

    Header(String word) {
        this.word = word;
    }

    /** Returns the name in the text form. */
    String word() {
        return word;
    }

    /** Returns the name in the machine form. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether a record may do without. */
    boolean isOptional() {
        return this == EVENT || this == DATE || this == DELEGATIONS;
    }

    static Optional<Header> of(String word) {
        for (Header header : values()) {
            if (header.word.equals(word)) {
                return Optional.of(header);
            }
        }
        return Optional.empty();
    }
}
