package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.card.CardKind;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.scenario.CardRules;
import dev.truce.engine.state.MatchSetup.Conditions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules 8: each shock card changes what the rulebook says, and no draw of anything else. */
class CardsTest {
    private static final CardRules CARDS = Play.RULES.scenario().cards();

    static List<Card> everyCard() {
        List<Card> cards = new ArrayList<>();
        for (CardKind kind : CardKind.values()) {
            switch (kind.target()) {
                case NOTHING -> cards.add(Card.of(kind));
                case SIDE -> {
                    cards.add(Card.swing(Side.US));
                    cards.add(Card.swing(Side.CN));
                }
                case COVERT_INSTRUMENT ->
                    Instrument.all().stream()
                            .filter(Instrument::isCovert)
                            .map(Card::leak)
                            .forEach(cards::add);
            }
        }
        return cards;
    }

    private static RoundInputs playing(String orders, Card... cards) {
        return RoundInputs.of(Play.orders(orders)).with(List.of(cards));
    }

    private static RoundReport calm(String orders, Card... cards) {
        return Play.noiseFree(12).round(playing(orders, cards));
    }

    @Test
    void aFailedHarvestLeavesPartOfTheSoyaUndelivered() {
        RoundReport without = calm("");
        RoundReport with = calm("", Card.of(CardKind.HARVEST_FAILURE));
        assertThat(with.economy().soyMmt() / without.economy().soyMmt())
                .isCloseTo(1 - CARDS.harvestLoss(), within(.01));
        assertThat(with.us().points().of(Component.FARM))
                .isLessThan(without.us().points().of(Component.FARM));
        assertThat(with.signals()).as("China has ordered what it promised").isEqualTo(without.signals());
        assertThat(with.cn().compliance()).isEqualTo(without.cn().compliance());
    }

    @Test
    void aMineAddsToSubstitutesForGood() {
        Play without = Play.noiseFree(12);
        Play with = Play.noiseFree(12);
        with.round(playing("", Card.of(CardKind.MINE_OPENING)));
        without.hold();
        assertThat(with.state().economy().reeAlt() - without.state().economy().reeAlt())
                .isCloseTo(CARDS.mineStep(), within(.02));
        double cap = Play.RULES.scenario().economy().rareEarths().alternativesCap();
        for (int i = 0; i < 11; i++) {
            with.round(playing("", Card.of(CardKind.MINE_OPENING)));
            assertThat(with.state().economy().reeAlt()).isLessThanOrEqualTo(cap);
        }
    }

    @Test
    void aCourtRulesByCardAlsoWhenItHasRuledBefore() {
        Play play = Play.noiseFree(12);
        play.become(Records.with(play.state(), "courtHasRuled", true));
        for (int again = 0; again < 2; again++) {
            RoundReport ruled = play.round(playing("US.RECIP=7", Card.of(CardKind.COURT_RULING)));
            assertThat(ruled.events()).contains(RoundEvent.COURT_RULING);
            assertThat(ruled.after().get(Instrument.US_RECIPROCAL_TARIFF)).isEqualTo(3);
            assertThat(play.round("US.RECIP=7").events()).contains(RoundEvent.COURT_CAP_HOLDS);
            assertThat(play.round("US.RECIP=7").after().get(Instrument.US_RECIPROCAL_TARIFF))
                    .isEqualTo(7);
        }
    }

    @Test
    void aStrikeMakesTradeDearerInBothDirectionsForOneRound() {
        Play play = Play.noiseFree(12);
        RoundReport without = calm("");
        RoundReport with = play.round(playing("", Card.of(CardKind.PORT_STRIKE)));
        assertThat(with.economy().usFromCn()).isLessThan(without.economy().usFromCn());
        assertThat(with.economy().cnFromUs()).isLessThan(without.economy().cnFromUs());
        assertThat(with.us().escalation()).as("nobody has done it").isZero();
        Play striking = Play.noiseFree(12);
        striking.round(playing("", Card.of(CardKind.PORT_STRIKE)));
        RoundReport again = striking.round(playing("", Card.of(CardKind.PORT_STRIKE)));
        assertThat(play.hold().economy().usFromCn())
                .isGreaterThan(again.economy().usFromCn());
    }

    @Test
    void anElectionSwingsOneSideAndWearsOff() {
        for (Side side : Side.values()) {
            Play play = Play.noiseFree(12);
            RoundReport with = play.round(playing("US.PORT=1 CN.PORT=1", Card.swing(side)));
            assertThat(with.side(side).type()).isEqualTo(1 + CARDS.electionSwing());
            assertThat(with.side(side.other()).type()).isEqualTo(1);
            assertThat(with.side(side).points().of(Component.FIRMNESS))
                    .isCloseTo(
                            (1 + CARDS.electionSwing())
                                    * calm("US.PORT=1 CN.PORT=1")
                                            .side(side)
                                            .points()
                                            .of(Component.FIRMNESS),
                            within(1e-12));
            assertThat(play.hold().side(side).type()).isCloseTo(1 + .7 * CARDS.electionSwing(), within(1e-12));
        }
    }

    @Test
    void aPanicCostsBothSidesIncomeOnce() {
        Play play = Play.noiseFree(12);
        RoundReport with = play.round(playing("", Card.of(CardKind.MARKET_PANIC)));
        for (Side side : Side.values()) {
            double weight = Play.RULES.scenario().weights(side).income();
            assertThat(with.side(side).points().of(Component.INCOME))
                    .isCloseTo(-weight * CARDS.panicIncome(), within(1e-9));
        }
        assertThat(play.hold().us().points().of(Component.INCOME)).isCloseTo(0, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("everyCard")
    void noCardShiftsADrawOfAnythingElse(Card card) {
        for (long seed = 0; seed < 40; seed++) {
            Play without = new Play(Play.setup(seed, 6, Conditions.PLAY, 2, 4));
            Play with = new Play(Play.setup(seed, 6, Conditions.PLAY, 2, 4));
            RoundReport one = without.hold();
            RoundReport two = with.round(playing("", card));
            for (int round = 1; round <= 4; round++) {
                assertThat(two.signals()).isEqualTo(one.signals());
                for (Side side : Side.values()) {
                    assertThat(two.side(side).caughtOn())
                            .isEqualTo(one.side(side).caughtOn());
                    assertThat(two.side(side).points().of(Component.CHANCE))
                            .isEqualTo(one.side(side).points().of(Component.CHANCE));
                }
                List<RoundEvent> others = new ArrayList<>(two.events());
                if (card.kind() == CardKind.COURT_RULING) {
                    others.removeIf(CardsTest::isOfACourt);
                } else if (round == 1) {
                    others.remove(RoundEvent.of(card));
                }
                assertThat(others)
                        .isEqualTo(one.events().stream()
                                .filter(event -> card.kind() != CardKind.COURT_RULING || !isOfACourt(event))
                                .toList());
                one = without.hold();
                two = with.hold();
            }
        }
    }

    private static boolean isOfACourt(RoundEvent event) {
        return event == RoundEvent.COURT_RULING || event == RoundEvent.COURT_CAP_HOLDS;
    }
}
