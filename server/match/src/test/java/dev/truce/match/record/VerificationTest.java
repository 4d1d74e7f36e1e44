package dev.truce.match.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.record.MatchRecord.RulesStamp;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.match.record.verify.Verification;
import dev.truce.match.referee.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A record that was changed and is still a record is found out by playing it again. */
class VerificationTest {
    private static final MatchRecord MATCH = Records.atRandom(8, 11);

    private static Verification.Differs differs(MatchRecord changed) {
        Verification verification = Verification.verify(changed, Table.RULES);
        assertThat(verification).isInstanceOf(Verification.Differs.class);
        return (Verification.Differs) verification;
    }

    private static MatchRecord with(MatchSetup setup) {
        return new MatchRecord(
                MATCH.recordTitle(),
                MATCH.rulesStamp(),
                setup,
                MATCH.start(),
                MATCH.rounds(),
                MATCH.ending(),
                MATCH.result(),
                MATCH.hash());
    }

    private static MatchRecord with(List<RecordedRound> rounds) {
        return new MatchRecord(
                MATCH.recordTitle(),
                MATCH.rulesStamp(),
                MATCH.setup(),
                MATCH.start(),
                rounds,
                MATCH.ending(),
                MATCH.result(),
                MATCH.hash());
    }

    private static MatchRecord with(@Nullable Ending ending, @Nullable Result result, String hash) {
        return new MatchRecord(
                MATCH.recordTitle(),
                MATCH.rulesStamp(),
                MATCH.setup(),
                MATCH.start(),
                MATCH.rounds(),
                ending,
                result,
                hash);
    }

    private static List<RecordedRound> withRound(int round, Orders us, OrdersOrigin ordersOrigin) {
        List<RecordedRound> rounds = new ArrayList<>(MATCH.rounds());
        RecordedRound old = rounds.get(round - 1);
        ClosedRound closed = new ClosedRound(
                round,
                new JointOrders(us, old.closed().orders().cn()),
                ordersOrigin,
                old.closed().cn());
        rounds.set(round - 1, new RecordedRound(closed, old.link(), old.annotations()));
        return rounds;
    }

    @Test
    void otherOrdersAreFoundInTheirRound() {
        for (int round = 1; round <= 8; round++) {
            Orders old = MATCH.rounds().get(round - 1).closed().orders().us();
            int pace = old.level(Instrument.US_LICENCE_PACE) == 0 ? 1 : 0;
            List<Order> orders = new ArrayList<>(old.list());
            orders.removeIf(order -> order.instrument() == Instrument.US_LICENCE_PACE);
            orders.add(new Order(Instrument.US_LICENCE_PACE, pace));
            Verification.Differs differs = differs(with(withRound(round, Orders.of(orders), OrdersOrigin.SEALED)));
            assertThat(differs.round()).isEqualTo(round);
            assertThat(differs.what()).isEqualTo("hash");
            assertThat(differs.found()).isEqualTo(MATCH.rounds().get(round - 1).link());
        }
    }

    @Test
    void howOrdersCameIsCoveredToo() {
        Orders us = MATCH.rounds().get(2).closed().orders().us();
        assertThat(differs(with(withRound(3, us, OrdersOrigin.ABSENT))).round()).isEqualTo(3);
    }

    @Test
    void ordersThatWereNeverLegalAreNamed() {
        Orders chips = Orders.of(new Order(Instrument.US_CHIP_CONTROL, 0));
        Verification.Differs differs = differs(with(withRound(5, chips, OrdersOrigin.SEALED)));
        assertThat(differs.round()).isEqualTo(5);
        assertThat(differs.what()).isEqualTo("orders");
        assertThat(differs.found()).startsWith("NOT_YET_LEGAL: orders[0].level, us.chip_control, open");
    }

    @Test
    void anotherSeedOrHorizonIsFoundBeforeTheFirstRound() {
        MatchSetup setup = MATCH.setup();
        assertThat(differs(with(new MatchSetup(12, setup.horizon(), setup.calendar(), setup.conditions()))))
                .extracting("round", "what")
                .containsExactly(0, "setup");
        assertThat(differs(with(new MatchSetup(11, new Horizon.Fixed(9), setup.calendar(), setup.conditions())))
                        .round())
                .isZero();
        assertThat(differs(with(new MatchSetup(
                                11, setup.horizon(), setup.calendar().withSummits(List.of(2, 5)), setup.conditions())))
                        .round())
                .isZero();
        assertThat(differs(with(new MatchSetup(
                                11, setup.horizon(), setup.calendar(), MatchSetup.Conditions.NOISE_FREE)))
                        .round())
                .isZero();
    }

    @Test
    void anotherEndingResultOrTrailerIsFoundAtTheEnd() {
        Result result = MATCH.result();
        assertThat(result).isNotNull();
        assertThat(differs(with(Ending.ABANDONED, result, MATCH.hash())))
                .isEqualTo(new Verification.Differs(8, "ending", "horizon", "abandoned"));
        assertThat(differs(with(null, null, MATCH.hash())).what()).isEqualTo("ending");
        assertThat(differs(with(MATCH.ending(), new Result(1000, 1000), MATCH.hash())))
                .extracting("round", "what", "found")
                .containsExactly(8, "result", "US 100.0 CN 100.0");
        String other = MATCH.hash().substring(0, 63) + (MATCH.hash().endsWith("0") ? "1" : "0");
        assertThat(differs(with(MATCH.ending(), MATCH.result(), other)))
                .isEqualTo(new Verification.Differs(8, "trailer", MATCH.hash(), other));
    }

    @Test
    void roundsThatAreCutOffAtTheEndAreMissed() {
        MatchRecord cut = with(MATCH.rounds().subList(0, 6));
        assertThat(differs(cut)).extracting("round", "what").containsExactly(6, "ending");
    }

    @Test
    void roundsBehindTheEndAreNotPlayed() {
        MatchSetup setup = Table.setup(4, 11);
        Verification.Differs differs = differs(new MatchRecord(
                MATCH.recordTitle(),
                MATCH.rulesStamp(),
                setup,
                MATCH.start(),
                MATCH.rounds(),
                MATCH.ending(),
                MATCH.result(),
                MATCH.hash()));
        assertThat(differs.round()).isZero();
    }

    @Test
    void recordsOfAnotherEditionAreNotCompared() {
        RulesStamp here = MATCH.rulesStamp();
        MatchRecord other = new MatchRecord(
                MATCH.recordTitle(),
                new RulesStamp(here.scenario(), "0".repeat(64), here.ruleset(), here.data()),
                MATCH.setup(),
                MATCH.start(),
                MATCH.rounds(),
                MATCH.ending(),
                MATCH.result(),
                MATCH.hash());
        assertThat(differs(other)).extracting("round", "what").containsExactly(0, "scenario");
    }

    @Test
    void aFileIsVerifiedInItsTextForm() {
        Verification verified = new Verification.Verified(8, MATCH.hash());
        assertThat(Verification.verify(Records.text(MATCH).getBytes(StandardCharsets.UTF_8), Records.SHELF))
                .isEqualTo(verified);
        assertThat(Verification.verify(Records.json(MATCH).getBytes(StandardCharsets.UTF_8), Records.SHELF))
                .isInstanceOf(Verification.Unreadable.class);
        assertThat(Verification.verify(new byte[0], Records.SHELF)).isInstanceOf(Verification.Unreadable.class);
    }

    @Test
    void aReplayShowsWhatTheLiveMatchWas() {
        Table table = Table.open(4);
        table.playRound("PORT=80; PACE=0", "SOY=3");
        table.playRound("HOLD", "REE7=tight");
        table.everybodyIsReady();
        table.everybodyIsReady();
        RecordReplay replay = RecordReplay.of(Records.read(Records.text(table.referee.record())), Table.RULES);
        assertThat(replay.verification()).isInstanceOf(Verification.Verified.class);
        assertThat(replay.reports().toString())
                .isEqualTo(table.referee.reports().toString());
        assertThat(replay.states()).hasSize(5).last().isEqualTo(table.referee.state());
        assertThat(replay.views())
                .isEqualTo(table.told(dev.truce.engine.view.Viewer.OMNISCIENT).stream()
                        .filter(dev.truce.match.Notice.RoundResolved.class::isInstance)
                        .map(notice -> ((dev.truce.match.Notice.RoundResolved) notice).view())
                        .toList());
    }

    @Test
    void aReplayGoesOnBehindTheFirstDifferenceAsFarAsItCan() {
        Orders hold = Orders.HOLD;
        RecordReplay replay = RecordReplay.of(with(withRound(2, hold, OrdersOrigin.ABSENT)), Table.RULES);
        assertThat(replay.verification())
                .isInstanceOfSatisfying(
                        Verification.Differs.class,
                        first -> assertThat(first.round()).isEqualTo(2));
        assertThat(replay.views()).hasSizeGreaterThan(2);
    }

    @Test
    void valuesThatAreNoRecordCannotBeMade() {
        assertThatThrownBy(() -> with(MATCH.rounds().subList(1, 3)))
                .hasMessageContaining("round 2 stands where round 1");
        assertThatThrownBy(() -> with(MATCH.ending(), null, MATCH.hash())).hasMessageContaining("both");
        assertThatThrownBy(() -> with(MATCH.ending(), MATCH.result(), "")).hasMessageContaining("64 lower-case hex");
        assertThatThrownBy(() -> new RecordedRound(MATCH.rounds().get(0).closed(), "", Annotations.NONE))
                .hasMessageContaining("16 lower-case hex");
        assertThatThrownBy(() -> new Annotations(List.of("{\"two\nlines\"}"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RecordTitle("", "2026", "a", "b")).hasMessageContaining("date");
    }
}
