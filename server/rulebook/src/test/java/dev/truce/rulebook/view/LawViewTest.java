package dev.truce.rulebook.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.explain.Explainer;
import dev.truce.engine.explain.Explanation;
import dev.truce.engine.explain.Explanation.Reference;
import dev.truce.engine.explain.Share;
import dev.truce.engine.news.NewsItem;
import dev.truce.engine.news.NewsWriter;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Law;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the law of a scenario does is told to everybody, and every viewer can account for it. */
class LawViewTest {
    /** A court that rules often, beside the law. */
    private static final Rules RULES = Rules.of(Scenarios.load("""
            base: busan-2026
            id: lawful
            titles: {en: "Lawful", zh: "依法"}
            knobs: {court_chance: 0.3, court_cap: 12}
            anchors: {war_us: -44, deep_us: 7, war_cn: -36, deep_cn: 3}
            """, "lawful"));

    private static final int MATCHES = 30;
    private static final int ROUNDS = 8;

    @ParameterizedTest
    @EnumSource(names = {"US", "CN", "OMNISCIENT"})
    void sharesStillAddUpToTheLastDigit(Viewer viewer) {
        int explained = 0;
        for (long seed = 0; seed < MATCHES; seed++) {
            Explainer explainer = new Explainer(RULES, RULES.scenario().calendar(), viewer);
            for (RoundView view : views(viewer, seed, .2)) {
                explainer.absorb(view);
                for (ScoreCard card : view.scores()) {
                    Explanation path =
                            explainer.explain(card.side(), Reference.TRUCE_PATH).orElseThrow();
                    for (int c = 0; c < Component.COUNT; c++) {
                        long sum = 0;
                        for (Share share : path.shares()) {
                            sum += share.pointsMicro().get(c);
                        }
                        assertThat(sum)
                                .as("%s of %s in round %d", Component.values()[c], card.side(), view.round())
                                .isEqualTo(card.pointsMicro().get(c)
                                        - card.truceMicro().get(c));
                    }
                    explained++;
                }
            }
        }
        assertThat(explained).isGreaterThanOrEqualTo(MATCHES * ROUNDS);
    }

    @Test
    void holdingTheTruceThroughTheChangeOfLawHasNoCauses() {
        Explainer explainer = new Explainer(RULES, RULES.scenario().calendar(), Viewer.US);
        List<RoundView> views = played(calm(), Viewer.US, 0, 0);
        for (RoundView view : views.subList(0, 3)) {
            explainer.absorb(view);
            assertThat(explainer
                            .explain(Side.US, Reference.TRUCE_PATH)
                            .orElseThrow()
                            .shares())
                    .as("round %d", view.round())
                    .isEmpty();
        }
    }

    @Test
    void theNewsTellEachStatuteInItsRoundAndWhatMoved() {
        NewsWriter room = new NewsWriter(RULES, RULES.scenario().calendar());
        List<List<NewsItem>> news = new ArrayList<>();
        for (RoundView view : played(calm(), Viewer.PUBLIC, 0, 0)) {
            news.add(room.absorb(view));
        }
        List<Law.Statute> statutes = RULES.scenario().law().statutes();
        assertThat(news.get(0))
                .contains(
                        new NewsItem.ByLaw(statutes.get(0).titles(), null),
                        new NewsItem.ByLaw(statutes.get(1).titles(), null));
        LevelChange change = new LevelChange(Instrument.US_RECIPROCAL_TARIFF, 2, 3);
        assertThat(news.get(2)).contains(new NewsItem.ByLaw(statutes.get(2).titles(), change));
        assertThat(news.get(2))
                .noneMatch(NewsItem.SnapBack.class::isInstance)
                .noneMatch(NewsItem.Moved.class::isInstance);
        assertThat(news.get(1)).noneMatch(NewsItem.ByLaw.class::isInstance);
    }

    @Test
    void whoOrdersAVoidTariffRoundAfterRoundIsCorrectedInTheNewsOnce() {
        Resolver resolver = new Resolver(RULES);
        Redaction redaction = new Redaction(RULES, calm(), Viewer.PUBLIC);
        NewsWriter room = new NewsWriter(RULES, RULES.scenario().calendar());
        MatchState state = RULES.start(calm());
        List<Integer> told = new ArrayList<>();
        for (int round = 1; round <= 6; round++) {
            Orders orders =
                    round == 4 ? Orders.HOLD : Orders.of(new Order(Instrument.US_FENTANYL_TARIFF, 1 + round % 2));
            Resolution resolution = resolver.resolve(calm(), state, new JointOrders(orders, Orders.HOLD));
            state = resolution.next();
            RoundView view = redaction.view(resolution.report(), state);
            assertThat(view.corrected().stream()
                            .anyMatch(change -> change.instrument() == Instrument.US_FENTANYL_TARIFF))
                    .isEqualTo(round != 4);
            for (NewsItem item : room.absorb(view)) {
                if (item instanceof NewsItem.Corrected corrected
                        && corrected.change().instrument() == Instrument.US_FENTANYL_TARIFF) {
                    told.add(round);
                }
            }
        }
        assertThat(told).containsExactly(1, 5);
    }

    private static MatchSetup calm() {
        MatchSetup usual = RULES.setup(1);
        return new MatchSetup(1, new Horizon.Fixed(ROUNDS), usual.calendar(), Conditions.NOISE_FREE);
    }

    private static List<RoundView> views(Viewer viewer, long seed, double frequency) {
        return played(RULES.setup(seed), viewer, seed, frequency);
    }

    private static List<RoundView> played(MatchSetup setup, Viewer viewer, long seed, double frequency) {
        Resolver resolver = new Resolver(RULES);
        Redaction redaction = new Redaction(RULES, setup, viewer);
        SplitMix64 random = new SplitMix64(~seed);
        MatchState state = RULES.start(setup);
        List<RoundView> views = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            JointOrders orders = new JointOrders(
                    orders(setup, state, Side.US, random, frequency), orders(setup, state, Side.CN, random, frequency));
            Resolution resolution = resolver.resolve(setup, state, orders);
            state = resolution.next();
            views.add(redaction.view(resolution.report(), state));
        }
        return views;
    }

    private static Orders orders(MatchSetup setup, MatchState state, Side side, SplitMix64 random, double frequency) {
        List<Order> orders = new ArrayList<>();
        for (LegalLevels legal : RULES.legal(setup, state, side)) {
            if (random.nextDouble() < frequency && legal.instrument() != Instrument.US_SECTION301_TARIFF) {
                orders.add(new Order(
                        legal.instrument(),
                        legal.legal().get(random.nextInt(legal.legal().size()))));
            }
        }
        return Orders.of(orders);
    }
}
