package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Verdict;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.negotiation.OfferRules;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why offers and answers are refused, and which reason is told when several apply. */
class OfferRefusalTest {
    private static final Terms OFF_THE_LADDER =
            new Terms.Package(List.of(new Pledge(Instrument.US_FENTANYL_TARIFF, 6)), 4, false);

    private final Table table = Table.open(6);
    private final Table.At us = table.seat("US");
    private final Table.At cn = table.seat("CN");

    /** Judges a deed as it would be judged coming from any seat of the side. */
    private Refusal.@Nullable Code asked(Done done) {
        OfferRules rules = new OfferRules(Table.RULES, table.setup, table.referee.state());
        Refusal refusal = done.deed() instanceof Deed.GiveNotice
                ? rules.notice(done.seat())
                : rules.refusal(table.referee.offers(), done);
        return refusal == null ? null : refusal.code();
    }

    private void endTheTreaty() {
        us.givesNotice(true);
        table.everybodyIsReady();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accepts", "refuses", "withdraws", "counters"})
    void whatIsUnknownMineOrNotOpenCannotBeAnswered(String verb) {
        assertThat(answer(verb, "CN-1")).isEqualTo(RefusalCode.UNKNOWN_OFFER);
        us.offers("renewal 4");
        cn.offers("renewal 2");
        String notForThis = verb.equals("withdraws") ? "CN-1" : "US-1";
        assertThat(answer(verb, notForThis)).isEqualTo(RefusalCode.NOT_YOUR_OFFER);
        us.withdraws("US-1");
        cn.withdraws("CN-1");
        assertThat(answer(verb, notForThis)).isEqualTo(RefusalCode.NOT_YOUR_OFFER);
        String mine = verb.equals("withdraws") ? "US-1" : "CN-1";
        assertThat(answer(verb, mine)).isEqualTo(RefusalCode.OFFER_NOT_OPEN);
    }

    private Refusal.@Nullable Code answer(String verb, String offer) {
        Verdict verdict = switch (verb) {
            case "accepts" -> us.accepts(offer);
            case "refuses" -> us.refuses(offer);
            case "withdraws" -> us.withdraws(offer);
            default -> us.counters(offer, "renewal 3");
        };
        return verdict.code();
    }

    @Test
    void anAcceptedOfferCanNeitherBeWithdrawnNorRefusedNorCountered() {
        us.offers("renewal 4");
        cn.accepts("US-1");
        assertThat(us.withdraws("US-1").code()).isEqualTo(RefusalCode.OFFER_NOT_OPEN);
        assertThat(cn.refuses("US-1").code()).isEqualTo(RefusalCode.OFFER_NOT_OPEN);
        assertThat(cn.counters("US-1", "deep 8").code()).isEqualTo(RefusalCode.OFFER_NOT_OPEN);
        assertThat(cn.accepts("US-1").code()).isEqualTo(RefusalCode.OFFER_NOT_OPEN);
        assertThat(us.offers("deep 8").code()).isEqualTo(RefusalCode.ONE_OFFER_A_ROUND);
    }

    @Test
    void anAcceptanceNamesTheTermsThatItAccepts() {
        us.offers("renewal 4");
        us.withdraws("US-1");
        us.offers("renewal 2");
        String other = table.offer("US-1").hash();
        assertThat(cn.acceptsWithHash("US-2", other).code()).isEqualTo(RefusalCode.TERMS_DIFFER);
        assertThat(cn.acceptsWithHash("US-2", "").code()).isEqualTo(RefusalCode.TERMS_DIFFER);
        assertThat(cn.acceptsWithHash("US-2", table.offer("US-2").hash()).isAccepted())
                .isTrue();
    }

    @Test
    void aSideHasOneOfferAndOneAcceptanceARound() {
        us.offers("renewal 4");
        assertThat(us.offers("renewal 2").code()).isEqualTo(RefusalCode.ONE_OFFER_A_ROUND);
        table.everybodyIsReady();
        us.offers("renewal 2");
        assertThat(cn.accepts("US-2").isAccepted()).isTrue();
        assertThat(cn.accepts("US-1").code()).isEqualTo(RefusalCode.ONE_ACCEPTANCE_A_ROUND);
    }

    @Test
    void onlyTheHeadDealsForItsSide() {
        us.offers("renewal 4");
        OfferId offer = new OfferId(Side.US, 1);
        List<Done> deeds = List.of(
                new Done(Side.CN, 0, new Deed.MakeOffer(Table.terms("renewal 4"), null)),
                new Done(Side.CN, 0, new Deed.Accept(offer, table.offer("US-1").hash())),
                new Done(Side.CN, 0, new Deed.Refuse(offer)),
                new Done(Side.US, 0, new Deed.Withdraw(offer)),
                new Done(Side.CN, 0, new Deed.GiveNotice(true)));
        for (Done done : deeds) {
            assertThat(asked(done)).isNull();
            assertThat(asked(new Done(done.side(), 1, done.deed()))).isEqualTo(RefusalCode.ONLY_THE_HEAD);
        }
    }

    @Test
    void aBoundMustStandOnItsLadder() {
        Verdict verdict = table.hand(new Input.Does(Seat.US_HEAD, 1, "a", new Deed.MakeOffer(OFF_THE_LADDER, null)))
                .verdict();
        assertThat(verdict)
                .isEqualTo(new Verdict.Rejected(Refusal.of(RefusalCode.BAD_TERMS, "terms.clauses[0].bound")
                        .because("refused.no-level", "us.fentanyl_tariff", 6)
                        .legal("0 5 10 15 20 25")));
    }

    @Test
    void withoutATreatyThereIsNothingToRenewOrToLeave() {
        cn.offers("renewal 4");
        endTheTreaty();
        assertThat(us.offers("renewal 4").code()).isEqualTo(RefusalCode.NO_TREATY);
        assertThat(us.accepts("CN-1").code()).isEqualTo(RefusalCode.NO_TREATY);
        assertThat(us.givesNotice(true).code()).isEqualTo(RefusalCode.NO_TREATY);
        assertThat(us.offers("truce 4").isAccepted()).isTrue();
    }

    /** An offer with all faults from the given one on is refused for that one. */
    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_OFFER, CN-9, true, 1",
        "NOT_YOUR_OFFER, US-1, true, 1",
        "OFFER_NOT_OPEN, CN-1, true, 1",
        "ONE_OFFER_A_ROUND, , true, 1",
        "ONLY_THE_HEAD, , false, 1",
        "BAD_TERMS, , false, 0"
    })
    void ofSeveralFaultsOfAnOfferTheFirstIsTold(
            RefusalCode expected, @Nullable String answers, boolean second, int seat) {
        us.offers("renewal 4");
        us.withdraws("US-1");
        cn.offers("renewal 4");
        cn.withdraws("CN-1");
        if (second) {
            us.offers("renewal 3");
        }
        Deed offer = new Deed.MakeOffer(OFF_THE_LADDER, answers == null ? null : OfferId.parse(answers));
        assertThat(asked(new Done(Side.US, seat, offer))).isEqualTo(expected);
    }

    /** An acceptance with all faults from the given one on is refused for that one; there is no treaty left to renew. */
    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_OFFER, CN-9, no, 1",
        "NOT_YOUR_OFFER, US-1, no, 1",
        "OFFER_NOT_OPEN, CN-1, no, 1",
        "TERMS_DIFFER, CN-2, no, 1",
        "ONE_ACCEPTANCE_A_ROUND, CN-2, , 1",
    })
    void ofSeveralFaultsOfAnAcceptanceTheFirstIsTold(
            RefusalCode expected, String offer, @Nullable String hash, int seat) {
        cn.offers("renewal 4");
        cn.withdraws("CN-1");
        cn.offers("renewal 3");
        us.offers("renewal 3");
        endTheTreaty();
        cn.offers("truce 4");
        us.accepts("CN-3");
        String shown = hash == null ? table.offer(offer).hash() : hash;
        assertThat(asked(new Done(Side.US, seat, new Deed.Accept(OfferId.parse(offer), shown))))
                .isEqualTo(expected);
    }

    @Test
    void aRefusalChangesNothing() {
        us.offers("renewal 4");
        List<Notice> before = List.copyOf(table.told(dev.truce.engine.view.Viewer.CN));
        int journaled = table.journal.size();
        us.accepts("US-1");
        us.offers("deep 8");
        cn.withdraws("US-1");
        assertThat(table.told(dev.truce.engine.view.Viewer.CN)).isEqualTo(before);
        assertThat(table.journal).hasSize(journaled);
    }
}
