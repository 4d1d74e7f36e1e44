package dev.truce.scenario;

import dev.truce.engine.Limits;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Instruments;
import dev.truce.engine.scenario.Law;
import dev.truce.engine.scenario.Titles;
import dev.truce.engine.text.NearWord;
import dev.truce.scenario.ScenarioException.Code;
import java.util.ArrayList;
import java.util.List;

/** Reads what the law does in a scenario; a file may leave it out. */
final class LawReader {
    private static final int MAX_STATUTES = 32;
    private static final int MAX_TITLE = 100;
    private static final int MAX_SOURCE = 240;

    private LawReader() {}

    static Law read(Node node, Instruments has) {
        List<Law.Statute> statutes = new ArrayList<>();
        for (Node entry : Section.list(node, 1, MAX_STATUTES)) {
            statutes.add(statute(entry, has));
        }
        try {
            return new Law(statutes);
        } catch (IllegalArgumentException e) {
            throw node.place().error(Code.INCONSISTENT, "values", String.valueOf(e.getMessage()));
        }
    }

    private static Law.Statute statute(Node entry, Instruments has) {
        Section section =
                Section.of(entry, List.of("round", "instrument", "en", "zh", "source"), List.of("level", "at_most"));
        InstrumentSpec spec = spec(section.node("instrument"), has);
        return new Law.Statute(
                section.integer("round", 1, Limits.MAX_ROUNDS),
                spec.instrument(),
                level(section, "level", spec),
                level(section, "at_most", spec),
                new Titles(section.text("en", MAX_TITLE), section.text("zh", MAX_TITLE)),
                section.text("source", MAX_SOURCE));
    }

    private static int level(Section section, String key, InstrumentSpec spec) {
        return section.has(key)
                ? InstrumentReader.level(section.node(key), spec.instrument(), spec.ladder())
                : Law.NONE;
    }

    private static InstrumentSpec spec(Node node, Instruments has) {
        String id = Section.single(node).text();
        List<String> ids = has.all().stream().map(Instrument::id).toList();
        int index = ids.indexOf(id);
        if (index < 0) {
            throw node.place().error(Code.UNKNOWN_KEY, "no-instrument", id, NearWord.nearest(id, ids));
        }
        return has.get(index);
    }
}
