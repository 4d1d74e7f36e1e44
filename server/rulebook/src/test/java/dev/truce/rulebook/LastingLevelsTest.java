package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.LegalLevels.Overruled;
import dev.truce.engine.orders.LegalLevels.Overruler;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchState;
import dev.truce.scenario.Scenarios;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A level that is listed as legal is where the instrument stands after it was ordered, or the list says where it stands then. */
class LastingLevelsTest {
    private static final int MATCHES = 6;

    @ParameterizedTest
    @MethodSource("dev.truce.rulebook.EveryScenarioTest#ids")
    void aLegalLevelThatIsOrderedAloneLastsOrIsMarked(String id) {
        Set<Overruler> seen = EnumSet.noneOf(Overruler.class);
        Rules rules = Rules.of(Scenarios.named(id));
        Resolver resolver = new Resolver(rules);
        for (long seed = 1; seed <= MATCHES; seed++) {
            Play play = new Play(rules, rules.setup(seed));
            RandomOrders random = new RandomOrders(rules, seed, seed % 2 == 0 ? .5 : .1);
            while (!play.state().isOver()) {
                seen.addAll(everyLevel(rules, resolver, play));
                play.round(random.next(play.setup(), play.state()));
            }
        }
        assertThat(seen.contains(Overruler.LAW))
                .as("a law that limits")
                .isEqualTo(rules.scenario().law().statutes().stream().anyMatch(statute -> statute.atMost() >= 0));
    }

    private static Set<Overruler> everyLevel(Rules rules, Resolver resolver, Play play) {
        Set<Overruler> seen = EnumSet.noneOf(Overruler.class);
        MatchState state = play.state();
        for (Side side : Side.values()) {
            for (LegalLevels may : rules.legal(play.setup(), state, side)) {
                for (int level : may.legal()) {
                    Overruled overruled = may.overruled(level);
                    if (overruled != null) {
                        seen.add(overruled.by());
                    }
                    if (overruled != null && overruled.by() == Overruler.CLAUSE) {
                        assertThat(rules.check(
                                        play.setup(),
                                        state,
                                        side,
                                        RefusalTest.requests(Orders.of(new Order(may.instrument(), level)))))
                                .isInstanceOf(Verdict.Rejected.class);
                        continue;
                    }
                    Resolution alone = alone(resolver, play, side, new Order(may.instrument(), level));
                    if (!alone.report().events().contains(RoundEvent.COURT_RULING)) {
                        assertThat(alone.report().after().get(may.instrument()))
                                .as("%s=%d in round %d", may.instrument().id(), level, state.openRound())
                                .isEqualTo(overruled == null ? level : overruled.to());
                    }
                }
            }
        }
        return seen;
    }

    private static Resolution alone(Resolver resolver, Play play, Side side, Order order) {
        Orders orders = Orders.of(order);
        return resolver.resolve(
                play.setup(),
                play.state(),
                RoundInputs.of(
                        side == Side.US ? new JointOrders(orders, Orders.HOLD) : new JointOrders(Orders.HOLD, orders)));
    }

    @Test
    void aCourtThatHasRuledIsToldInTheRoundInWhichItsCapHolds() {
        Set<Overruler> seen = EnumSet.noneOf(Overruler.class);
        Resolver resolver = new Resolver(Play.RULES);
        for (long seed = 1; seed <= 30; seed++) {
            Play play = new Play(Play.RULES, Play.RULES.setup(seed));
            while (!play.state().isOver()) {
                if (play.state().courtRoundsLeft() > 0) {
                    seen.addAll(everyLevel(Play.RULES, resolver, play));
                }
                play.hold();
            }
        }
        assertThat(seen).contains(Overruler.COURT);
    }

    @Test
    void anInvestigationThatConcludesIsTold() {
        Play play = Play.noiseFree(12);
        play.round("US.S301=1");
        assertThat(investigation(play).overruled()).isEmpty();
        play.round("US.S301=1");
        assertThat(investigation(play).overruled()).containsExactly(new Overruled(1, 2, Overruler.CONCLUSION));
        assertThat(tariff(play).overruled()).extracting(Overruled::by).containsOnly(Overruler.CLAUSE);
    }

    @Test
    void whatTheLawOf2026EndsIsMarkedAndWhatItLimitsTellsWhere() {
        Rules rules = Rules.of(Scenarios.named("busan-2026"));
        Play play = new Play(rules, rules.setup(1));
        Levels start = play.state().levels();
        LegalLevels fentanyl = of(rules, play, Instrument.US_FENTANYL_TARIFF);
        assertThat(fentanyl.overruled())
                .containsExactly(new Overruled(1, 0, Overruler.LAW), new Overruled(2, 0, Overruler.LAW));
        assertThat(start.get(Instrument.US_FENTANYL_TARIFF)).isZero();
        LegalLevels general = of(rules, play, Instrument.US_RECIPROCAL_TARIFF);
        assertThat(general.overruled(4)).isNull();
        assertThat(general.overruled(5)).isEqualTo(new Overruled(5, 4, Overruler.LAW));
        play.holding(2);
        assertThat(of(rules, play, Instrument.US_RECIPROCAL_TARIFF).overruled()).isEmpty();
        assertThat(of(rules, play, Instrument.US_FENTANYL_TARIFF).overruled()).hasSize(2);
    }

    private static LegalLevels investigation(Play play) {
        return of(Play.RULES, play, Instrument.US_SECTION301_INVESTIGATION);
    }

    private static LegalLevels tariff(Play play) {
        return of(Play.RULES, play, Instrument.US_SECTION301_TARIFF);
    }

    private static LegalLevels of(Rules rules, Play play, Instrument instrument) {
        return rules.legal(play.setup(), play.state(), instrument.holder()).stream()
                .filter(may -> may.instrument() == instrument)
                .findFirst()
                .orElseThrow();
    }
}
