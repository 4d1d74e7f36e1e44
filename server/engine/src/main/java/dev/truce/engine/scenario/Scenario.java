package dev.truce.engine.scenario;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.agreement.Layers;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.economy.EconomyParameters;
import java.util.ArrayList;
import java.util.List;

/**
 * Start state and parameters of a match: what a scenario file says, parsed and checked.
 *
 * @param id for example {@code busan-2025}
 * @param ruleset version of the rules it is written for, for example {@code busan-1.0.0}
 * @param dataVersion version of its data, for example {@code 2025-11}
 * @param hash SHA-256 over the parsed values, 64 hex digits; results name it
 * @param titles its name for people
 * @param instruments those that it has, in index order
 * @param truceTitles name of agreement 1
 * @param truce clauses of agreement 1, in force at the start; empty if there is none
 * @param truceCommunique whether agreement 1 is a communique
 * @param calendar quarters, summits and named rounds
 * @param horizon when a match ends unless its host says otherwise
 * @param headlineBase points of the displayed US tariff that no player can move
 * @param economyPath how the start state of the economy is reached
 * @param economy parameters of the economy
 * @param us weights of the US
 * @param cn weights of China
 * @param knobs numbers of the rules
 * @param policy what named levels do to the economy
 * @param escalation how escalation is counted
 * @param tension how tension moves
 * @param anchors ends of the score scale
 * @param cards what shock cards change, and those that the scenario plays
 * @param agreements how agreements work
 * @param redLines the secret red lines of both sides
 * @param sectoralDuties what the levels of the section 232 duties do
 * @param headlineShares how much of a layer the displayed US tariff counts
 * @param law what courts and statutes do in certain rounds
 * @param accusations what detection leads to
 * @param layers how agreements lie on top of the truce
 * @param ownText what capitals expect
 */
public record Scenario(
        String id,
        String ruleset,
        String dataVersion,
        String hash,
        Titles titles,
        Instruments instruments,
        Titles truceTitles,
        List<Clause> truce,
        boolean truceCommunique,
        Calendar calendar,
        Horizon horizon,
        int headlineBase,
        EconomyPath economyPath,
        EconomyParameters economy,
        PayoffWeights us,
        PayoffWeights cn,
        Knobs knobs,
        PolicyNumbers policy,
        EscalationNumbers escalation,
        TensionNumbers tension,
        Anchors anchors,
        CardRules cards,
        AgreementRules agreements,
        RedLineRules redLines,
        SectoralDuties sectoralDuties,
        HeadlineShares headlineShares,
        Law law,
        AccusationRules accusations,
        LayerRules layers,
        OwnTextRules ownText) {

    /** Copies the list. */
    public Scenario {
        truce = List.copyOf(truce);
    }

    /**
     * Returns when a match ends of which somebody may have fixed the number of rounds.
     *
     * @param rounds 1 to 64, or 0 if nobody has
     */
    public Horizon horizon(int rounds) {
        return rounds == 0 ? horizon : new Horizon.Fixed(rounds);
    }

    /**
     * Returns what the scenario says about an instrument.
     *
     * @throws IllegalArgumentException if it leaves the instrument out
     */
    public InstrumentSpec spec(Instrument instrument) {
        return instruments.spec(instrument);
    }

    /** Returns the weights of a side. */
    public PayoffWeights weights(Side side) {
        return BySide.pick(side, us, cn);
    }

    /** Returns the same scenario without red lines, to measure what instruments are worth by themselves. */
    public Scenario withoutRedLines() {
        return new Scenario(
                id,
                ruleset,
                dataVersion,
                hash,
                titles,
                instruments,
                truceTitles,
                truce,
                truceCommunique,
                calendar,
                horizon,
                headlineBase,
                economyPath,
                economy,
                us,
                cn,
                knobs,
                policy,
                escalation,
                tension,
                anchors,
                cards,
                agreements,
                RedLineRules.NONE,
                sectoralDuties,
                headlineShares,
                law,
                accusations,
                layers,
                ownText);
    }

    /**
     * Returns the level that keeps a treaty and gives no more: where the law has put the instrument, which is where it started if the law
     * is silent, or the level of the clause in force if that is worth more.
     */
    public int keptLevel(Instrument instrument, Treaty treaty, int round) {
        InstrumentSpec spec = spec(instrument);
        int standing = law.standing(spec, round, level -> false);
        Clause clause = treaty.binding(instrument, round);
        boolean isBetter = clause != null
                && spec.depthValues().get(clause.bound()) > spec.depthValues().get(standing);
        return clause != null && isBetter ? clause.bound() : standing;
    }

    /** Returns the points of the displayed US tariff above what nobody moves. */
    public double headlineLayers(Levels levels) {
        return headlineShares.fentanyl() * value(levels, Instrument.US_FENTANYL_TARIFF)
                + headlineShares.reciprocal() * value(levels, Instrument.US_RECIPROCAL_TARIFF);
    }

    private double value(Levels levels, Instrument instrument) {
        return spec(instrument).rung(levels.get(instrument)).value();
    }

    /** Returns the instruments of a side that might be its red lines and that a package takes beyond their levels of the start. */
    public List<Instrument> given(Terms.Package offered, Side giver) {
        List<Instrument> given = new ArrayList<>();
        for (Pledge pledge : offered.pledges()) {
            InstrumentSpec spec = spec(pledge.instrument());
            List<Double> depth = spec.depthValues();
            if (redLines.candidates().of(giver).contains(pledge.instrument())
                    && depth.get(pledge.bound()) > depth.get(spec.start())) {
                given.add(pledge.instrument());
            }
        }
        return given;
    }

    /** Returns what clauses are worth. */
    public DepthValues depthTable() {
        return new DepthValues(
                Instrument.all().stream()
                        .map(each -> instruments.has(each) ? spec(each).depthValues() : List.<Double>of())
                        .toList(),
                agreements.clipDepth());
    }

    /** Returns how what is signed enters into a treaty. */
    public Layers layering() {
        return new Layers(depthTable(), startLevels(), truce, layers.agreementRounds());
    }

    /** Returns agreement 1, in force at the start. */
    public Treaty agreementOne() {
        int number = truce.isEmpty() ? 0 : 1;
        return layers.exist()
                ? Treaty.layered(List.of(), truce, List.of(), false, number)
                : Treaty.of(truce, truceCommunique, number);
    }

    /** Returns the levels at the start. */
    public Levels startLevels() {
        int[] levels = new int[Instrument.COUNT];
        for (InstrumentSpec spec : instruments) {
            levels[spec.instrument().ordinal()] = spec.start();
        }
        return Levels.of(levels);
    }

    /** Returns the levels once the agreement of the start has ended, if nobody orders anything. */
    public Levels levelsAfterTruce() {
        Levels levels = startLevels();
        for (Clause clause : truce) {
            InstrumentSpec spec = spec(clause.instrument());
            if (spec.isBetterThanFallback(levels.get(clause.instrument()))) {
                levels = levels.with(clause.instrument(), spec.fallback());
            }
        }
        return levels;
    }

    /** Returns the levels in a round if nobody orders anything and agreement 1 goes on for ever. */
    public Levels heldLevels(int round) {
        int[] levels = new int[Instrument.COUNT];
        for (InstrumentSpec spec : instruments) {
            Instrument instrument = spec.instrument();
            levels[instrument.ordinal()] = law.standing(
                    spec,
                    round,
                    level -> truce.stream()
                            .anyMatch(clause -> clause.instrument() == instrument && clause.isBrokenBy(level)));
        }
        return Levels.of(levels);
    }
}
