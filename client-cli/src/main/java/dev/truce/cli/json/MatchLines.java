package dev.truce.cli.json;

import dev.truce.cli.text.Texts;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.story.facts.Reasons;
import dev.truce.story.print.JsonPrinter;
import dev.truce.story.topic.FinalTopic;
import dev.truce.story.words.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A match as JSON objects, one a line: {@code match}, then a {@code round} each, which is a topic, then {@code end}. The schema is
 * {@code docs/look-up/demo-output.schema.json}; figures are rounded as on the screens.
 */
public final class MatchLines {
    private final Scenario scenario;

    /** @param scenario the scenario that is played */
    public MatchLines(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Returns the object before the first round. */
    public Map<String, Object> match(String version, long seed, int rounds, String us, String cn) {
        Map<String, Object> match = typed("match");
        match.put("schema_version", 1);
        match.put("truce_version", version);
        match.put("ruleset", scenario.ruleset());
        match.put("scenario", scenario.id());
        match.put("scenario_hash", scenario.hash());
        match.put("data_version", scenario.dataVersion());
        match.put("seed", Long.toString(seed));
        match.put("rounds", rounds);
        match.put("us", us);
        match.put("cn", cn);
        return match;
    }

    /**
     * Returns the object after the last round.
     *
     * @param rounds all rounds, in order
     * @param ledger the ledger of said and done at the end
     * @param record file of the record, or null if none was written
     */
    public Map<String, Object> end(
            Notice.MatchOver over, List<RoundView> rounds, SaidAndDone ledger, @Nullable String record) {
        Wording wording = Texts.wording(scenario);
        Map<String, Object> end =
                new JsonPrinter().object(new FinalTopic(wording, Reasons.none()).page(over, rounds, ledger));
        end.put("record", record);
        return end;
    }

    private static Map<String, Object> typed(String type) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        return object;
    }
}
