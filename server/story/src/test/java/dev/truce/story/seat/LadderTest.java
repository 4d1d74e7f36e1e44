package dev.truce.story.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.redline.RedLineCosts;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SignalReading;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.words.Language;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ladders and the ribbon say what the rules have, in each ruleset and round, and nothing that the viewer does not see. */
class LadderTest {
    private static final int MATCHES = 6;

    private final SplitMix64 random = new SplitMix64(0x7f3a91c2d84be650L);

    @Test
    void theFirstRoundReadsAsItIsSpoken() {
        Rules rules = Rules.of(Scenarios.named("busan-2025"));
        MatchSetup setup = rules.setup(7);
        Observation seen = new Redaction(rules, setup, Viewer.US).observe(rules.start(setup));
        Wording wording = new Wording(rules.scenario(), Bundles.of(Language.EN), text -> text);
        Ladder reciprocal = Ladder.of(Side.US, seen, wording).get(1);
        assertThat(reciprocal.spoken(7, wording))
                .startsWith("Reciprocal tariff, 10%, step 6 of 8; truce at most 10%")
                .endsWith("your draft 0%");
        assertThat(Ladder.of(Side.CN, seen, wording).get(2).spoken(Ladder.NOWHERE, wording))
                .isEqualTo("Soya purchases, secret; truce at least 6.25 MMT");
        Ribbon ribbon = Ribbon.of(seen, List.of(), wording);
        assertThat(ribbon.spoken(wording))
                .isEqualTo("Round 1 is open; no deal; truce to round 3; red lines move in rounds 4, 7, 10;"
                        + " may end after round 10");
        assertThat(ribbon.rounds()).hasSize(12);
        assertThat(ribbon.rounds().get(0).quarter()).isEqualTo("26 Q1");
        assertThat(ribbon.rounds().get(1).quarter()).isEqualTo("Q2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"busan-2025-r1", "busan-2025-r2", "busan-2025"})
    void ladderAndRibbonSayWhatTheRulesHave(String scenario) {
        Rules rules = Rules.of(Scenarios.named(scenario));
        Wording wording = new Wording(rules.scenario(), Bundles.of(Language.EN), text -> text);
        Resolver resolver = new Resolver(rules);
        int lines = 0;
        int guesses = 0;
        for (int match = 0; match < MATCHES; match++) {
            MatchSetup setup = rules.setup(match);
            MatchState state = rules.start(setup);
            Redaction us = new Redaction(rules, setup, Viewer.US);
            List<RoundView> rounds = new ArrayList<>();
            while (!state.isOver()) {
                Observation seen = us.observe(state);
                RedLineCosts costs = new RedLineCosts(rules.scenario());
                for (Side holder : Side.values()) {
                    for (Ladder ladder : Ladder.of(holder, seen, wording)) {
                        isOf(ladder, seen, costs, wording);
                        lines += ladder.line() == Ladder.NOWHERE ? 0 : 1;
                        guesses += isGuessed(ladder, seen, rules.scenario()) ? 1 : 0;
                    }
                }
                isOf(Ribbon.of(seen, rounds, wording), seen, rounds);
                Resolution played = resolver.resolve(setup, state, inputs(rules, seen));
                state = played.next();
                rounds.add(us.view(played.report(), state));
            }
        }
        assertThat(guesses).isPositive();
        assertThat(lines).matches(count -> rules.scenario().redLines().exist() == count > 0);
    }

    /** A guess goes as far as the noise of its signal, or to the end of the ladder; returns whether there is one. */
    private static boolean isGuessed(Ladder ladder, Observation seen, Scenario scenario) {
        Ladder.Guess guess = ladder.guess();
        RoundView last = seen.last();
        if (guess == null || last == null) {
            return false;
        }
        int end = (ladder.steps().size() - 1) * 1000;
        assertThat(guess.middleMilli()).isBetween(guess.lowMilli(), guess.highMilli());
        for (SignalReading signal : last.signals()) {
            // Soya counts amounts between its steps.
            if (signal.instrument() == ladder.instrument() && signal.instrument() != Instrument.CN_SOY_PURCHASES) {
                int noise = (int) Math.round(scenario.knobs().signalNoise() * 1000);
                assertThat(guess.lowMilli()).isBetween(0, end).isEqualTo(clamp(signal.notchMilli() - noise, end));
                assertThat(guess.highMilli()).isBetween(0, end).isEqualTo(clamp(signal.notchMilli() + noise, end));
            }
        }
        return true;
    }

    private static int clamp(int place, int end) {
        return Math.max(0, Math.min(end, place));
    }

    private static void isOf(Ladder ladder, Observation seen, RedLineCosts costs, Wording wording) {
        Instrument instrument = ladder.instrument();
        int level = seen.levels().get(instrument);
        Treaty treaty = seen.treaty();
        int round = seen.openRound();
        assertThat(ladder.now()).isEqualTo(level == Levels.UNSEEN ? Ladder.NOWHERE : ladder.step(level));
        assertThat(ladder.guess() == null || level == Levels.UNSEEN).isTrue();
        Clause binding = treaty.binding(instrument, round);
        int bound = ladder.deal() == Ladder.NOWHERE ? ladder.truce() : ladder.deal();
        assertThat(bound).isEqualTo(binding == null ? Ladder.NOWHERE : ladder.step(binding.bound()));
        for (int step = 0; step < ladder.steps().size(); step++) {
            int stands = ladder.step(step);
            assertThat(ladder.step(stands)).isEqualTo(step);
            assertThat(ladder.steps().get(step)).isEqualTo(wording.levelTitle(instrument, stands));
            boolean costly = seen.redLines().contains(instrument) && costs.score(instrument, stands) < 0;
            assertThat(costly).isEqualTo(ladder.line() != Ladder.NOWHERE && step >= ladder.line());
            assertThat(Wording.isHarder(instrument, ladder.step(ladder.steps().size() - 1), stands))
                    .as("the last step gives most")
                    .isEqualTo(step < ladder.steps().size() - 1);
        }
        assertThat(ladder.spoken(Ladder.NOWHERE, wording))
                .startsWith(ladder.name() + ", ")
                .contains(ladder.shown(wording));
    }

    private static void isOf(Ribbon ribbon, Observation seen, List<RoundView> closed) {
        assertThat(ribbon.rounds())
                .extracting(Ribbon.RibbonRound::number)
                .contains(seen.openRound())
                .isSorted();
        for (Ribbon.RibbonRound round : ribbon.rounds()) {
            int number = round.number();
            Treaty treaty = closed.stream()
                    .filter(view -> view.round() == number)
                    .map(RoundView::treaty)
                    .findFirst()
                    .orElse(seen.treaty());
            assertThat(round.deal() || round.truce()).isEqualTo(treaty.bindsAny(number));
        }
    }

    private RoundInputs inputs(Rules rules, Observation seen) {
        List<Order> orders = new ArrayList<>();
        for (LegalLevels each : seen.legal()) {
            if (random.nextInt(6) == 0 && !each.legal().isEmpty() && orders.size() < 3) {
                orders.add(new Order(
                        each.instrument(),
                        each.legal().get(random.nextInt(each.legal().size()))));
            }
        }
        List<Pledge> pledges = new ArrayList<>();
        for (InstrumentSpec spec : rules.scenario().instruments()) {
            if (random.nextInt(4) == 0) {
                pledges.add(new Pledge(spec.instrument(), spec.deepest()));
            }
        }
        Terms signed = pledges.isEmpty() || random.nextInt(2) == 0 ? null : new Terms.Package(pledges, 2, false);
        return RoundInputs.signing(new JointOrders(Orders.of(orders), Orders.HOLD), signed);
    }
}
