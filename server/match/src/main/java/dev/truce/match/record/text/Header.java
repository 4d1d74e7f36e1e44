package dev.truce.match.record.text;

import java.util.Locale;
import java.util.Optional;

/** The headers of a record, in the order in which they stand. */
enum Header {
    RECORD("Record"),
    EVENT("Event"),
    DATE("Date"),
    US("US"),
    CHINA("China"),
    SEED("Seed"),
    SEED_OF_TABLE("SeedOfTable"),
    SEED_BY("SeedBy"),
    MATCH("Match"),
    SEED_SALT("SeedSalt"),
    SEED_HASH("SeedHash"),
    LOSS("Loss"),
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

    /** The name in the text form. */
    String word() {
        return word;
    }

    /** Returns the name in the machine form. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether a record may do without. */
    boolean isOptional() {
        return switch (this) {
            case EVENT, DATE, SEED_OF_TABLE, SEED_BY, MATCH, SEED_SALT, SEED_HASH, LOSS, DELEGATIONS -> true;
            case RECORD,
                    US,
                    CHINA,
                    SEED,
                    RULESET,
                    DATA,
                    SCENARIO,
                    SCENARIO_HASH,
                    HORIZON,
                    SUMMITS,
                    CONDITIONS,
                    ROUNDS,
                    START,
                    RESULT,
                    ENDING -> false;
        };
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
