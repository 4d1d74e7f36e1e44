package dev.truce.story.scenario;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.scenario.RedLineRules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.scenario.Titles;
import dev.truce.story.facts.OpeningFacts;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The card before round 1. */
public final class OpeningTopic {
    private static final int LABEL = 16;
    private static final List<String> FACTS =
            List.of("meeting", "tariff", "soya", "earths", "suspended", "also", "ahead");

    private final Wording wording;
    private final Phrases phrases;

    /** @param wording the words of the scenario */
    public OpeningTopic(Wording wording) {
        this.wording = wording;
        this.phrases = wording.phrases();
    }

    /** Returns what was agreed in Busan, as the main source of that scenario tells it. */
    public Page busan() {
        List<Part> parts = new ArrayList<>();
        parts.add(heading(phrases.of("card.title")));
        for (String fact : FACTS) {
            String label = phrases.of("card." + fact);
            List<String> told = new ArrayList<>(List.of(phrases.of("card." + fact + ".text")));
            if (fact.equals("ahead") && !dates().isEmpty()) {
                told.add(dates());
            }
            String text = phrases.clauses(told);
            parts.add(Part.named(fact)
                    .drawn(new Block.Labelled("  " + label, LABEL, text))
                    .said(phrases.of("card.fact.spoken", label, spoken(text))));
        }
        String binds = phrases.of("card.binds");
        parts.add(Part.named("binds").drawn(Block.Text.of(binds)).said(spoken(binds)));
        return Page.of(parts);
    }

    /**
     * Returns what a scenario says about itself.
     *
     * @param about what its file says, or null
     */
    public Page page(@Nullable Titles about) {
        List<Part> parts = new ArrayList<>();
        parts.add(heading(wording.of(wording.scenario().titles()).toUpperCase(Locale.ROOT)));
        if (about != null) {
            String text = wording.of(about);
            parts.add(Part.named("about").drawn(new Block.Text("  ", 2, text)).said(text));
        }
        String dates = dates();
        if (!dates.isEmpty()) {
            String label = phrases.of("card.ahead");
            parts.add(Part.named("ahead")
                    .drawn(new Block.Labelled("  " + label, LABEL, dates))
                    .said(phrases.of("card.fact.spoken", label, dates)));
        }
        String binds = binds();
        parts.add(Part.named("binds").drawn(Block.Text.of(binds)).said(binds));
        return Page.of(parts);
    }

    /** The political dates; nothing if there are none. */
    private String dates() {
        RedLineRules rules = wording.scenario().redLines();
        if (!rules.exist() || rules.dates().isEmpty()) {
            return "";
        }
        return phrases.of("card.dates", rounds(rules.dates()));
    }

    private String rounds(List<Integer> rounds) {
        return String.join(
                phrases.of("list.rounds"), rounds.stream().map(String::valueOf).toList());
    }

    private static Part heading(String text) {
        return Part.named("heading").drawn(new Block.Heading(text, false)).said(text);
    }

    private String binds() {
        Scenario scenario = wording.scenario();
        int start = OpeningFacts.tariff(scenario);
        int after = OpeningFacts.snapped(scenario);
        if (scenario.truce().isEmpty()) {
            return phrases.of("card.no-agreement", start);
        }
        Clause clause = scenario.truce().get(0);
        return start == after
                ? phrases.of("card.agreement", clause.first(), clause.last(), start)
                : phrases.of("card.agreement.snaps", clause.first(), clause.last(), clause.last() + 1, start, after);
    }

    private String spoken(String text) {
        return text.replace("->", phrases.of("spoken.to")).replace("%", phrases.of("spoken.percent"));
    }
}
