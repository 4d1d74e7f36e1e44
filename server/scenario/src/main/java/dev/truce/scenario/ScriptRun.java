package dev.truce.scenario;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.scenario.Script.Average;
import dev.truce.scenario.Script.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays a script through the rules, without chance, and puts what the game displays beside what sources report. Rounds
 * without a step order nothing; reported averages hold until the next step.
 */
public final class ScriptRun {
    private final Rules rules;
    private final Script script;
    private final MatchSetup setup;
    private final Resolver resolver;

    private ScriptRun(Rules rules, Script script) {
        this.rules = rules;
        this.script = script;
        int last = script.steps().get(script.steps().size() - 1).round();
        setup = new MatchSetup(0, new Horizon.Fixed(last), rules.scenario().calendar(), Conditions.NOISE_FREE);
        resolver = new Resolver(rules);
    }

    /**
     * One round as played.
     *
     * @param quarter its quarter, for example {@code 2018Q3}
     * @param step what the script says about it, or null
     * @param report what the rules made of it
     * @param usDisplayed US tariff that the game displays, %
     * @param cnDisplayed the Chinese one by the script's formula, %
     * @param us what sources report, or null before the first step
     * @param cn what sources report, or null before the first step
     */
    public record Round(
            String quarter,
            @Nullable Step step,
            RoundReport report,
            double usDisplayed,
            double cnDisplayed,
            @Nullable Average us,
            @Nullable Average cn) {}

    /**
     * Plays a script to its last step.
     *
     * @throws IllegalArgumentException if an order is not legal in its round; the message names round, side and order
     */
    public static List<Round> of(Rules rules, Script script) {
        return new ScriptRun(rules, script).play();
    }

    private List<Round> play() {
        List<Round> rounds = new ArrayList<>();
        MatchState state = rules.start(setup);
        Step told = null;
        int next = 0;
        while (!state.isOver()) {
            Step step = null;
            if (script.steps().get(next).round() == state.openRound()) {
                step = script.steps().get(next++);
                told = step;
                requireLegal(state, step);
            }
            RoundInputs inputs =
                    step == null ? RoundInputs.of(JointOrders.HOLD) : RoundInputs.signing(step.orders(), step.signed());
            Resolution resolution = resolver.resolve(setup, state, inputs);
            state = resolution.next();
            Levels levels = resolution.report().after();
            rounds.add(new Round(
                    setup.calendar().quarter(state.round()),
                    step,
                    resolution.report(),
                    rules.displayedTariffBasisPoints(levels) / 100.0,
                    cnAverage(levels),
                    told == null ? null : told.us(),
                    told == null ? null : told.cn()));
        }
        return rounds;
    }

    private double cnAverage(Levels levels) {
        return script.cnBase()
                + rules.mapping().value(levels, Instrument.CN_RECIPROCAL_TARIFF)
                + script.cnAgriShare() * rules.mapping().value(levels, Instrument.CN_AGRI_TARIFF);
    }

    private void requireLegal(MatchState state, Step step) {
        for (Side side : Side.values()) {
            List<RequestedOrder> requested = step.orders().of(side).list().stream()
                    .map(RequestedOrder::of)
                    .toList();
            if (rules.check(setup, state, side, requested) instanceof Verdict.Rejected rejected) {
                throw new IllegalArgumentException("script, round " + step.round() + ", " + side + ": "
                        + rejected.refusal().facts() + "; legal: "
                        + rejected.refusal().legal());
            }
        }
    }
}
