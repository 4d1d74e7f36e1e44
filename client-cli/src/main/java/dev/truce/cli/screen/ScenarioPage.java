package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Anchors;
import dev.truce.engine.scenario.Calendar;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.scenario.Titles;
import dev.truce.engine.text.TextWidth;
import dev.truce.scenario.ScenarioFile;
import dev.truce.story.facts.OpeningFacts;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** What a scenario is, for somebody who chooses one. */
public final class ScenarioPage {
    private static final int ID = 14;
    private static final int TITLE = 28;
    private static final int WORD = 13;

    private ScenarioPage() {}

    /** Returns a line for each scenario. */
    public static List<String> list(List<ScenarioFile> files) {
        List<String> lines = new ArrayList<>();
        for (ScenarioFile file : files) {
            Scenario scenario = file.scenario();
            lines.add(TextWidth.pad(scenario.id(), ID)
                    + TextWidth.pad(Texts.of(scenario.titles()), TITLE)
                    + Texts.of(
                            "scenario.list.row",
                            rounds(scenario),
                            scenario.calendar().quarter(1),
                            OpeningFacts.tariff(scenario))
                    + (file.script() == null ? "" : "  " + Texts.of("scenario.list.script")));
        }
        lines.add(Texts.of("scenario.list.next"));
        return lines;
    }

    /** Returns all that a player would want to know. */
    public static List<String> of(ScenarioFile file) {
        Scenario scenario = file.scenario();
        List<String> lines = new ArrayList<>();
        lines.add(scenario.id() + "  " + Texts.of(scenario.titles()));
        lines.add(Texts.of("scenario.hash", scenario.hash()));
        lines.add(Texts.of(
                "scenario.edition",
                scenario.ruleset(),
                scenario.dataVersion(),
                file.base().isEmpty() ? Texts.of("scenario.no-base") : file.base()));
        Titles about = file.about();
        if (about != null) {
            lines.add("");
            lines.addAll(TextWidth.wrap("  ", Texts.of(about)));
        }
        lines.add("");
        lines.addAll(TextWidth.wrap(Texts.of("scenario.rounds") + " ", rounds(scenario)));
        lines.addAll(TextWidth.wrap(Texts.of("scenario.calendar") + " ", calendar(scenario.calendar())));
        lines.addAll(TextWidth.wrap(Texts.of("scenario.tariff") + " ", tariffs(scenario)));
        lines.addAll(TextWidth.wrap(Texts.of("scenario.agreement") + " ", agreement(scenario)));
        lines.addAll(TextWidth.wrap(Texts.of("scenario.anchors") + " ", anchors(scenario.anchors())));
        for (Side side : Side.values()) {
            lines.add("");
            lines.add(Texts.of("side." + side));
            for (Instrument instrument : Instrument.of(side)) {
                lines.addAll(ladder(scenario.spec(instrument)));
            }
        }
        lines.add("");
        lines.addAll(TextWidth.wrap("", Texts.of("scenario.legend")));
        return lines;
    }

    private static String rounds(Scenario scenario) {
        if (scenario.horizon() instanceof Horizon.Fixed fixed) {
            return Texts.of("scenario.rounds.fixed", fixed.rounds());
        }
        Horizon.Hidden hidden = (Horizon.Hidden) scenario.horizon();
        return Texts.of("scenario.rounds.hidden", hidden.atLeast(), hidden.atMost());
    }

    private static String calendar(Calendar calendar) {
        List<String> parts = new ArrayList<>();
        parts.add(Texts.of("scenario.calendar.first", calendar.quarter(1)));
        if (!calendar.summits().isEmpty()) {
            parts.add(Texts.of(
                    "scenario.calendar.summits",
                    String.join(
                            ", ",
                            calendar.summits().stream().map(String::valueOf).toList())));
        }
        for (Calendar.Mark mark : calendar.marks()) {
            parts.add(mark.round() + " " + Texts.of(mark.titles()));
        }
        return String.join("; ", parts);
    }

    private static String tariffs(Scenario scenario) {
        int start = OpeningFacts.tariff(scenario);
        int after = OpeningFacts.snapped(scenario);
        return start == after
                ? Texts.of("scenario.tariff.start", start)
                : Texts.of("scenario.tariff.both", start, after);
    }

    private static String agreement(Scenario scenario) {
        if (scenario.truce().isEmpty()) {
            return Texts.of("scenario.agreement.none");
        }
        Wording wording = Texts.wording(scenario);
        Clause first = scenario.truce().get(0);
        List<String> clauses = scenario.truce().stream().map(wording::clause).toList();
        return Texts.of(
                        "scenario.agreement.binds",
                        Texts.of(scenario.truceTitles()),
                        Texts.of(scenario.truceCommunique() ? "scenario.public" : "scenario.private"),
                        first.first(),
                        first.last())
                + " " + String.join(" ", clauses);
    }

    private static String anchors(Anchors anchors) {
        return Texts.of(
                "scenario.anchors.values", anchors.warUs(), anchors.deepUs(), anchors.warCn(), anchors.deepCn());
    }

    private static List<String> ladder(InstrumentSpec spec) {
        List<String> rungs = new ArrayList<>();
        for (int level = 0; level < spec.ladder().size(); level++) {
            String token = spec.rung(level).token();
            String shown = level == spec.start() ? "[" + token + "]" : token;
            rungs.add(level == spec.fallback() ? shown + "*" : shown);
        }
        String word =
                spec.instrument().word() + (spec.instrument().isCovert() ? " " + Texts.of("scenario.covert") : "");
        return TextWidth.wrap("  " + TextWidth.pad(word, WORD) + " ", String.join(" ", rungs));
    }
}
