package dev.truce.cli.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.screen.RealMatch;
import dev.truce.cli.screen.ViewFixture;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.story.print.Look;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of doing nothing, at the start of a real match. */
class InactionTest {
    private final Board board = new Board(ViewFixture.BUSAN, Side.US);
    private final DraftOrders draft = new DraftOrders();
    private final ForecastTrial trial = new ForecastTrial(Rules.of(ViewFixture.BUSAN), Viewer.US, Look.PLAIN);

    @BeforeEach
    void open() {
        RealMatch match = RealMatch.play("hold", "hold", 5, 3);
        board.take(new Notice.RoundOpened(match.observations(Viewer.US).get(0), 0), 0, true);
    }

    private String text() {
        return trial.inaction(board, draft, Texts.wording(ViewFixture.BUSAN));
    }

    @Test
    void aBreachThatIsSavedIsToldWithWhatItCosts() {
        Orders breach = Orders.of(List.of(new Order(Instrument.US_FENTANYL_TARIFF, 5)));
        draft.set(breach.list());
        draft.saved(breach, "14:02:11");
        assertThat(trial.charge(board, breach)).isBetween(-14_000, -3_000);
        assertThat(text()).matches(Texts.of("inaction", "FENT 10->25 \\(saved\\); A1 is BROKEN \\(-\\d+\\.\\d\\).*"));
    }

    @Test
    void whereNothingIsBrokenNoFigureIsTold() {
        assertThat(trial.charge(board, Orders.HOLD)).isZero();
        assertThat(text()).isEqualTo(Texts.of("inaction", "hold; A1 is kept"));
    }
}
