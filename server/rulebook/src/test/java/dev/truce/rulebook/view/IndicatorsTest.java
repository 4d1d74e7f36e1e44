package dev.truce.rulebook.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.economy.Sector;
import dev.truce.engine.indicator.Constituency;
import dev.truce.engine.indicator.IndicatorBoard;
import dev.truce.engine.indicator.Indicators;
import dev.truce.engine.indicator.Reaction;
import dev.truce.engine.indicator.SectorTrade;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Indicators follow from what everybody may know, and move as people expect. */
class IndicatorsTest {
    private static final int MATCHES = 60;

    private static IndicatorBoard board(Play play) {
        return new IndicatorBoard(Play.RULES, play.setup.calendar());
    }

    /** A match without chance, in which nothing expires by itself. */
    private static Play calm() {
        MatchSetup usual = Play.RULES.setup(1);
        return new Play(new MatchSetup(1, usual.horizon(), usual.calendar(), new Conditions(false, false, false)));
    }

    private static JointOrders us(Order... orders) {
        return new JointOrders(Orders.of(orders), Orders.HOLD);
    }

    private static JointOrders cn(Order... orders) {
        return new JointOrders(Orders.HOLD, Orders.of(orders));
    }

    private static Indicators after(Play play, JointOrders orders) {
        IndicatorBoard board = board(play);
        play.round(orders);
        return board.absorb(play.last(Viewer.PUBLIC));
    }

    @Test
    void everyViewHasTheSamePublicPartAsAnObservers() {
        for (long seed = 0; seed < MATCHES; seed++) {
            Play play = Play.random(seed, 8);
            for (int i = 0; i < play.reports.size(); i++) {
                RoundView observer = play.views(Viewer.PUBLIC).get(i);
                RoundView part = observer.publicPart();
                assertThat(part.viewer()).isEqualTo(Viewer.PUBLIC);
                assertThat(part.levels()).isEqualTo(observer.levels());
                assertThat(part.orders()).isEqualTo(observer.orders());
                assertThat(part.changes()).isEqualTo(observer.changes());
                assertThat(part.signals()).isEqualTo(observer.signals());
                assertThat(part.treaty()).isEqualTo(observer.treaty());
                assertThat(part.own()).isEmpty();
                for (Viewer viewer : Viewer.values()) {
                    assertThat(play.views(viewer).get(i).publicPart())
                            .as("seed %d round %d for %s", seed, i + 1, viewer)
                            .isEqualTo(part);
                }
            }
        }
    }

    @Test
    void allViewersGetTheSameIndicators() {
        for (long seed = 0; seed < MATCHES; seed++) {
            Play play = Play.random(seed, 10);
            List<Indicators> first = new ArrayList<>();
            IndicatorBoard observed = board(play);
            play.views(Viewer.PUBLIC).forEach(view -> first.add(observed.absorb(view)));
            for (Viewer viewer : new Viewer[] {Viewer.US, Viewer.CN, Viewer.OMNISCIENT}) {
                List<Indicators> all = new ArrayList<>();
                IndicatorBoard board = board(play);
                play.views(viewer).forEach(view -> all.add(board.absorb(view)));
                assertThat(all).as("seed %d for %s", seed, viewer).isEqualTo(first);
            }
        }
    }

    @Test
    void theStartIsWhatTheSourcesSay() {
        Indicators start = board(calm()).latest();
        assertThat(start.round()).isZero();
        assertThat(start.soyaCentsPerBushel()).isEqualTo(1080);
        assertThat(start.freightUsdPerBox()).isEqualTo(2220);
        assertThat(start.usEquities()).isEqualTo(1000);
        assertThat(start.cnEquities()).isEqualTo(1000);
        assertThat(start.displayedTariffBasisPoints()).isEqualTo(4700);
        assertThat(start.usDutyBasisPoints()).isBetween(2900, 3300);
        assertThat(start.dysprosiumUsdPerKg()).isBetween(280, 450);
        for (Constituency constituency : Constituency.values()) {
            assertThat(start.approval(Side.US, constituency)).isEqualTo(41);
            assertThat(start.approval(Side.CN, constituency)).isEqualTo(60);
        }
        assertThat(start.sectors()).hasSize(10).extracting(SectorTrade::sector).startsWith(Sector.SOY);
    }

    @Test
    void theSectorsAddUpToTheTradeThatIsShownElsewhere() {
        Play play = Play.random(3, 6);
        IndicatorBoard board = board(play);
        for (RoundView view : play.views(Viewer.PUBLIC)) {
            Indicators now = board.absorb(view);
            assertThat(now.usFromCnUsdMillions())
                    .isBetween(
                            view.figures().usFromCnUsdMillions() - 5,
                            view.figures().usFromCnUsdMillions() + 5);
            assertThat(now.cnFromUsUsdMillions())
                    .isBetween(
                            view.figures().cnFromUsUsdMillions() - 5,
                            view.figures().cnFromUsUsdMillions() + 5);
            assertThat(now.usDutyBasisPoints()).isEqualTo(view.figures().usWedgeBasisPoints());
            assertThat(now.displayedTariffBasisPoints())
                    .isEqualTo(view.figures().displayedTariffBasisPoints());
        }
    }

    @Test
    void anAgreementWithoutDetailsMovesSoyaTheWrongWay() {
        Pledge same = pledge(Instrument.CN_SOY_PURCHASES, 5);
        Pledge more = pledge(Instrument.CN_SOY_PURCHASES, 7);
        Indicators nothing = signed(null, Reaction.NONE);
        Indicators renewal = signed(offer(false, same), Reaction.NO_DETAILS);
        Indicators quiet = signed(offer(false, more), Reaction.FIGURES_IN_PRIVATE);
        Indicators open = signed(offer(true, more), Reaction.FIGURES_PUBLISHED);
        assertThat(renewal.soyaCentsPerBushel()).isLessThan(nothing.soyaCentsPerBushel());
        assertThat(quiet.soyaCentsPerBushel())
                .isGreaterThan(nothing.soyaCentsPerBushel())
                .isLessThan(open.soyaCentsPerBushel());
        for (Side side : Side.values()) {
            assertThat(renewal.equities(side)).isLessThan(nothing.equities(side));
            assertThat(quiet.equities(side))
                    .isGreaterThan(nothing.equities(side))
                    .isLessThan(open.equities(side));
        }
    }

    private static Pledge pledge(Instrument instrument, int bound) {
        return new Pledge(instrument, bound);
    }

    private static Terms offer(boolean communique, Pledge... pledges) {
        return new Terms.Package(List.of(pledges), 8, communique);
    }

    private static Indicators signed(Terms terms, Reaction expected) {
        Play play = calm();
        IndicatorBoard board = board(play);
        play.round(new RoundInputs(JointOrders.HOLD, terms, false, false));
        Indicators now = board.absorb(play.last(Viewer.PUBLIC));
        assertThat(board.reaction()).isEqualTo(expected);
        return now;
    }

    @Test
    void soyaFallsOnlyWhenCustomsTellThatLessWasBought() {
        Play play = calm();
        IndicatorBoard board = board(play);
        play.round(cn(new Order(Instrument.CN_SOY_PURCHASES, 0)));
        Indicators first = board.absorb(play.last(Viewer.PUBLIC));
        play.round(JointOrders.HOLD);
        Indicators second = board.absorb(play.last(Viewer.PUBLIC));
        assertThat(first.soyaCentsPerBushel()).isGreaterThanOrEqualTo(1060);
        assertThat(second.soyaCentsPerBushel()).isLessThan(first.soyaCentsPerBushel() - 10);
        assertThat(second.approval(Side.US, Constituency.FARMERS))
                .isLessThan(first.approval(Side.US, Constituency.FARMERS));
    }

    @Test
    void tariffsMoveStocksDownAndTradeAndConsumersWithThem() {
        Indicators calm = after(calm(), JointOrders.HOLD);
        Indicators war = after(calm(), us(new Order(Instrument.US_RECIPROCAL_TARIFF, 7)));
        assertThat(war.usEquities()).isLessThan(calm.usEquities() - 20);
        assertThat(war.cnEquities()).isLessThan(calm.cnEquities() - 20);
        assertThat(war.usFromCnUsdMillions()).isLessThan(calm.usFromCnUsdMillions());
        assertThat(war.approval(Side.US, Constituency.CONSUMERS))
                .isLessThan(calm.approval(Side.US, Constituency.CONSUMERS));
        assertThat(war.displayedTariffBasisPoints()).isEqualTo(16_200);
    }

    @Test
    void bannedRareEarthsRaiseThePriceOfDysprosiumAndPortFeesThatOfFreight() {
        Play play = calm();
        IndicatorBoard board = board(play);
        int before = board.latest().dysprosiumUsdPerKg();
        for (int i = 0; i < 4; i++) {
            play.round(
                    i == 0
                            ? cn(
                                    new Order(Instrument.CN_RARE_EARTHS_APRIL, 3),
                                    new Order(Instrument.CN_RARE_EARTHS_OCTOBER, 3))
                            : JointOrders.HOLD);
            board.absorb(play.last(Viewer.PUBLIC));
        }
        assertThat(board.latest().dysprosiumUsdPerKg()).isGreaterThan(before * 3 / 2);

        Indicators calm = after(calm(), JointOrders.HOLD);
        Indicators fees = after(calm(), us(new Order(Instrument.US_PORT_FEE, 4)));
        assertThat(fees.freightUsdPerBox()).isGreaterThan(calm.freightUsdPerBox() + 100);
    }

    @Test
    void nothingLeavesItsRangeInAnyMatch() {
        for (long seed = 0; seed < MATCHES; seed++) {
            Play play = Play.random(seed, 16);
            IndicatorBoard board = board(play);
            for (RoundView view : play.views(Viewer.US)) {
                Indicators now = board.absorb(view);
                assertThat(now.round()).isEqualTo(view.round());
                assertThat(now.soyaCentsPerBushel()).isBetween(700, 1400);
                assertThat(now.usEquities()).isBetween(500, 1600);
                assertThat(now.cnEquities()).isBetween(500, 1600);
                assertThat(now.dysprosiumUsdPerKg()).isBetween(280, 840);
                assertThat(now.freightUsdPerBox()).isBetween(1000, 4000);
                for (Constituency constituency : Constituency.values()) {
                    assertThat(now.approval(Side.US, constituency)).isBetween(5, 95);
                    assertThat(now.approval(Side.CN, constituency)).isBetween(5, 95);
                }
            }
        }
    }

    @Test
    void roundsAreToldInOrder() {
        Play play = Play.random(1, 2);
        IndicatorBoard board = board(play);
        assertThatThrownBy(() -> board.absorb(play.views(Viewer.US).get(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
