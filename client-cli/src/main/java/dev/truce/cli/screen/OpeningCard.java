package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.scenario.Titles;
import dev.truce.scenario.Scenarios;
import dev.truce.story.print.Look;
import dev.truce.story.scenario.OpeningTopic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the card before round 1. */
public final class OpeningCard {
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
        OpeningTopic topic = new OpeningTopic(Texts.wording(scenario));
        return look.lines(isBusan(scenario) ? topic.busan() : topic.page(about(scenario)));
    }

    private static @Nullable Titles about(Scenario scenario) {
        return Scenarios.ids().contains(scenario.id())
                ? Scenarios.file(scenario.id()).about()
                : null;
    }
}
