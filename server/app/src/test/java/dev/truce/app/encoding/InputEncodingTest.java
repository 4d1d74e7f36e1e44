package dev.truce.app.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.orders.RequestedOrder;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InputEncodingTest {
    static Stream<Input> inputs() {
        return Stream.of(
                new Input.Start(),
                new Input.Submit(Seat.US_HEAD, 1, "key", List.of()),
                new Input.Submit(
                        Seat.CN_HEAD, 64, "k".repeat(64), List.of(new RequestedOrder(17, 1), new RequestedOrder(9, 7))),
                new Input.Undo(Seat.CN_HEAD, 3, "key"),
                new Input.Ready(Seat.US_HEAD, 2, true),
                new Input.Ready(Seat.US_HEAD, 2, false),
                new Input.DeadlinePassed(12),
                new Input.Abandon("the bell rang"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void anInputComesBackAsItWas(Input input) {
        assertThat(InputEncoding.of(InputEncoding.toBytes(input))).isEqualTo(input);
    }

    @Test
    void everyKindOfInputIsCovered() {
        assertThat(inputs().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Input.class.getPermittedSubclasses()));
    }

    /** Journals of released versions have to be read for ever. */
    @Test
    void theBytesOfTheFirstVersionAreStillRead() {
        byte[] stored =
                HexFormat.of().parseHex("1217" + "0a021000" + "1002" + "1a056b65792d31" + "220408011002" + "22021003");
        Input expected = new Input.Submit(
                new Seat(dev.truce.engine.board.Side.US, 0),
                2,
                "key-1",
                List.of(new RequestedOrder(1, 2), new RequestedOrder(0, 3)));
        assertThat(InputEncoding.of(stored)).isEqualTo(expected);
    }

    @Test
    void whatIsNoInputIsNotTakenForOne() {
        assertThatThrownBy(() -> InputEncoding.of(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InputEncoding.of(new byte[] {1, 2, 3})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSpecComesBackAsItWasAndDoesNotShowItsSeed() {
        MatchSpec spec = new MatchSpec(-8_877_665_544_332_211L, 12, 600_000, true);
        assertThat(MatchSpec.of(spec.toBytes())).isEqualTo(spec);
        assertThat(spec.toString()).doesNotContain("8877665544332211");
        assertThatThrownBy(() -> MatchSpec.of(new byte[] {9, 9})).isInstanceOf(IllegalArgumentException.class);
    }
}
