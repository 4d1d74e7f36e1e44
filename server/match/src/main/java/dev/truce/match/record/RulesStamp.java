package dev.truce.match.record;

import dev.truce.engine.scenario.Scenario;

/**
 * What a match was played by.
 *
 * @param scenario id of the scenario
 * @param scenarioHash hash of its values, 64 hex digits
 * @param ruleset version of the rules
 * @param data version of the scenario's data
 */
public record RulesStamp(String scenario, String scenarioHash, String ruleset, String data) {
    /** Returns the edition of a scenario. */
    public static RulesStamp of(Scenario scenario) {
        return new RulesStamp(scenario.id(), scenario.hash(), scenario.ruleset(), scenario.dataVersion());
    }
}
