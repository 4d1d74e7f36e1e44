package dev.truce.bot.line.json;

import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Law;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a bot needs to know about the scenario, as one line of JSON: its instruments, their ladders, and the calendar. */
public final class ScenarioJson {
    private ScenarioJson() {}

    /** Returns the JSON, which is public and the same for both sides. */
    public static String write(Scenario scenario) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", scenario.id());
        map.put("ruleset", scenario.ruleset());
        map.put("data", scenario.dataVersion());
        map.put("hash", scenario.hash());
        map.put("summits", scenario.calendar().summits());
        List<Object> instruments = new ArrayList<>();
        for (InstrumentSpec spec : scenario.instruments()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("word", spec.instrument().qualifiedWord());
            one.put("id", spec.instrument().id());
            one.put("covert", spec.instrument().isCovert());
            one.put("ladder", spec.ladder().stream().map(Rung::token).toList());
            one.put("start", spec.rung(spec.start()).token());
            one.put("fallback", spec.fallbackRung().token());
            instruments.add(one);
        }
        map.put("instruments", instruments);
        if (!scenario.law().statutes().isEmpty()) {
            map.put(
                    "law",
                    scenario.law().statutes().stream()
                            .map(statute -> statute(statute, scenario))
                            .toList());
        }
        return JsonText.write(map);
    }

    private static Map<String, Object> statute(Law.Statute statute, Scenario scenario) {
        InstrumentSpec spec = scenario.spec(statute.instrument());
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("round", statute.round());
        one.put("word", statute.instrument().qualifiedWord());
        if (statute.level() != Law.NONE) {
            one.put("level", spec.rung(statute.level()).token());
        }
        if (statute.atMost() != Law.NONE) {
            one.put("at_most", spec.rung(statute.atMost()).token());
        }
        return one;
    }
}
