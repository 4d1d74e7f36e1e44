package dev.truce.bot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bot.Bots;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Observation;
import dev.truce.match.Recording;
import dev.truce.match.deed.Deed;
import dev.truce.match.record.MatchRecord;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same bots and seeds give the same record in process and over connections, also over bad ones. */
class WireEqualsInProcessTest {
    private static final Rules RULES = Rules.of(Bots.BUSAN);
    private static final long BOT_SEED = 11;

    private final HandTurnedThread thread = new HandTurnedThread();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void overGoodLinks(long seed) {
        assertThat(overTheWire(seed, Bots.gambler(), Bots.gambler(), 0))
                .isEqualTo(inProcess(seed, Bots.gambler(), Bots.gambler()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void overLinksThatBreak(long seed) {
        assertThat(overTheWire(seed, Bots.gambler(), Bots.gambler(), .3))
                .isEqualTo(inProcess(seed, Bots.gambler(), Bots.gambler()));
    }

    @Test
    void withBotsThatCrashAndCheat() {
        assertThat(overTheWire(5, Bots.crasher(), Bots.cheat(), 0))
                .isEqualTo(inProcess(5, Bots.crasher(), Bots.cheat()));
    }

    /** The US offers to renew, China a package in even rounds; each accepts what the other offers in every third round. */
    private static BotFactory trader(String name) {
        return Bots.named(name, seat -> new Negotiator() {
            @Override
            public Decision decide(Observation observation, Talks talks) {
                int round = observation.openRound();
                Terms offer = seat.side() == Side.US
                        ? new Terms.Renewal(1 + seat.random().nextInt(8), round % 2 == 0)
                        : new Terms.Package(
                                List.of(new Pledge(Instrument.CN_PORT_FEE, 0), new Pledge(Instrument.US_PORT_FEE, 0)),
                                talks.lastOffer() == null
                                        ? 1
                                        : talks.lastOffer().rounds(),
                                false);
                boolean makes = seat.side() == Side.US || round % 2 == 0;
                return new Decision(Orders.HOLD, makes ? offer : null, offered -> round % 3 != 0);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .03, .1, .2, .3})
    void withBotsThatNegotiate(double breaks) {
        for (long seed = 1; seed <= 4; seed++) {
            MatchRecord expected = inProcess(seed, trader("one"), trader("two"));
            assertThat(expected.rounds())
                    .anyMatch(round ->
                            round.closed().deeds().stream().anyMatch(done -> done.deed() instanceof Deed.Accept));
            assertThat(overTheWire(seed, trader("one"), trader("two"), breaks)).isEqualTo(expected);
        }
    }

    private static MatchRecord inProcess(long seed, BotFactory us, BotFactory cn) {
        return Objects.requireNonNull(new InProcessMatch(RULES)
                .play(RULES.setup(seed), new Pairing(us, cn, BOT_SEED, 0), Recording.TEXT)
                .record());
    }

    /**
     * Plays a match in which, before each task of the bots' thread, either link breaks with the given probability, and a
     * broken one mends with probability one half.
     */
    private MatchRecord overTheWire(long seed, BotFactory us, BotFactory cn, double breaks) {
        Hall localMatches = new Hall(RULES, RULES.setup(seed), us.name(), cn.name());
        WireBot usBot = new WireBot(us, Bots.BUSAN, BOT_SEED, 0, thread);
        WireBot cnBot = new WireBot(cn, Bots.BUSAN, BOT_SEED, 0, thread);
        List<Hall.Link> links = List.of(localMatches.connect(usBot), localMatches.connect(cnBot));
        assertThat(usBot.join(links.get(0), "ABCD2345", Side.US)).isCompleted();
        assertThat(cnBot.join(links.get(1), "ABCD2345", Side.CN)).isCompleted();

        SplitMix64 faults = new SplitMix64(seed);
        int cuts = 0;
        localMatches.start();
        for (int step = 0;
                step < 10_000 && !(usBot.ended().isDone() && cnBot.ended().isDone());
                step++) {
            for (Hall.Link link : links) {
                if (!link.isUp() && faults.nextDouble() < .5) {
                    link.mend();
                } else if (link.isUp() && faults.nextDouble() < breaks) {
                    link.cut();
                    cuts++;
                }
            }
            thread.runOne();
        }
        assertThat(localMatches.referee().isOver())
                .as(
                        "over, now in round %d, us ready %s, cn ready %s, offers %s",
                        localMatches.referee().openRound(),
                        localMatches.referee().isReady(dev.truce.match.Seat.US_HEAD),
                        localMatches.referee().isReady(dev.truce.match.Seat.CN_HEAD),
                        localMatches.referee().offers())
                .isTrue();
        assertThat(cuts).isGreaterThanOrEqualTo(breaks > 0 ? 3 : 0);
        assertThat(usBot.ended()).isCompletedWithValueMatching(WireEnd.Played.class::isInstance);
        assertThat(usBot.conduct().decisions())
                .isEqualTo(localMatches.referee().reports().size());
        return localMatches.referee().record();
    }
}
