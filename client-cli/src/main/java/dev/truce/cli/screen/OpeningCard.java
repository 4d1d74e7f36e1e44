package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.scenario.Titles;
import dev.truce.engine.text.TextWidth;
import dev.truce.scenario.Scenarios;
import dev.truce.story.print.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The card before round 1: what was agreed in Busan, as the scenario's main source tells it. */
public final class OpeningCard {
    private static final List<String> FACTS =
            List.of("meeting", "tariff", "soya", "earths", "suspended", "also", "ahead");

    private OpeningCard() {}

    /** Returns whether the card of Busan tells the story of a scenario: its truce, from its start levels. */
    public static boolean isBusan(Scenario scenario) {
        Scenario busan = Scenarios.busan2025();
        return scenario.truce().equals(busan.truce())
                && scenario.startLevels().equals(busan.startLevels())
                && scenario.instruments().equals(busan.instruments());
    }

    /** Returns the card of a scenario: that of Busan where it fits, else what the scenario says about itself. */
    public static List<String> lines(Look look, Scenario scenario) {
        if (isBusan(scenario)) {
            return lines(look);
        }
        List<String> lines = new ArrayList<>();
        lines.add(scenario.titles().english().toUpperCase(Locale.ROOT));
        Titles about = about(scenario);
        if (about != null) {
            lines.addAll(TextWidth.wrap("  ", about.english()));
        }
        lines.addAll(TextWidth.wrap("", binds(scenario)));
        return lines;
    }

    private static @Nullable Titles about(Scenario scenario) {
        return Scenarios.ids().contains(scenario.id())
                ? Scenarios.file(scenario.id()).about()
                : null;
    }

    private static String binds(Scenario scenario) {
        int start = ScenarioPage.tariff(scenario);
        int after = ScenarioPage.snapped(scenario);
        if (scenario.truce().isEmpty()) {
            return Texts.of("card.no-agreement", start);
        }
        Clause clause = scenario.truce().get(0);
        return start == after
                ? Texts.of("card.agreement", clause.first(), clause.last(), start)
                : Texts.of("card.agreement.snaps", clause.first(), clause.last(), clause.last() + 1, start, after);
    }

    /** Returns the card of Busan; the accessible one is a sentence for each fact. */
    public static List<String> lines(Look look) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.of("card.title"));
        for (String fact : FACTS) {
            String text = Texts.of("card." + fact + ".text");
            if (look.accessible()) {
                lines.addAll(TextWidth.wrap("", Texts.of("card." + fact) + ": " + spoken(text) + "."));
            } else {
                lines.addAll(TextWidth.wrap("  " + TextWidth.pad(Texts.of("card." + fact), 14), text));
            }
        }
        String binds = Texts.of("card.binds");
        lines.addAll(TextWidth.wrap("", look.accessible() ? spoken(binds) : binds));
        return List.copyOf(lines);
    }

    private static String spoken(String text) {
        return text.replace("->", "to").replace("%", "percent");
    }
}
