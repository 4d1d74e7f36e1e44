package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.round.Rules;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Viewer;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import dev.truce.match.Seat;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules 1: a side of up to five seats, in both modes. */
class DelegationTest {
    private static final String US = "FENT=15; PORT=80; CHIP=strict";
    private static final String CN = "SOY=3; PORT=640; ENFORCE=1; REE5=tight";

    @ParameterizedTest(name = "{0} orders {1}: {2}")
    @CsvSource({
        "US.1, PORT=80, ACCEPTED",
        "US.2, CHIP=strict, ACCEPTED",
        "US.3, FENT=15, ACCEPTED",
        "CN.1, REE7=tight, ACCEPTED",
        "CN.2, SOY=3, ACCEPTED",
        "CN.3, PORT=640, ACCEPTED",
        "CN.4, ENFORCE=1, ACCEPTED",
        "US.1, FENT=15, NOT_YOUR_INSTRUMENT",
        "US.2, PORT=80, NOT_YOUR_INSTRUMENT",
        "US.head, PORT=80, NOT_YOUR_INSTRUMENT",
        "US.head, HOLD, ACCEPTED",
        "US.4, FENT=15, NOT_YOUR_INSTRUMENT",
        "CN.2, PORT=640, NOT_YOUR_INSTRUMENT",
        "US.1, PORT=80; FENT=15, NOT_YOUR_INSTRUMENT",
        "US.2, CHIP=open, NOT_YET_LEGAL"
    })
    void inPortfolioModeASeatOrdersItsOwnInstrumentsOnly(String seat, String orders, String expected) {
        Table table = Table.open(2, DelegationMode.PORTFOLIO, 5);
        Verdict verdict = table.at(seat).submits(orders);
        assertThat(code(verdict)).isEqualTo(expected);
        assertThat(table.at(seat).sealed()).isEqualTo(expected.equals("ACCEPTED") ? orders : "");
    }

    @Test
    void aPortfolioHasNothingOfWhatTheScenarioLeavesOut() {
        Rules less = Rules.of(Scenarios.load("""
                base: busan-2025-r2
                id: less
                titles: {en: "Less", zh: "少"}
                anchors: computed
                instruments: {us.port_fee: none, cn.unreliable_entities: none}
                """, "less.yaml"));
        Table table = new Table(less, Table.setup(2, 7), Table.terms(DelegationMode.PORTFOLIO, 5));
        table.start();
        assertThat(code(table.at("US.1").submits("RECIP=20"))).isEqualTo("ACCEPTED");
        assertThat(code(table.at("US.1").submits("PORT=80"))).isEqualTo("UNKNOWN_INSTRUMENT");
        assertThat(code(table.at("CN.1").submits("UEL=active"))).isEqualTo("UNKNOWN_INSTRUMENT");
        assertThat(code(table.at("CN.3").submits("PORT=640"))).isEqualTo("ACCEPTED");
        table.everybodyIsReady();
        assertThat(table.referee.openRound()).isEqualTo(2);
    }

    @Test
    void whatNobodyHoldsTheHeadOrders() {
        Table three = Table.open(2, DelegationMode.PORTFOLIO, 3);
        assertThat(code(three.at("US.head").submits("FENT=15"))).isEqualTo("ACCEPTED");
        assertThat(code(three.at("CN.head").submits("PORT=640; ENFORCE=1"))).isEqualTo("ACCEPTED");
        MatchTerms all = Table.terms(DelegationMode.PORTFOLIO, 5);
        MatchTerms vacant = new MatchTerms(
                0,
                all.rounds().absences().usual(),
                all.seats().stream()
                        .filter(seat -> !seat.equals(new Seat(Side.CN, 2)))
                        .toList(),
                all.viewers(),
                Recording.TEXT,
                "a",
                "b",
                all.delegations());
        assertThat(vacant.delegation(Side.CN).decides(Instrument.CN_SOY_PURCHASES))
                .isZero();
        assertThat(vacant.delegation(Side.CN).decides(Instrument.CN_PORT_FEE)).isEqualTo(3);
    }

    @Test
    void theOrdersOfAllSeatsTogetherAreTheOrdersOfTheSide() {
        Table alone = Table.open(2);
        alone.playRound(US, CN);
        Table table = Table.open(2, DelegationMode.PORTFOLIO, 5);
        table.at("CN.4").submits("ENFORCE=1");
        table.at("US.3").submits("FENT=15");
        table.at("CN.2").submits("SOY=3");
        table.at("US.1").submits("PORT=80");
        table.at("CN.1").submits("REE5=tight");
        table.at("US.2").submits("CHIP=strict");
        table.at("CN.3").submits("PORT=640");
        table.everybodyIsReady();
        assertThat(table.referee.stateHash()).isEqualTo(alone.referee.stateHash());
        assertThat(table.referee.chain()).as("the chain knows who sat there").isNotEqualTo(alone.referee.chain());
    }

    @Test
    void inHeadModeTheHeadsOrdersBindAndMinistersOnlyAdvise() {
        Table alone = Table.open(2);
        alone.playRound(US, CN);
        Table table = Table.open(2, DelegationMode.HEAD, 5);
        assertThat(code(table.at("US.1").submits("PORT=80"))).isEqualTo("NOT_YOUR_INSTRUMENT");
        assertThat(code(table.at("US.1").submits("HOLD"))).isEqualTo("ONLY_THE_HEAD");
        assertThat(code(table.at("US.1").drafts("PORT=80; FENT=25"))).isEqualTo("ACCEPTED");
        assertThat(code(table.at("US.2").votes("US.1", true))).isEqualTo("ACCEPTED");
        assertThat(code(table.at("US.head").submits(US))).isEqualTo("ACCEPTED");
        assertThat(code(table.at("CN.head").submits(CN))).isEqualTo("ACCEPTED");
        table.everybodyIsReady();
        assertThat(table.referee.stateHash()).isEqualTo(alone.referee.stateHash());
    }

    @ParameterizedTest
    @EnumSource(DelegationMode.class)
    void aRoundClosesWhenEveryOccupiedSeatIsReady(DelegationMode mode) {
        Table table = Table.open(2, mode, 5);
        for (Seat seat : table.terms.seats()) {
            assertThat(table.referee.openRound()).isEqualTo(1);
            table.at(seat.toString()).isReady();
        }
        assertThat(table.referee.openRound()).isEqualTo(2);
    }

    @Test
    void whoIsAbsentAtTheDeadlineHoldsAndTheOthersOrdersCount() {
        Table table = Table.open(2, DelegationMode.PORTFOLIO, 5);
        table.at("CN.2").submits("SOY=3");
        table.at("CN.3").submits("PORT=640");
        table.at("CN.3").undoes();
        table.deadlinePasses();
        assertThat(table.referee.reports().get(0).after().get(Instrument.CN_SOY_PURCHASES))
                .isEqualTo(3);
        assertThat(table.referee.reports().get(0).after().get(Instrument.CN_PORT_FEE))
                .isZero();
    }

    @Test
    void onlyTheHeadSignsAgreements() {
        Table table = Table.open(3, DelegationMode.PORTFOLIO, 5);
        assertThat(code(table.at("US.1").offers("renewal 4"))).isEqualTo("ONLY_THE_HEAD");
        assertThat(code(table.at("US.1").givesNotice(true))).isEqualTo("ONLY_THE_HEAD");
        assertThat(code(table.at("US.head").offers("renewal 4"))).isEqualTo("ACCEPTED");
        assertThat(code(table.at("CN.2").accepts("US-1"))).isEqualTo("ONLY_THE_HEAD");
        assertThat(code(table.at("CN.head").accepts("US-1"))).isEqualTo("ACCEPTED");
    }

    @Test
    void anOfferHasEverySeatOfTheOtherSideLookAgain() {
        Table table = Table.open(3, DelegationMode.PORTFOLIO, 2);
        table.at("CN.head").isReady();
        table.at("CN.1").isReady();
        table.at("US.head").offers("renewal 4");
        assertThat(table.referee.isReady(new Seat(Side.CN, 0))).isFalse();
        assertThat(table.referee.isReady(new Seat(Side.CN, 1))).isFalse();
    }

    @Test
    void draftsAndVotesAreToldToTheirSideOnly() {
        Table table = Table.open(2, DelegationMode.HEAD, 3);
        List<Integer> before = heard(table);
        assertThat(code(table.at("CN.1").drafts("SOY=3"))).isEqualTo("ACCEPTED");
        assertThat(code(table.at("CN.2").votes("CN.1", false))).isEqualTo("ACCEPTED");
        assertThat(code(table.at("CN.head").votes("CN.1", true))).isEqualTo("ACCEPTED");
        List<Notice> told = table.told(Viewer.CN).subList(before.get(1), before.get(1) + 3);
        assertThat(told)
                .containsExactly(
                        new Notice.Drafted(new Seat(Side.CN, 1), 1, orders("SOY=3", Side.CN)),
                        new Notice.Voted(new Seat(Side.CN, 2), 1, new Seat(Side.CN, 1), false),
                        new Notice.Voted(Seat.CN_HEAD, 1, new Seat(Side.CN, 1), true));
        List<Integer> after = heard(table);
        assertThat(after.get(0)).as("the US").isEqualTo(before.get(0));
        assertThat(after.get(2)).as("the public").isEqualTo(before.get(2));
        assertThat(after.get(3)).as("the projector, which would show it").isEqualTo(before.get(3));
        assertThat(table.referee.history(Viewer.CN)).containsAll(told);
        assertThat(table.referee.history(Viewer.US)).doesNotContainAnyElementsOf(told);
    }

    @Test
    void aNewDraftTakesTheEarlierOnesPlaceAndVoidsItsVotes() {
        Table table = Table.open(2, DelegationMode.HEAD, 3);
        table.at("US.1").drafts("PORT=80");
        table.at("US.2").votes("US.1", true);
        table.at("US.1").drafts("PORT=140");
        List<Notice> standing = table.referee.history(Viewer.US).stream()
                .filter(notice -> notice instanceof Notice.Drafted || notice instanceof Notice.Voted)
                .toList();
        assertThat(standing).containsExactly(new Notice.Drafted(new Seat(Side.US, 1), 1, orders("PORT=140", Side.US)));
        table.everybodyIsReady();
        assertThat(table.referee.history(Viewer.US)).noneMatch(Notice.Drafted.class::isInstance);
        assertThat(code(table.at("US.2").votes("US.1", true))).isEqualTo("UNKNOWN_DRAFT");
    }

    @Test
    void whatCannotBeDraftedOrVotedOnIsRefused() {
        Table table = Table.open(2, DelegationMode.PORTFOLIO, 2);
        assertThat(code(table.at("US.1").drafts("CHIP=open"))).isEqualTo("NOT_YET_LEGAL");
        assertThat(code(table.at("US.1").votes("US.head", true))).isEqualTo("UNKNOWN_DRAFT");
        table.at("CN.1").drafts("SOY=3");
        assertThat(code(table.at("US.1").votes("CN.1", true))).isEqualTo("UNKNOWN_DRAFT");
        assertThat(code(table.at("US.2").drafts("PORT=80"))).isEqualTo("NOT_SEATED");
        assertThat(code(Table.open(2).at("US.head").drafts("PORT=80"))).isEqualTo("WRONG_PHASE");
    }

    @ParameterizedTest
    @EnumSource(DelegationMode.class)
    void delegationTalkIsHeardByAllSeatsOfTheSide(DelegationMode mode) {
        Table table = Table.open(2, mode, 3);
        table.at("US.2").says(Channel.DELEGATION, "hold the line");
        assertThat(table.told(Viewer.US)).anyMatch(Notice.Said.class::isInstance);
        assertThat(table.told(Viewer.CN)).noneMatch(Notice.Said.class::isInstance);
        assertThat(table.told(Viewer.PUBLIC)).noneMatch(Notice.Said.class::isInstance);
    }

    @Test
    void termsThatCannotBeAreRefused() {
        MatchTerms all = Table.terms(DelegationMode.PORTFOLIO, 3);
        assertThatThrownBy(() -> with(all, List.of(new Seat(Side.US, 3)), all.delegations()))
                .hasMessage("US.3 is no seat of the delegation of US");
        List<Delegation> mixed = List.of(
                Delegation.usual(Side.US, DelegationMode.HEAD, 2),
                Delegation.usual(Side.CN, DelegationMode.PORTFOLIO, 2));
        assertThatThrownBy(() -> with(all, List.of(Seat.US_HEAD), mixed))
                .hasMessage("US plays in mode head and CN in mode portfolio; both play in one");
        assertThat(with(all, List.of(Seat.US_HEAD, Seat.CN_HEAD), all.delegations())
                        .delegations())
                .as("two heads alone are no delegations, whatever seats there might be")
                .isEmpty();
    }

    private static MatchTerms with(MatchTerms terms, List<Seat> seats, List<Delegation> delegations) {
        return new MatchTerms(
                0, terms.rounds().absences().usual(), seats, terms.viewers(), Recording.TEXT, "a", "b", delegations);
    }

    private static List<Integer> heard(Table table) {
        List<Integer> heard = new ArrayList<>();
        for (Viewer viewer : Viewer.values()) {
            heard.add(table.told(viewer).size());
        }
        return heard;
    }

    private static Orders orders(String text, Side side) {
        return Orders.of(Table.requested(text, side).stream()
                .map(order ->
                        new dev.truce.engine.orders.Order(Instrument.all().get(order.instrument()), order.level()))
                .toList());
    }

    private static String code(Verdict verdict) {
        return verdict instanceof Verdict.Rejected rejected ? rejected.code().name() : "ACCEPTED";
    }
}
