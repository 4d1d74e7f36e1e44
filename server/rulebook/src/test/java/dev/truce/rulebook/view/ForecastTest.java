package dev.truce.rulebook.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.forecast.Assumption;
import dev.truce.engine.forecast.Forecast;
import dev.truce.engine.forecast.Preview;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.Viewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code try} says. */
class ForecastTest {
    private final Play play = exact();

    @ParameterizedTest
    @EnumSource(value = Assumption.class, mode = EnumSource.Mode.EXCLUDE, names = "CHEATS")
    void holdingTheTruceIsForeseenAtTheTrucePath(Assumption assumption) {
        Preview preview = preview(Side.US, Orders.HOLD, assumption);
        assertThat(preview.reply()).isEmpty();
        assertThat(preview.broken()).isEmpty();
        assertThat(preview.next().us().pointsMicro())
                .isEqualTo(preview.next().us().truceMicro());
        assertThat(preview.next().cn().scoreMilli())
                .isEqualTo(preview.next().cn().truceScoreMilli());
        assertThat(preview.next().figures().displayedTariffBasisPoints()).isEqualTo(4700);
        // Nobody renews in a preview, so three quarters on the truce has snapped back.
        assertThat(preview.later().round()).isEqualTo(4);
        assertThat(preview.later().figures().displayedTariffBasisPoints()).isEqualTo(8100);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void withoutChanceTheQuarterComesAsForeseen(Side side) {
        Orders draft = BySide.pick(
                side,
                orders(Instrument.US_PORT_FEE, 2, Instrument.US_RECIPROCAL_TARIFF, 3),
                orders(Instrument.CN_PORT_FEE, 2, Instrument.CN_RARE_EARTHS_APRIL, 2));
        Preview preview = preview(side, draft, Assumption.HOLDS);
        play.round(BySide.pick(side, new JointOrders(draft, Orders.HOLD), new JointOrders(Orders.HOLD, draft)));
        ScoreCard came = play.last(Viewer.of(side)).scores().get(0);
        assertThat(preview.next().score(side)).isEqualTo(came);
        assertThat(preview.next().figures())
                .isEqualTo(play.last(Viewer.of(side)).figures());
        assertThat(preview.broken()).isEqualTo(play.reports.get(0).side(side).brokenClauses());
    }

    @Test
    void aBreachIsNamedWithItsSeverityAndCharge() {
        Preview preview = preview(Side.US, orders(Instrument.US_PORT_FEE, 1), Assumption.HOLDS);
        assertThat(preview.broken()).singleElement().satisfies(broken -> {
            assertThat(broken.clause().instrument()).isEqualTo(Instrument.US_PORT_FEE);
            assertThat(broken.level()).isEqualTo(1);
        });
        assertThat(preview.covered()).isFalse();
        assertThat(preview.severityMilli()).isEqualTo(200);
        assertThat(preview.material()).isFalse();
        // 5.0 x (.5 + .8) x .2 = 1.3 points of 55.1 between war and honest bargaining.
        assertThat(preview.chargeScoreMilli()).isEqualTo(-2361);
        assertThat(preview.next().us().pointsMicro().get(Component.BREACH.ordinal()))
                .isEqualTo(-1_300_000);
    }

    @Test
    void aMaterialBreachIsNamed() {
        Preview preview = preview(Side.US, orders(Instrument.US_CHIP_CONTROL, 3), Assumption.HOLDS);
        assertThat(preview.material()).isTrue();
        assertThat(preview.severityMilli()).isEqualTo(1000);
    }

    @Test
    void theSnapBackRightCoversAnAnswerToABreach() {
        play.round(new JointOrders(Orders.HOLD, orders(Instrument.CN_PORT_FEE, 1)));
        Preview preview = preview(Side.US, orders(Instrument.US_PORT_FEE, 1), Assumption.HOLDS);
        assertThat(preview.broken()).hasSize(1);
        assertThat(preview.covered()).isTrue();
        assertThat(preview.severityMilli()).isZero();
        assertThat(preview.chargeScoreMilli()).isZero();
    }

    @Test
    void anEasingOtherSideTakesBackWhatNoClauseBinds() {
        play.round(new JointOrders(orders(Instrument.US_SECTION232_DUTIES, 2), Orders.HOLD));
        Preview preview = preview(Side.CN, Orders.HOLD, Assumption.EASES);
        assertThat(preview.reply()).containsExactly(new Order(Instrument.US_SECTION232_DUTIES, 1));
    }

    @Test
    void whatBreaksAClauseGoesBackByItself() {
        play.round(new JointOrders(Orders.HOLD, orders(Instrument.CN_PORT_FEE, 1)));
        for (Assumption assumption : new Assumption[] {Assumption.HOLDS, Assumption.EASES}) {
            assertThat(preview(Side.US, Orders.HOLD, assumption).reply()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "US_RECIPROCAL_TARIFF, 3, CN_RECIPROCAL_TARIFF",
        "US_PORT_FEE, 2, CN_PORT_FEE",
        "US_CHIP_CONTROL, 2, CN_RARE_EARTHS_APRIL",
        "US_SECTION301_INVESTIGATION, 1, CN_UNRELIABLE_ENTITIES",
        "CN_RECIPROCAL_TARIFF, 4, US_RECIPROCAL_TARIFF",
        "CN_PORT_FEE, 3, US_PORT_FEE",
        "CN_RARE_EARTHS_APRIL, 3, US_CHIP_CONTROL",
        "CN_AGRI_TARIFF, 1, US_SECTION301_INVESTIGATION"
    })
    void anAnswerInKindComesFromTheSameFamily(Instrument moved, int level, Instrument answer) {
        Preview preview = preview(moved.holder(), orders(moved, level), Assumption.IN_KIND);
        assertThat(preview.reply()).extracting(Order::instrument).contains(answer);
        assertThat(preview.reply()).allMatch(order -> order.instrument().holder() != moved.holder());
        assertThat(preview.reply()).noneMatch(order -> order.instrument().isCovert());
    }

    @Test
    void anAnswerInKindIsAsHardAsTheDraft() {
        Preview preview = preview(Side.US, orders(Instrument.US_PORT_FEE, 3), Assumption.IN_KIND);
        assertThat(preview.reply()).containsExactly(new Order(Instrument.CN_PORT_FEE, 3));
    }

    @Test
    void holdingIsAnsweredInKindByNothing() {
        play.round(new JointOrders(
                orders(Instrument.US_RECIPROCAL_TARIFF, 3), orders(Instrument.CN_UNRELIABLE_ENTITIES, 1)));
        for (Side side : Side.values()) {
            assertThat(preview(side, Orders.HOLD, Assumption.IN_KIND).reply()).isEmpty();
        }
    }

    @Test
    void aPreviewNamesWhatItSupposesAboutCovertLevels() {
        Preview preview = preview(Side.US, Orders.HOLD, Assumption.HOLDS);
        assertThat(preview.supposed())
                .containsExactly(
                        new Order(Instrument.CN_SOY_PURCHASES, 5),
                        new Order(Instrument.CN_LICENCE_PACE, 2),
                        new Order(Instrument.CN_FENTANYL_ENFORCEMENT, 2));
    }

    @Test
    void aPreviewIsTheSameWhateverTheOtherSideHides() {
        Play other = exact();
        JointOrders cheats = new JointOrders(Orders.HOLD, orders(Instrument.CN_SOY_PURCHASES, 4));
        play.round(JointOrders.HOLD);
        other.round(cheats);
        assertThat(preview(other, Side.US, Orders.HOLD, Assumption.HOLDS))
                .isEqualTo(preview(Side.US, Orders.HOLD, Assumption.HOLDS));
    }

    @Test
    void illegalDraftsAndViewersWithoutASideAreRefused() {
        assertThatThrownBy(() -> preview(Side.US, orders(Instrument.US_CHIP_CONTROL, 0), Assumption.HOLDS))
                .isInstanceOf(IllegalArgumentException.class);
        Redaction observer = play.redaction(Viewer.PUBLIC);
        assertThatThrownBy(() -> new Forecast(Play.RULES, play.setup.calendar())
                        .of(observer.belief(), observer.observe(play.state), Orders.HOLD, Assumption.HOLDS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Preview preview(Side side, Orders draft, Assumption assumption) {
        return preview(play, side, draft, assumption);
    }

    private static Preview preview(Play play, Side side, Orders draft, Assumption assumption) {
        Redaction redaction = play.redaction(Viewer.of(side));
        return new Forecast(Play.RULES, play.setup.calendar())
                .of(redaction.belief(), redaction.observe(play.state), draft, assumption);
    }

    private static Orders orders(Object... pairs) {
        Order[] orders = new Order[pairs.length / 2];
        for (int i = 0; i < orders.length; i++) {
            orders[i] = new Order((Instrument) pairs[2 * i], (int) pairs[2 * i + 1]);
        }
        return Orders.of(orders);
    }

    private static Play exact() {
        MatchSetup usual = Play.RULES.setup(9);
        return new Play(new MatchSetup(9, usual.horizon(), usual.calendar(), Conditions.NOISE_FREE));
    }
}
