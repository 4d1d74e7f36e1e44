package dev.truce.story.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.news.NewsItem;
import dev.truce.engine.news.NewsWriter;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.AgreementStory;
import dev.truce.story.facts.MoveFacts;
import dev.truce.story.facts.Proceedings;
import dev.truce.story.facts.Reasons;
import dev.truce.story.page.Page;
import dev.truce.story.print.ColumnsPrinter;
import dev.truce.story.print.SentencesPrinter;
import dev.truce.story.round.RoundTopic;
import dev.truce.story.words.Language;
import dev.truce.story.words.NewsWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of agreements, as it is told before and after, in each ruleset: what moves by itself, and what has run out. */
class ReturnLawTest {
    private static final int ROUNDS = 12;
    private static final int MATCHES = 20;

    private final SplitMix64 random = new SplitMix64(0x7f3a91c2d84be650L);

    @ParameterizedTest
    @ValueSource(strings = {"busan-2025-r1", "busan-2025-r2", "busan-2025"})
    void whatEndsIsToldAsItIs(String scenario) {
        Rules rules = Rules.of(Scenarios.named(scenario));
        Wording wording = new Wording(rules.scenario(), Bundles.of(Language.EN), text -> text);
        Resolver resolver = new Resolver(rules);
        int returns = 0;
        int ends = 0;
        for (int match = 0; match < MATCHES; match++) {
            MatchSetup setup = new MatchSetup(
                    match, new Horizon.Fixed(ROUNDS), rules.setup(1).calendar(), Conditions.NOISE_FREE);
            MatchState state = rules.start(setup);
            Redaction all = new Redaction(rules, setup, Viewer.OMNISCIENT);
            Redaction us = new Redaction(rules, setup, Viewer.US);
            NewsWriter room = new NewsWriter(rules, setup.calendar());
            List<RoundView> rounds = new ArrayList<>();
            String announced = "";
            while (!state.isOver()) {
                Observation now = us.observe(state);
                RoundInputs inputs = inputs(rules, now);
                Resolution played = resolver.resolve(setup, state, inputs);
                state = played.next();
                RoundView view = all.view(played.report(), state);
                us.view(played.report(), state);
                isOrderedOrNot(view);
                ends += runsOut(view, room.absorb(view));
                returns += view.returned().isEmpty() ? 0 : 1;
                isAnnounced(announced, view, rounds);
                announced = announcement(wording, now);
                // Offers of the other side may be on their way when a round opens.
                assertThat(announced).doesNotContain(wording.text("pacts.own-text.no", Side.CN));
                roundsExist(announced);
                rounds.add(view);
            }
            stories(wording, rounds);
        }
        assertThat(ends).isPositive();
        boolean layered = rules.scenario().layers().exist();
        assertThat(returns).matches(count -> layered ? count > MATCHES / 4 : count == 0);
    }

    /** Where the truce never ends, as in the matches that set the scale of scores, no text prints the number that stands for that. */
    @ParameterizedTest
    @ValueSource(strings = {"busan-2025-r1", "busan-2025-r2", "busan-2025"})
    void noEndIsSaidInWords(String scenario) {
        Rules rules = Rules.of(Scenarios.named(scenario));
        Resolver resolver = new Resolver(rules);
        List<String> told = new ArrayList<>();
        for (int match = 0; match < MATCHES; match++) {
            MatchSetup setup = new MatchSetup(
                    match, new Horizon.Fixed(ROUNDS), rules.setup(1).calendar(), Conditions.REFERENCE);
            MatchState state = rules.start(setup);
            Redaction all = new Redaction(rules, setup, Viewer.OMNISCIENT);
            Redaction us = new Redaction(rules, setup, Viewer.US);
            NewsWriter room = new NewsWriter(rules, setup.calendar());
            List<RoundView> rounds = new ArrayList<>();
            while (!state.isOver()) {
                Observation now = us.observe(state);
                Resolution played = resolver.resolve(setup, state, inputs(rules, now));
                state = played.next();
                RoundView view = all.view(played.report(), state);
                us.view(played.report(), state);
                RoundView before = rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
                List<NewsItem> news = room.absorb(view);
                rounds.add(view);
                for (Language language : Language.values()) {
                    Wording wording = new Wording(rules.scenario(), Bundles.of(language), text -> text);
                    Page page =
                            new RoundTopic(wording, ROUNDS).page(view, before, new Proceedings().round(view.round()));
                    told.addAll(new ColumnsPrinter().lines(page));
                    told.addAll(new SentencesPrinter().lines(page));
                    told.add(announcement(wording, now));
                    NewsWords words = new NewsWords(rules.scenario(), wording.phrases());
                    news.forEach(item -> told.add(words.of(item)));
                }
            }
            for (Language language : Language.values()) {
                new TurningPoints(Bundles.of(language)).of(rounds).forEach(point -> told.add(point.text()));
            }
        }
        assertThat(told).anyMatch(text -> text.contains(Bundles.of(Language.EN).until(Clause.FOREVER)));
        assertThat(told).noneMatch(text -> text.contains(Integer.toString(Clause.FOREVER)));
    }

    /** Each change of a round is told once, and as an order only if it was ordered, or legality changed it after the orders. */
    private static void isOrderedOrNot(RoundView view) {
        List<LevelChange> ordered = new ArrayList<>();
        for (Side side : Side.values()) {
            ordered.addAll(MoveFacts.ordered(view, side));
        }
        Set<LevelChange> told = new HashSet<>();
        for (List<LevelChange> each : List.of(ordered, MoveFacts.delivered(view), view.fallbacks(), view.returned())) {
            each.forEach(change -> assertThat(told.add(change))
                    .as("%s in round %d", change, view.round())
                    .isTrue());
        }
        for (LevelChange change : ordered) {
            assertThat(view.corrected().stream().anyMatch(each -> each.instrument() == change.instrument())
                            || view.orders().stream().anyMatch(order -> order.instrument() == change.instrument()))
                    .as("%s in round %d was ordered", change, view.round())
                    .isTrue();
        }
    }

    /** What ran out binds nothing, and each covert promise is told at most once. */
    private static int runsOut(RoundView view, List<NewsItem> news) {
        int ends = 0;
        List<Instrument> promises = new ArrayList<>();
        for (NewsItem item : news) {
            if (item instanceof NewsItem.Expired expired) {
                ends++;
                assertThat(expired.clauses()).isEqualTo(view.ranOut().size()).isPositive();
            } else if (item instanceof NewsItem.PromisesEnded ended) {
                promises.addAll(ended.instruments());
            } else if (item instanceof NewsItem.Moved moved) {
                assertThat(view.returned()).doesNotContain(moved.change());
            }
        }
        view.ranOut()
                .forEach(clause -> assertThat(view.treaty().binding(clause.instrument(), view.round()))
                        .as("%s in round %d", clause, view.round())
                        .isNull());
        assertThat(promises).doesNotHaveDuplicates();
        promises.forEach(promise -> assertThat(view.treaty().binding(promise, view.round()))
                .as("%s in round %d", promise, view.round())
                .isNull());
        return ends;
    }

    /** Of an agreement that simply ran out, each move by itself was told a round before. */
    private static void isAnnounced(String announced, RoundView view, List<RoundView> rounds) {
        RoundView before = rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
        if (before == null
                || before.treaty().agreementUntil() != before.round()
                || !before.treaty().bindsTruce(view.round())) {
            return;
        }
        for (LevelChange change : view.returned()) {
            boolean heldBefore = before.orders().stream().noneMatch(order -> order.instrument() == change.instrument());
            if (heldBefore && change.instrument().holder() == Side.US) {
                assertThat(announced)
                        .as("%s in round %d", change, view.round())
                        .contains(change.instrument().qualifiedWord() + " ");
            }
        }
    }

    /** With a known end no round after it is spoken of. */
    private static void roundsExist(String told) {
        Matcher rounds = Pattern.compile("\\b[Rr]ound ([0-9]+)").matcher(told);
        while (rounds.find()) {
            assertThat(Integer.parseInt(rounds.group(1))).as(told).isLessThanOrEqualTo(ROUNDS);
        }
    }

    private static String announcement(Wording wording, Observation now) {
        return String.join(
                        " ",
                        new SentencesPrinter()
                                .lines(new PactsTopic(wording, Reasons.none())
                                        .standing(Side.US, now, new Proceedings())))
                .replace('\u00a0', ' ');
    }

    /** Nothing is said to have expired while it bound, and only the truce is renewed. */
    private static void stories(Wording wording, List<RoundView> rounds) {
        for (TurningPoints.Point point : new TurningPoints(wording.phrases()).of(rounds)) {
            if (point.text().contains(wording.text("turn.expired"))) {
                assertThat(rounds.get(point.round() - 1).ranOut()).isNotEmpty();
            }
        }
        for (AgreementStory story : AgreementStory.of(rounds)) {
            RoundView last = rounds.get(story.last() - 1);
            boolean top =
                    last.treaty().agreement().stream().anyMatch(clause -> clause.agreement() == story.agreement());
            if (top) {
                assertThat(story.renewed()).isEmpty();
            }
            if (story.end() == AgreementStory.End.REPLACED && last.treaty().isLayered()) {
                assertThat(last.ratification().agreement()).isPositive();
            }
        }
    }

    private RoundInputs inputs(Rules rules, Observation now) {
        Orders us = random.nextInt(2) == 0 ? Orders.HOLD : orders(now);
        return RoundInputs.signing(new JointOrders(us, Orders.HOLD), random.nextInt(3) == 0 ? terms(rules) : null);
    }

    /** Orders that break nothing: another level where no clause binds, else the present one. */
    private Orders orders(Observation now) {
        List<Order> orders = new ArrayList<>();
        for (LegalLevels legal : now.legal()) {
            int level = now.levels().get(legal.instrument());
            if (random.nextInt(5) > 0
                    || level == Levels.UNSEEN
                    || !legal.legal().contains(level)) {
                continue;
            }
            boolean free = now.treaty().binding(legal.instrument(), now.openRound()) == null;
            boolean calm = !legal.instrument().name().contains("301");
            int other = legal.legal().get(random.nextInt(legal.legal().size()));
            orders.add(new Order(legal.instrument(), free && calm ? other : level));
        }
        return Orders.of(orders.size() > 3 ? orders.subList(0, 3) : orders);
    }

    private Terms terms(Rules rules) {
        if (random.nextInt(3) == 0) {
            return new Terms.Renewal(1 + random.nextInt(3), false);
        }
        List<Pledge> pledges = new ArrayList<>();
        for (InstrumentSpec spec : rules.scenario().instruments()) {
            if (random.nextInt(4) == 0 || pledges.isEmpty()) {
                pledges.add(new Pledge(spec.instrument(), spec.deepest()));
            }
        }
        return new Terms.Package(pledges, 1, false);
    }
}
