package dev.truce.cli.screen;

import static dev.truce.cli.screen.ViewFixture.calm;
import static dev.truce.cli.screen.ViewFixture.card;
import static dev.truce.cli.screen.ViewFixture.facts;
import static dev.truce.cli.screen.ViewFixture.figures;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.view.RoundView;
import java.util.List;
import java.util.Map;

/** An invented course of play for the renderers: a calm round, a breach, a snap-back. */
final class DemoCourse {
    private DemoCourse() {}

    static RoundView calmRound() {
        return ViewFixture.round(1)
                .card(card(Side.US, 82_100, 80_700, 82_100, 0, Map.of(Component.CHANCE, 1.4)))
                .card(card(Side.CN, 76_300, 77_500, 76_300, 0, Map.of(Component.CHANCE, -1.2)))
                .us(calm(820))
                .cn(calm(820))
                .view();
    }

    static RoundView secondRound() {
        return ViewFixture.round(2)
                .event(RoundEvent.SUMMIT)
                .card(card(Side.US, 80_700, 80_700, 81_400, 0, Map.of()))
                .card(card(Side.CN, 77_500, 77_500, 76_900, 0, Map.of()))
                .us(calm(840))
                .cn(calm(840))
                .view();
    }

    static RoundView breachRound() {
        return ViewFixture.round(3)
                .moved(Instrument.US_RECIPROCAL_TARIFF, 2, 3)
                .moved(Instrument.US_PORT_FEE, 0, 2)
                .us(facts(1090, 450, null, 720, Instrument.US_RECIPROCAL_TARIFF, Instrument.US_PORT_FEE))
                .cn(calm(860))
                .figures(figures(5700, 3650, 67_200, 28_000, 6_250, 14))
                .card(card(
                        Side.US,
                        68_000,
                        80_700,
                        76_700,
                        1090,
                        Map.of(
                                Component.BREACH,
                                -15.1,
                                Component.INCOME,
                                -3.3,
                                Component.REVENUE,
                                3.0,
                                Component.FIRMNESS,
                                2.3,
                                Component.PRICES,
                                -0.5,
                                Component.CHANCE,
                                0.9)))
                .card(card(
                        Side.CN,
                        73_600,
                        77_500,
                        76_300,
                        0,
                        Map.of(
                                Component.INCOME, -3.1,
                                Component.CHANCE, -0.6,
                                Component.INDUSTRY, -0.5,
                                Component.TENSION, 0.3)))
                .view();
    }

    static RoundView snapBackRound() {
        return ViewFixture.round(4)
                .withoutTreaty(true)
                .fellBack(Instrument.US_FENTANYL_TARIFF, 2, 4)
                .fellBack(Instrument.US_RECIPROCAL_TARIFF, 3, 4)
                .fellBack(Instrument.US_SECTION301_INVESTIGATION, 0, 1)
                .fellBack(Instrument.US_LICENCE_PACE, 2, 1)
                .fellBack(Instrument.CN_RECIPROCAL_TARIFF, 2, 4)
                .fellBack(Instrument.CN_AGRI_TARIFF, 0, 1)
                .fellBack(Instrument.CN_PORT_FEE, 0, 2)
                .fellBack(Instrument.CN_UNRELIABLE_ENTITIES, 0, 1)
                .fellBack(Instrument.CN_RARE_EARTHS_OCTOBER, 0, 1)
                .fellBack(Instrument.CN_FENTANYL_ENFORCEMENT, 2, 1)
                .prevented(Instrument.US_AFFILIATES_RULE, 0)
                .prevented(Instrument.CN_SOY_PURCHASES, 3)
                .event(RoundEvent.SUMMIT)
                .event(RoundEvent.RARE_EARTH_SUPPLY)
                .us(facts(1090, 0, null, 740))
                .cn(facts(250, 0, null, 880))
                .figures(figures(8100, 5470, 56_100, 21_500, 3_000, 18))
                .card(card(
                        Side.US,
                        62_000,
                        80_700,
                        73_100,
                        1090,
                        Map.of(
                                Component.REVENUE, 10.3,
                                Component.INCOME, -7.4,
                                Component.AGREEMENT, -6.9,
                                Component.TENSION, -4.7,
                                Component.HUMILIATION, -10.0)))
                .card(card(
                        Side.CN,
                        79_600,
                        77_500,
                        77_100,
                        250,
                        Map.of(
                                Component.INCOME,
                                -15.0,
                                Component.FIRMNESS,
                                9.6,
                                Component.REVENUE,
                                8.8,
                                Component.INDUSTRY,
                                -1.3)))
                .view();
    }

    static List<RoundView> rounds() {
        return List.of(calmRound(), secondRound(), breachRound(), snapBackRound());
    }
}
