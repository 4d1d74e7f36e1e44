package dev.truce.rulebook.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.talk.Evidence;
import dev.truce.engine.talk.LedgerEntry;
import dev.truce.engine.talk.Promise;
import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.talk.WordVerdict;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The ledger of said and done: what each word comes to, and that it follows from public facts alone. */
class SaidAndDoneTest {
    private static final int PAIRS = 500;
    private static final Statement REASSURE = new Statement.Reassure();
    private static final Statement GUARD = new Statement.Guard(Instrument.US_FENTANYL_TARIFF);
    private static final Statement WARN = new Statement.Warn();

    /** A match and its ledger, played on side by side. */
    private static final class Told {
        final Play play = Play.of(4);
        final SaidAndDone ledger = new SaidAndDone();

        Told say(Side side, Statement statement) {
            ledger.said(side, 0, statement);
            return this;
        }

        Told round(Order... orders) {
            return round(null, false, false, orders);
        }

        Told round(@Nullable Terms signed, boolean usLeaves, boolean cnLeaves, Order... orders) {
            List<Order> us = new ArrayList<>();
            List<Order> cn = new ArrayList<>();
            for (Order order : orders) {
                BySide.pick(order.instrument().holder(), us, cn).add(order);
            }
            play.round(new RoundInputs(new JointOrders(Orders.of(us), Orders.of(cn)), signed, usLeaves, cnLeaves));
            ledger.resolved(play.last(Viewer.PUBLIC));
            return this;
        }

        void expect(int index, WordVerdict verdict, int round, Evidence.Kind kind, @Nullable Instrument instrument) {
            LedgerEntry entry = ledger.entries().get(index);
            assertThat(entry.verdict()).as("%s", entry).isEqualTo(verdict);
            assertThat(entry.decided()).as("%s", entry).isEqualTo(round);
            Evidence deed = entry.deed();
            assertThat(deed).isNotNull();
            assertThat(deed.kind()).as("%s", entry).isEqualTo(kind);
            assertThat(deed.instrument()).as("%s", entry).isEqualTo(instrument);
        }

        void expectPending(int index) {
            assertThat(ledger.entries().get(index).verdict()).isEqualTo(WordVerdict.PENDING);
        }
    }

    private static Statement threat(Instrument instrument, int level, int by, @Nullable Pledge unless) {
        return new Statement.Threaten(instrument, level, by, unless);
    }

    private static Order order(Instrument instrument, int level) {
        return new Order(instrument, level);
    }

    // ---- threats ----

    @Test
    void aThreatThatIsCarriedOutInTimeIsDone() {
        Told told = new Told()
                .say(Side.US, threat(Instrument.US_PORT_FEE, 1, 3, null))
                .round();
        told.expectPending(0);
        told.round(order(Instrument.US_PORT_FEE, 2));
        told.expect(0, WordVerdict.DONE, 2, Evidence.Kind.ORDERED, Instrument.US_PORT_FEE);
    }

    @Test
    void aThreatThatNobodyCarriesOutIsNotDoneInItsLastRound() {
        Told told = new Told()
                .say(Side.US, threat(Instrument.US_PORT_FEE, 2, 2, null))
                .round(order(Instrument.US_PORT_FEE, 1));
        told.expectPending(0);
        told.round().expect(0, WordVerdict.NOT_DONE, 2, Evidence.Kind.NOTHING_DONE, null);
    }

    @Test
    void aThreatIsOvertakenWhenItsConditionStandsInTheLastRound() {
        Pledge unless = new Pledge(Instrument.CN_PORT_FEE, 0);
        Told told = new Told()
                .say(Side.US, threat(Instrument.US_PORT_FEE, 1, 2, unless))
                .round(order(Instrument.CN_PORT_FEE, 1));
        told.expectPending(0);
        told.round(order(Instrument.CN_PORT_FEE, 0));
        told.expect(0, WordVerdict.OVERTAKEN, 2, Evidence.Kind.CONDITION_KEPT, Instrument.CN_PORT_FEE);
    }

    @Test
    void whoActsAlthoughTheConditionIsKeptHasNotDoneWhatItSaid() {
        Pledge unless = new Pledge(Instrument.CN_PORT_FEE, 0);
        new Told()
                .say(Side.US, threat(Instrument.US_PORT_FEE, 1, 2, unless))
                .round(order(Instrument.US_PORT_FEE, 1))
                .expect(0, WordVerdict.NOT_DONE, 1, Evidence.Kind.THOUGH_KEPT, Instrument.US_PORT_FEE);
    }

    @Test
    void whoActsWhileTheConditionIsBrokenHasDoneIt() {
        Pledge unless = new Pledge(Instrument.CN_PORT_FEE, 0);
        new Told()
                .say(Side.US, threat(Instrument.US_PORT_FEE, 1, 4, unless))
                .round(order(Instrument.CN_PORT_FEE, 1))
                .round(order(Instrument.US_PORT_FEE, 1))
                .expect(0, WordVerdict.DONE, 2, Evidence.Kind.ORDERED, Instrument.US_PORT_FEE);
    }

    @Test
    void nobodyCanTellWhatBecomesOfAThreatOnSomethingCovertOrOfACovertCondition() {
        Told told = new Told()
                .say(Side.US, threat(Instrument.US_PORT_FEE, 1, 1, new Pledge(Instrument.CN_SOY_PURCHASES, 5)))
                .say(Side.CN, threat(Instrument.CN_SOY_PURCHASES, 0, 3, null))
                .round(order(Instrument.CN_SOY_PURCHASES, 0));
        told.expect(0, WordVerdict.UNSEEN, 1, Evidence.Kind.COVERT, Instrument.CN_SOY_PURCHASES);
        told.expect(1, WordVerdict.UNSEEN, 1, Evidence.Kind.COVERT, Instrument.CN_SOY_PURCHASES);
        assertThat(told.ledger.tally(Side.US).counted()).isZero();
        assertThat(told.ledger.tally(Side.US).uncounted()).isEqualTo(1);
    }

    @Test
    void whatASnapBackDoesIsToldApartFromWhatWasOrdered() {
        new Told()
                .say(Side.US, threat(Instrument.US_RECIPROCAL_TARIFF, 4, 4, null))
                .round()
                .round()
                .round()
                .round()
                .expect(0, WordVerdict.DONE, 4, Evidence.Kind.BY_ITSELF, Instrument.US_RECIPROCAL_TARIFF);
    }

    // ---- warnings ----

    @Test
    void aWarningIsDoneWhenAHarderLevelFollowsInThatRoundOrTheNext() {
        new Told()
                .say(Side.CN, WARN)
                .round()
                .round(order(Instrument.CN_UNRELIABLE_ENTITIES, 1))
                .expect(0, WordVerdict.DONE, 2, Evidence.Kind.HARDENED, Instrument.CN_UNRELIABLE_ENTITIES);
        new Told()
                .say(Side.CN, WARN)
                .round()
                .round()
                .expect(0, WordVerdict.NOT_DONE, 2, Evidence.Kind.NOTHING_DONE, null);
        new Told()
                .say(Side.CN, WARN)
                .round(null, false, true)
                .expect(0, WordVerdict.DONE, 1, Evidence.Kind.NOTICE, null);
    }

    @Test
    void aWarningIsOvertakenWhenTheOtherSideGivesWayOrTheyAgree() {
        new Told()
                .say(Side.CN, WARN)
                .round(order(Instrument.US_SECTION232_DUTIES, 0))
                .expect(0, WordVerdict.OVERTAKEN, 1, Evidence.Kind.SOFTENED, Instrument.US_SECTION232_DUTIES);
        new Told()
                .say(Side.CN, WARN)
                .round(new Terms.Renewal(2, false), false, false)
                .expect(0, WordVerdict.OVERTAKEN, 1, Evidence.Kind.AGREED, null);
    }

    @Test
    void aCovertTurnOfTheScrewIsNoDeedThatAnybodySaw() {
        new Told()
                .say(Side.US, WARN)
                .round(order(Instrument.US_LICENCE_PACE, 0))
                .round()
                .expect(0, WordVerdict.NOT_DONE, 2, Evidence.Kind.NOTHING_DONE, null);
    }

    // ---- guards ----

    @Test
    void aGuardIsDoneWhenTheSideDoesNotGiveWayInThatRoundAndTheNext() {
        Told told = new Told().say(Side.US, GUARD).round(order(Instrument.US_FENTANYL_TARIFF, 3));
        told.expectPending(0);
        told.round().expect(0, WordVerdict.DONE, 2, Evidence.Kind.HELD_OUT, Instrument.US_FENTANYL_TARIFF);
    }

    @Test
    void aGuardIsNotDoneWhenTheSideGivesWayByADeedOrByASignature() {
        new Told()
                .say(Side.US, GUARD)
                .round(order(Instrument.US_FENTANYL_TARIFF, 0))
                .expect(0, WordVerdict.NOT_DONE, 1, Evidence.Kind.GAVE_WAY, Instrument.US_FENTANYL_TARIFF);
        Terms given = new Terms.Package(List.of(new Pledge(Instrument.US_FENTANYL_TARIFF, 1)), 4, false);
        new Told()
                .say(Side.US, GUARD)
                .round(given, false, false)
                .expect(0, WordVerdict.NOT_DONE, 1, Evidence.Kind.GAVE_WAY, Instrument.US_FENTANYL_TARIFF);
        Terms same = new Terms.Package(List.of(new Pledge(Instrument.US_FENTANYL_TARIFF, 2)), 4, false);
        new Told()
                .say(Side.US, GUARD)
                .round(same, false, false)
                .round()
                .expect(0, WordVerdict.DONE, 2, Evidence.Kind.HELD_OUT, Instrument.US_FENTANYL_TARIFF);
    }

    @Test
    void ofACovertInstrumentOnlyASignatureIsSeen() {
        Statement guard = new Statement.Guard(Instrument.US_LICENCE_PACE);
        new Told()
                .say(Side.US, guard)
                .round(order(Instrument.US_LICENCE_PACE, 3))
                .round()
                .expect(0, WordVerdict.UNSEEN, 2, Evidence.Kind.COVERT, Instrument.US_LICENCE_PACE);
        Terms given = new Terms.Package(List.of(new Pledge(Instrument.US_LICENCE_PACE, 3)), 4, false);
        new Told()
                .say(Side.US, guard)
                .round(given, false, false)
                .expect(0, WordVerdict.NOT_DONE, 1, Evidence.Kind.GAVE_WAY, Instrument.US_LICENCE_PACE);
    }

    // ---- reassurances ----

    @Test
    void aReassuranceIsDoneWhenEveryClauseIsKeptInThatRoundAndTheNext() {
        Told told = new Told().say(Side.US, REASSURE).round();
        told.expectPending(0);
        told.round().expect(0, WordVerdict.DONE, 2, Evidence.Kind.KEPT, null);
    }

    @Test
    void aReassuranceIsNotDoneWhenAClauseIsBrokenOrNoticeIsGiven() {
        new Told()
                .say(Side.US, REASSURE)
                .round()
                .round(order(Instrument.US_PORT_FEE, 1))
                .expect(0, WordVerdict.NOT_DONE, 2, Evidence.Kind.BROKE, Instrument.US_PORT_FEE);
        new Told()
                .say(Side.US, REASSURE)
                .round(null, true, false)
                .expect(0, WordVerdict.NOT_DONE, 1, Evidence.Kind.NOTICE, null);
    }

    @Test
    void aSuspensionByRightOvertakesAReassurance() {
        new Told()
                .round(order(Instrument.CN_PORT_FEE, 1))
                .say(Side.US, REASSURE)
                .round(order(Instrument.US_PORT_FEE, 1))
                .expect(0, WordVerdict.OVERTAKEN, 2, Evidence.Kind.SUSPENDED, Instrument.US_PORT_FEE);
    }

    @Test
    void withoutATreatyThereIsNothingThatAReassuranceCouldMean() {
        Told told = new Told().round(null, true, false);
        told.say(Side.CN, REASSURE).round().round();
        told.expect(0, WordVerdict.OVERTAKEN, 3, Evidence.Kind.NOTHING_TO_KEEP, null);
    }

    // ---- signatures ----

    @Test
    void bothSidesAnswerForWhatTheySigned() {
        Told told = new Told().round(new Terms.Renewal(1, false), false, false);
        assertThat(told.ledger.entries()).hasSize(2).allMatch(LedgerEntry::isPending);
        assertThat(told.ledger.entries().get(0).due()).isEqualTo(4);
        told.round(order(Instrument.CN_PORT_FEE, 1))
                .round(order(Instrument.CN_PORT_FEE, 0))
                .round();
        told.expect(0, WordVerdict.DONE, 4, Evidence.Kind.KEPT, null);
        told.expect(1, WordVerdict.NOT_DONE, 2, Evidence.Kind.BROKE, Instrument.CN_PORT_FEE);
    }

    @Test
    void aPackageIsAWordOfThoseWhomItBindsOnly() {
        Terms lopsided = new Terms.Package(List.of(new Pledge(Instrument.CN_UNRELIABLE_ENTITIES, 0)), 2, false);
        Told told = new Told().round(lopsided, false, false);
        assertThat(told.ledger.entries()).extracting(LedgerEntry::side).containsExactly(Side.CN);
        assertThat(told.ledger.entries().get(0).promise()).isEqualTo(new Promise.Signed(lopsided, 2));
    }

    @Test
    void anAgreementThatTheOtherSideEndsIsOvertaken() {
        new Told()
                .round(new Terms.Renewal(4, false), false, false)
                .round(order(Instrument.CN_RARE_EARTHS_APRIL, 3))
                .expect(0, WordVerdict.OVERTAKEN, 2, Evidence.Kind.ENDED, null);
    }

    @Test
    void whoEndsItByAMaterialBreachOfAnotherAgreementHasNotDoneIt() {
        Terms both = new Terms.Package(
                List.of(new Pledge(Instrument.US_PORT_FEE, 0), new Pledge(Instrument.CN_PORT_FEE, 0)), 8, false);
        Told told = new Told().round(both, false, false).round(order(Instrument.US_RECIPROCAL_TARIFF, 6));
        told.expect(0, WordVerdict.NOT_DONE, 2, Evidence.Kind.BROKE, Instrument.US_RECIPROCAL_TARIFF);
        told.expect(1, WordVerdict.OVERTAKEN, 2, Evidence.Kind.ENDED, null);
    }

    @Test
    void whoSinksWhatItSignedHasNotDoneItAndTheOtherIsNotToBlame() {
        Told told =
                new Told().round(new Terms.Renewal(4, false), false, false, order(Instrument.US_RECIPROCAL_TARIFF, 7));
        told.expect(0, WordVerdict.NOT_DONE, 1, Evidence.Kind.SANK, null);
        told.expect(1, WordVerdict.OVERTAKEN, 1, Evidence.Kind.SANK, null);
    }

    @Test
    void whatALaterAgreementReplacesIsOvertaken() {
        Terms first = new Terms.Package(List.of(new Pledge(Instrument.CN_UNRELIABLE_ENTITIES, 0)), 6, false);
        Terms second = new Terms.Package(List.of(new Pledge(Instrument.CN_UNRELIABLE_ENTITIES, 0)), 4, false);
        Told told = new Told()
                .round(first, false, false)
                .round(second, false, false)
                .round();
        told.expect(0, WordVerdict.OVERTAKEN, 3, Evidence.Kind.REPLACED, null);
        told.expectPending(1);
    }

    // ---- the end ----

    @Test
    void theEndOfTheMatchDecidesWhatIsPending() {
        Told told = new Told()
                .say(Side.US, threat(Instrument.US_PORT_FEE, 1, 60, null))
                .say(Side.CN, REASSURE)
                .round();
        told.ledger.over();
        told.expect(0, WordVerdict.OVERTAKEN, 1, Evidence.Kind.MATCH_OVER, null);
        told.expect(1, WordVerdict.DONE, 1, Evidence.Kind.KEPT, null);
        assertThatThrownBy(() -> told.say(Side.US, WARN)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void roundsAreToldInOrder() {
        Told told = new Told().round();
        assertThatThrownBy(() -> told.ledger.resolved(told.play.last(Viewer.US)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // ---- laws ----

    /** What is said before each round of a random match. */
    private static List<List<LedgerEntry>> statements(long seed, int rounds) {
        SplitMix64 random = new SplitMix64(seed * 31 + 5);
        List<List<LedgerEntry>> all = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            List<LedgerEntry> said = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                Side side = random.nextInt(2) == 0 ? Side.US : Side.CN;
                Statement statement = random(random, side, round);
                said.add(new LedgerEntry(
                        side,
                        round,
                        new Promise.Stated(random.nextInt(3), statement),
                        round,
                        WordVerdict.PENDING,
                        0,
                        null));
            }
            all.add(said);
        }
        return all;
    }

    private static Statement random(SplitMix64 random, Side side, int round) {
        int kind = random.nextInt(7);
        if (kind == 6) {
            return new Statement.Guard(
                    Play.RULES.scenario().instruments().of(side).get(random.nextInt(9)));
        }
        if (kind < 2) {
            return kind == 0 ? REASSURE : WARN;
        }
        Pledge unless = kind < 4 ? null : pledge(random, side.other());
        Pledge deed = pledge(random, side);
        return threat(deed.instrument(), deed.bound(), round + random.nextInt(4), unless);
    }

    private static Pledge pledge(SplitMix64 random, Side side) {
        List<Instrument> own = Play.RULES.scenario().instruments().of(side);
        Instrument instrument = own.get(random.nextInt(own.size()));
        return new Pledge(
                instrument,
                random.nextInt(Play.RULES.scenario().spec(instrument).ladder().size()));
    }

    private static SaidAndDone ledger(List<RoundView> views, List<List<LedgerEntry>> said, boolean over) {
        SaidAndDone ledger = new SaidAndDone();
        for (RoundView view : views) {
            for (LedgerEntry word : said.get(view.round() - 1)) {
                Promise.Stated stated = (Promise.Stated) word.promise();
                ledger.said(word.side(), stated.seat(), stated.statement());
            }
            ledger.resolved(view);
        }
        if (over) {
            ledger.over();
        }
        return ledger;
    }

    @Test
    void allViewersHaveTheSameLedger() {
        for (long seed = 0; seed < 60; seed++) {
            Play play = Play.random(seed, 12);
            List<List<LedgerEntry>> said = statements(seed, 12);
            List<LedgerEntry> first =
                    ledger(play.views(Viewer.PUBLIC), said, true).entries();
            for (Viewer viewer : Viewer.values()) {
                assertThat(ledger(play.views(viewer), said, true).entries())
                        .as("seed %d for %s", seed, viewer)
                        .isEqualTo(first);
            }
        }
    }

    @Test
    void eachStatementStandsInItOnceAndTheEndLeavesNothingPending() {
        Set<WordVerdict> seen = EnumSet.noneOf(WordVerdict.class);
        Set<Evidence.Kind> kinds = EnumSet.noneOf(Evidence.Kind.class);
        for (long seed = 0; seed < 300; seed++) {
            Play play = Play.random(seed, 12);
            List<List<LedgerEntry>> said = statements(seed, 12);
            SaidAndDone ledger = ledger(play.views(Viewer.US), said, true);
            for (RoundView view : play.views(Viewer.US)) {
                List<String> expected = new ArrayList<>();
                for (LedgerEntry word : said.get(view.round() - 1)) {
                    expected.add(word.side() + " " + word.promise());
                }
                assertThat(ledger.entries().stream()
                                .filter(entry ->
                                        entry.promise() instanceof Promise.Stated && entry.round() == view.round())
                                .map(entry -> entry.side() + " " + entry.promise()))
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
            for (LedgerEntry entry : ledger.entries()) {
                seen.add(entry.verdict());
                kinds.add(java.util.Objects.requireNonNull(entry.deed()).kind());
                assertThat(entry.isPending()).isFalse();
                assertThat(entry.decided()).isBetween(entry.round(), Math.max(entry.round(), entry.due()));
            }
        }
        assertThat(seen).isEqualTo(EnumSet.complementOf(EnumSet.of(WordVerdict.PENDING)));
        assertThat(kinds).isEqualTo(EnumSet.allOf(Evidence.Kind.class));
    }

    /** Two matches that differ in covert levels only have one ledger, as long as no catch makes a difference that all can see. */
    @Test
    void covertLevelsNeverChangeAVerdict() {
        int alike = 0;
        int verdicts = 0;
        for (long seed = 0; seed < PAIRS; seed++) {
            Play one = Play.of(seed);
            Play two = Play.of(seed);
            SplitMix64 random = new SplitMix64(~seed);
            List<List<LedgerEntry>> said = statements(seed, 10);
            for (int round = 1; round <= 10 && !one.state.isOver(); round++) {
                RoundInputs inputs = one.randomInputs(random);
                one.round(inputs);
                two.round(new RoundInputs(
                        new JointOrders(
                                covertly(random, inputs.orders().us(), Side.US),
                                covertly(random, inputs.orders().cn(), Side.CN)),
                        inputs.signed(),
                        inputs.notice(Side.US),
                        inputs.notice(Side.CN)));
                if (!sameCatches(one.last(Viewer.PUBLIC), two.last(Viewer.PUBLIC))) {
                    break;
                }
                List<LedgerEntry> here =
                        ledger(one.views(Viewer.US), said, false).entries();
                assertThat(ledger(two.views(Viewer.CN), said, false).entries())
                        .as("seed %d round %d", seed, round)
                        .isEqualTo(here);
                alike++;
                verdicts += (int) here.stream()
                        .filter(entry -> entry.decided() == one.state.round())
                        .count();
            }
        }
        assertThat(alike).isGreaterThan(PAIRS);
        assertThat(verdicts).isGreaterThan(PAIRS);
    }

    private static boolean sameCatches(RoundView one, RoundView two) {
        return one.us().caughtOn() == two.us().caughtOn()
                && one.cn().caughtOn() == two.cn().caughtOn()
                && one.change() == two.change();
    }

    private static Orders covertly(SplitMix64 random, Orders orders, Side side) {
        List<Order> all = new ArrayList<>();
        for (Order order : orders.list()) {
            if (!order.instrument().isCovert()) {
                all.add(order);
            }
        }
        for (Instrument instrument : Play.RULES.scenario().instruments().of(side)) {
            if (instrument.isCovert()) {
                int size = Play.RULES.scenario().spec(instrument).ladder().size();
                all.add(new Order(instrument, random.nextInt(size)));
            }
        }
        return Orders.of(all);
    }
}
