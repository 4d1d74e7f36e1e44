package dev.truce.bots;

import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;

/** The rules under which each side guards red lines. */
public final class SecondRuleset {
    public static final Rules RULES = Rules.of(Scenarios.busan2025R2());

    private SecondRuleset() {}
}
