package dev.truce.scenario;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.scenario.Titles;
import dev.truce.engine.text.TextWidth;
import dev.truce.scenario.ScenarioException.Code;
import java.util.ArrayList;
import java.util.List;

/** Reads the instruments with their ladders. */
final class InstrumentReader {
    /** The dashboard gives a title and a level this many columns; the mark of a covert one takes one of the title's. */
    private static final int COLUMNS = 11;

    private static final int MAX_LEVELS = 16;
    private static final double MAX_DEPTH = 5;
    private static final double MAX_LEVEL = 100_000;

    private InstrumentReader() {}

    /**
     * Reads all 18.
     *
     * @param dutyLevels levels of the section 232 duties that the rules give a meaning to
     */
    static List<InstrumentSpec> all(Node node, int dutyLevels) {
        List<String> ids = Instrument.all().stream().map(Instrument::id).toList();
        Section section = Section.of(node, ids);
        List<InstrumentSpec> specs = new ArrayList<>();
        for (Instrument instrument : Instrument.all()) {
            specs.add(one(section.node(instrument.id()), instrument, dutyLevels));
        }
        return specs;
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
        Section section =
                Section.of(node, List.of("titles", "short", "unit", "scale", "start", "fallback", "source", "ladder"));
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
        int fixed = fixedLevels(instrument, dutyLevels);
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

    /** Returns how many levels the rules know by index, or 0 if any numbers will do. */
    private static int fixedLevels(Instrument instrument, int dutyLevels) {
        return switch (instrument) {
            case US_SECTION301_INVESTIGATION -> 3;
            case US_SECTION232_DUTIES -> dutyLevels;
            case US_AFFILIATES_RULE, CN_UNRELIABLE_ENTITIES -> 2;
            case US_CHIP_CONTROL,
                    US_LICENCE_PACE,
                    CN_RARE_EARTHS_APRIL,
                    CN_RARE_EARTHS_OCTOBER,
                    CN_LICENCE_PACE,
                    CN_FENTANYL_ENFORCEMENT -> 4;
            case US_FENTANYL_TARIFF,
                    US_RECIPROCAL_TARIFF,
                    US_SECTION301_TARIFF,
                    US_PORT_FEE,
                    CN_RECIPROCAL_TARIFF,
                    CN_AGRI_TARIFF,
                    CN_SOY_PURCHASES,
                    CN_PORT_FEE -> 0;
        };
    }
}
