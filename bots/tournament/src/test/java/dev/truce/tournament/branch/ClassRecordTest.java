package dev.truce.tournament.branch;

import static dev.truce.tournament.branch.Records.BUSAN;
import static dev.truce.tournament.branch.Records.STEPS;
import static dev.truce.tournament.branch.Records.bot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Opening;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.state.Ending;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordedRound;
import dev.truce.match.record.verify.RecordReplay;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records of classes branch like those of bots. */
class ClassRecordTest {
    private final InProcessMatch runner = new InProcessMatch(BUSAN);

    private static BranchReport report(MatchRecord match, int round, BotFactory other) throws Exception {
        RecordReplay replay = Records.verified(BUSAN, match);
        BranchPlan plan = new BranchPlan(round, Side.US, RecordedSeat.of(match), bot("tft"), other, 10, 3, 4, STEPS);
        return new BranchStudy(BUSAN, replay, plan).run(2, Duration.ofMinutes(5), played -> {});
    }

    @ParameterizedTest
    @EnumSource(DelegationMode.class)
    void roundsBeforeTheBranchComeOutAsTheClassPlayedThem(DelegationMode mode) {
        MatchRecord match = Classroom.played(mode);
        RecordReplay replay = Records.verified(BUSAN, match);
        Pairing pairing = new Pairing(bot("negotiator"), bot("hawk"), 1, STEPS);
        for (int round = 1; round <= match.rounds().size(); round++) {
            Played branch = runner.playOn(match.setup(), Opening.of(match, round, null), pairing);
            assertThat(branch.reports().subList(0, round - 1))
                    .isEqualTo(replay.reports().subList(0, round - 1));
            MatchRecord written = Records.record(branch);
            Records.verified(BUSAN, written);
            if (mode == DelegationMode.HEAD) {
                assertThat(written.start()).isEqualTo(match.start());
                assertThat(written.rounds().subList(0, round - 1))
                        .isEqualTo(match.rounds().subList(0, round - 1));
            }
        }
    }

    @Test
    void aPortfolioDelegationIsPlayedByItsHeadAloneFromTheBeginning() {
        MatchRecord match = Classroom.played(DelegationMode.PORTFOLIO);
        Pairing pairing = new Pairing(bot("tft"), bot("hawk"), 1, STEPS);
        MatchRecord written = Records.record(runner.playOn(match.setup(), Opening.of(match, 4, null), pairing));
        assertThat(written.delegations()).allMatch(each -> each.mode() == DelegationMode.HEAD);
        assertThat(written.rounds().subList(0, 3).stream().map(RecordedRound::closed))
                .isEqualTo(match.rounds().subList(0, 3).stream()
                        .map(RecordedRound::closed)
                        .toList());
    }

    @Test
    void cardsOfTheHostArePlayedInTheirRoundsAlsoBehindTheBranch() {
        MatchRecord match = Classroom.played(DelegationMode.HEAD);
        Pairing pairing = new Pairing(bot("tft"), bot("hawk"), 1, STEPS);
        Opening opening = Opening.of(match, 4, new Opening.Future(99, 98));
        Played future = runner.playOn(match.setup(), opening, pairing);
        assertThat(future.reports().get(1).events()).contains(RoundEvent.LEAK_CN_SOY_PURCHASES);
        assertThat(future.reports().get(6).events()).contains(RoundEvent.MARKET_PANIC);
    }

    @Test
    void bothSidesRecordedOrdersPlayTheRestOfTheRecordAgain() throws Exception {
        MatchRecord match = Classroom.played(DelegationMode.HEAD);
        BranchReport both = report(match, 2, RecordedSeat.of(match));
        assertThat(both.strays()).isZero();
        assertThat(both.own().was().slips(Side.US).illegal()).isZero();
        assertThat(both.own().was().slips(Side.CN).illegal()).isZero();
    }

    @Test
    void anAbandonedMatchIsPlayedToItsHorizonAndCanBranchWhereItStopped() throws Exception {
        MatchRecord match = Classroom.abandoned(4);
        assertThat(match.ending()).isEqualTo(Ending.ABANDONED);
        RecordReplay replay = Records.verified(BUSAN, match);
        assertThat(BranchStudy.lastRound(replay)).isEqualTo(5);
        BranchReport report = report(match, 5, bot("match"));
        assertThat(report.strays()).isZero();
        assertThat(List.of(report.own().was().rounds(), report.own().branch().rounds()))
                .containsOnly(8);
        assertThat(report.rounds(true)).isEqualTo(10 * 4);
    }
}
