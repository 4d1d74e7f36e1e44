package dev.truce.scenario;

import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.scenario.AccusationRules;
import dev.truce.engine.scenario.AgreementRules;
import dev.truce.engine.scenario.Anchors;
import dev.truce.engine.scenario.Calendar;
import dev.truce.engine.scenario.CardRules;
import dev.truce.engine.scenario.EscalationNumbers;
import dev.truce.engine.scenario.HeadlineShares;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Instruments;
import dev.truce.engine.scenario.Law;
import dev.truce.engine.scenario.LayerRules;
import dev.truce.engine.scenario.OwnTextRules;
import dev.truce.engine.scenario.PolicyNumbers;
import dev.truce.engine.scenario.RedLineRules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.scenario.SectoralDuties;
import dev.truce.engine.scenario.TensionNumbers;
import dev.truce.engine.scenario.Titles;
import dev.truce.scenario.ScenarioException.Code;
import java.util.ArrayList;
import java.util.List;

/** Reads a whole scenario; the economy and the instruments have readers of their own. */
final class ScenarioReader {

    private static final List<String> KEYS = List.of(
            "id",
            "ruleset",
            "data_version",
            "titles",
            "headline_base",
            "horizon",
            "calendar",
            "agreement",
            "instruments",
            "economy_path",
            "economy",
            "payoff",
            "knobs",
            "policy",
            "escalation",
            "tension",
            "anchors");

    private static final List<String> OPTIONAL = List.of(
            "about",
            "script",
            "cards",
            "agreements",
            "red_lines",
            "section232",
            "headline_shares",
            "law",
            "accusations",
            "layers",
            "own_text");

    /** A paragraph. */
    private static final int MAX_ABOUT = 1200;

    private static final String COMPUTED = "computed";

    /** Stands in until the anchors are read or computed; nothing is scored by it. */
    private static final Anchors UNKNOWN_ANCHORS = new Anchors(0, 100, 0, 100);

    private ScenarioReader() {}

    /** Reads a file whose base, if it has one, has been laid under it. */
    static ScenarioFile read(Node.Table root, String base, String text) {
        Section file = Section.of(root, KEYS, OPTIONAL);
        Titles about = file.has("about") ? titles(file.node("about"), MAX_ABOUT) : null;
        Scenario scenario = scenario(file);
        Script script = file.has("script") ? ScriptReader.read(file.node("script"), scenario) : null;
        return new ScenarioFile(scenario, base, about, script, text);
    }

    private static Scenario scenario(Section file) {
        SectoralDuties duties =
                file.has("section232") ? AgreementReader.duties(file.node("section232")) : SectoralDuties.TWO_LEVELS;
        Instruments instruments = InstrumentReader.all(file.node("instruments"), duties.canBeRaised() ? 3 : 2);
        Section agreement = file.section("agreement", List.of("titles", "communique", "first", "last", "clauses"));
        Section payoff = file.section("payoff", List.of("us", "cn"));
        Scenario scenario = new Scenario(
                file.word("id"),
                file.word("ruleset"),
                file.word("data_version"),
                "",
                titles(file.node("titles"), 60),
                instruments,
                titles(agreement.node("titles"), 40),
                clauses(agreement, instruments),
                agreement.flag("communique"),
                calendar(file.node("calendar")),
                horizon(file.node("horizon")),
                file.integer("headline_base", 0, 200),
                EconomyReader.path(file.node("economy_path")),
                EconomyReader.parameters(file.node("economy")),
                NumberTable.weights(payoff.node("us")),
                NumberTable.weights(payoff.node("cn")),
                NumberTable.knobs(file.node("knobs")),
                NumberTable.read(file.node("policy"), PolicyNumbers.class),
                NumberTable.read(file.node("escalation"), EscalationNumbers.class),
                NumberTable.read(file.node("tension"), TensionNumbers.class),
                UNKNOWN_ANCHORS,
                file.has("cards") ? CardReader.read(file.node("cards")) : CardRules.DEFAULT,
                file.has("agreements") ? AgreementReader.rules(file.node("agreements")) : AgreementRules.DEFAULT,
                file.has("red_lines")
                        ? AgreementReader.redLines(file.node("red_lines"), instruments)
                        : RedLineRules.NONE,
                duties,
                file.has("headline_shares")
                        ? NumberTable.read(file.node("headline_shares"), HeadlineShares.class)
                        : HeadlineShares.FULL,
                file.has("law") ? LawReader.read(file.node("law"), instruments) : Law.SILENT,
                file.has("accusations") ? AgreementReader.accusations(file.node("accusations")) : AccusationRules.NONE,
                file.has("layers") ? AgreementReader.layers(file.node("layers")) : LayerRules.NONE,
                file.has("own_text") ? AgreementReader.ownText(file.node("own_text")) : OwnTextRules.NONE);
        scenario = with(scenario, anchors(file.node("anchors"), scenario), "");
        return with(scenario, scenario.anchors(), ScenarioHash.of(scenario));
    }

    /** Four numbers, or the word for having them computed. */
    private static Anchors anchors(Node node, Scenario scenario) {
        if (!Section.isText(node)) {
            return NumberTable.read(node, Anchors.class);
        }
        if (!Section.word(node).equals(COMPUTED)) {
            throw Section.wrongType(node, "anchors", COMPUTED);
        }
        try {
            return AnchorRun.of(scenario);
        } catch (IllegalArgumentException e) {
            throw node.place().error(Code.INCONSISTENT, "values", String.valueOf(e.getMessage()));
        }
    }

    static Titles titles(Node node, int max) {
        Section section = Section.of(node, List.of("en", "zh"));
        return new Titles(section.text("en", max), section.text("zh", max));
    }

    private static List<Clause> clauses(Section agreement, Instruments instruments) {
        int first = agreement.integer("first", 1, Limits.MAX_ROUNDS);
        int last = agreement.integer("last", first, Limits.MAX_ROUNDS);
        List<String> ids = instruments.all().stream().map(Instrument::id).toList();
        Section clauses = Section.someOf(agreement.node("clauses"), ids);
        List<Clause> list = new ArrayList<>();
        for (InstrumentSpec spec : instruments) {
            String id = spec.instrument().id();
            if (clauses.has(id)) {
                int bound = InstrumentReader.level(clauses.node(id), spec.instrument(), spec.ladder());
                list.add(new Clause(spec.instrument(), bound, first, last, 1));
            }
        }
        return list;
    }

    private static Calendar calendar(Node node) {
        Section section = Section.of(node, List.of("first_quarter", "summits", "marks"));
        String quarter = section.text("first_quarter", 6);
        if (!quarter.matches("[0-9]{4}Q[1-4]")) {
            throw section.node("first_quarter").place().error(Code.WRONG_TYPE, "quarter", quarter);
        }
        List<Integer> summits = new ArrayList<>();
        int before = 0;
        for (Node summit : section.list("summits", 0, Limits.MAX_ROUNDS)) {
            before = ascending(summit, Section.integer(summit, 1, Limits.MAX_ROUNDS), before);
            summits.add(before);
        }
        List<Calendar.Mark> marks = new ArrayList<>();
        before = 0;
        for (Node entry : section.list("marks", 0, Limits.MAX_ROUNDS)) {
            Section mark = Section.of(entry, List.of("round", "en", "zh"));
            before = ascending(entry, mark.integer("round", 1, Limits.MAX_ROUNDS), before);
            marks.add(new Calendar.Mark(before, new Titles(mark.text("en", 40), mark.text("zh", 40))));
        }
        return new Calendar(
                Integer.parseInt(quarter.substring(0, 4)), Integer.parseInt(quarter.substring(5)), summits, marks);
    }

    static int ascending(Node node, int round, int before) {
        if (round <= before) {
            throw node.place().error(Code.INCONSISTENT, "ascending", round, before);
        }
        return round;
    }

    private static Horizon horizon(Node node) {
        Section section = Section.someOf(node, List.of("hidden", "fixed"));
        if (section.has("hidden") == section.has("fixed")) {
            throw section.place().error(Code.INCONSISTENT, "horizon");
        }
        if (section.has("fixed")) {
            Section fixed = section.section("fixed", List.of("rounds"));
            return new Horizon.Fixed(fixed.integer("rounds", 1, Limits.MAX_ROUNDS));
        }
        Section hidden = section.section("hidden", List.of("at_least", "go_on", "at_most"));
        int atLeast = hidden.integer("at_least", 1, Limits.MAX_ROUNDS);
        return new Horizon.Hidden(
                atLeast, hidden.number("go_on", 0, 1), hidden.integer("at_most", atLeast, Limits.MAX_ROUNDS));
    }

    private static Scenario with(Scenario s, Anchors anchors, String hash) {
        return new Scenario(
                s.id(),
                s.ruleset(),
                s.dataVersion(),
                hash,
                s.titles(),
                s.instruments(),
                s.truceTitles(),
                s.truce(),
                s.truceCommunique(),
                s.calendar(),
                s.horizon(),
                s.headlineBase(),
                s.economyPath(),
                s.economy(),
                s.us(),
                s.cn(),
                s.knobs(),
                s.policy(),
                s.escalation(),
                s.tension(),
                anchors,
                s.cards(),
                s.agreements(),
                s.redLines(),
                s.sectoralDuties(),
                s.headlineShares(),
                s.law(),
                s.accusations(),
                s.layers(),
                s.ownText());
    }
}
