package dev.truce.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.seat.Board;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.Side;
import dev.truce.match.Seat;
import dev.truce.scenario.Scenarios;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers that stand for lines. */
class ChoicesTest {
    private static final List<String> TOPICS = List.of("look", "order");

    private final Board board = new Board(Scenarios.busan2025(), Seat.head(Side.US));
    private final Choices choices = new Choices(true, board, TOPICS);

    @Test
    void aNumberStandsForItsLineOnce() {
        assertThat(choices.after("help", "")).containsExactly("By number:", "1: help look", "2: help order");
        assertThat(choices.chosen("2")).contains("help order");
        assertThat(choices.chosen("2")).isEmpty();
    }

    @Test
    void theFirstAnswerToAQuestionIsNo() {
        assertThat(choices.ofQuestion("break A1"))
                .containsExactly("By number:", "1: " + Texts.of("choice.no"), "2: break A1");
        assertThat(choices.chosen("1")).contains("");
        choices.ofQuestion("break A1");
        assertThat(choices.chosen("2")).contains("break A1");
    }

    @Test
    void whatElseIsTypedEndsTheNumbers() {
        choices.of(List.of("commit", "undo"));
        assertThat(choices.chosen("3")).isEmpty();
        assertThat(choices.chosen("1")).isEmpty();
        choices.of(List.of("commit", "undo"));
        assertThat(choices.chosen("state")).isEmpty();
        assertThat(choices.chosen("1")).isEmpty();
    }

    @Test
    void anOfferThatComesInTakesNoNumberAway() {
        choices.of(List.of("FENT=0", "FENT=5"));
        assertThat(choices.ofOffers()).isEmpty();
        assertThat(choices.chosen("1")).contains("FENT=0");
    }

    @Test
    void noMoreThanTwelveAreShown() {
        List<String> many =
                IntStream.rangeClosed(1, 40).mapToObj(i -> "show round " + i).toList();
        assertThat(choices.of(many)).hasSize(1 + Choices.MOST).endsWith("12: show round 40");
        assertThat(choices.chosen("12")).contains("show round 40");
    }

    /** A sentence is not taken apart: commas and words between its lines are those of one language. */
    @Test
    void whatAnErrorNamesAsNextIsAListInEachLanguage() {
        UsageFault several = UsageFault.of("CODE", "what", "unchanged", List.of("commit", "undo"));
        assertThat(Choices.hints(several, List.of("commit", "undo")::contains)).containsExactly("commit", "undo");
        assertThat(several.next()).isEqualTo("commit" + Texts.of("fault.or") + "undo");
        UsageFault prose = UsageFault.of("CODE", "what", "unchanged", "commit, or undo");
        assertThat(Choices.hints(prose, List.of("undo")::contains)).isEmpty();
        assertThat(Choices.hints(several.next("pacts"), List.of("pacts")::contains))
                .containsExactly("pacts");
    }

    @Test
    void nothingIsNumberedWhereNumbersAreNotShown() {
        Choices plain = new Choices(false, board, TOPICS);
        assertThat(plain.ofQuestion("close")).isEmpty();
        assertThat(plain.chosen("2")).isEmpty();
        assertThat(plain.after("help", "")).isEmpty();
    }

    @Test
    void aCommandWithoutChoicesHasNone() {
        assertThat(choices.after("why", "")).isEmpty();
        assertThat(choices.after("help", "look")).isEmpty();
        assertThat(choices.after("accept", "")).isEmpty();
    }
}
