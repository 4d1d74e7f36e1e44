package dev.truce.tournament.branch;

import static dev.truce.tournament.branch.Records.BUSAN;
import static dev.truce.tournament.branch.Records.STEPS;
import static dev.truce.tournament.branch.Records.bot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Reply;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.story.debrief.ClassTable;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.Counterfactual;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What would have become of offers that were not accepted. */
class RefusedOffersTest {
    private static final MatchRecord MATCH = Records.record(Records.play(BUSAN, "negotiator", "hold", 7));

    private static ClassTable table(MatchRecord match) {
        ClassTables.Recorded recorded = new ClassTables.Recorded(3, "", RecordReplay.of(match, BUSAN));
        return ((Reply.Done<ClassTables>) ClassTables.of(BUSAN, List.of(recorded)))
                .value()
                .tables()
                .get(0);
    }

    @Test
    void theSameTableGivesTheSameAnswerOnAnyNumberOfThreads() throws Exception {
        ClassTable table = table(MATCH);
        Optional<Counterfactual> one = new RefusedOffers(BUSAN, bot("negotiator"), 12, 1).best(table);
        Optional<Counterfactual> two = new RefusedOffers(BUSAN, bot("negotiator"), 12, 2).best(table);
        assertThat(one).isPresent().isEqualTo(two);
        Counterfactual found = one.orElseThrow();
        assertThat(found.table()).isEqualTo(3);
        assertThat(found.own().low()).isLessThanOrEqualTo(found.own().mean());
        assertThat(found.own().high()).isGreaterThanOrEqualTo(found.own().mean());
        assertThat(found.own().mean()).isNotZero();
    }

    @Test
    void offersWhoseSignatureHadLapsedAreNoChance() throws Exception {
        ClassTable war = table(Records.record(Records.play(BUSAN, "hawk", "negotiator", 7)));
        assertThat(RefusedOffers.candidates(war)).isNotEmpty();
        assertThat(new RefusedOffers(BUSAN, bot("negotiator"), 12, 2).best(war)).isEmpty();
    }

    @Test
    void onlyOffersThatSomebodyCouldHaveSignedAreLookedAt() {
        ClassTable table = table(MATCH);
        List<Offer> candidates = RefusedOffers.candidates(table);
        assertThat(candidates).isNotEmpty().hasSizeLessThanOrEqualTo(RefusedOffers.MAX_OFFERS);
        for (Offer offer : candidates) {
            assertThat(table.rounds().get(offer.made() - 1).ratification().terms())
                    .isNull();
        }
    }

    @Test
    void aSeatThatIsHandedOverToTheBotThatPlayedItPlaysTheRecordAgain() throws Exception {
        MatchRecord match = Records.record(Records.play(BUSAN, "negotiator", "gtft", 6));
        RecordReplay replay = Records.verified(BUSAN, match);
        for (int round = 1; round < match.rounds().size(); round += 3) {
            BotFactory us = HandedOver.of(match, bot("negotiator"), round, null);
            BotFactory cn = HandedOver.of(match, bot("gtft"), round, null);
            BranchPlan plan = new BranchPlan(
                    round,
                    Side.US,
                    us,
                    us,
                    cn,
                    1,
                    3,
                    BotSeat.seedOf(match.setup().seed(), BotSeat.HEAD),
                    STEPS);
            BranchReport report = new BranchStudy(BUSAN, replay, plan).run(1, Duration.ofMinutes(5), played -> {});
            assertThat(report.strays()).as("from round %d on", round).isZero();
        }
    }
}
