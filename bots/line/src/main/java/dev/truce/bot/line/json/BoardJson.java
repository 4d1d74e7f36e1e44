package dev.truce.bot.line.json;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Levels, changes and clauses as JSON and back: instruments by qualified word, levels by the words of their ladders. */
final class BoardJson {
    private final Scenario scenario;

    BoardJson(Scenario scenario) {
        this.scenario = scenario;
    }

    String token(Instrument instrument, int level) {
        return scenario.spec(instrument).rung(level).token();
    }

    int level(Instrument instrument, String token) {
        InstrumentSpec spec = scenario.spec(instrument);
        int level = spec.levelOf(token);
        if (level < 0) {
            throw new IllegalArgumentException(instrument.qualifiedWord() + " has no level '" + token + "'");
        }
        return level;
    }

    /** Puts the red lines that a seat sees, where there are any: other scenarios have no such key. */
    static void putRedLines(Map<String, ? super List<String>> into, List<Instrument> lines) {
        if (!lines.isEmpty()) {
            into.put("red_lines", lines.stream().map(Instrument::qualifiedWord).toList());
        }
    }

    static List<Instrument> redLines(Fields json) {
        return json.has("red_lines")
                ? json.strings("red_lines").stream().map(BoardJson::instrument).toList()
                : List.of();
    }

    static Instrument instrument(String word) {
        return Instrument.find(word, Side.US)
                .filter(found -> found.qualifiedWord().equals(word))
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no instrument"));
    }

    Map<String, @Nullable Object> levels(Levels levels) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Instrument instrument : scenario.instruments().all()) {
            int level = levels.get(instrument);
            map.put(instrument.qualifiedWord(), level == Levels.UNSEEN ? null : token(instrument, level));
        }
        return map;
    }

    Levels levels(Fields fields) {
        int[] levels = new int[Instrument.COUNT];
        for (Instrument instrument : scenario.instruments().all()) {
            String word = instrument.qualifiedWord();
            levels[instrument.ordinal()] = fields.has(word) ? level(instrument, fields.string(word)) : Levels.UNSEEN;
        }
        return Levels.of(levels);
    }

    List<Object> changes(List<LevelChange> changes) {
        List<Object> list = new ArrayList<>();
        for (LevelChange change : changes) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("on", change.instrument().qualifiedWord());
            map.put("from", token(change.instrument(), change.from()));
            map.put("to", token(change.instrument(), change.to()));
            list.add(map);
        }
        return list;
    }

    List<LevelChange> changes(Fields fields, String name) {
        List<LevelChange> changes = new ArrayList<>();
        for (Fields each : fields.objects(name)) {
            Instrument on = instrument(each.string("on"));
            changes.add(new LevelChange(on, level(on, each.string("from")), level(on, each.string("to"))));
        }
        return changes;
    }

    Map<String, Object> clause(Clause clause) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("on", clause.instrument().qualifiedWord());
        map.put("bound", token(clause.instrument(), clause.bound()));
        map.put("first", clause.first());
        map.put("last", clause.last());
        map.put("agreement", clause.agreement());
        return map;
    }

    Clause clause(Fields fields) {
        Instrument on = instrument(fields.string("on"));
        return new Clause(
                on,
                level(on, fields.string("bound")),
                fields.whole("first"),
                fields.whole("last"),
                fields.whole("agreement"));
    }

    /** What clauses that stand together have in common. */
    private record TogetherBinding(int agreement, int first, int last) {}

    /** Clauses that bind in the same rounds and belong to the same agreement stand together, since a line is short. */
    List<Object> clauses(List<Clause> clauses) {
        List<Object> list = new ArrayList<>();
        Map<List<Integer>, Map<String, Object>> bounds = new LinkedHashMap<>();
        for (Clause clause : clauses) {
            List<Integer> rounds = List.of(clause.agreement(), clause.first(), clause.last());
            Map<String, Object> together = bounds.get(rounds);
            if (together == null) {
                together = new LinkedHashMap<>();
                bounds.put(rounds, together);
                Map<String, @Nullable Object> group =
                        RecordBinding.of(new TogetherBinding(clause.agreement(), clause.first(), clause.last()));
                group.put("bounds", together);
                list.add(group);
            }
            together.put(clause.instrument().qualifiedWord(), token(clause.instrument(), clause.bound()));
        }
        return list;
    }

    /** Returns them in instrument order, as the rules keep them. */
    List<Clause> clauses(Fields fields, String name) {
        List<Clause> clauses = new ArrayList<>();
        for (Fields group : fields.objects(name)) {
            Fields bounds = group.object("bounds");
            for (String word : bounds.map().keySet()) {
                Instrument on = instrument(word);
                clauses.add(new Clause(
                        on,
                        level(on, bounds.string(word)),
                        group.whole("first"),
                        group.whole("last"),
                        group.whole("agreement")));
            }
        }
        clauses.sort(Comparator.comparing(Clause::instrument));
        return clauses;
    }

    /** Returns the treaty of an observation, in which each group of clauses says whether it binds in the open round. */
    Map<String, Object> treaty(Treaty treaty, int openRound) {
        Map<String, Object> map = treaty(treaty);
        List<Object> flagged = new ArrayList<>();
        for (Object group : clauses(treaty.clauses())) {
            Map<String, Object> one = new LinkedHashMap<>();
            ((Map<?, ?>) group).forEach((key, value) -> one.put(String.valueOf(key), value));
            int first = (int) Objects.requireNonNull(one.get("first"));
            int last = (int) Objects.requireNonNull(one.get("last"));
            one.put("binding", first <= openRound && openRound <= last);
            flagged.add(one);
        }
        map.put("clauses", flagged);
        return map;
    }

    /** Returns a treaty; the clauses of one of two layers follow from its layers, and are left out since a line is short. */
    Map<String, Object> treaty(Treaty treaty) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("communique", treaty.isCommunique());
        map.put("agreements", treaty.agreements());
        if (treaty.isLayered()) {
            map.put("agreement_until", treaty.agreementUntil());
            map.put("truce_until", treaty.truceUntil());
            map.put("agreement", clauses(treaty.agreement()));
            map.put("truce", clauses(treaty.truce()));
            map.put("returning", clauses(treaty.returning()));
        } else {
            map.put("clauses", clauses(treaty.clauses()));
        }
        return map;
    }

    Treaty treaty(Fields fields) {
        if (fields.has("truce")) {
            return Treaty.layered(
                    clauses(fields, "agreement"),
                    clauses(fields, "truce"),
                    clauses(fields, "returning"),
                    fields.bool("communique"),
                    fields.whole("agreements"));
        }
        return Treaty.of(clauses(fields, "clauses"), fields.bool("communique"), fields.whole("agreements"));
    }
}
