package dev.truce.bot.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotFault;
import dev.truce.bot.Bots;
import dev.truce.bot.Conduct;
import dev.truce.bot.Decision;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.Ending;
import dev.truce.engine.view.Observation;
import dev.truce.match.Recording;
import dev.truce.match.record.MatchRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InProcessMatchTest {
    private static final Rules RULES = Rules.of(Bots.BUSAN);

    private final InProcessMatch runner = new InProcessMatch(RULES);

    @Test
    void playsToTheHorizonAndReportsEveryRound() {
        Played played = play(Bots.gambler(), Bots.gambler(), 7, 1);
        int last = RULES.lastRound(RULES.setup(7));
        assertThat(played.end().ending()).isEqualTo(Ending.HORIZON);
        assertThat(played.reports())
                .extracting(RoundReport::round)
                .hasSize(last)
                .endsWith(last);
        assertThat(played.result().rounds()).isEqualTo(last);
        assertThat(played.us()).isEqualTo(new Conduct(last, List.of()));
        assertThat(played.record()).extracting(MatchRecord::rounds).asList().hasSize(last);
    }

    @Test
    void theSameSeedsGiveTheSameRecord() {
        Played first = play(Bots.gambler(), Bots.gambler(), 7, 1);
        Played again = new InProcessMatch(RULES)
                .play(RULES.setup(7), new Pairing(Bots.gambler(), Bots.gambler(), 1, 0), Recording.TEXT);
        assertThat(again.record()).isEqualTo(first.record());
        assertThat(again.end()).isEqualTo(first.end());
        assertThat(play(Bots.gambler(), Bots.gambler(), 7, 2).record()).isNotEqualTo(first.record());
        assertThat(play(Bots.gambler(), Bots.gambler(), 8, 1).record()).isNotEqualTo(first.record());
    }

    @Test
    void aRecordChangesNothingButThatItIsThere() {
        Pairing pairing = new Pairing(Bots.gambler(), Bots.gambler(), 1, 0);
        Played without = runner.play(RULES.setup(7), pairing, Recording.NONE);
        assertThat(without.record()).isNull();
        assertThat(without.end())
                .isEqualTo(play(Bots.gambler(), Bots.gambler(), 7, 1).end());
    }

    @Test
    void aMatchLeavesNoTraceInTheNextOneOfTheSameRunner() {
        Played fresh = new InProcessMatch(RULES)
                .play(RULES.setup(9), new Pairing(Bots.gambler(), Bots.gambler(), 1, 0), Recording.TEXT);
        play(Bots.gambler(), Bots.gambler(), 8, 5);
        assertThat(play(Bots.gambler(), Bots.gambler(), 9, 1).record()).isEqualTo(fresh.record());
    }

    @Test
    void aBotThatCrashesHoldsInThatRoundAndIsCounted() {
        Played played = play(Bots.crasher(), Bots.gambler(), 7, 1);
        assertThat(played.us().faults()).allMatch(fault -> fault.kind() == BotFault.Kind.CRASH);
        assertThat(played.us().faults()).extracting(BotFault::round).startsWith(1, 3, 5, 7, 9);
        assertThat(played.reports()).allMatch(report -> report.orders().us().isHold());
        assertThat(played.end()).isEqualTo(play(holder(), Bots.gambler(), 7, 1).end());
        assertThat(played.cn().isClean()).isTrue();
    }

    @Test
    void illegalOrdersAreRefusedByCodeReplacedByAHoldAndCounted() {
        Played played = play(Bots.gambler(), Bots.cheat(), 7, 1);
        assertThat(played.cn().faults()).extracting(BotFault::round).startsWith(1, 3, 5, 7, 9);
        assertThat(played.cn().faults())
                .allMatch(fault ->
                        fault.kind() == BotFault.Kind.ILLEGAL && fault.detail().startsWith("LEVEL_NOT_ON_LADDER: "));
        assertThat(played.reports()).allMatch(report -> report.orders().cn().isHold());
        assertThat(played.end()).isEqualTo(play(Bots.gambler(), holder(), 7, 1).end());
    }

    @Test
    void ordersForAnInstrumentOfTheOtherSideAreIllegal() {
        Played played = play(
                Bots.named(
                        "meddler",
                        seat -> seen -> new Decision(Orders.of(
                                new Order(Instrument.of(seat.side().other()).get(0), 0)))),
                holder(),
                7,
                1);
        assertThat(played.us().count(BotFault.Kind.ILLEGAL))
                .isEqualTo(played.result().rounds());
        assertThat(played.us().faults().get(0).detail()).startsWith("NOT_YOUR_INSTRUMENT: ");
    }

    @Test
    void aSeatNeverSeesTheOtherSidesCovertLevelsOrTheHorizon() {
        List<Observation> seen = new ArrayList<>();
        play(
                Bots.named("watcher", seat -> observation -> {
                    seen.add(observation);
                    return Decision.HOLD;
                }),
                Bots.gambler(),
                7,
                1);
        for (Observation observation : seen) {
            assertThat(observation.knownRounds()).isZero();
            for (Instrument instrument : Instrument.of(Side.CN)) {
                assertThat(observation.levels().get(instrument) == Levels.UNSEEN)
                        .isEqualTo(instrument.isCovert());
            }
        }
    }

    private static BotFactory holder() {
        return Bots.named("holder", seat -> seen -> Decision.HOLD);
    }

    private Played play(BotFactory us, BotFactory cn, long seed, long botSeed) {
        return runner.play(RULES.setup(seed), new Pairing(us, cn, botSeed, 0), Recording.TEXT);
    }
}
