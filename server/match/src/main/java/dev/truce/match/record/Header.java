package dev.truce.match.record;

/** The header lines of a record, in the order in which they are written. */
enum Header {
    US("US"),
    CHINA("China"),
    RULESET("Ruleset"),
    SCENARIO("Scenario"),
    SCENARIO_HASH("ScenarioHash"),
    DATA("Data"),
    SEED("Seed"),
    HORIZON("Horizon"),
    SUMMITS("Summits"),
    CONDITIONS("Conditions"),
    START("Start"),
    RESULT("Result"),
    ENDING("Ending");

    private final String word;

    Header(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
