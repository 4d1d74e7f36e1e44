package dev.truce.app.host;

import dev.truce.engine.bargain.SeriousText;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.protocol.message.Wire;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The scenarios that this server can play, compiled. Safe for use by threads. */
public final class Catalogue {
    private final Map<String, Rules> byId = new LinkedHashMap<>();
    private final Map<String, String> texts;
    /** What ids named earlier, as far as it was asked for: by hash, no more than there are of {@link Scenarios#earlier}. */
    private final Map<String, Rules> earlier = new ConcurrentHashMap<>();

    /**
     * Lists scenarios.
     *
     * @throws IllegalArgumentException if two have the same id, or there is none
     */
    public Catalogue(List<Rules> rules) {
        this(rules, Map.of());
    }

    /**
     * Lists scenarios with their files.
     *
     * @param texts the files, by the hash of what they say; those that ship need not be among them
     * @throws IllegalArgumentException if two have the same id, or there is none
     */
    public Catalogue(List<Rules> rules, Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
        for (Rules one : rules) {
            if (byId.put(one.scenario().id(), one) != null) {
                throw new IllegalArgumentException(
                        "two scenarios " + one.scenario().id());
            }
        }
        if (byId.isEmpty()) {
            throw new IllegalArgumentException("no scenario");
        }
    }

    /** Compiles and lists scenarios; the first speaks for the server. */
    public static Catalogue of(List<Scenario> scenarios) {
        return new Catalogue(scenarios.stream().map(Rules::of).toList());
    }

    /** Compiles and lists scenarios with their files; the first speaks for the server. */
    public static Catalogue ofFiles(List<ScenarioFile> files) {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach(file -> texts.put(file.scenario().hash(), file.text()));
        return new Catalogue(
                files.stream().map(file -> Rules.of(file.scenario())).toList(), texts);
    }

    /** Measures what a proposal of one's own is worth, which the first round that closes would measure, where others wait. */
    public Catalogue measured() {
        byId.values().stream()
                .filter(rules -> rules.scenario().ownText().exist())
                .forEach(SeriousText::of);
        return this;
    }

    /** Returns the file of a scenario, if it is known and short enough to be told. */
    public Optional<String> text(Scenario scenario) {
        String text = texts.get(scenario.hash());
        if (text == null) {
            text = Scenarios.edition(scenario.id(), scenario.hash())
                    .map(ScenarioFile::text)
                    .orElse(null);
        }
        return Optional.ofNullable(text)
                .filter(told -> told.getBytes(StandardCharsets.UTF_8).length <= Wire.SCENARIO_BYTES);
    }

    /** Finds a scenario by its id. */
    public Optional<Rules> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Finds the very scenario that a stored match was played by, which may be what an id on the list named earlier. */
    public Optional<Rules> find(String id, String ruleset, String hash) {
        Optional<Rules> today = find(id);
        return today.filter(rules -> rules.scenario().hash().equals(hash))
                .or(() -> today.flatMap(rules -> Scenarios.edition(id, hash))
                        .map(file -> earlier.computeIfAbsent(hash, unused -> Rules.of(file.scenario()))))
                .filter(rules -> rules.scenario().ruleset().equals(ruleset));
    }

    /** Returns the ids of all scenarios. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /** Returns whether matches under a ruleset can be played, be it only those that were opened while an id named something else. */
    public boolean plays(String ruleset) {
        return byId.values().stream()
                        .anyMatch(rules -> rules.scenario().ruleset().equals(ruleset))
                || byId.keySet().stream().anyMatch(id -> Scenarios.wasOf(id, ruleset));
    }

    /** Returns the first scenario, which speaks for the server while there is no match. */
    public Rules first() {
        return byId.values().iterator().next();
    }
}
