package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Absences;
import dev.truce.match.Input;
import dev.truce.match.MatchPhase;
import dev.truce.match.MatchTerms.Absence;
import dev.truce.match.Notice;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.Seat;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.record.OrdersOrigin;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.text.RecordText;
import dev.truce.match.record.verify.Verification;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seats that are left empty: US.1 holds trade, US.2 commerce, the head the rest. */
class VacancyTest {
    private static final Seat TRADE = new Seat(Side.US, 1);

    private final Table table = Table.open(6, DelegationMode.PORTFOLIO, 3);

    private Verdict does(HostAct act) {
        return table.hand(new Input.Hosts(act)).verdict();
    }

    private Verdict vacates() {
        return does(new HostAct.Vacate(Side.US, 1));
    }

    private void ready(String... seats) {
        for (String seat : seats) {
            table.at(seat).isReady();
        }
    }

    @Test
    void whatWasSealedIsVoidAndNothingIsTakenFromTheSeat() {
        table.at("US.1").submits("PORT=80");
        assertThat(vacates().isAccepted()).isTrue();
        assertThat(table.at("US.1").sealed()).isEmpty();
        assertThat(table.told(Viewer.PUBLIC)).contains(new Notice.SeatChanged(TRADE, 1, new SeatHolder.Nobody()));
        assertThat(table.at("US.1").submits("PORT=80").code()).isEqualTo(RefusalCode.WRONG_PHASE);
        assertThat(table.at("US.1").isReady().code()).isEqualTo(RefusalCode.WRONG_PHASE);
        assertThat(table.referee.vacant()).containsExactly(TRADE);
    }

    @Test
    void instrumentsChangeHandsWhenTheNextRoundOpens() {
        vacates();
        assertThat(table.at("US.head").submits("PORT=80").code()).isEqualTo(RefusalCode.NOT_YOUR_INSTRUMENT);
        table.everybodyIsReady();
        assertThat(table.at("US.head").submits("PORT=80").isAccepted()).isTrue();
        does(new HostAct.HandBack(Side.US, 1));
        assertThat(table.at("US.1").submits("PORT=80").isAccepted()).isFalse();
        assertThat(table.at("US.1").isReady().isAccepted()).isTrue();
        assertThat(table.at("US.head").submits("PORT=80").isAccepted()).isTrue();
        table.everybodyIsReady();
        assertThat(table.referee.openRound()).isEqualTo(3);
        assertThat(table.at("US.1").submits("PORT=110").isAccepted()).isTrue();
        assertThat(table.at("US.head").submits("PORT=80").isAccepted()).isFalse();
    }

    @Test
    void aHeadThatIsAloneDecidesEverything() {
        vacates();
        does(new HostAct.Vacate(Side.US, 2));
        table.everybodyIsReady();
        assertThat(table.referee.delegation(Side.US).isHeadAlone()).isTrue();
        assertThat(table.at("US.head").submits("PORT=80; AFFIL=active; FENT=5").isAccepted())
                .isTrue();
    }

    @Test
    void noRoundWaitsForAnEmptySeat() {
        ready("US.head", "US.2", "CN.head", "CN.1", "CN.2");
        assertThat(table.referee.openRound()).isEqualTo(1);
        vacates();
        assertThat(table.referee.openRound()).isEqualTo(2);
        ready("US.head", "US.2", "CN.head", "CN.1", "CN.2");
        assertThat(table.referee.openRound()).isEqualTo(3);
    }

    @Test
    void aHeadIsNeverMissing() {
        assertThat(does(new HostAct.Vacate(Side.US, 0)).code()).isEqualTo(RefusalCode.WRONG_PHASE);
        assertThat(does(new HostAct.Vacate(Side.US, 4)).code()).isEqualTo(RefusalCode.NOT_SEATED);
        vacates();
        assertThat(vacates().code()).isEqualTo(RefusalCode.WRONG_PHASE);
        assertThat(does(new HostAct.StandIn(Side.US, 1, "match")).isAccepted()).isTrue();
        assertThat(vacates().isAccepted()).isTrue();
        assertThat(does(new HostAct.HandBack(Side.US, 1)).isAccepted()).isTrue();
        assertThat(does(new HostAct.HandBack(Side.US, 1)).code()).isEqualTo(RefusalCode.WRONG_PHASE);
    }

    @Test
    void thePreviewSaysThatNobodyIsThereAndNobodyIsMissed() {
        Table away = new Table(
                Table.setup(4, 7),
                Table.terms(DelegationMode.PORTFOLIO, 3)
                        .withAbsences(Absences.all(new Absence.Bot("match", 1, new Absence.Hold()))));
        away.start();
        away.hand(new Input.Hosts(new HostAct.Vacate(Side.US, 1)));
        Verdict shown = away.hand(new Input.Hosts(new HostAct.Advance(1, ""))).verdict();
        String hash = shown.refusal().legal();
        assertThat(shown.refusal().facts().toString()).contains("US.1 " + OrdersOrigin.VACANT.word());
        assertThat(away.hand(new Input.Hosts(new HostAct.Advance(1, hash)))
                        .verdict()
                        .isAccepted())
                .isTrue();
        assertThat(away.referee.due()).hasSize(5).doesNotContain(new HostAct.StandIn(Side.US, 1, "match"));
    }

    @Test
    void aTableThatWaitsForItsHostBeginsWithEmptySeats() {
        Table gated = new Table(
                Table.setup(4, 7), Table.terms(DelegationMode.PORTFOLIO, 3).withPace(RoundPace.GATED));
        gated.start();
        gated.hand(new Input.Hosts(new HostAct.Vacate(Side.US, 1)));
        gated.hand(new Input.Hosts(new HostAct.OpenRound(1, 0)));
        assertThat(gated.at("US.head").submits("PORT=80").isAccepted()).isTrue();
    }

    /** A table that waits for its host, with round 1 open. */
    private static Table gated() {
        Table gated = new Table(
                Table.setup(4, 7), Table.terms(DelegationMode.PORTFOLIO, 3).withPace(RoundPace.GATED));
        gated.start();
        gated.hand(new Input.Hosts(new HostAct.OpenRound(1, 60_000)));
        return gated;
    }

    private static void allButTradeAreReady(Table table) {
        List.of("US.head", "US.2", "CN.head", "CN.1", "CN.2")
                .forEach(seat -> table.at(seat).isReady());
    }

    @Test
    void aShutRoundThatIsOpenAgainDoesNotWaitForWhoLeftMeanwhile() {
        Table gated = gated();
        gated.deadlinePasses();
        gated.hand(new Input.Hosts(new HostAct.Vacate(Side.US, 1)));
        gated.hand(new Input.Hosts(new HostAct.Extend(1, 300_000)));
        allButTradeAreReady(gated);
        assertThat(gated.referee.phase()).isEqualTo(MatchPhase.SHUT);
        String text = revealed(gated);
        assertThat(text).contains("\n- US.1 NOBODY\n").doesNotContain("US.1 ABSENT");
    }

    @Test
    void aShutRoundThatIsOpenAgainWaitsForWhoCameMeanwhile() {
        Table gated = gated();
        gated.hand(new Input.Hosts(new HostAct.Vacate(Side.US, 1)));
        gated.deadlinePasses();
        gated.hand(new Input.Hosts(new HostAct.HandBack(Side.US, 1)));
        gated.hand(new Input.Hosts(new HostAct.Extend(1, 300_000)));
        allButTradeAreReady(gated);
        assertThat(gated.referee.phase()).isEqualTo(MatchPhase.OPEN);
        gated.at("US.1").isReady();
        assertThat(gated.referee.phase()).isEqualTo(MatchPhase.SHUT);
        revealed(gated);
    }

    @Test
    void whoLeavesOrComesWhileARoundIsShutHasMissedWhatHeCouldHaveDone() {
        Table left = gated();
        left.deadlinePasses();
        left.hand(new Input.Hosts(new HostAct.Vacate(Side.US, 1)));
        assertThat(revealed(left)).contains("US.1 ABSENT");
        Table came = gated();
        came.hand(new Input.Hosts(new HostAct.Vacate(Side.US, 1)));
        came.deadlinePasses();
        came.hand(new Input.Hosts(new HostAct.HandBack(Side.US, 1)));
        assertThat(revealed(came)).doesNotContain("US.1 ABSENT");
    }

    /** Reveals round 1 and returns the record, which is verified, and which the journal gives again. */
    private static String revealed(Table gated) {
        gated.hand(new Input.Hosts(new HostAct.Reveal(1)));
        Referee again = Referee.replay(Table.RULES, gated.setup, gated.terms, gated.journal);
        assertThat(again.chain()).hasSize(2).isEqualTo(gated.referee.chain());
        String text = RecordText.write(gated.referee.record(), Table.RULES.scenario());
        assertThat(RecordText.write(again.record(), Table.RULES.scenario())).isEqualTo(text);
        assertThat(verified(text)).isInstanceOf(Verification.Verified.class);
        return text;
    }

    @Test
    void aRecordSaysWhoHeldNothingAndIsVerified() {
        vacates();
        table.everybodyIsReady();
        table.at("US.head").submits("PORT=80");
        table.everybodyIsReady();
        does(new HostAct.HandBack(Side.US, 1));
        table.everybodyIsReady();
        String text = RecordText.write(table.referee.record(), Table.RULES.scenario());
        assertThat(text).contains("\n- US.1 NOBODY\n", "\n- US.1 PERSON\n").doesNotContain("US.1 ABSENT");
        assertThat(verified(text)).isInstanceOf(Verification.Verified.class);
        for (String lost : List.of("- US.1 NOBODY\n", "- US.1 PERSON\n")) {
            assertThat(verified(text.replace(lost, ""))).as(lost).isInstanceOf(Verification.Differs.class);
        }
        for (String wrong : List.of("- US NOBODY\n", "- US.1 PERSON\n", "- US.1 BOT match\n")) {
            assertThat(verified(text.replace("- US.1 NOBODY\n", wrong)))
                    .as(wrong)
                    .isInstanceOf(Verification.Differs.class);
        }
        assertThat(verified(text.replaceFirst("CN HOLD ready", "CN HOLD vacant")))
                .isInstanceOf(Verification.Differs.class);
    }

    /** What the host does with seats at any time, and what seats do: the invariants hold, and the journal gives the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverHappensIsReplayedAndVerified(long seed) {
        SplitMix64 random = new SplitMix64(seed);
        for (int i = 0; i < 400 && !table.referee.isOver(); i++) {
            Side side = random.nextInt(2) == 0 ? Side.US : Side.CN;
            int number = random.nextInt(3);
            switch (random.nextInt(8)) {
                case 0 -> does(new HostAct.Vacate(side, number));
                case 1 -> does(new HostAct.StandIn(side, number, "match"));
                case 2 -> does(new HostAct.HandBack(side, number));
                case 3, 4, 5 -> table.at(new Seat(side, number).toString()).isReady();
                default ->
                    table.hand(new Input.Does(
                            new Seat(side, number),
                            table.referee.openRound(),
                            table.nextMoveId(),
                            AskedOrders.submit(decided(table.atRandom(side, random), side, number))));
            }
        }
        Referee again = Referee.replay(Table.RULES, table.setup, table.terms, table.journal);
        assertThat(again.chain()).isEqualTo(table.referee.chain());
        assertThat(again.vacant()).isEqualTo(table.referee.vacant());
        assertThat(table.journal)
                .anyMatch(input -> input instanceof Input.Hosts hosts && hosts.act() instanceof HostAct.Vacate);
        assertThat(verified(RecordText.write(table.referee.record(), Table.RULES.scenario())))
                .isInstanceOf(Verification.Verified.class);
    }

    private Orders decided(Orders all, Side side, int number) {
        List<Instrument> own = table.referee.delegation(side).decidedBy(number);
        return Orders.of(all.list().stream()
                .filter(order -> own.contains(order.instrument()))
                .toList());
    }

    private static Verification verified(String text) {
        return RecordReader.read(text, id -> Optional.of(Table.RULES.scenario())) instanceof RecordReading.Read read
                ? Verification.verify(read.match(), Table.RULES)
                : new Verification.Differs(0, "text", "", text);
    }
}
