package dev.truce.bots.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.BotTurn;
import dev.truce.bot.Decision;
import dev.truce.bot.Mandate;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bot.Wish;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.round.Rules;
import dev.truce.engine.suspicion.Suspicion;
import dev.truce.engine.view.Observation;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import dev.truce.match.Seat;
import dev.truce.match.deed.Advice;
import dev.truce.match.deed.Deed;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a bot in a minister's seat says to an accusation of the other side, on which its head alone decides. */
class MinisterAdviceTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final int MATCHES = 4;
    private static final double GUESS = .1;

    private static List<BotFactory> roster() {
        return Roster.all();
    }

    /** The rounds of matches in which the other side cheats now and then, as a seat of a side sees them. */
    private static List<List<Observation>> seen(Side side) {
        List<List<Observation>> matches = new ArrayList<>();
        BotFactory cheat = bot("opport");
        for (long seed = 0; seed < MATCHES; seed++) {
            List<Observation> rounds = new ArrayList<>();
            BotFactory watching = BotFactory.of("watching", seat -> {
                Negotiator inner = (Negotiator) bot("negotiator").create(seat);
                return (Negotiator) (observation, talks) -> {
                    rounds.add(observation);
                    return inner.decide(observation, talks);
                };
            });
            boolean us = side == Side.US;
            Pairing pairing = new Pairing(
                    us ? watching : cheat, us ? cheat : watching, BotSeat.seedOf(seed, BotSeat.HEAD), 10_000);
            new InProcessMatch(RULES).play(RULES.setup(seed), pairing, Recording.NONE);
            matches.add(rounds);
        }
        return matches;
    }

    private static BotFactory bot(String name) {
        return Roster.find(name).orElseThrow();
    }

    /** A brief to which one component is all. */
    private static Brief of(Component component) {
        List<Integer> weights = new ArrayList<>(Collections.nCopies(Component.COUNT, 0));
        weights.set(component.ordinal(), Brief.MAX_PERCENT);
        return new Brief(weights);
    }

    /** Takes all that a minister wants as done, and returns what he does in all rounds. */
    private static List<Deed> deeds(BotFactory bot, Side side, DelegationMode mode, List<Observation> rounds) {
        Seat own = new Seat(side, 1);
        Mandate mandate = Mandate.of(Delegation.usual(side, mode, 3), own);
        BotTurn turn = new BotTurn(bot, BotSeat.seeded(side, RULES.scenario(), 5, 10_000), mandate, false);
        turn.heard(new Notice.BriefGiven(own, Brief.LIKE_THE_SIDE));
        List<Deed> deeds = new ArrayList<>();
        for (Observation round : rounds) {
            Wish wish = turn.opened(round);
            while (wish != null) {
                deeds.add(wish.deed());
                wish = turn.answered(wish, new Verdict.Accepted(Orders.HOLD));
            }
        }
        assertThat(turn.conduct().faults()).isEmpty();
        return deeds;
    }

    private static @Nullable Advice advice(Deed deed, Side side) {
        return deed instanceof Deed.Say said ? Advice.of(said.text(), side) : null;
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aMinisterAdvisesOnceOnEachAccusationAndDecidesNone(Side side) {
        for (List<Observation> rounds : seen(side)) {
            List<Instrument> accused = new ArrayList<>();
            for (Observation round : rounds) {
                if (round.accusedOn(side.other()) != null) {
                    accused.add(round.accusedOn(side.other()));
                }
            }
            for (DelegationMode mode : DelegationMode.values()) {
                for (String name : List.of("negotiator", "truce", "learner")) {
                    List<Deed> deeds = deeds(bot(name), side, mode, rounds);
                    assertThat(deeds).noneMatch(Deed.Judge.class::isInstance);
                    List<Advice> advised = new ArrayList<>();
                    for (Deed deed : deeds) {
                        Advice advice = advice(deed, side);
                        if (advice != null) {
                            advised.add(advice);
                            assertThat(advice.reason()).isNotNull();
                        }
                    }
                    assertThat(advised).extracting(Advice::accused).isEqualTo(accused);
                }
            }
        }
    }

    /** Who does not think of briefs advises what it would decide, and nothing where it would do nothing. */
    @ParameterizedTest
    @MethodSource("roster")
    void noMinisterOfTheRosterFails(BotFactory bot) {
        if (!bot.name().equals("search")) {
            assertThat(deeds(
                            bot,
                            Side.US,
                            DelegationMode.PORTFOLIO,
                            seen(Side.US).get(0)))
                    .noneMatch(Deed.Judge.class::isInstance);
        }
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void adviceFollowsWhatTheBriefWeighs(Side side) {
        Set<AccusationChoice> sure = EnumSet.noneOf(AccusationChoice.class);
        int bound = 0;
        for (List<Observation> rounds : seen(side)) {
            Bot minister = bot("negotiator").create(BotSeat.seeded(side, RULES.scenario(), 1, 0));
            Suspicion known = Suspicion.start(RULES);
            for (Observation round : rounds) {
                Decision decided = ((Negotiator) minister).decide(round, Talks.NONE);
                known = known.after(round.last());
                Instrument accused = round.accusedOn(side.other());
                if (accused == null) {
                    continue;
                }
                Advice ofPoints = minister.advise(round, decided, of(Component.CAUGHT));
                assertThat(ofPoints).isNotNull();
                // Inspecting pays from 2 / (.9 * 8) on, and suspending, which ends the agreement, costs such a minister
                // nothing beside its price.
                double odds = known.ofGuilt(accused, GUESS);
                assertThat(ofPoints.accused()).isEqualTo(accused);
                assertThat(ofPoints.choice() == AccusationChoice.REST).isEqualTo(odds <= 2 / 7.2);
                assertThat(ofPoints.reason()).isEqualTo(Component.CAUGHT);
                sure.add(ofPoints.choice());
                if (round.treaty().agreementUntil() > round.openRound()) {
                    bound++;
                    assertThat(minister.advise(round, decided, of(Component.INCOME)))
                            .as("who lives by trade keeps the agreement")
                            .isEqualTo(new Advice(accused, AccusationChoice.REST, Component.INCOME));
                    assertThat(minister.advise(round, decided, of(Component.REVENUE)))
                            .as("who lives by tariffs ends it")
                            .isEqualTo(new Advice(accused, AccusationChoice.SUSPEND, Component.REVENUE));
                }
            }
        }
        assertThat(sure).hasSizeGreaterThan(1);
        assertThat(bound).isPositive();
    }

    @Test
    void whoTookHisSeatInMidMatchAdvisesWhatHeWouldDecide() {
        for (List<Observation> rounds : seen(Side.US)) {
            Bot late = bot("hawk").create(BotSeat.seeded(Side.US, RULES.scenario(), 1, 0));
            for (Observation round : rounds.subList(1, rounds.size())) {
                Decision decided = late.decide(round, Talks.NONE);
                if (round.accusedOn(Side.CN) != null) {
                    assertThat(late.advise(round, decided, Brief.LIKE_THE_SIDE))
                            .isEqualTo(new Advice(round.accusedOn(Side.CN), AccusationChoice.SUSPEND, null));
                }
            }
        }
    }
}
