package dev.truce.bots.minds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.Bot;
import dev.truce.bot.Decision;
import dev.truce.bot.StepBudget;
import dev.truce.bot.Talks;
import dev.truce.bots.minds.Prospect.Gain;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the negotiator offers, signs and does. */
class BargainerTest {
    private static final long STEPS = 10_000;

    private final MatchState start = Thought.RULES.start(Thought.RULES.setup(1));
    private final Prospect prospect = new Prospect(Thought.RULES);

    @Test
    void itsPackageMakesBothSidesBetterOff() {
        ConcessionPlan plan = plan();
        assertThat(plan.isWorthIt()).isTrue();
        assertThat(plan.gain().us()).isGreaterThan(1);
        assertThat(plan.gain().cn()).isGreaterThan(1);
        for (int less = 0; less < 30; less++) {
            Gain gain = Objects.requireNonNull(plan.gain(plan.terms(less)));
            assertThat(gain.us()).isPositive();
            assertThat(gain.cn()).isPositive();
        }
    }

    @Test
    void leavingExchangesOutMakesAShallowerPackage() {
        ConcessionPlan plan = plan();
        double all = Thought.RULES.depthValues().agreed(plan.terms(0));
        double least = Thought.RULES.depthValues().agreed(plan.terms(30));
        assertThat(all).isGreaterThan(1.6);
        assertThat(least).isBetween(1.0, 1.5);
        assertThat(plan.terms(30)).isNotEqualTo(plan.unchanged());
    }

    @Test
    void aSpentBudgetMakesNoPlan() {
        assertThat(ConcessionPlan.of(Thought.RULES, prospect, start, new StepBudget(Prospect.ROUNDS)))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void itAcceptsADeepAgreementAndRefusesToGiveAllForNothing(Side side) {
        Decision decision = open(side);
        Terms.Package deep = plan().terms(0);
        assertThat(decision.accepts(deep)).isTrue();
        List<Pledge> gifts = new ArrayList<>();
        for (Pledge pledge : deep.pledges()) {
            if (pledge.instrument().holder() == side) {
                gifts.add(pledge);
            }
        }
        assertThat(decision.accepts(new Terms.Package(gifts, 8, false))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void inTheFirstRoundItHoldsTheTruceAndOffersMore(Side side) {
        Decision decision = open(side);
        assertThat(decision.orders())
                .isEqualTo(Orders.all(
                        Thought.RULES.scenario().instruments().of(side),
                        Thought.RULES.scenario().startLevels()));
        assertThat(decision.offer()).isNotNull();
    }

    @Test
    void twoOfThemDoExactlyWhatTheyHaveSigned() {
        // Without chance: a false alarm would end what they have signed.
        MatchSetup setup = new MatchSetup(
                3, new Horizon.Fixed(12), Thought.RULES.scenario().calendar(), Conditions.NOISE_FREE);
        MatchState end =
                Thought.play(setup, Thought.bot("negotiator"), Thought.bot("negotiator"), STEPS, 6, (seen, talks) -> {
                    if (seen.last() != null) {
                        assertThat(seen.last().us().brokenClauses()).isEmpty();
                        assertThat(seen.last().cn().brokenClauses()).isEmpty();
                    }
                });
        assertThat(end.us().catches() + end.cn().catches()).isZero();
        assertThat(Thought.RULES.depthValues().agreed(end.treaty(), end.openRound()))
                .isGreaterThan(1.6);
        for (Clause clause : end.treaty().clauses()) {
            if (clause.binds(end.openRound()) && clause.instrument() != Instrument.US_CHIP_CONTROL) {
                assertThat(end.levels().get(clause.instrument()))
                        .as(clause.instrument().id())
                        .isEqualTo(clause.bound());
            }
        }
    }

    @Test
    void aPartnerThatWantsNoMoreThanTheTruceGetsItRenewed() {
        MatchState end = Thought.play(
                Thought.RULES.setup(4), Thought.bot("negotiator"), Thought.bot("truce"), STEPS, 8, (seen, talks) -> {});
        assertThat(Thought.RULES.depthValues().agreed(end.treaty(), end.openRound()))
                .isBetween(.9, 1.1);
    }

    @Test
    void pressureIsAnsweredAsItsGuardWould() {
        MatchState end = Thought.play(
                Thought.RULES.setup(5), Thought.bot("negotiator"), Thought.bot("hawk"), STEPS, 4, (seen, talks) -> {});
        assertThat(end.us().publicEscalation()).isGreaterThan(2);
    }

    private ConcessionPlan plan() {
        return Objects.requireNonNull(ConcessionPlan.of(Thought.RULES, prospect, start, new StepBudget(STEPS)));
    }

    private static Decision open(Side side) {
        Bot bot = Thought.bot("negotiator").create(Thought.seat(side, 1, STEPS));
        Redaction redaction = new Redaction(Thought.RULES, Thought.RULES.setup(1), Viewer.of(side));
        return bot.decide(redaction.observe(Thought.RULES.start(Thought.RULES.setup(1))), Talks.NONE);
    }
}
