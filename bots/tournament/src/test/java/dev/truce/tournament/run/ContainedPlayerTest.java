package dev.truce.tournament.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bots.Roster;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Observation;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.plan.PairSpec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bots in this process that do not return, and failures of the program. */
@Timeout(120)
class ContainedPlayerTest {
    private static final Rules RULES = Rules.of(Scenarios.named("class-8"));
    private static final int ROUNDS = 8;
    /** So long that a bot that only waits for a processor does not seem to hang. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Opened behind each test, so that threads that were given up end. */
    private final CountDownLatch release = new CountDownLatch(1);

    private final AtomicInteger hung = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> stalled = new ConcurrentLinkedQueue<>();

    @AfterEach
    void endThreads() {
        release.countDown();
    }

    /** Does not return, and does not care that it is interrupted. */
    private void hang() {
        hung.incrementAndGet();
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException ignored) {
                // That is what makes it a hostile one.
            }
        }
    }

    private BotFactory hangsIn(String name, IntPredicate rounds) {
        return BotFactory.of(name, "does not return", seat -> seen -> {
            if (rounds.test(seen.openRound())) {
                hang();
            }
            return Decision.HOLD;
        });
    }

    private ContainedPlayer player(BotFactory first, BotFactory second) {
        Containment containment = new Containment(
                PATIENCE, (bot, pair, round) -> stalled.add("bot " + bot + " in pair " + pair + " round " + round));
        return new ContainedPlayer(
                containment,
                Contestant.of(List.of(first, second)),
                watched -> new PairPlayer(RULES, watched, 100)::play);
    }

    private static PairSpec pairSpec(int index) {
        return new PairSpec(index, 0, 0, 1, 77 + index);
    }

    private static BotFactory roster(String name) {
        return Roster.find(name).orElseThrow();
    }

    @Test
    void whoDoesNotReturnHasStalledAndThePairIsPlayedToItsEndWithoutIt() {
        ContainedPlayer player = player(roster("hawk"), hangsIn("loop", round -> round == 3));
        PlayedPair pair = player.play(pairSpec(0));

        assertThat(pair.isVoid()).isFalse();
        PlayedMatch one = pair.matches().get(0);
        PlayedMatch two = pair.matches().get(1);
        assertThat(one.cn()).isEqualTo(new SeatConduct(SeatEnding.STALL, 0, 0, 0, 1));
        assertThat(two.us()).isEqualTo(new SeatConduct(SeatEnding.STALL, 0, 0, 0, 1));
        assertThat(one.us()).isEqualTo(SeatConduct.CLEAN);
        assertThat(two.cn()).isEqualTo(SeatConduct.CLEAN);
        assertThat(one.reports()).hasSize(ROUNDS);
        assertThat(stalled).containsExactly("bot 1 in pair 0 round 3");

        PlayedPair next = player.play(pairSpec(1));
        assertThat(next.matches().get(0).cn().ending()).isEqualTo(SeatEnding.STALL);
        assertThat(hung).as("it is not asked again").hasValue(1);
    }

    @Test
    void whatHappenedBeforeTheStallIsWhatWouldHaveHappenedAnyway() {
        BotFactory slow = BotFactory.of("slow", "plays as random until it hangs", seat -> {
            Bot random = roster("random").create(seat);
            return seen -> {
                if (seen.openRound() == 5) {
                    hang();
                }
                return random.decide(seen);
            };
        });
        PlayedMatch stalls =
                player(slow, roster("match")).play(pairSpec(0)).matches().get(0);
        BotFactory leaves = BotFactory.of("slow", "plays as random until it holds", seat -> {
            Bot random = roster("random").create(seat);
            return seen -> seen.openRound() >= 5 ? Decision.HOLD : random.decide(seen);
        });
        PlayedMatch holds =
                player(leaves, roster("match")).play(pairSpec(0)).matches().get(0);
        assertThat(stalls.record()).isEqualTo(holds.record());
        assertThat(stalls.us().stalls()).isEqualTo(1);
    }

    @Test
    void eitherBotOfAPairMayStall() {
        PlayedPair pair = player(hangsIn("one", round -> round == 2), hangsIn("two", round -> round == 6))
                .play(pairSpec(0));
        for (PlayedMatch match : pair.matches()) {
            assertThat(match.us().ending()).isEqualTo(SeatEnding.STALL);
            assertThat(match.cn().ending()).isEqualTo(SeatEnding.STALL);
        }
        assertThat(stalled).containsExactly("bot 0 in pair 0 round 2", "bot 1 in pair 0 round 6");
    }

    @Test
    void oneThatMeetsItselfStallsOnBothSides() {
        PlayedPair pair =
                player(hangsIn("one", round -> round == 2), roster("hold")).play(new PairSpec(0, 0, 0, 0, 5));
        for (PlayedMatch match : pair.matches()) {
            assertThat(match.us().ending()).isEqualTo(SeatEnding.STALL);
            assertThat(match.cn().ending()).isEqualTo(SeatEnding.STALL);
        }
    }

    @Test
    void itMayHangWhereverItIsAsked() {
        Function<BotSeat, Bot> inTheMaking = seat -> {
            hang();
            return seen -> Decision.HOLD;
        };
        Function<BotSeat, Bot> inItsRule = seat -> seen -> new Decision(Orders.HOLD, null, new AcceptanceRule() {
            @Override
            public boolean accepts(Terms offered) {
                hang();
                return true;
            }
        });
        Function<BotSeat, Bot> inLeaving = seat -> new Bot() {
            @Override
            public Decision decide(Observation observation) {
                return Decision.HOLD;
            }

            @Override
            public void leave() {
                hang();
            }
        };
        BotFactory offers = BotFactory.of(
                "offers",
                "offers in every round",
                seat -> seen -> new Decision(Orders.HOLD, new Terms.Renewal(2, false), AcceptanceRule.NEVER));
        for (Function<BotSeat, Bot> maker : List.of(inTheMaking, inItsRule)) {
            PlayedPair pair =
                    player(offers, BotFactory.of("hangs", "somewhere", maker)).play(pairSpec(0));
            assertThat(pair.matches().get(0).cn()).isEqualTo(new SeatConduct(SeatEnding.STALL, 0, 0, 0, 1));
            // It goes on offering renewals when there is nothing left to renew.
            assertThat(pair.matches().get(0).us().stalls()).isZero();
        }
        assertThat(stalled).containsExactly("bot 1 in pair 0 round 1", "bot 1 in pair 0 round 1");

        // The match is over by then: nothing of it is the bot's fault. It is not asked in the next.
        PlayedPair pair =
                player(BotFactory.of("hangs", "in leaving", inLeaving), offers).play(pairSpec(0));
        assertThat(pair.matches().get(0).us()).isEqualTo(SeatConduct.CLEAN);
        assertThat(pair.matches().get(1).cn().ending()).isEqualTo(SeatEnding.STALL);
        assertThat(stalled).contains("bot 0 in pair 0 round 9");
    }

    @Test
    void oneThatInterruptsItsThreadHarmsNobody() {
        BotFactory interrupts = BotFactory.of("interrupts", "its own thread", seat -> seen -> {
            Thread.currentThread().interrupt();
            return Decision.HOLD;
        });
        BotFactory waits = BotFactory.of("waits", "as a bot in another process does", seat -> seen -> {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            return Decision.HOLD;
        });
        PlayedPair pair = player(interrupts, waits).play(pairSpec(0));
        assertThat(pair.matches().get(0).cn()).isEqualTo(SeatConduct.CLEAN);
        assertThat(pair.matches().get(1).us()).isEqualTo(SeatConduct.CLEAN);
    }

    @Test
    void whoIsSlowButReturnsIsWaitedFor() {
        BotFactory slow = BotFactory.of("slow", "takes an eighth of the patience each time", seat -> seen -> {
            long until = System.nanoTime() + PATIENCE.toNanos() / 8;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return Decision.HOLD;
        });
        PlayedPair pair = player(slow, roster("tft")).play(pairSpec(0));
        assertThat(pair.matches().get(0).us()).isEqualTo(SeatConduct.CLEAN);
        assertThat(stalled).isEmpty();
    }

    @Test
    void aFailureOfTheProgramIsTriedAgainAndVoidsThePairTheThirdTime() {
        List<Contestant> bots = Contestant.of(List.of(roster("tft"), roster("hawk")));
        for (int failures = 0; failures <= 3; failures++) {
            AtomicInteger left = new AtomicInteger(failures);
            LocalMatchPlayer works = new LocalMatchPlayer(RULES, 100);
            // It fails in the second match, so that the first is played in vain.
            MatchPlayer fails = (pairSpec, number, us, cn) -> {
                if (number == 2 && left.getAndDecrement() > 0) {
                    throw new IllegalStateException("the program is broken");
                }
                return works.play(pairSpec, number, us, cn);
            };
            PlayedPair pair = new PairPlayer(bots, () -> fails).play(pairSpec(0));
            assertThat(pair.isVoid()).isEqualTo(failures == 3);
            assertThat(pair.fault())
                    .isEqualTo(failures == 3 ? "java.lang.IllegalStateException: the program is broken" : "");
        }
    }

    @Test
    void memoryThatIsOutIsNoFaultOfABot() {
        BotFactory hog = BotFactory.of("hog", "asks for more than there is", seat -> seen -> {
            throw new OutOfMemoryError("made by the test");
        });
        PlayedPair pair = player(hog, roster("tft")).play(pairSpec(0));
        assertThat(pair.isVoid()).isTrue();
        assertThat(pair.fault()).contains("OutOfMemoryError");
    }

    @Test
    void whoStopsBeforeThePairHasBegunDoesNotWaitForIt() {
        ExecutorService busy = Executors.newSingleThreadExecutor();
        busy.execute(this::hang);
        Containment containment = new Containment(PATIENCE, (bot, pair, round) -> {}, busy);
        ContainedPlayer player =
                new ContainedPlayer(containment, List.of(), watched -> new PairPlayer(RULES, watched, 100)::play);
        assertTimeoutPreemptively(Duration.ofSeconds(ContainedPlayer.PARTING_SECONDS), () -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> player.play(pairSpec(0))).hasMessage("stopped");
            assertThat(Thread.interrupted()).as("it stays interrupted").isTrue();
        });
        busy.shutdown();
    }
}
