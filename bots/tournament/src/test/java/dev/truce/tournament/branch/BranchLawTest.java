package dev.truce.tournament.branch;

import static dev.truce.tournament.branch.Records.BUSAN;
import static dev.truce.tournament.branch.Records.STEPS;
import static dev.truce.tournament.branch.Records.bot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotFault;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Opening;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Observation;
import dev.truce.match.MatchTerms;
import dev.truce.match.Recording;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordedRound;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.match.referee.Fork;
import dev.truce.match.referee.Referee;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.branch.BranchEffect.Twins;
import dev.truce.tournament.plan.Seeds;
import dev.truce.tournament.stats.Comparison;
import dev.truce.tournament.stats.Estimate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every branch, whoever plays. */
class BranchLawTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final InProcessMatch runner = new InProcessMatch(BUSAN);

    /** A branch of a match of the record's seed. */
    private static BranchPlan plan(MatchRecord match, int round, String was, String branch, String other, int futures) {
        long bots = BotSeat.seedOf(match.setup().seed(), BotSeat.HEAD);
        return new BranchPlan(round, Side.US, bot(was), bot(branch), bot(other), futures, 7, bots, STEPS);
    }

    private static BranchReport report(Rules rules, MatchRecord match, BranchPlan plan, int threads) {
        try {
            return new BranchStudy(rules, Records.verified(rules, match), plan).run(threads, PATIENCE, played -> {});
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tft, match, 3",
        "gtft, hawk, 4",
        "random, pavlov, 5",
        "negotiator, gtft, 6",
        "gtft, negotiator, 7",
        "negotiator, negotiator, 8",
        "learner, audit, 9",
        "search, match, 10"
    })
    void theSameBotsPlayTheSameMatchFromAnyRoundOnWithTheRecordsOwnChance(String us, String cn, long seed) {
        MatchRecord match = Records.record(Records.play(BUSAN, us, cn, seed));
        Pairing pairing = new Pairing(bot(us), bot(cn), BotSeat.seedOf(seed, BotSeat.HEAD), STEPS);
        for (int round = 1; round <= match.rounds().size(); round++) {
            Played again = runner.playOn(match.setup(), Opening.of(match, round, null), pairing);
            assertThat(again.record()).as("from round %d on", round).isEqualTo(match);
        }
    }

    @ParameterizedTest
    @CsvSource({"tft, match, 3", "negotiator, gtft, 6", "hawk, choker, 8", "dove, negotiator, 9"})
    void bothSidesRecordedOrdersPlayTheSameMatchWithTheRecordsOwnChance(String us, String cn, long seed) {
        MatchRecord match = Records.record(Records.play(BUSAN, us, cn, seed));
        BotFactory recorded = RecordedSeat.of(match);
        for (int round = 1; round <= match.rounds().size(); round++) {
            Played again =
                    runner.playOn(match.setup(), Opening.of(match, round, null), new Pairing(recorded, recorded, 0, 0));
            assertThat(again.us().isClean() && again.cn().isClean()).isTrue();
            assertThat(Records.record(again).with(match.recordTitle())).isEqualTo(match);
        }
    }

    @Test
    void whatCannotBeRepeatedIsLeftOutAndCounted() {
        // By the first ruleset the two open chips, which nobody may without the chapter that they signed.
        Rules first = Rules.of(Scenarios.busan2025R1());
        InProcessMatch player = new InProcessMatch(first);
        MatchRecord match = Records.record(Records.play(first, "negotiator", "gtft", 6));
        BotFactory recorded = RecordedSeat.of(match);
        Opening opening = Opening.of(match, 1, null);
        Played us = player.playOn(match.setup(), opening, new Pairing(recorded, bot("hold"), 0, STEPS));
        assertThat(us.us().faults())
                .allMatch(fault -> fault.kind() == BotFault.Kind.ILLEGAL)
                .anyMatch(fault -> fault.detail().startsWith("NOT_YET_LEGAL: "));
        assertThat(Records.record(us).rounds().get(0).closed().orders().us())
                .isEqualTo(match.rounds().get(0).closed().orders().us());
        Played cn = player.playOn(match.setup(), opening, new Pairing(bot("hold"), recorded, 0, STEPS));
        assertThat(cn.cn().faults()).anyMatch(fault -> fault.detail().startsWith("UNKNOWN_OFFER: "));
    }

    @Test
    void anArmDiffersFromItselfByExactlyNothing() {
        MatchRecord match = Records.record(Records.play(BUSAN, "random", "gtft", 21));
        BranchReport report = report(BUSAN, match, plan(match, 4, "random", "random", "gtft", 40), 2);
        assertThat(report.strays()).isZero();
        assertThat(report.alike()).isEqualTo(40);
        assertThat(report.own().was()).isEqualTo(report.own().branch());
        for (BranchEffect effect : report.effects()) {
            assertThat(effect.comparison().difference().mean()).isEqualTo(0.0);
            assertThat(effect.comparison().difference().basis()).isEqualTo(Estimate.Basis.ALL_ALIKE);
            assertThat(effect.comparison().level()).isEqualTo(1.0);
            assertThat(effect.comparison().verdict()).isEqualTo(Comparison.Verdict.NOT_SEPARABLE);
        }
        assertThat(report.futures().stream().map(twins -> twins.was().us()).distinct())
                .hasSizeGreaterThan(30);
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        MatchRecord match = Records.record(Records.play(BUSAN, "tft", "random", 5));
        BranchPlan plan = plan(match, 3, "tft", "hawk", "random", 24);
        BranchReport one = report(BUSAN, match, plan, 1);
        assertThat(report(BUSAN, match, plan, 2)).usingRecursiveComparison().isEqualTo(one);
        assertThat(report(BUSAN, match, plan, 5)).usingRecursiveComparison().isEqualTo(one);
        BranchPlan fewer = plan(match, 3, "tft", "hawk", "random", 10);
        assertThat(report(BUSAN, match, fewer, 2).futures())
                .isEqualTo(one.futures().subList(0, 10));
    }

    @Test
    void harshnessHarmsTheOtherSideAndTheDifferenceIsTheMeanOfThePairedOnes() {
        MatchRecord match = Records.record(Records.play(BUSAN, "tft", "tft", 11));
        BranchReport report = report(BUSAN, match, plan(match, 2, "tft", "hawk", "tft", 60), 2);
        BranchEffect other = report.effects().get(Quantity.OTHER.ordinal());
        assertThat(other.comparison().verdict()).isEqualTo(Comparison.Verdict.SECOND);
        double sum = 0;
        for (Twins twins : report.futures()) {
            sum += twins.branch().cn() - twins.was().cn();
        }
        assertThat(other.comparison().difference().mean()).isEqualTo(sum / 60);
        assertThat(other.branch().mean() - other.was().mean())
                .isCloseTo(sum / 60, org.assertj.core.data.Offset.offset(1e-9));
        BranchEffect joint = report.effects().get(Quantity.JOINT.ordinal());
        BranchEffect seat = report.effects().get(Quantity.SEAT.ordinal());
        assertThat(joint.comparison().difference().mean())
                .isCloseTo(
                        (seat.comparison().difference().mean()
                                        + other.comparison().difference().mean())
                                / 2,
                        org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void fewFuturesAreTooFewToSayAnything() {
        MatchRecord match = Records.record(Records.play(BUSAN, "tft", "match", 11));
        BranchReport report = report(BUSAN, match, plan(match, 2, "tft", "hawk", "match", 5), 1);
        assertThat(report.effects()).allMatch(effect -> effect.comparison().verdict() == Comparison.Verdict.TOO_FEW);
    }

    @Test
    void roundsBeforeTheBranchAreThoseOfTheRecordInEveryFutureAndTheRestIsNot() {
        Played played = Records.play(BUSAN, "tft", "gtft", 31);
        MatchRecord match = Records.record(played);
        Pairing pairing = new Pairing(bot("tft"), bot("gtft"), BotSeat.seedOf(31, BotSeat.HEAD), STEPS);
        for (int index = 0; index < 6; index++) {
            long seed = Seeds.ofFuture(7, index);
            Opening opening = Opening.of(match, 6, new Opening.Future(seed, BotSeat.seedOf(seed, BotSeat.HEAD)));
            Played future = runner.playOn(match.setup(), opening, pairing);
            assertThat(future.reports().subList(0, 5))
                    .isEqualTo(played.reports().subList(0, 5));
            assertThat(future.reports().get(5)).isNotEqualTo(played.reports().get(5));
        }
    }

    @Test
    void theFutureOfTheRecordsOwnSeedIsTheRecord() {
        Played played = Records.play(BUSAN, "tft", "grim", 31);
        MatchRecord match = Records.record(played);
        Pairing pairing = new Pairing(bot("tft"), bot("grim"), 1, STEPS);
        Played again = runner.playOn(match.setup(), Opening.of(match, 4, new Opening.Future(31, 1)), pairing);
        assertThat(again.reports()).isEqualTo(played.reports());
        assertThat(again.end()).isEqualTo(played.end());
    }

    @Test
    void aFutureHasNoRecordForNobodyCouldPlayItAgain() {
        MatchRecord match = Records.record(Records.play(BUSAN, "tft", "grim", 31));
        Opening opening = Opening.of(match, 4, new Opening.Future(1, 1));
        Pairing pairing = new Pairing(bot("tft"), bot("grim"), 1, STEPS);
        assertThat(runner.playOn(match.setup(), opening, pairing).record()).isNull();
        MatchTerms recorded = MatchTerms.untimed("tft", "grim");
        assertThatThrownBy(() -> new Referee(BUSAN, match.setup(), recorded, new Resolver(BUSAN), new Fork(4, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two seeds");
    }

    @Test
    void whoIsTakenInHasSeenWhatTheSeatSawAndHeard() {
        List<Object> sat = new ArrayList<>();
        List<Object> takenIn = new ArrayList<>();
        BotFactory there = listener(bot("negotiator"), sat);
        Pairing pairing = new Pairing(there, bot("gtft"), BotSeat.seedOf(6, BotSeat.HEAD), STEPS);
        MatchRecord match = Records.record(new InProcessMatch(BUSAN).play(BUSAN.setup(6), pairing, Recording.CHAIN));
        Pairing branch =
                new Pairing(listener(bot("hawk"), takenIn), bot("gtft"), BotSeat.seedOf(6, BotSeat.HEAD), STEPS);
        int round = 8;
        runner.playOn(match.setup(), Opening.of(match, round, null), branch);
        assertThat(takenIn.subList(0, round)).isEqualTo(sat.subList(0, round));
        assertThat(takenIn.get(round)).isNotEqualTo(sat.get(round));
    }

    private static BotFactory listener(BotFactory inner, List<Object> heard) {
        return BotFactory.of("listener", seat -> {
            var bot = inner.create(seat);
            return new Negotiator() {
                @Override
                public Decision decide(Observation observation, Talks talks) {
                    heard.add(List.<Object>of(observation, talks));
                    return bot.decide(observation, talks);
                }
            };
        });
    }

    @Test
    void aRecordCanBranchInItsRoundsOnly() {
        MatchRecord match = Records.record(Records.play(BUSAN, "tft", "grim", 31));
        RecordReplay replay = Records.verified(BUSAN, match);
        int last = match.rounds().size();
        assertThat(BranchStudy.lastRound(replay)).isEqualTo(last);
        assertThatThrownBy(() -> new BranchStudy(BUSAN, replay, plan(match, last + 1, "tft", "hawk", "grim", 6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.." + last);
        assertThatThrownBy(() -> plan(match, 0, "tft", "hawk", "grim", 6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan(match, 1, "tft", "hawk", "grim", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void otherScenariosBranchToo() {
        Rules rules = Rules.of(Scenarios.named("class-8"));
        MatchRecord match = Records.record(Records.play(rules, "tft", "match", 2));
        BranchReport report = report(rules, match, plan(match, 5, "tft", "dove", "match", 8), 2);
        assertThat(report.strays()).isZero();
        assertThat(report.own().was().rounds()).isEqualTo(8);
    }

    @Test
    void aBotThatTheCaptionDoesNotNameIsSeenToPlayAnotherMatch() {
        MatchRecord match = Records.record(Records.play(BUSAN, "dove", "hawk", 2));
        assertThat(report(BUSAN, match, plan(match, 3, "hawk", "tft", "hawk", 6), 1)
                        .strays())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void roundsOfTheRecordBehindTheBranchAreNotLookedAtByBots() {
        MatchRecord match = Records.record(Records.play(BUSAN, "tft", "grim", 31));
        List<RecordedRound> before = match.rounds().subList(0, 5);
        Opening all = Opening.of(match, 6, new Opening.Future(5, 6));
        Opening some = new Opening(
                6, before.stream().map(RecordedRound::closed).toList(), List.of(), new Opening.Future(5, 6));
        Pairing pairing = new Pairing(bot("hawk"), bot("grim"), 1, STEPS);
        assertThat(runner.playOn(match.setup(), all, pairing).end())
                .isEqualTo(runner.playOn(match.setup(), some, pairing).end());
    }
}
