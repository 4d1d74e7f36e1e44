package dev.truce.scenario;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Instruments;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.scenario.Titles;
import dev.truce.engine.text.TextWidth;
import dev.truce.scenario.ScenarioException.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the instruments with their ladders. */
final class InstrumentReader {
    /** The dashboard gives a title and a level this many columns; the mark of a covert one takes one of the title's. */
    private static final int COLUMNS = 11;

    private static final String NONE = "none";

    private static final List<String> KEYS =
            List.of("titles", "short", "unit", "scale", "start", "fallback", "source", "ladder");

    private static final int MAX_LEVELS = 16;
    private static final double MAX_DEPTH = 5;
    private static final double MAX_LEVEL = 100_000;

    private InstrumentReader() {}

    /**
     * Reads those that the scenario has.
     *
     * @param dutyLevels levels of the section 232 duties that the rules give a meaning to
     */
    static Instruments all(Node node, int dutyLevels) {
        Section section = Section.of(node, ids(each -> !each.isOptional()), ids(Instrument::isOptional));
        List<InstrumentSpec> specs = new ArrayList<>();
        for (Instrument instrument : Instrument.all()) {
            if (section.has(instrument.id()) && !isTakenAway(section.node(instrument.id()), instrument)) {
                specs.add(one(section.node(instrument.id()), instrument, dutyLevels));
            }
        }
        return Instruments.of(specs);
    }

    /** A file takes what its base has away with a word, since it cannot leave it out. */
    static boolean isTakenAway(@Nullable Node node, Instrument instrument) {
        return node != null
                && instrument.isOptional()
                && Section.isText(node)
                && Section.single(node).text().equals(NONE);
    }

    private static List<String> ids(Predicate<Instrument> which) {
        return Instrument.all().stream().filter(which).map(Instrument::id).toList();
    }

    /** Reads a level, written as its word, and returns its index on the ladder. */
    static int level(Node node, Instrument instrument, List<Rung> ladder) {
        String token = Section.word(node);
        List<String> tokens = ladder.stream().map(Rung::token).toList();
        int level = tokens.indexOf(token);
        if (level < 0) {
            throw node.place().error(Code.NOT_ON_LADDER, "no-level", token, instrument.id(), String.join(" ", tokens));
        }
        return level;
    }

    private static InstrumentSpec one(Node node, Instrument instrument, int dutyLevels) {
        if (Section.isText(node)) {
            throw Section.wrongType(
                    node, "instrument", String.join(", ", KEYS), String.join(", ", ids(Instrument::isOptional)));
        }
        Section section = Section.of(node, KEYS);
        List<Double> depths = new ArrayList<>();
        List<Rung> ladder = ladder(section, instrument, dutyLevels, depths);
        return new InstrumentSpec(
                instrument,
                ScenarioReader.titles(section.node("titles"), 60),
                narrow(section.node("short"), instrument.isCovert() ? COLUMNS - 1 : COLUMNS),
                section.text("unit", 60),
                ladder,
                level(section.node("start"), instrument, ladder),
                level(section.node("fallback"), instrument, ladder),
                depths,
                section.text("source", 160));
    }

    private static List<Rung> ladder(Section section, Instrument instrument, int dutyLevels, List<Double> depths) {
        boolean numbers = isNumbers(section);
        List<Node> entries = section.list("ladder", 2, MAX_LEVELS);
        int fixed = instrument == Instrument.US_SECTION232_DUTIES ? dutyLevels : instrument.namedLevels();
        if (fixed > 0 && entries.size() != fixed) {
            throw section.node("ladder")
                    .place()
                    .error(Code.INCONSISTENT, "levels", entries.size(), fixed, instrument.id());
        }
        List<Rung> ladder = new ArrayList<>();
        for (Node entry : entries) {
            Section rung = Section.of(entry, List.of("level", "depth", "en", "zh"));
            String token = rung.word("level");
            if (numbers != Section.isNumber(token)) {
                throw Section.wrongType(rung.node("level"), numbers ? "scale-number" : "scale-name");
            }
            double value = numbers ? rung.number("level", 0, MAX_LEVEL) : ladder.size();
            double depth = rung.number("depth", -MAX_DEPTH, MAX_DEPTH);
            if (!ladder.isEmpty()) {
                requireOrder(rung, instrument, ladder, value, depths.get(depths.size() - 1), depth);
            }
            ladder.add(new Rung(token, value, narrow(entry, rung, COLUMNS)));
            depths.add(depth);
        }
        return ladder;
    }

    private static void requireOrder(
            Section rung, Instrument instrument, List<Rung> ladder, double value, double depthBefore, double depth) {
        Node level = rung.node("level");
        for (Rung other : ladder) {
            if (other.token().equals(Section.word(level))) {
                throw level.place().error(Code.INCONSISTENT, "level-twice", other.token());
            }
        }
        if (value <= ladder.get(ladder.size() - 1).value()) {
            throw level.place().error(Code.INCONSISTENT, "ladder-rises");
        }
        if (instrument.isCovert() ? depth < depthBefore : depth > depthBefore) {
            throw rung.node("depth")
                    .place()
                    .error(Code.INCONSISTENT, instrument.isCovert() ? "depth-falls" : "depth-rises");
        }
    }

    private static boolean isNumbers(Section section) {
        String scale = section.word("scale");
        if (!scale.equals("numbers") && !scale.equals("names")) {
            throw Section.wrongType(section.node("scale"), "scale");
        }
        return scale.equals("numbers");
    }

    private static Titles narrow(Node node, int columns) {
        return narrow(node, Section.of(node, List.of("en", "zh")), columns);
    }

    private static Titles narrow(Node node, Section section, int columns) {
        Titles titles = new Titles(section.text("en", columns), section.text("zh", columns));
        for (String title : List.of(titles.english(), titles.chinese())) {
            if (TextWidth.width(title) > columns) {
                throw node.place().error(Code.OUT_OF_RANGE, "columns", title, TextWidth.width(title), columns);
            }
        }
        return titles;
    }
}
