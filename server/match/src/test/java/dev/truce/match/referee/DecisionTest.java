package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.deed.HostAct;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who hears what a side has decided on its accusation, and how long a decision stands. */
class DecisionTest {
    private static final int ROUNDS = 12;

    private final MatchTerms terms = Table.terms(DelegationMode.HEAD, 3);

    /** Plays until China stands accused, whose covert instruments are at the bottom from round 1 on. */
    private Table accused() {
        for (long seed = 1; seed < 20; seed++) {
            Table table = new Table(Table.THIRD, Table.setup(ROUNDS, seed), terms);
            table.start();
            table.at("CN.head").submits("SOY=0; PACE=0; ENFORCE=0");
            table.everybodyIsReady();
            if (open(table) != null) {
                return table;
            }
        }
        throw new IllegalStateException("no seed of twenty has an accusation");
    }

    private static @Nullable Instrument open(Table table) {
        return table.referee.state().cn().accusedOn();
    }

    private static Instrument on(Table table) {
        return Objects.requireNonNull(open(table));
    }

    private static Notice decided(Table table, AccusationChoice choice) {
        return new Notice.Decided(Side.US, 2, on(table), choice);
    }

    @Test
    void theOwnSideHearsItAtOnceAndWhoComesBackHearsWhatStandsAndNobodyElseDoes() {
        Table table = accused();
        Instrument accused = on(table);
        table.at("US.head").judges(accused, AccusationChoice.INSPECT);
        table.at("US.head").judges(accused, AccusationChoice.SUSPEND);
        assertThat(decisions(table.told(Viewer.US)))
                .containsExactly(decided(table, AccusationChoice.INSPECT), decided(table, AccusationChoice.SUSPEND));
        assertThat(decisions(table.referee.history(Viewer.US)))
                .containsExactly(decided(table, AccusationChoice.SUSPEND));
        for (Viewer other : List.of(Viewer.CN, Viewer.PUBLIC, Viewer.OMNISCIENT)) {
            assertThat(decisions(table.told(other))).isEmpty();
            assertThat(decisions(table.referee.history(other))).isEmpty();
        }
        Referee rebuilt = Referee.replay(Table.THIRD, table.setup, table.terms, table.journal);
        assertThat(rebuilt.history(Viewer.US)).isEqualTo(table.referee.history(Viewer.US));
        table.everybodyIsReady();
        assertThat(decisions(table.told(Viewer.OMNISCIENT))).hasSize(2);
        assertThat(decisions(table.told(Viewer.CN))).isEmpty();
    }

    @Test
    void aDecisionThatRestsIsNoneToComeBackTo() {
        Table table = accused();
        table.at("US.head").judges(on(table), AccusationChoice.SUSPEND);
        table.at("US.head").judges(on(table), AccusationChoice.REST);
        assertThat(decisions(table.referee.history(Viewer.US))).isEmpty();
    }

    /** What voids sealed orders voids the decision of the head, and no act on another seat does. */
    @Test
    void aDecisionDoesNotOutliveTheHeadThatMadeIt() {
        List<HostAct> voids = List.of(new HostAct.StandIn(Side.US, 0, "negotiator"), new HostAct.Revoke(Side.US, 0));
        for (HostAct act : voids) {
            Table table = accused();
            table.at("US.head").judges(on(table), AccusationChoice.SUSPEND);
            table.hand(new Input.Hosts(act));
            assertThat(table.told(Viewer.US)).contains(decided(table, AccusationChoice.REST));
            assertThat(decisions(table.referee.history(Viewer.US))).isEmpty();
            table.everybodyIsReady();
            assertThat(judged(table)).isEmpty();
        }
        Table table = accused();
        table.at("US.head").judges(on(table), AccusationChoice.SUSPEND);
        table.hand(new Input.Hosts(new HostAct.Revoke(Side.US, 1)));
        table.everybodyIsReady();
        assertThat(judged(table)).hasSize(1);
    }

    /** What leads nowhere is refused to a minister as it is to the head: no one is sent to advise it. */
    @Test
    void aMinisterIsSentToAdviseOnlyWhatTheHeadCouldDecide() {
        Table table = accused();
        for (Instrument instrument : Instrument.all()) {
            Verdict head = table.at("US.head").judges(instrument, AccusationChoice.REST);
            Verdict minister = table.at("US.1").judges(instrument, AccusationChoice.REST);
            if (instrument == on(table)) {
                assertThat(head.isAccepted()).isTrue();
                assertThat(minister.code()).isEqualTo(RefusalCode.ONLY_THE_HEAD);
            } else {
                assertThat(head.isAccepted()).isFalse();
                assertThat(minister).as(instrument.id()).isEqualTo(head);
            }
        }
    }

    private static List<Deed> judged(Table table) {
        return table.referee.record().rounds().get(1).closed().deeds().stream()
                .map(Done::deed)
                .filter(Deed.Judge.class::isInstance)
                .toList();
    }

    private static List<Notice> decisions(List<Notice> notices) {
        return notices.stream().filter(Notice.Decided.class::isInstance).toList();
    }
}
