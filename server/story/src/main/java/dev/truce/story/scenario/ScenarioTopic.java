package dev.truce.story.scenario;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Anchors;
import dev.truce.engine.scenario.Calendar;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Law;
import dev.truce.engine.scenario.RedLineRules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.scenario.Titles;
import dev.truce.engine.text.TextWidth;
import dev.truce.story.facts.OpeningFacts;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a scenario is, for a person who chooses one. */
public final class ScenarioTopic {
    private static final int ID = 14;
    private static final int TITLE = 28;
    private static final int ROUNDS = 17;
    private static final int QUARTER = 8;
    private static final int TARIFF = 5;
    private static final int WORD = 13;

    /**
     * The facts of a scenario.
     *
     * @param scenario its values
     * @param base the scenario that its file starts from, or empty
     * @param about what its file says about it, or null
     * @param hasScript whether its file tells what the sides did in history
     */
    public record About(
            Scenario scenario, String base, @Nullable Titles about, boolean hasScript) {}

    private final Phrases phrases;

    /** @param phrases the texts of the language */
    public ScenarioTopic(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Returns some scenarios, a line each. */
    public Page list(List<About> scenarios) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        List<Object> objects = new ArrayList<>();
        Part list = Part.named("scenarios");
        for (About facts : scenarios) {
            Scenario scenario = facts.scenario();
            String tariff = phrases.of("unit.percent", OpeningFacts.tariff(scenario));
            String script = facts.hasScript() ? phrases.of("scenario.list.script") : "";
            rows.add(List.of(
                    Block.Cell.of(scenario.id()),
                    Block.Cell.of(title(scenario)),
                    Block.Cell.of(rounds(scenario)),
                    Block.Cell.of(scenario.calendar().quarter(1)),
                    Block.Cell.number(tariff),
                    Block.Cell.of("  " + script)));
            list = list.said(phrases.of(
                    facts.hasScript() ? "scenario.list.spoken.script" : "scenario.list.spoken",
                    scenario.id(),
                    title(scenario),
                    rounds(scenario),
                    scenario.calendar().quarter(1),
                    tariff));
            objects.add(object(facts));
        }
        List<Block.Column> columns = List.of(
                Block.Column.left("", ID),
                Block.Column.left("", TITLE),
                Block.Column.left("", ROUNDS),
                Block.Column.left("", QUARTER),
                Block.Column.right("", TARIFF),
                Block.Column.left("", 0));
        return Page.of(List.of(
                list.drawn(new Block.Table(columns, rows)).datum(objects), line(phrases.of("scenario.list.next"))));
    }

    private String title(Scenario scenario) {
        return phrases.language().of(scenario.titles());
    }

    private Map<String, Object> object(About facts) {
        Scenario scenario = facts.scenario();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", scenario.id());
        object.put("title", title(scenario));
        object.put("rounds", rounds(scenario));
        object.put("first_quarter", scenario.calendar().quarter(1));
        object.put("displayed_tariff_percent", OpeningFacts.tariff(scenario));
        object.put("script", facts.hasScript());
        return object;
    }

    /**
     * Returns all that a player would want to know.
     *
     * @param safe makes text of strangers fit to be shown
     */
    public Page page(About facts, UnaryOperator<String> safe) {
        Scenario scenario = facts.scenario();
        Wording wording = new Wording(scenario, phrases, safe);
        List<Part> parts = new ArrayList<>();
        String name = scenario.id() + "  " + title(scenario);
        parts.add(Part.named("scenario")
                .drawn(new Block.Heading(name, false))
                .said(name)
                .datum(object(facts)));
        parts.add(hash(scenario));
        parts.add(line(phrases.of(
                "scenario.edition",
                scenario.ruleset(),
                scenario.dataVersion(),
                facts.base().isEmpty() ? phrases.of("scenario.no-base") : facts.base())));
        Titles about = facts.about();
        if (about != null) {
            String text = wording.of(about);
            parts.add(Part.gap());
            parts.add(Part.named("about").drawn(new Block.Text("  ", 2, text)).said(text));
        }
        parts.add(Part.gap());
        parts.add(labelled("scenario.rounds", rounds(scenario)));
        parts.add(labelled("scenario.calendar", calendar(scenario.calendar())));
        if (scenario.redLines().exist()) {
            parts.add(labelled("scenario.red-lines", redLines(scenario.redLines())));
        }
        parts.add(labelled("scenario.tariff", tariffs(scenario)));
        parts.add(labelled("scenario.agreement", agreement(wording)));
        for (Law.Statute statute : scenario.law().statutes()) {
            parts.add(labelled("scenario.law", statute(statute, wording)));
        }
        parts.add(labelled("scenario.anchors", anchors(scenario.anchors())));
        for (Side side : Side.values()) {
            parts.add(Part.gap());
            parts.add(line(wording.side(side)));
            for (Instrument instrument : scenario.instruments().of(side)) {
                parts.add(ladder(scenario.spec(instrument), wording));
            }
        }
        parts.add(Part.gap());
        String legend = phrases.of("scenario.legend");
        parts.add(Part.named("legend").drawn(Block.Text.of(legend)));
        return Page.of(parts);
    }

    public Page checked(String file, String path, Scenario scenario, int scriptRounds) {
        List<Part> parts = new ArrayList<>();
        parts.add(line(phrases.of("scenario.check.ok", file, scenario.id())));
        parts.add(hash(scenario));
        if (scriptRounds > 0) {
            parts.add(line(phrases.of("scenario.check.script", scriptRounds)));
        }
        String next = phrases.of("scenario.check.next", path);
        parts.add(Part.named("next").drawn(Block.Text.of(next)).said(next));
        return Page.of(parts);
    }

    private Part hash(Scenario scenario) {
        return line(phrases.of("scenario.hash", scenario.hash())).datum(List.of("hash"), scenario.hash());
    }

    private static Part line(String text) {
        return Part.named("line").drawn(new Block.Lines(List.of(text))).said(text);
    }

    private Part labelled(String key, String text) {
        String label = phrases.of(key);
        return Part.named(key)
                .drawn(new Block.Labelled(label + " ", 0, text))
                .said(label + phrases.of("list.colon") + text);
    }

    private String rounds(Scenario scenario) {
        if (scenario.horizon() instanceof Horizon.Fixed fixed) {
            return phrases.of("scenario.rounds.fixed", fixed.rounds());
        }
        Horizon.Hidden hidden = (Horizon.Hidden) scenario.horizon();
        return phrases.of("scenario.rounds.hidden", hidden.atLeast(), hidden.atMost());
    }

    private String calendar(Calendar calendar) {
        List<String> parts = new ArrayList<>();
        parts.add(phrases.of("scenario.calendar.first", calendar.quarter(1)));
        if (!calendar.summits().isEmpty()) {
            List<String> rounds =
                    calendar.summits().stream().map(String::valueOf).toList();
            parts.add(phrases.of("scenario.calendar.summits", phrases.row(rounds)));
        }
        for (Calendar.Mark mark : calendar.marks()) {
            parts.add(mark.round() + " " + phrases.language().of(mark.titles()));
        }
        return phrases.clauses(parts);
    }

    private String redLines(RedLineRules rules) {
        String each = phrases.of("scenario.red-lines.each", rules.perSide());
        return rules.dates().isEmpty()
                ? each
                : each
                        + phrases.of(
                                "scenario.red-lines.dates",
                                phrases.row(rules.dates().stream()
                                        .map(String::valueOf)
                                        .toList()));
    }

    private String tariffs(Scenario scenario) {
        int start = OpeningFacts.tariff(scenario);
        int after = OpeningFacts.snapped(scenario);
        return start == after
                ? phrases.of("scenario.tariff.start", start)
                : phrases.of("scenario.tariff.both", start, after);
    }

    private String agreement(Wording wording) {
        Scenario scenario = wording.scenario();
        if (scenario.truce().isEmpty()) {
            return phrases.of("scenario.agreement.none");
        }
        Clause first = scenario.truce().get(0);
        List<String> clauses = scenario.truce().stream().map(wording::clause).toList();
        return phrases.of(
                        "scenario.agreement.binds",
                        wording.of(scenario.truceTitles()),
                        phrases.of(scenario.truceCommunique() ? "scenario.public" : "scenario.private"),
                        first.first(),
                        first.last())
                + " " + String.join(" ", clauses);
    }

    private String statute(Law.Statute statute, Wording wording) {
        String word = statute.instrument().qualifiedWord();
        List<String> effects = new ArrayList<>();
        if (statute.level() != Law.NONE) {
            effects.add(word + "=" + wording.level(statute.instrument(), statute.level()));
        }
        if (statute.atMost() != Law.NONE) {
            effects.add(word + "<=" + wording.level(statute.instrument(), statute.atMost()));
        }
        return phrases.of("scenario.law.from", statute.round(), wording.of(statute.titles()), phrases.row(effects));
    }

    private String anchors(Anchors anchors) {
        return phrases.of(
                "scenario.anchors.values", anchors.warUs(), anchors.deepUs(), anchors.warCn(), anchors.deepCn());
    }

    private Part ladder(InstrumentSpec spec, Wording wording) {
        List<String> rungs = new ArrayList<>();
        List<String> levels = new ArrayList<>();
        for (int level = 0; level < spec.ladder().size(); level++) {
            String token = spec.rung(level).token();
            String shown = level == spec.start() ? "[" + token + "]" : token;
            rungs.add(spec.rung(level).equals(spec.fallbackRung()) ? shown + "*" : shown);
            levels.add(token);
        }
        Instrument instrument = spec.instrument();
        String word = instrument.word() + (instrument.isCovert() ? " " + phrases.of("scenario.covert") : "");
        return Part.named("ladder")
                .drawn(new Block.Labelled("  " + TextWidth.pad(word, WORD) + " ", 0, String.join(" ", rungs)))
                .said(phrases.of(
                        "scenario.ladder.spoken",
                        word,
                        wording.title(instrument),
                        phrases.row(levels),
                        spec.rung(spec.start()).token(),
                        spec.fallbackRung().token()))
                .datum(List.of("ladders", instrument.qualifiedWord()), levels);
    }
}
