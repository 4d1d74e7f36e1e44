package dev.truce.rulebook.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.conduct.Shortfall;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.redaction.Belief;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.SideReport;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When what is shown equals what is true, and that shown sums are sums. */
class ShownAndTrueTest {
    private static final int ROUNDS = 10;
    /** Matches by the third ruleset; few have a suspension. */
    private static final int MANY = 150;

    private static final Rules THIRD = Rules.of(Scenarios.busan2025());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOmniscientSeesTheTruthRounded(long seed) {
        Play play = Play.random(seed, ROUNDS);
        for (int i = 0; i < play.reports.size(); i++) {
            RoundReport report = play.reports.get(i);
            RoundView view = play.views(Viewer.OMNISCIENT).get(i);
            assertThat(view.levels()).isEqualTo(report.after());
            assertThat(view.scores()).hasSize(2);
            for (ScoreCard card : view.scores()) {
                assertThat(card.estimated()).isFalse();
                for (Component component : Component.values()) {
                    double truth = report.side(card.side()).points().of(component);
                    assertThat(card.pointsMicro().get(component.ordinal()) / 1e6)
                            .isCloseTo(truth, within(.5000001e-6));
                }
            }
            Figures figures = view.figures();
            assertThat(figures.usIncomeMilliBasisPoints() / 1e7)
                    .isCloseTo(report.economy().usIncome(), within(.51e-7));
            assertThat(figures.cnFromUsUsdMillions() / 1e3)
                    .isCloseTo(report.economy().cnFromUs(), within(.51e-3));
            assertThat(figures.tensionTenths() / 10.0).isCloseTo(report.tension(), within(.0501));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void aModelFedWithEverythingComputesTheTruth(long seed) {
        everythingComputesTheTruth(Play.RULES, seed);
    }

    @Test
    void aModelFedWithEverythingComputesTheTruthOfAccusationsAndLayers() {
        for (long seed = 1; seed <= MANY; seed++) {
            everythingComputesTheTruth(THIRD, seed);
        }
    }

    @Test
    void theMatchesPlayedHereSeeAFindingAboutTheRoundBeforeASuspensionAndABreachOfTheTruceBesideIt() {
        boolean[] seen = new boolean[3];
        for (long seed = 1; seed <= MANY; seed++) {
            for (RoundReport report : Play.random(THIRD, seed, ROUNDS).reports) {
                for (Side side : Side.values()) {
                    SideReport facts = report.side(side);
                    seen[0] |= facts.caught()
                            && !Shortfall.isAny(THIRD.mapping(), report.treaty(), report.after(), side, report.round());
                    boolean suspends = facts.decisions().choice() == AccusationChoice.SUSPEND;
                    seen[1] |= suspends && report.change() == TreatyChange.REDUCED_BY_SUSPENSION;
                    seen[2] |= suspends && facts.severity() > 0;
                }
            }
        }
        assertThat(seen).containsOnly(true);
    }

    private static void everythingComputesTheTruth(Rules rules, long seed) {
        Play play = Play.random(rules, seed, ROUNDS);
        Belief belief = Belief.start(rules, play.setup.calendar(), Viewer.OMNISCIENT);
        for (int i = 0; i < play.reports.size(); i++) {
            RoundView view = play.views(Viewer.OMNISCIENT).get(i);
            belief = belief.absorb(view);
            assertThat(belief.figures()).isEqualTo(view.figures());
            for (int s = 0; s < 2; s++) {
                ScoreCard truth = view.scores().get(s);
                ScoreCard modelled = belief.scores().get(s);
                for (int c = 0; c < Component.COUNT; c++) {
                    // The private type is known to a millionth, which a long humiliation multiplies by a dozen.
                    assertThat(modelled.pointsMicro().get(c))
                            .as("round %d, %s", i + 1, Component.values()[c])
                            .isCloseTo(truth.pointsMicro().get(c), within(15L));
                }
                assertThat(modelled.scoreSoFarMilli()).isCloseTo(truth.scoreSoFarMilli(), within(1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void whatASeatIsShownIsTrueWhenTheOtherKeepsItsWordAndSignalsAreExact(long seed) {
        for (Side side : Side.values()) {
            MatchSetup usual = Play.RULES.setup(seed);
            Play play = new Play(
                    new MatchSetup(seed, usual.horizon(), usual.calendar(), new Conditions(false, true, false)));
            SplitMix64 random = new SplitMix64(seed);
            for (int i = 0; i < ROUNDS; i++) {
                Orders us = play.random(random, Side.US, .2, in -> side == Side.US || !in.isCovert());
                Orders cn = play.random(random, Side.CN, .2, in -> side == Side.CN || !in.isCovert());
                play.round(new JointOrders(
                        side == Side.US ? us : keepingCovert(play, us, Side.US),
                        side == Side.CN ? cn : keepingCovert(play, cn, Side.CN)));
                RoundView shown = play.last(Viewer.of(side));
                RoundView truth = play.last(Viewer.OMNISCIENT);
                ScoreCard own = shown.scores().get(0);
                ScoreCard trueOwn = truth.scores().get(side.ordinal());
                assertThat(own.side()).isEqualTo(side);
                assertThat(own.estimated()).isTrue();
                assertThat(own.pointsMicro()).as("%s round %d", side, i + 1).isEqualTo(trueOwn.pointsMicro());
                assertThat(own.scoreMilli()).isEqualTo(trueOwn.scoreMilli());
                assertThat(own.escalationMilli()).isEqualTo(trueOwn.escalationMilli());
                assertThat(withTension(shown.figures(), true, truth.figures().tensionTenths()))
                        .isEqualTo(withTension(
                                truth.figures(), true, truth.figures().tensionTenths()));
                assertThat(shown.figures().tensionTenths() % 5).isZero();
                assertThat(play.observe(Viewer.of(side)).tensionTenths())
                        .as("observed in the open round as in the report of the one before")
                        .isEqualTo(shown.figures().tensionTenths());
                assertThat((double) shown.figures().tensionTenths())
                        .isCloseTo(truth.figures().tensionTenths(), within(3.0));
            }
        }
    }

    @Test
    void theMatchesPlayedHereSeeNoTreatyTheTruceADeepOneACommuniqueABreachAndACatch() {
        boolean[] seen = new boolean[6];
        for (long seed = 1; seed < 40; seed++) {
            for (RoundReport report : Play.random(seed, ROUNDS).reports) {
                seen[0] |= !report.treaty().bindsAny(report.round());
                seen[1] |= report.depthKept() > .9 && report.depthKept() < 1.1;
                seen[2] |= report.depthKept() > 1.5;
                seen[3] |= report.treaty().isCommunique();
                seen[4] |= report.us().isUnjustifiedBreach();
                seen[5] |= report.cn().reallyCaught();
            }
        }
        assertThat(seen).containsOnly(true);
    }

    @Test
    void shownComponentsAddUpToTheShownScore() {
        for (long seed = 31; seed < 41; seed++) {
            Play play = Play.random(seed, ROUNDS);
            for (Viewer viewer : Viewer.values()) {
                long[] total = new long[2];
                for (RoundView view : play.views(viewer)) {
                    for (ScoreCard card : view.scores()) {
                        long points =
                                card.pointsMicro().stream().mapToLong(p -> p).sum();
                        long truce =
                                card.truceMicro().stream().mapToLong(p -> p).sum();
                        total[card.side().ordinal()] += points;
                        double mean = total[card.side().ordinal()] / 1e6 / view.round();
                        // Half a unit of the shown score; true totals are rounded once, shown ones part by part.
                        double tolerance = viewer == Viewer.OMNISCIENT ? .53e-3 : .5001e-3;
                        assertThat(card.scoreMilli() / 1e3).isCloseTo(score(card, points / 1e6), within(.5001e-3));
                        assertThat(card.truceScoreMilli() / 1e3).isCloseTo(score(card, truce / 1e6), within(.5001e-3));
                        assertThat(card.scoreSoFarMilli() / 1e3).isCloseTo(score(card, mean), within(tolerance));
                    }
                }
            }
        }
    }

    @Test
    void ownLuckBreachCatchAndFirmnessAreShownAsTheyAre() {
        for (long seed = 41; seed < 61; seed++) {
            shownAsTheyAre(Play.random(seed, ROUNDS));
            shownAsTheyAre(Play.random(THIRD, seed, ROUNDS));
        }
    }

    private static void shownAsTheyAre(Play play) {
        for (Side side : Side.values()) {
            for (int i = 0; i < play.reports.size(); i++) {
                ScoreCard shown = play.views(Viewer.of(side)).get(i).scores().get(0);
                ScoreCard truth = play.views(Viewer.OMNISCIENT).get(i).scores().get(side.ordinal());
                for (Component component : new Component[] {Component.CHANCE, Component.BREACH, Component.CAUGHT}) {
                    assertThat(shown.pointsMicro().get(component.ordinal()))
                            .isEqualTo(truth.pointsMicro().get(component.ordinal()));
                }
                assertThat(shown.pointsMicro().get(Component.FIRMNESS.ordinal()))
                        .isCloseTo(truth.pointsMicro().get(Component.FIRMNESS.ordinal()), within(3L));
            }
        }
    }

    @Test
    void theTruceItselfIsShownAtItsOwnScore() {
        MatchSetup usual = Play.RULES.setup(5);
        Play play = new Play(new MatchSetup(5, usual.horizon(), usual.calendar(), new Conditions(false, true, false)));
        for (int i = 0; i < 8; i++) {
            play.round(JointOrders.HOLD);
            for (Side side : Side.values()) {
                ScoreCard card = play.last(Viewer.of(side)).scores().get(0);
                assertThat(card.pointsMicro()).isEqualTo(card.truceMicro());
                assertThat(card.scoreMilli()).isEqualTo(card.truceScoreMilli());
            }
        }
        assertThat(play.last(Viewer.US).figures().displayedTariffBasisPoints()).isEqualTo(4700);
    }

    private static double score(ScoreCard card, double points) {
        return Play.RULES.scenario().anchors().score(card.side(), points);
    }

    private static Figures withTension(Figures f, boolean estimated, int tensionTenths) {
        return new Figures(
                estimated,
                f.displayedTariffBasisPoints(),
                f.usWedgeBasisPoints(),
                f.cnWedgeBasisPoints(),
                f.usFromCnUsdMillions(),
                f.cnFromUsUsdMillions(),
                f.soyTonnesThousands(),
                f.usIncomeMilliBasisPoints(),
                f.cnIncomeMilliBasisPoints(),
                f.usPricesBasisPoints(),
                f.cnPricesBasisPoints(),
                f.rareEarthsPerMille(),
                f.chipsPerMille(),
                tensionTenths);
    }

    /** Adds an order for the present level of each covert instrument, so that none falls back when the treaty ends. */
    private static Orders keepingCovert(Play play, Orders orders, Side side) {
        List<Order> all = new ArrayList<>(orders.list());
        for (Instrument instrument : Instrument.of(side)) {
            if (instrument.isCovert()) {
                all.add(new Order(instrument, play.state.levels().get(instrument)));
            }
        }
        return Orders.of(all);
    }
}
