package dev.truce.story.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.redline.RedLines;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Anchors;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.Language;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What screens say that red lines cost is what the rules take for them, published or not, in each ruleset. */
class RedLineLawTest {
    private static final int ROUNDS = 12;
    private static final int MATCHES = 16;
    /** Costs are told in tenths. */
    private static final double TENTH = .0501;

    @ParameterizedTest
    @ValueSource(strings = {"busan-2025-r1", "busan-2025-r2", "busan-2025"})
    void whatLinesAreSaidToCostIsWhatTheRulesTake(String scenario) {
        Rules rules = Rules.of(Scenarios.named(scenario));
        RedLineTopic topic = new RedLineTopic(new Wording(rules.scenario(), Bundles.of(Language.EN), text -> text));
        TermsTopic terms = new TermsTopic(new Wording(rules.scenario(), Bundles.of(Language.EN), text -> text));
        Resolver resolver = new Resolver(rules);
        SplitMix64 random = new SplitMix64(0x7f3a91c2d84be650L);
        int given = 0;
        int agreed = 0;
        for (int match = 0; match < MATCHES; match++) {
            MatchSetup setup = new MatchSetup(
                    match, new Horizon.Fixed(ROUNDS), rules.setup(1).calendar(), Conditions.NOISE_FREE);
            MatchState state = lined(rules.start(setup), rules);
            Redaction seen = new Redaction(rules, setup, Viewer.US);
            while (!state.isOver()) {
                Observation now = seen.observe(state);
                for (Map.Entry<String, Double> said :
                        standing(topic.standing(Side.US, now)).entrySet()) {
                    double taken = taken(rules, resolver, setup, state, said.getKey());
                    assertThat(said.getValue())
                            .as("%s in round %d under %s", said.getKey(), state.openRound(), state.treaty())
                            .isCloseTo(taken, within(TENTH));
                    given += taken < 0 ? 1 : 0;
                }
                Terms offered = random.nextInt(3) > 0 ? terms(rules, random) : null;
                List<String> crossed = offered == null ? List.of() : terms.crossed(offered, now);
                Resolution played = resolver.resolve(setup, state, RoundInputs.signing(JointOrders.HOLD, offered));
                state = lined(played.next(), rules);
                seen.view(played.report(), state);
                agreed += state.isOver() ? 0 : crosses(rules, resolver, setup, state, crossed, played);
            }
        }
        assertThat(List.of(given, agreed))
                .allMatch(count -> rules.scenario().redLines().exist() ? count > MATCHES : count == 0);
    }

    /** All lines that there may be. */
    private static MatchState lined(MatchState state, Rules rules) {
        return state.withRedLines(new RedLines(
                rules.scenario().redLines().candidates().us(),
                rules.scenario().redLines().candidates().cn()));
    }

    /** The score that one line takes in a round in which both sides hold. */
    private static double taken(Rules rules, Resolver resolver, MatchSetup setup, MatchState state, String id) {
        Instrument line = Instrument.of(Side.US).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        RedLines one = new RedLines(List.of(line), List.of());
        double with = points(resolver, setup, state.withRedLines(one));
        double without = points(resolver, setup, state.withRedLines(RedLines.NONE));
        Anchors anchors = rules.scenario().anchors();
        return anchors.score(Side.US, with) - anchors.score(Side.US, without);
    }

    private static double points(Resolver resolver, MatchSetup setup, MatchState state) {
        return resolver.resolve(setup, state, RoundInputs.of(JointOrders.HOLD))
                .report()
                .side(Side.US)
                .points()
                .total();
    }

    /** Where the terms have entered and bring a line to its clause, it costs what was said before. */
    private static int crosses(
            Rules rules,
            Resolver resolver,
            MatchSetup setup,
            MatchState state,
            List<String> crossed,
            Resolution played) {
        int judged = 0;
        for (Instrument line : Instrument.of(Side.US)) {
            Clause clause = state.treaty().binding(line, state.openRound());
            for (String said : crossed) {
                if (clause == null
                        || clause.first() != state.openRound()
                        || clause.isBrokenBy(clause.bound())
                        || state.levels().get(line) < clause.bound()
                        || !said.contains(": " + line.word() + " ")) {
                    continue;
                }
                double taken = taken(rules, resolver, setup, state, line.id());
                double told = Double.parseDouble(said.replaceAll(".* (-[0-9.]+) a round", "$1"));
                assertThat(told)
                        .as("%s after round %d: %s", said, played.report().round(), state.treaty())
                        .isCloseTo(taken, within(TENTH));
                judged++;
            }
        }
        return judged;
    }

    private static Map<String, Double> standing(List<Part> parts) {
        Map<String, Double> costs = new TreeMap<>();
        for (Part part : Page.of(parts).parts()) {
            part.data().forEach(datum -> {
                for (Object line : (List<?>) ((Map<?, ?>) datum.value()).get("lines")) {
                    Map<?, ?> object = (Map<?, ?>) line;
                    costs.put((String) object.get("instrument"), (Double) object.get("cost"));
                }
            });
        }
        return costs;
    }

    private static Terms terms(Rules rules, SplitMix64 random) {
        List<Pledge> pledges = new ArrayList<>();
        for (InstrumentSpec spec : rules.scenario().instruments()) {
            if (random.nextInt(3) == 0 || pledges.isEmpty()) {
                pledges.add(new Pledge(spec.instrument(), spec.deepest()));
            }
        }
        Terms.Package agreed = new Terms.Package(pledges, 1, random.nextInt(2) == 0);
        return agreed.lasting(1 + random.nextInt(Math.min(3, rules.layers().mostRounds(agreed))));
    }
}
