package dev.truce.rulebook.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.card.CardKind;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.indicator.Reaction;
import dev.truce.engine.news.NewsItem;
import dev.truce.engine.news.NewsWriter;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.view.Viewer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** News tell what is public, to everybody the same. */
class NewsTest {
    private static final int PAIRS = 500;

    private static NewsWriter newsWriter(Play play) {
        return new NewsWriter(Play.RULES, play.setup.calendar());
    }

    private static Play calm() {
        MatchSetup usual = Play.RULES.setup(1);
        return new Play(new MatchSetup(1, new Horizon.Fixed(12), usual.calendar(), Conditions.NOISE_FREE));
    }

    private static List<NewsItem> after(Play play, RoundInputs inputs, NewsWriter room) {
        play.round(inputs);
        return room.absorb(play.last(Viewer.PUBLIC));
    }

    private static JointOrders us(Instrument instrument, int level) {
        return new JointOrders(Orders.of(new Order(instrument, level)), Orders.HOLD);
    }

    @Test
    void theOpeningSaysThatSoyaFuturesSlippedBecauseDetailsAreMissing() {
        List<NewsItem> opening =
                NewsWriter.opening(Play.RULES, Play.RULES.scenario().calendar());
        assertThat(opening).contains(new NewsItem.TruceHolds(3, false));
        assertThat(opening)
                .anySatisfy(item -> assertThat(item).isInstanceOfSatisfying(NewsItem.SoyaFutures.class, soya -> {
                    assertThat(soya.change()).isNegative();
                    assertThat(soya.reaction()).isEqualTo(Reaction.NO_DETAILS);
                    assertThat(soya.cents()).isEqualTo(1080);
                }));
    }

    @Test
    void aRenewalWithoutDetailsLetsFuturesSlipAndFiguresLetThemRise() {
        Play play = calm();
        List<NewsItem> news =
                after(play, RoundInputs.signing(JointOrders.HOLD, new Terms.Renewal(4, false)), newsWriter(play));
        assertThat(news).contains(new NewsItem.Signed(0, 0, 7, false));
        assertThat(futures(news).reaction()).isEqualTo(Reaction.NO_DETAILS);
        assertThat(futures(news).change()).isNegative();

        Play other = calm();
        Terms soya = new Terms.Package(List.of(new Pledge(Instrument.CN_SOY_PURCHASES, 7)), 4, true);
        List<NewsItem> better = after(other, RoundInputs.signing(JointOrders.HOLD, soya), newsWriter(other));
        assertThat(better).contains(new NewsItem.Signed(2, 1, 5, true));
        assertThat(futures(better).reaction()).isEqualTo(Reaction.FIGURES_PUBLISHED);
        assertThat(futures(better).change()).isPositive();
    }

    /** Its clauses fall back in the round after, which is no second end. */
    @Test
    void anAgreementEndsOnce() {
        Play play = calm();
        NewsWriter room = newsWriter(play);
        List<NewsItem> ends = after(play, RoundInputs.of(us(Instrument.US_RECIPROCAL_TARIFF, 6)), room);
        assertThat(ends).contains(new NewsItem.AgreementEnded(TreatyChange.ENDED_BY_BREACH));
        assertThat(futures(ends).reaction()).isEqualTo(Reaction.ENDED);

        List<NewsItem> next = after(play, RoundInputs.of(JointOrders.HOLD), room);
        assertThat(play.last(Viewer.PUBLIC).publicPart().expired()).isNotEmpty();
        assertThat(next).hasAtLeastOneElementOfType(NewsItem.SnapBack.class);
        assertThat(next).noneMatch(NewsItem.Expired.class::isInstance);
        assertThat(next)
                .noneMatch(item -> item instanceof NewsItem.SoyaFutures soya && soya.reaction() == Reaction.ENDED);
    }

    private static NewsItem.SoyaFutures futures(List<NewsItem> news) {
        return news.stream()
                .filter(NewsItem.SoyaFutures.class::isInstance)
                .map(NewsItem.SoyaFutures.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLapseNamesTheSideAndTheCondition() {
        Play play = calm();
        RoundInputs inputs = RoundInputs.signing(us(Instrument.US_RECIPROCAL_TARIFF, 6), new Terms.Renewal(4, false));
        assertThat(after(play, inputs, newsWriter(play)))
                .contains(new NewsItem.Lapsed(Ratification.Outcome.LAPSED_BY_BREACH, Side.US));
    }

    @Test
    void aSnapBackListsTheLevelsThatFellByThemselvesAndNotTheCovertOnes() {
        Play play = calm();
        NewsWriter room = newsWriter(play);
        List<NewsItem> news = List.of();
        for (int i = 0; i < 4; i++) {
            news = after(play, RoundInputs.of(JointOrders.HOLD), room);
        }
        NewsItem.SnapBack us = news.stream()
                .filter(NewsItem.SnapBack.class::isInstance)
                .map(NewsItem.SnapBack.class::cast)
                .filter(fell -> fell.side() == Side.US)
                .findFirst()
                .orElseThrow();
        assertThat(us.changes()).contains(new LevelChange(Instrument.US_RECIPROCAL_TARIFF, 2, 4));
        assertThat(us.changes()).noneMatch(change -> change.instrument().isCovert());
        assertThat(news).contains(new NewsItem.PromisesEnded(Side.US, List.of(Instrument.US_LICENCE_PACE)));
        assertThat(news).contains(new NewsItem.Headline(4700, 8100));
    }

    @Test
    void movesBreachesCardsAndLeaksAreNews() {
        Play play = calm();
        RoundInputs inputs = RoundInputs.of(us(Instrument.US_PORT_FEE, 1))
                .with(List.of(Card.of(CardKind.MARKET_PANIC), Card.leak(Instrument.CN_SOY_PURCHASES)));
        List<NewsItem> news = after(play, inputs, newsWriter(play));
        assertThat(news)
                .contains(
                        new NewsItem.Moved(new LevelChange(Instrument.US_PORT_FEE, 0, 1)),
                        new NewsItem.Breach(Side.US, List.of(Instrument.US_PORT_FEE), false, false),
                        new NewsItem.Happened(RoundEvent.MARKET_PANIC),
                        new NewsItem.Leaked(Instrument.CN_SOY_PURCHASES, 5));
        assertThat(news).anyMatch(NewsItem.Stocks.class::isInstance);
    }

    @Test
    void everybodyReadsTheSameAndMatchesThatDifferOnlyInSecretsHaveTheSameNews() {
        Set<Class<?>> kinds = new HashSet<>();
        for (long seed = 0; seed < PAIRS; seed++) {
            Play play = Play.of(seed);
            SplitMix64 random = new SplitMix64(seed);
            Redaction other = new Redaction(Play.RULES, play.setup, Viewer.PUBLIC);
            NewsWriter[] rooms = new NewsWriter[Viewer.values().length];
            for (int i = 0; i < rooms.length; i++) {
                rooms[i] = newsWriter(play);
            }
            NewsWriter elsewhere = newsWriter(play);
            for (int round = 0; round < 5; round++) {
                RoundInputs inputs = play.randomInputs(random);
                play.round(
                        random.nextInt(4) == 0 ? inputs.with(List.of(Card.leak(Instrument.US_LICENCE_PACE))) : inputs);
                List<NewsItem> news = rooms[0].absorb(play.last(Viewer.values()[0]));
                for (int i = 1; i < rooms.length; i++) {
                    assertThat(rooms[i].absorb(play.last(Viewer.values()[i]))).isEqualTo(news);
                }
                news.forEach(item -> kinds.add(item.getClass()));
                if (!play.last(Viewer.PUBLIC).events().contains(RoundEvent.LEAK_US_LICENCE_PACE)) {
                    RoundReport report = play.reports.get(round);
                    assertThat(elsewhere.absorb(other.view(
                                    SecretsTest.secretsChanged(report, Viewer.PUBLIC, random),
                                    SecretsTest.secretsChanged(play.state, Viewer.PUBLIC, random))))
                            .as("seed %d round %d", seed, round + 1)
                            .isEqualTo(news);
                } else {
                    elsewhere.absorb(other.view(play.reports.get(round), play.state));
                }
            }
        }
        assertThat(kinds).hasSizeGreaterThan(14);
    }
}
