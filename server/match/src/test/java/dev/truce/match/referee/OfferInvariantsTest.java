package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.TermsHash;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.state.MatchState;
import dev.truce.match.Input;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.negotiation.OfferBook;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariants 19 and 20 catch a step that was broken by hand: real books of offers, put where they do not belong. */
class OfferInvariantsTest {
    private static final OfferId US_1 = new OfferId(Side.US, 1);
    private static final Input READY = new Input.Does(Seat.US_HEAD, 1, "ready", new Deed.Ready(true, 0));

    private final MatchState start = Table.of(3).referee.state();

    private RefereeSnapshot at(OfferBook book, int reports, @Nullable Ratification ratified) {
        return new RefereeSnapshot(
                start,
                1,
                null,
                null,
                reports,
                reports,
                0,
                book,
                false,
                false,
                0,
                ratified,
                0,
                Timekeeper.Reading.NONE,
                RoundPace.FREE,
                List.of());
    }

    private RefereeSnapshot open(OfferBook book) {
        return at(book, 0, null);
    }

    private static void isBroken(int number, RefereeSnapshot before, Input input, RefereeSnapshot after) {
        assertThatThrownBy(() -> OfferInvariants.check(before, input, after))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("invariant " + number + " is broken: ");
    }

    /** What the book looks like after the US has offered a renewal and this happened, a word for each step. */
    private static OfferBook book(String steps) {
        Table table = Table.open(3);
        table.seat("US").offers("renewal 4");
        for (String step : steps.split(" ")) {
            switch (step) {
                case "offered" -> {}
                case "accepted" -> table.seat("CN").accepts("US-1");
                case "refused" -> table.seat("CN").refuses("US-1");
                case "countered" -> table.seat("CN").counters("US-1", "renewal 2");
                case "withdrawn" -> table.seat("US").withdraws("US-1");
                case "closed" -> table.everybodyIsReady();
                case "sunk" -> table.seat("US").submits("CHIP=strict");
                default -> throw new IllegalArgumentException(step);
            }
        }
        return table.referee.offers();
    }

    private static String hash() {
        return TermsHash.of(Table.terms("renewal 4"));
    }

    private static Input accept(Seat seat, String hash) {
        return new Input.Does(seat, 1, "a", new Deed.Accept(US_1, hash));
    }

    @Test
    void whatTheRefereeDoesBreaksNothing() {
        assertThatCode(() -> {
                    OfferInvariants.check(
                            open(OfferBook.EMPTY),
                            new Input.Does(Seat.US_HEAD, 1, "a", new Deed.MakeOffer(Table.terms("renewal 4"), null)),
                            open(book("offered")));
                    OfferInvariants.check(open(book("offered")), accept(Seat.CN_HEAD, hash()), open(book("accepted")));
                    OfferInvariants.check(
                            open(book("accepted")), READY, at(book("accepted closed"), 1, entered("renewal 4")));
                    OfferInvariants.check(
                            open(book("offered closed")),
                            READY,
                            at(book("offered closed closed"), 1, Ratification.NOTHING));
                })
                .doesNotThrowAnyException();
    }

    private static Ratification entered(String terms) {
        return new Ratification(Table.terms(terms), Ratification.Outcome.ENTERED, null);
    }

    @Test
    void onlyTheAddresseeAcceptsAndOnTheTermsOfTheOffer() {
        isBroken(19, open(book("offered")), accept(Seat.US_HEAD, hash()), open(book("accepted")));
        isBroken(19, open(book("offered")), accept(new Seat(Side.CN, 1), hash()), open(book("accepted")));
        isBroken(19, open(book("offered")), accept(Seat.CN_HEAD, "0123456789abcdef"), open(book("accepted")));
        isBroken(19, open(book("offered")), READY, open(book("accepted")));
        Input other = new Input.Does(Seat.CN_HEAD, 1, "a", new Deed.Accept(new OfferId(Side.US, 2), hash()));
        isBroken(19, open(book("offered")), other, open(book("accepted")));
    }

    @Test
    void anOfferIsAcceptedBeforeItExpires() {
        RefereeSnapshot late = new RefereeSnapshot(
                start,
                3,
                null,
                null,
                0,
                0,
                0,
                book("offered"),
                false,
                false,
                0,
                null,
                0,
                Timekeeper.Reading.NONE,
                RoundPace.FREE,
                List.of());
        isBroken(19, late, accept(Seat.CN_HEAD, hash()), open(book("accepted")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refused",
                "countered",
                "withdrawn",
                "offered closed closed",
                "accepted closed",
                "accepted sunk closed"
            })
    void whatHasEndedIsNeverAcceptedAfterAll(String ended) {
        isBroken(20, open(book(ended)), accept(Seat.CN_HEAD, hash()), open(book("accepted")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "countered", "withdrawn"})
    void nobodyElseEndsAnOffer(String ended) {
        isBroken(19, open(book("offered")), READY, open(book(ended)));
    }

    @Test
    void offersNeitherComeFromNowhereNorVanish() {
        isBroken(19, open(OfferBook.EMPTY), READY, open(book("offered")));
        isBroken(19, open(book("offered")), READY, open(OfferBook.EMPTY));
        Input others = new Input.Does(Seat.CN_HEAD, 1, "a", new Deed.MakeOffer(Table.terms("renewal 4"), null));
        isBroken(19, open(OfferBook.EMPTY), others, open(book("offered")));
    }

    @Test
    void anOfferIsDecidedOnlyWhenItsRoundCloses() {
        isBroken(19, open(book("accepted")), READY, open(book("accepted closed")));
        isBroken(19, open(book("offered")), READY, open(book("offered closed closed")));
    }

    @Test
    void aRoundIsResolvedFromWhatWasAcceptedInIt() {
        // Something was signed and nobody had accepted it.
        isBroken(20, open(book("withdrawn")), READY, at(book("withdrawn closed"), 1, entered("renewal 4")));
        // Other terms were signed than those that were accepted.
        isBroken(20, open(book("accepted")), READY, at(book("accepted closed"), 1, entered("renewal 5")));
        // Nothing was signed although something had been accepted.
        isBroken(20, open(book("accepted")), READY, at(book("accepted closed"), 1, Ratification.NOTHING));
        // What entered into force is said to have lapsed.
        isBroken(
                20,
                open(book("accepted")),
                READY,
                at(
                        book("accepted closed"),
                        1,
                        new Ratification(Table.terms("renewal 4"), Ratification.Outcome.LAPSED_BY_NOTICE, Side.CN)));
    }
}
