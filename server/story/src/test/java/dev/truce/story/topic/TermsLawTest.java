package dev.truce.story.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
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
import dev.truce.story.print.SentencesPrinter;
import dev.truce.story.words.Language;
import dev.truce.story.words.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a screen says of terms is what the rules do with them once they are signed, whatever treaty they meet, in each ruleset. */
class TermsLawTest {
    private static final int ROUNDS = 12;
    private static final int MATCHES = 12;
    private static final int OFFERS = 12;

    @ParameterizedTest
    @ValueSource(strings = {"busan-2025-r1", "busan-2025-r2", "busan-2025"})
    void whatIsSaidOfTermsIsWhatSigningThemDoes(String scenario) {
        Rules rules = Rules.of(Scenarios.named(scenario));
        Wording wording = new Wording(rules.scenario(), Bundles.of(Language.EN), text -> text);
        MatchSetup setup =
                new MatchSetup(1, new Horizon.Fixed(ROUNDS), rules.setup(1).calendar(), Conditions.NOISE_FREE);
        Resolver resolver = new Resolver(rules);
        SplitMix64 random = new SplitMix64(0x7f3a91c2d84be650L);
        int entered = 0;
        for (int match = 0; match < MATCHES; match++) {
            MatchState state = rules.start(setup);
            Redaction seen = new Redaction(rules, setup, Viewer.US);
            while (!state.isOver()) {
                Observation now = seen.observe(state);
                for (int offer = 0; offer < OFFERS; offer++) {
                    entered += judge(new Case(rules, wording, setup, resolver, state, now, terms(rules, random)));
                }
                boolean signs = random.nextInt(3) > 0;
                RoundInputs inputs = RoundInputs.signing(JointOrders.HOLD, signs ? terms(rules, random) : null);
                Resolution played = resolver.resolve(setup, state, inputs);
                state = played.next();
                seen.view(played.report(), state);
            }
        }
        assertThat(entered).isGreaterThan(MATCHES * OFFERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"busan-2025-r1", "busan-2025-r2", "busan-2025"})
    void whatACommuniqueIsSaidToCostAndBringHasTheNumbersOfTheScenario(String scenario) {
        Rules rules = Rules.of(Scenarios.named(scenario));
        Wording wording = new Wording(rules.scenario(), Bundles.of(Language.EN), text -> text);
        MatchSetup setup = rules.setup(1);
        Observation now = new Redaction(rules, setup, Viewer.US).observe(rules.start(setup));
        InstrumentSpec soya = rules.scenario().spec(Instrument.CN_SOY_PURCHASES);
        Terms terms = new Terms.Package(List.of(new Pledge(soya.instrument(), soya.deepest())), 1, true);
        String said = String.join(" ", new SentencesPrinter().lines(new TermsTopic(wording).consequences(terms, now)));
        double gain = rules.scenario().knobs().communiqueGain();
        double charge = rules.scenario().knobs().communiqueCharge();
        assertThat(said)
                .contains("about " + plain(-rules.scenario().weights(Side.US).communique()) + " (US)")
                .contains("and " + plain(-rules.scenario().weights(Side.CN).communique()) + " (China)")
                .contains("counts " + plain(gain) + " times, and a breach " + plain(charge) + " times");
        double line = rules.scenario().layers().publishedLine();
        assertThat(said.contains("A red line that it gives costs " + plain(line) + " times"))
                .isEqualTo(line > 1);
    }

    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    /** Terms of any kind: a renewal, or some clauses at some levels, deeper than the truce or not. */
    private static Terms terms(Rules rules, SplitMix64 random) {
        int rounds = 1 + random.nextInt(Terms.MAX_ROUNDS);
        if (random.nextInt(4) == 0) {
            return new Terms.Renewal(rounds, false);
        }
        boolean any = random.nextInt(3) > 0;
        List<Pledge> pledges = new ArrayList<>();
        for (InstrumentSpec spec : rules.scenario().instruments()) {
            if (random.nextInt(4) == 0 || pledges.isEmpty()) {
                int levels = spec.ladder().size();
                pledges.add(new Pledge(spec.instrument(), any ? random.nextInt(levels) : spec.start()));
            }
        }
        Terms.Package agreed = new Terms.Package(pledges, rounds, false);
        return agreed.lasting(Math.min(rounds, rules.layers().mostRounds(agreed)));
    }

    private record Case(
            Rules rules,
            Wording wording,
            MatchSetup setup,
            Resolver resolver,
            MatchState state,
            Observation now,
            Terms terms) {}

    private static int judge(Case each) {
        int round = each.state.openRound();
        Resolution signed =
                each.resolver.resolve(each.setup, each.state, RoundInputs.signing(JointOrders.HOLD, each.terms));
        if (signed.report().ratification().outcome() != Ratification.Outcome.ENTERED
                || signed.next().isOver()) {
            return 0;
        }
        Treaty after = signed.next().treaty();
        boolean numbered = after.agreements() > each.state.treaty().agreements();
        Observation now = each.now;
        TermsTopic topic = new TermsTopic(each.wording);
        Page exact = topic.exact(each.terms, now);
        List<Clause> clauses = entered(each.terms, after, round, numbered);
        for (Side side : Side.values()) {
            assertThat(datum(exact, side.word()))
                    .as("%s in round %d on %s", each.terms, round, each.state.treaty())
                    .isEqualTo(clauses.stream()
                            .filter(clause -> clause.instrument().holder() == side)
                            .map(each.wording::clause)
                            .toList());
        }
        int last = clauses.stream().mapToInt(Clause::last).max().orElse(0);
        boolean prolongs = after.isLayered() ? !numbered : each.terms instanceof Terms.Renewal;
        String said = String.join(" ", new SentencesPrinter().lines(exact));
        int end = Math.min(last, ROUNDS);
        int before = (after.isLayered()
                        ? each.state.treaty().truce()
                        : each.state.treaty().clauses())
                .stream().mapToInt(Clause::last).max().orElse(0);
        String renewed = before == 0 ? "until " + end + ", " : "until " + end + " instead of " + before + ", ";
        assertThat(said)
                .contains(prolongs ? renewed : (round + 1) + " to " + end + ",")
                .matches(text -> text.contains("round 12 is the last of the match") == (last >= ROUNDS));
        Page told = topic.consequences(each.terms, now);
        assertThat(datum(told, "depth"))
                .isEqualTo(each.wording.scenario().depthTable().agreed(after, round + 1));
        moves(each, signed, String.join(" ", new SentencesPrinter().lines(told)));
        return 1;
    }

    /** What moves in the next round without an order though no law moves it, and would not without the terms, is told. */
    private static void moves(Case each, Resolution signed, String told) {
        MatchState unsigned = each.resolver
                .resolve(each.setup, each.state, RoundInputs.of(JointOrders.HOLD))
                .next();
        Resolution held = each.resolver.resolve(each.setup, signed.next(), RoundInputs.of(JointOrders.HOLD));
        MatchState with = held.next();
        MatchState without = unsigned.isOver()
                ? unsigned
                : each.resolver
                        .resolve(each.setup, unsigned, RoundInputs.of(JointOrders.HOLD))
                        .next();
        for (Instrument instrument : Instrument.of(Side.US)) {
            int before = signed.next().levels().get(instrument);
            int then = with.levels().get(instrument);
            boolean still = before == each.state.levels().get(instrument);
            boolean corrected =
                    held.report().corrected().stream().anyMatch(change -> change.instrument() == instrument);
            if (still
                    && !corrected
                    && then != before
                    && then != without.levels().get(instrument)) {
                assertThat(told.replace('\u00a0', ' '))
                        .as("%s in round %d", each.terms, each.state.openRound())
                        .contains(each.wording.bareChange(new LevelChange(instrument, before, then)));
            }
        }
    }

    /** The clauses of the treaty that are those of the terms, told by the treaty alone. */
    private static List<Clause> entered(Terms terms, Treaty after, int round, boolean numbered) {
        List<Clause> all = after.isLayered() ? numbered ? after.agreement() : after.truce() : after.clauses();
        return all.stream()
                .filter(clause -> clause.binds(round + 1))
                .filter(clause -> after.isLayered()
                        || !(terms instanceof Terms.Package agreed)
                        || agreed.pledges().stream().anyMatch(pledge -> pledge.instrument() == clause.instrument()))
                .toList();
    }

    private static Object datum(Page page, String name) {
        return page.parts().stream()
                .flatMap(part -> part.data().stream())
                .filter(datum -> datum.path().equals(List.of(name)))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
