package dev.truce.match.notation;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sets of clauses that have a name, so that nobody has to type eighteen of them. */
public enum NamedTerms {
    /** What the scenario starts with. */
    TRUCE,
    /** The deepest bound on every instrument; of several as deep, the one that asks least. */
    DEEP;

    /** Returns the word that is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a set by its word in any case. */
    public static Optional<NamedTerms> find(String word) {
        for (NamedTerms terms : values()) {
            if (terms.word().equalsIgnoreCase(word)) {
                return Optional.of(terms);
            }
        }
        return Optional.empty();
    }

    /** Returns the clauses in instrument order; none if the scenario starts without an agreement and the truce is meant. */
    public List<Pledge> pledges(Scenario scenario) {
        List<Pledge> pledges = new ArrayList<>();
        switch (this) {
            case TRUCE -> {
                for (Clause clause : scenario.truce()) {
                    pledges.add(new Pledge(clause.instrument(), clause.bound()));
                }
                pledges.sort((a, b) -> a.instrument().compareTo(b.instrument()));
            }
            case DEEP -> {
                for (Instrument instrument : scenario.instruments().all()) {
                    pledges.add(new Pledge(instrument, deepest(scenario.spec(instrument))));
                }
            }
        }
        return pledges;
    }

    private static int deepest(InstrumentSpec spec) {
        int deepest = 0;
        for (int level = 1; level < spec.depthValues().size(); level++) {
            if (spec.depthValues().get(level) > spec.depthValues().get(deepest)) {
                deepest = level;
            }
        }
        return deepest;
    }
}
