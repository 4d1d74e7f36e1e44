package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.delegation.Minister;
import dev.truce.engine.delegation.MinisterScore;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 9: drafts, votes, delegation talk and briefs are the side's, or the seat's, until the match is over. */
class DelegationSecretsTest {
    private static final int ROUNDS = 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void matchesThatDifferOnlyInsideADelegationLookTheSameToAllOthers(long seed) {
        for (DelegationMode mode : DelegationMode.values()) {
            Table quiet = play(seed, mode, false);
            Table busy = play(seed, mode, true);
            assertThat(busy.journal.size()).isGreaterThan(quiet.journal.size());
            assertThat(beforeTheEnd(busy, Viewer.US)).isEqualTo(beforeTheEnd(quiet, Viewer.US));
            assertThat(beforeTheEnd(busy, Viewer.PUBLIC)).isEqualTo(beforeTheEnd(quiet, Viewer.PUBLIC));
            assertThat(busy.told(new Seat(Side.US, 1))).isEqualTo(quiet.told(new Seat(Side.US, 1)));
            assertThat(busy.referee.stateHash()).as("it binds nobody").isEqualTo(quiet.referee.stateHash());
        }
    }

    /** A match at random; in a busy one the Chinese ministers have other briefs, draft, vote and talk among themselves. */
    private static Table play(long seed, DelegationMode mode, boolean busy) {
        SplitMix64 random = new SplitMix64(seed);
        SplitMix64 inside = new SplitMix64(seed + 1_000);
        MatchTerms usual = Table.terms(mode, 4);
        List<Delegation> delegations = List.of(
                usual.delegation(Side.US), busy ? otherBriefs(usual.delegation(Side.CN)) : usual.delegation(Side.CN));
        Table table = new Table(
                Table.setup(ROUNDS, seed),
                new MatchTerms(
                        0,
                        usual.rounds().absences().usual(),
                        usual.seats(),
                        usual.viewers(),
                        Recording.TEXT,
                        "Group A",
                        "Group B",
                        delegations));
        table.start();
        while (!table.referee.isOver()) {
            for (Seat seat : table.terms.seats()) {
                List<RequestedOrder> orders = decided(table, seat, random);
                if (busy && seat.side() == Side.CN) {
                    counsel(table, seat, inside);
                }
                if (mode == DelegationMode.PORTFOLIO || seat.number() == 0) {
                    table.hand(new Input.Does(
                            seat, table.referee.openRound(), "m" + table.referee.openRound(), new Deed.Submit(orders)));
                }
            }
            table.everybodyIsReady();
        }
        return table;
    }

    private static List<RequestedOrder> decided(Table table, Seat seat, SplitMix64 random) {
        Delegation delegation = table.terms.delegation(seat.side());
        return table.atRandom(seat.side(), random).list().stream()
                .filter(order -> delegation.decides(order.instrument()) == seat.number())
                .map(RequestedOrder::of)
                .toList();
    }

    private static void counsel(Table table, Seat seat, SplitMix64 inside) {
        int round = table.referee.openRound();
        List<RequestedOrder> draft = table.atRandom(seat.side(), inside).list().stream()
                .map(RequestedOrder::of)
                .toList();
        table.hand(new Input.Does(seat, round, "draft" + round, new Deed.PutDraft(draft)));
        table.hand(
                new Input.Does(seat, round, "vote" + round, new Deed.Vote(inside.nextInt(4), inside.nextInt(2) == 0)));
        table.hand(new Input.Does(
                seat, round, "say" + round, new Deed.Say(Channel.DELEGATION, "between us: " + round, null)));
    }

    private static Delegation otherBriefs(Delegation delegation) {
        List<Minister> ministers = new ArrayList<>();
        for (Minister minister : delegation.ministers()) {
            ministers.add(new Minister(
                    minister.number(), minister.portfolios(), new Brief(Collections.nCopies(Component.COUNT, 250))));
        }
        return new Delegation(delegation.side(), delegation.mode(), ministers);
    }

    private static List<Notice> beforeTheEnd(Table table, Viewer viewer) {
        return table.told(viewer).stream()
                .filter(notice -> !(notice instanceof Notice.MatchOver || notice instanceof Notice.MinistersScored))
                .toList();
    }

    @Test
    void aBriefIsToldToItsSeatAlone() {
        Table table = Table.open(2, DelegationMode.PORTFOLIO, 5);
        for (Seat seat : table.terms.seats()) {
            List<Notice> told = table.told(seat);
            if (seat.number() == 0) {
                assertThat(told).as(seat + " has none").isEmpty();
            } else {
                Minister minister = table.terms
                        .delegation(seat.side())
                        .minister(seat.number())
                        .orElseThrow();
                assertThat(told)
                        .containsExactly(
                                new Notice.BriefGiven(seat, Brief.of(minister, seat.side(), table.setup.seed())));
            }
            assertThat(table.referee.history(seat)).isEqualTo(told);
        }
        for (Viewer viewer : Viewer.values()) {
            assertThat(table.told(viewer)).noneMatch(Notice.BriefGiven.class::isInstance);
        }
    }

    @Test
    void whereTheHeadDecidesNobodyHasABrief() {
        Table table = Table.open(1, DelegationMode.HEAD, 5);
        table.everybodyIsReady();
        assertThat(table.terms.seats()).allMatch(seat -> table.told(seat).isEmpty());
        assertThat(table.told(Viewer.US)).noneMatch(Notice.MinistersScored.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource(Viewer.class)
    void theDebriefTellsAllWhatTheMinistersWereOutForAndWhatCameOfIt(Viewer viewer) {
        Table table = Table.open(1, DelegationMode.PORTFOLIO, 5);
        table.at("CN.2").submits("SOY=3");
        table.everybodyIsReady();
        List<Notice> told = table.told(viewer);
        Notice.MinistersScored scored = (Notice.MinistersScored) told.get(told.size() - 2);
        Notice.MatchOver over = (Notice.MatchOver) told.get(told.size() - 1);
        assertThat(scored.scores()).hasSize(8);
        for (MinisterScore score : scored.scores()) {
            Seat seat = new Seat(score.side(), score.number());
            assertThat(table.told(seat)).containsExactly(new Notice.BriefGiven(seat, score.brief()));
            assertThat(score.sideScore())
                    .isEqualTo(BySide.pick(score.side(), over.us(), over.cn()).score());
        }
        assertThat(scored.scores()).extracting(MinisterScore::score).doesNotHaveDuplicates();
        assertThat(table.referee.history(viewer)).contains(scored);
    }

    @Test
    void aReplayOfTheJournalHasTheSameDraftsVotesAndBriefs() {
        Table table = play(3, DelegationMode.PORTFOLIO, true);
        List<Input> open = table.journal.subList(0, table.journal.size() - 2);
        Referee again = Referee.replay(Table.RULES, table.setup, table.terms, open);
        Referee twice = Referee.replay(Table.RULES, table.setup, table.terms, open);
        for (Viewer viewer : Viewer.values()) {
            assertThat(again.history(viewer)).isEqualTo(twice.history(viewer));
        }
        assertThat(again.history(Viewer.CN)).anyMatch(Notice.Voted.class::isInstance);
        Referee whole = Referee.replay(Table.RULES, table.setup, table.terms, table.journal);
        assertThat(whole.chain()).isEqualTo(table.referee.chain());
        assertThat(whole.history(Viewer.CN)).isEqualTo(table.referee.history(Viewer.CN));
    }
}
