package dev.truce.story.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Side;
import dev.truce.engine.view.PublicRound;
import dev.truce.engine.view.PublicRound.Ended;
import dev.truce.story.board.BoardCard.Highlight;
import dev.truce.story.board.BoardCard.Sign;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the card of a table says in each state that a table can be in. */
class BoardCardTest {
    private static final Phrases ENGLISH = Bundles.of(Language.EN);
    private static final PublicRound START = round(0, 47, 0, 8);

    private static final String RAN_OUT = ENGLISH.of("class-board.ended.RAN_OUT", 1);

    private final List<PublicRound> rounds = new ArrayList<>();

    /** A round in which nothing happens. */
    private static PublicRound round(int number, int tariff, int deal, int truce) {
        return round(number, tariff, deal, truce, Ended.NOTHING, List.of());
    }

    private static PublicRound round(int number, int tariff, int deal, int truce, Ended ended, List<Side> broke) {
        return new PublicRound(
                number, tariff, broke, false, false, deal, truce, ended, false, List.of(), List.of(), List.of());
    }

    /** A round of a truce in which sides are accused, found or cleared. */
    private static PublicRound judged(
            int number, List<Side> accused, List<Side> found, List<Side> cleared, Ended ended, int truce) {
        return new PublicRound(number, 47, List.of(), false, false, 0, truce, ended, false, accused, found, cleared);
    }

    private BoardCard card() {
        return BoardCard.of(START, new SeenTable(4, rounds, false));
    }

    private void says(String text, Sign sign, boolean unbound) {
        BoardCard card = card();
        assertThat(card.text(ENGLISH)).isEqualTo(text);
        assertThat(card.sign()).as(text).isEqualTo(sign);
        assertThat(card.isUnbound()).as(text).isEqualTo(unbound);
    }

    @Test
    void beforeTheFirstRevealTheStartIsTold() {
        says("truce to round 8", Sign.TRUCE, false);
        assertThat(card().tariffs()).containsExactly(47);
    }

    @Test
    void dealAndTruceAreToldWithTheirLastRounds() {
        rounds.add(new PublicRound(
                1, 47, List.of(), false, false, 3, 8, Ended.NOTHING, true, List.of(), List.of(), List.of()));
        says("deal to round 3, truce to 8; just signed", Sign.DEAL, false);
        rounds.add(round(2, 37, 3, 8));
        says("deal to round 3, truce to 8", Sign.DEAL, false);
        rounds.add(round(3, 37, 0, 8, Ended.RAN_OUT, List.of()));
        says("truce to round 8; deal ran out", Sign.TRUCE, false);
        assertThat(card().tariffs()).containsExactly(47, 47, 37, 37);
    }

    @Test
    void anAnnouncedDealSaysSo() {
        rounds.add(new PublicRound(
                1, 37, List.of(), true, false, 3, 8, Ended.NOTHING, false, List.of(), List.of(), List.of()));
        says(ENGLISH.of("class-board.deal.announced", 3) + ", truce to 8", Sign.DEAL, false);
    }

    @Test
    void aDealWhoseTruceHasRunOutBinds() {
        rounds.add(round(1, 37, 3, 0, Ended.RAN_OUT, List.of()));
        says("deal to round 3; truce ran out", Sign.DEAL, false);
        assertThat(card().hasRunOut()).isFalse();
    }

    @Test
    void whatWasBrokenIsToldApartFromWhatRanOut() {
        rounds.add(round(1, 172, 0, 0, Ended.BREACH, List.of(Side.US)));
        says("broken in round 1", Sign.END, true);
        assertThat(card().isAtWar()).isTrue();
        assertThat(card().hasRunOut()).isFalse();
        rounds.add(round(2, 172, 0, 0));
        says("broken in round 1", Sign.END, true);
        rounds.clear();
        rounds.add(round(1, 47, 0, 0, Ended.RAN_OUT, List.of()));
        says(RAN_OUT, Sign.END, true);
        assertThat(card().isAtWar()).isFalse();
        assertThat(card().hasRunOut()).isTrue();
    }

    @Test
    void aTariffThatCameBackIsToldApartFromOneThatWasRaised() {
        rounds.add(round(1, 47, 0, 0, Ended.RAN_OUT, List.of()));
        rounds.add(new PublicRound(
                2, 81, List.of(), false, true, 0, 0, Ended.NOTHING, false, List.of(), List.of(), List.of()));
        says(RAN_OUT + "; " + ENGLISH.of("class-board.event.RETURNED"), Sign.END, true);
        rounds.add(round(3, 91, 0, 0));
        says(RAN_OUT + "; raised by decision", Sign.END, true);
    }

    @Test
    void anAccusationIsOpenUntilItIsJudged() {
        rounds.add(judged(1, List.of(Side.CN), List.of(), List.of(), Ended.NOTHING, 8));
        says("truce to round 8; China accused", Sign.ALERT, false);
        assertThat(BoardCounts.of(List.of(card())).accused()).isEqualTo(1);
        List<PublicRound> accused = List.copyOf(rounds);
        rounds.add(judged(2, List.of(), List.of(Side.CN), List.of(), Ended.FINDING, 8));
        says("truce to round 8; China: shortfall found", Sign.LENS, false);
        assertThat(BoardCounts.of(List.of(card())).accused()).isZero();
        rounds.clear();
        rounds.addAll(accused);
        rounds.add(judged(2, List.of(), List.of(), List.of(Side.CN), Ended.NOTHING, 8));
        says("truce to round 8; China cleared", Sign.LENS, false);
        rounds.clear();
        rounds.addAll(accused);
        rounds.add(judged(2, List.of(), List.of(), List.of(), Ended.SUSPENSION, 8));
        says("truce to round 8; deal suspended", Sign.TRUCE, false);
    }

    /** By the older rulesets the news say who falls short, and are wrong now and then. */
    @Test
    void whoWasNotAccusedIsReportedAndNotFound() {
        rounds.add(judged(1, List.of(), List.of(Side.US, Side.CN), List.of(), Ended.NOTHING, 8));
        says("truce to round 8; US and China: shortfall reported", Sign.LENS, false);
        assertThat(card().event()).isEqualTo(Highlight.REPORTED);
    }

    @Test
    void eachEndHasItsWords() {
        for (Ended ended : Ended.values()) {
            rounds.clear();
            rounds.add(round(1, 47, 0, 0, ended, List.of()));
            for (Language language : Language.values()) {
                String text = card().text(Bundles.of(language));
                assertThat(text).isNotBlank().doesNotContain("%");
                assertThat(text.contains("1")).as(text).isEqualTo(ended != Ended.NOTHING);
            }
            assertThat(card().isAtWar()).isEqualTo(ended != Ended.NOTHING && ended != Ended.RAN_OUT);
        }
    }

    @Test
    void whatIsSignedAfterABreachBinds() {
        rounds.add(round(1, 172, 0, 0, Ended.BREACH, List.of(Side.US)));
        rounds.add(new PublicRound(
                2, 172, List.of(), false, false, 0, 6, Ended.NOTHING, true, List.of(), List.of(), List.of()));
        says("truce to round 6; just signed", Sign.TRUCE, false);
        assertThat(card().isAtWar()).isFalse();
    }

    @Test
    void aBreachThatEndsNothingIsTold() {
        rounds.add(round(1, 57, 0, 8, Ended.NOTHING, List.of(Side.US)));
        says("truce to round 8; US broke a promise", Sign.ALERT, false);
    }

    @Test
    void aTableThatAFaultHasStoppedSaysOnlyThat() {
        assertThat(BoardCard.of(START, new SeenTable(4, rounds, true)).text(ENGLISH))
                .isEqualTo("stopped by a fault");
    }

    @Test
    void tablesAreCounted() {
        List<BoardCard> cards = new ArrayList<>();
        for (Ended ended : new Ended[] {Ended.BREACH, Ended.NOTICE, Ended.RAN_OUT, Ended.NOTHING}) {
            cards.add(BoardCard.of(
                    START,
                    new SeenTable(
                            cards.size() + 1,
                            List.of(round(
                                    1, 40 + 10 * cards.size(), 0, ended == Ended.NOTHING ? 8 : 0, ended, List.of())),
                            false)));
        }
        assertThat(BoardCounts.of(cards)).isEqualTo(new BoardCounts(2, 1, 0, 0, 40, 55, 70));
        assertThat(BoardCounts.of(cards).worded(ENGLISH).values()).containsExactly(2, 1, 0, 0);
        assertThat(BoardCounts.of(cards).text(ENGLISH))
                .contains("2 at war", "1" + ENGLISH.of("class-board.count.ran-out"));
    }
}
