package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.round.Rules;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Viewer;
import dev.truce.match.AbsenceNotation;
import dev.truce.match.Absences;
import dev.truce.match.Defaults;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms.Absence;
import dev.truce.match.Notice;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.Seat;
import dev.truce.match.deed.By;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.record.AbsentMinister;
import dev.truce.match.record.OrdersOrigin;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.text.RecordText;
import dev.truce.match.record.verify.Verification;
import dev.truce.scenario.Scenarios;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is done for persons who are away. */
class AbsenceTest {
    private static final Absence HOLD = new Absence.Hold();
    private static final Absence KEEP = new Absence.Keep();
    private static final HostAct BOT_FOR_CHINA = new HostAct.StandIn(Side.CN, 0, "match");

    private static Table table(Absences absences) {
        Table table = new Table(Table.setup(6, 7), Table.terms(60_000).withAbsences(absences));
        table.start();
        return table;
    }

    private static Table withBotAfter(int misses) {
        return table(Absences.all(HOLD).with(Seat.CN_HEAD, new Absence.Bot("match", misses, HOLD)));
    }

    private static void nobodyDoesAnythingForChina(Table table) {
        table.seat("US").submits("HOLD");
        table.deadlinePasses();
    }

    @Test
    void aBotIsDueWhenAPersonHasMissedSoManyRoundsInARow() {
        Table table = withBotAfter(2);
        nobodyDoesAnythingForChina(table);
        assertThat(table.referee.due()).isEmpty();
        nobodyDoesAnythingForChina(table);
        assertThat(table.referee.due()).containsExactly(BOT_FOR_CHINA);
        table.hand(new Input.Hosts(new By.Policy(), 0, BOT_FOR_CHINA));
        assertThat(table.referee.due()).isEmpty();
        assertThat(table.told(Viewer.US))
                .contains(new Notice.SeatChanged(Seat.CN_HEAD, 3, new SeatHolder.Bot("match")));
    }

    @Test
    void whoIsSlowIsNotAbsent() {
        Table table = withBotAfter(1);
        table.seat("CN").says(Channel.PUBLIC, "wait");
        table.deadlinePasses();
        assertThat(table.referee.due()).isEmpty();
        nobodyDoesAnythingForChina(table);
        assertThat(table.referee.due()).containsExactly(BOT_FOR_CHINA);
    }

    @Test
    void aRoundInWhichSomethingWasDoneBeginsTheCountAgain() {
        Table table = withBotAfter(2);
        nobodyDoesAnythingForChina(table);
        table.everybodyIsReady();
        nobodyDoesAnythingForChina(table);
        assertThat(table.referee.due()).isEmpty();
    }

    @Test
    void whoComesBackHasMissedNothing() {
        Table table = withBotAfter(2);
        nobodyDoesAnythingForChina(table);
        nobodyDoesAnythingForChina(table);
        table.hand(new Input.Hosts(new By.Policy(), 0, BOT_FOR_CHINA));
        table.hand(new Input.Hosts(new HostAct.HandBack(Side.CN, 0)));
        assertThat(table.referee.due()).isEmpty();
        nobodyDoesAnythingForChina(table);
        assertThat(table.referee.due()).isEmpty();
    }

    @Test
    void whatIsDueFollowsFromTheJournalAlone() {
        Table table = withBotAfter(1);
        nobodyDoesAnythingForChina(table);
        Referee again = Referee.replay(Table.RULES, table.setup, table.terms, table.journal);
        assertThat(again.due()).isEqualTo(table.referee.due()).hasSize(1);
    }

    @Test
    void aBotIsDueBetweenRoundsToo() {
        Table gated = new Table(
                Table.setup(6, 7),
                Table.terms(60_000)
                        .withPace(RoundPace.GATED)
                        .withAbsences(Absences.all(new Absence.Bot("match", 1, HOLD))));
        gated.start();
        gated.hand(new Input.Hosts(new HostAct.OpenRound(1, 1_000)));
        gated.seat("US").submits("HOLD");
        gated.deadlinePasses();
        assertThat(gated.referee.due()).isEmpty();
        gated.hand(new Input.Hosts(new HostAct.Reveal(1)));
        assertThat(gated.referee.due()).containsExactly(BOT_FOR_CHINA);
    }

    @Test
    void nothingIsDueWhenAllIsOver() {
        Table table = new Table(
                Table.setup(1, 7), Table.terms(60_000).withAbsences(Absences.all(new Absence.Bot("match", 1, HOLD))));
        table.start();
        table.deadlinePasses();
        assertThat(table.referee.isOver()).isTrue();
        assertThat(table.referee.due()).isEmpty();
    }

    /** A match by the first ruleset, in which holding breaks what was just signed, after the US has signed to cut a tariff. */
    private static Table signed(Absence ofTheUs) {
        Rules first = Rules.of(Scenarios.busan2025R1());
        Table table = new Table(
                first,
                Table.setup(6, 7),
                Table.terms(60_000).withAbsences(Absences.all(HOLD).with(Seat.US_HEAD, ofTheUs)));
        table.start();
        table.seat("US").offers("US.FENT=0 for 4");
        table.seat("CN").accepts("US-1");
        table.everybodyIsReady();
        table.seat("CN").isReady();
        return table;
    }

    @Test
    void whoIsAwayKeepsWhatHeSigned() {
        Table table = signed(KEEP);
        assertThat(table.hand(new Input.Hosts(new HostAct.Advance(2, "")))
                        .verdict()
                        .refusal()
                        .arguments())
                .containsExactly("US.head kept, CN.head ready");
        String shown = table.hand(new Input.Hosts(new By.Desk(1), 0, new HostAct.Advance(2, "")))
                .verdict()
                .refusal()
                .arguments()
                .get(0)
                .toString();
        assertThat(shown).isEqualTo("US.head kept: FENT=0, CN.head ready");
        assertThat(Defaults.read(shown).get(0).kept()).isEqualTo("FENT=0");
        table.deadlinePasses();
        assertThat(table.referee.record().rounds().get(1).closed().us()).isEqualTo(OrdersOrigin.KEPT);
        assertThat(text(table)).contains("2. US FENT=0 kept | ");
        assertThat(verified(table, text(table))).isInstanceOf(Verification.Verified.class);
        for (String wrong : List.of("2. US PORT=0 kept | ", "2. US FENT=5 kept | ")) {
            assertThat(verified(table, text(table).replace("2. US FENT=0 kept | ", wrong)))
                    .isInstanceOf(Verification.Differs.class);
        }
    }

    @Test
    void aPolicyOfHoldingOrdersNothing() {
        Table table = signed(HOLD);
        table.deadlinePasses();
        assertThat(table.referee.record().rounds().get(1).closed().us()).isEqualTo(OrdersOrigin.ABSENT);
    }

    @Test
    void whoHasSealedIsNotKept() {
        Table table = signed(KEEP);
        table.seat("US").submits("HOLD");
        table.deadlinePasses();
        assertThat(table.referee.record().rounds().get(1).closed().us()).isEqualTo(OrdersOrigin.SEALED);
        assertThat(table.referee.reports().get(1).orders().us().isHold()).isTrue();
    }

    @Test
    void untilTheBotComesTheSeatKeeps() {
        Table table = signed(new Absence.Bot("match", 3, KEEP));
        table.deadlinePasses();
        assertThat(table.referee.record().rounds().get(1).closed().us()).isEqualTo(OrdersOrigin.KEPT);
    }

    private static Rules rules(Table table) {
        return Rules.of(Scenarios.named(table.referee.record().rulesStamp().scenario()));
    }

    private static String text(Table table) {
        return RecordText.write(table.referee.record(), rules(table).scenario());
    }

    private static Verification verified(Table table, String text) {
        Rules rules = rules(table);
        return RecordReader.read(text, id -> Optional.of(rules.scenario())) instanceof RecordReading.Read read
                ? Verification.verify(read.match(), rules)
                : new Verification.Differs(0, "text", "", text);
    }

    @Test
    void aRecordNamesMinistersWhoWereAway() {
        Table table = Table.open(3, DelegationMode.HEAD, 3);
        for (String seat : List.of("US.head", "US.1", "CN.head", "CN.2")) {
            table.at(seat).isReady();
        }
        table.deadlinePasses();
        table.everybodyIsReady();
        assertThat(table.referee.record().rounds().get(0).closed().absent())
                .containsExactly(new AbsentMinister(Side.US, 2), new AbsentMinister(Side.CN, 1));
        assertThat(table.referee.record().rounds().get(1).closed().absent()).isEmpty();
        assertThat(text(table)).contains("\n- US.2 ABSENT\n- CN.1 ABSENT\n");
        assertThat(verified(table, text(table))).isInstanceOf(Verification.Verified.class);
        for (String wrong : List.of("", "- US.2 ABSENT\n", "- CN.1 ABSENT\n- US.2 ABSENT\n", "- US.3 ABSENT\n")) {
            assertThat(verified(table, text(table).replace("- US.2 ABSENT\n- CN.1 ABSENT\n", wrong)))
                    .as(wrong)
                    .isInstanceOf(Verification.Differs.class);
        }
    }

    @Test
    void aRecordNamesAHeadOfWhomOrdersOfOthersTellSomethingElse() {
        Table table = Table.open(5, DelegationMode.PORTFOLIO, 2);
        table.at("US.1").submits("PORT=80");
        for (String seat : List.of("US.1", "CN.head", "CN.1")) {
            table.at(seat).isReady();
        }
        table.deadlinePasses();
        table.hand(new Input.Hosts(new HostAct.StandIn(Side.US, 1, "match")));
        table.at("US.1").submits("HOLD");
        table.everybodyIsReady();
        table.at("US.1").submits("HOLD");
        table.deadlinePasses();
        assertThat(table.at("US.head").submits("FENT=15").isAccepted()).isTrue();
        table.everybodyIsReady();
        table.everybodyIsReady();
        AbsentMinister away = new AbsentMinister(Side.US, 0);
        assertThat(table.referee.record().rounds())
                .extracting(round -> round.closed().absent())
                .containsExactly(
                        List.of(away),
                        List.of(new AbsentMinister(Side.US, 0, true)),
                        List.of(away, new AbsentMinister(Side.CN, 1)),
                        List.of(),
                        List.of());
        assertThat(text(table))
                .contains(
                        "\n- US ABSENT\n2. ",
                        "\n- US.1 BOT match\n- US PRESENT\n3. ",
                        "\n- US ABSENT\n- CN.1 ABSENT\n4. ");
        assertThat(verified(table, text(table))).isInstanceOf(Verification.Verified.class);
        for (String wrong : List.of("", "- US ABSENT\n", "- US.1 PRESENT\n", "- CN PRESENT\n", "- CN ABSENT\n")) {
            assertThat(verified(table, text(table).replace("- US PRESENT\n", wrong)))
                    .as(wrong)
                    .isInstanceOf(Verification.Differs.class);
        }
    }

    @Test
    void aHeadIsNamedWhoWasReadyBesideOrdersOfAPolicy() {
        Table table = new Table(
                Rules.of(Scenarios.busan2025R1()),
                Table.setup(6, 7),
                Table.terms(DelegationMode.PORTFOLIO, 4).withAbsences(Absences.all(KEEP)));
        table.start();
        table.seat("US").offers("US.FENT=0 for 4");
        table.seat("CN").accepts("US-1");
        table.everybodyIsReady();
        for (Seat seat : table.terms.seats()) {
            if (!seat.equals(new Seat(Side.US, 3))) {
                table.at(seat.toString()).isReady();
            }
        }
        table.deadlinePasses();
        assertThat(text(table)).contains("2. US FENT=0 kept | ", "\n- US PRESENT\n- US.3 ABSENT\n");
        assertThat(verified(table, text(table))).isInstanceOf(Verification.Verified.class);
    }

    @Test
    void policiesAreReadAsTheyAreWritten() {
        Absences all = Absences.all(KEEP)
                .with(new Seat(Side.CN, 2), HOLD)
                .with(Seat.US_HEAD, new Absence.Bot("negotiator", 2, KEEP));
        assertThat(AbsenceNotation.of(all)).isEqualTo("keep; US.head bot negotiator 2 keep; CN.2 hold");
        for (Absences each : List.of(all, Absences.HOLD, Absences.all(new Absence.Bot("match", 5, HOLD)))) {
            assertThat(AbsenceNotation.read(AbsenceNotation.of(each))).contains(each);
        }
        for (String wrong :
                List.of("", "sleep", "hold; keep", "US.head keep", "bot match 6 hold", "bot a 1 bot b 1 hold")) {
            assertThat(AbsenceNotation.read(wrong)).as(wrong).isEmpty();
        }
        assertThatThrownBy(() -> new Absence.Bot("match", 0, HOLD)).isInstanceOf(IllegalArgumentException.class);
    }
}
