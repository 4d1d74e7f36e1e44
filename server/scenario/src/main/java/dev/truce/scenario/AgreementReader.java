package dev.truce.scenario;

import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.AccusationRules;
import dev.truce.engine.scenario.AgreementRules;
import dev.truce.engine.scenario.Instruments;
import dev.truce.engine.scenario.LayerRules;
import dev.truce.engine.scenario.OwnTextRules;
import dev.truce.engine.scenario.RedLineRules;
import dev.truce.engine.scenario.SectoralDuties;
import dev.truce.engine.text.NearWord;
import dev.truce.scenario.ScenarioException.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Reads the sections of a scenario that came with its second and third ruleset; a file may leave each of them out. */
final class AgreementReader {
    private static final double MAX_POINTS = 100;
    private static final double MAX_SCALE = 5;

    private AgreementReader() {}

    static AgreementRules rules(Node node) {
        Section section = Section.of(node, List.of("comply_by_default", "clip_depth", "depth_bonus"));
        return new AgreementRules(
                section.flag("comply_by_default"), section.flag("clip_depth"), points(section.node("depth_bonus")));
    }

    static RedLineRules redLines(Node node, Instruments has) {
        Section section = Section.of(node, List.of("per_side", "cost", "dates", "replace", "candidates"));
        int perSide = section.integer("per_side", 0, Instrument.COUNT);
        BySide<Double> cost = points(section.node("cost"));
        List<Integer> dates = new ArrayList<>();
        int before = 1;
        for (Node date : section.list("dates", 0, Limits.MAX_ROUNDS)) {
            before = ScenarioReader.ascending(date, Section.integer(date, 2, Limits.MAX_ROUNDS), before);
            dates.add(before);
        }
        int replace = section.integer("replace", 0, perSide);
        BySide<List<Instrument>> candidates = candidates(section.node("candidates"), has);
        RedLineRules rules = checked(section, () -> new RedLineRules(perSide, cost, dates, replace, candidates));
        // Switched off is the same as left out, so that it has the same hash.
        return rules.exist() ? rules : RedLineRules.NONE;
    }

    static SectoralDuties duties(Node node) {
        Section section = Section.of(node, List.of("k", "lobby"));
        // An empty list takes the third level of a base away.
        List<Double> scales = section.list("k", 0, 3).stream()
                .map(scale -> Section.number(scale, 0, MAX_SCALE))
                .toList();
        double lobby = section.number("lobby", -MAX_POINTS, MAX_POINTS);
        return checked(section, () -> new SectoralDuties(scales, lobby));
    }

    static AccusationRules accusations(Node node) {
        Section section = Section.of(node, List.of("found", "inspect_price", "suspend_price", "compensation"));
        AccusationRules rules = new AccusationRules(
                section.number("found", 0, 1),
                section.number("inspect_price", 0, MAX_POINTS),
                section.number("suspend_price", 0, MAX_POINTS),
                section.number("compensation", 0, MAX_POINTS));
        return rules.exist() ? rules : AccusationRules.NONE;
    }

    static LayerRules layers(Node node) {
        Section section = Section.of(node, List.of("agreement_rounds", "published_line"));
        LayerRules rules = new LayerRules(
                section.integer("agreement_rounds", 0, Terms.MAX_ROUNDS),
                section.number("published_line", 1, MAX_SCALE));
        return rules.exist() ? rules : LayerRules.NONE;
    }

    static OwnTextRules ownText(Node node) {
        Section section = Section.of(node, List.of("price", "fair_share"));
        OwnTextRules rules = new OwnTextRules(points(section.node("price")), section.number("fair_share", 0, 1));
        return rules.exist() ? rules : OwnTextRules.NONE;
    }

    private static BySide<Double> points(Node node) {
        Section section = Section.of(node, List.of("us", "cn"));
        return new BySide<>(section.number("us", 0, MAX_POINTS), section.number("cn", 0, MAX_POINTS));
    }

    /** Each side names instruments of its own, without its prefix: {@code chip_control} of the US is {@code us.chip_control}. */
    private static BySide<List<Instrument>> candidates(Node node, Instruments has) {
        Section section = Section.of(node, List.of("us", "cn"));
        return BySide.each(side -> {
            String key = side.name().toLowerCase(Locale.ROOT);
            List<Instrument> instruments = new ArrayList<>();
            for (Node entry : section.list(key, 0, Instrument.COUNT)) {
                instruments.add(instrument(entry, has.of(side), side, key + "."));
            }
            return instruments;
        });
    }

    private static Instrument instrument(Node node, List<Instrument> own, Side side, String prefix) {
        String name = Section.single(node).text();
        List<String> names =
                own.stream().map(each -> each.id().substring(prefix.length())).toList();
        int index = names.indexOf(name);
        if (index < 0) {
            throw node.place().error(Code.UNKNOWN_KEY, "no-instrument-of", name, side, NearWord.nearest(name, names));
        }
        return own.get(index);
    }

    private static <T> T checked(Section section, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw section.place().error(Code.INCONSISTENT, "values", String.valueOf(e.getMessage()));
        }
    }
}
