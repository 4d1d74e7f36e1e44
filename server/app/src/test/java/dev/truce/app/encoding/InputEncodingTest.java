package dev.truce.app.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
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
                new Input.Ready(Seat.US_HEAD, 2, true, 3),
                new Input.MakeOffer(Seat.US_HEAD, 3, "key", new Terms.Renewal(4, true), null),
                new Input.MakeOffer(
                        Seat.CN_HEAD,
                        3,
                        "key",
                        new Terms.Package(
                                List.of(
                                        new Pledge(Instrument.US_FENTANYL_TARIFF, 0),
                                        new Pledge(Instrument.CN_UNRELIABLE_ENTITIES, 1)),
                                8,
                                false),
                        new OfferId(Side.US, 12)),
                new Input.AcceptOffer(Seat.US_HEAD, 3, "key", new OfferId(Side.CN, 1), "0123456789abcdef"),
                new Input.RefuseOffer(Seat.US_HEAD, 3, "key", new OfferId(Side.CN, 1)),
                new Input.WithdrawOffer(Seat.CN_HEAD, 3, "key", new OfferId(Side.CN, 1)),
                new Input.Draft(
                        new Seat(Side.CN, 3), 3, "key", List.of(new RequestedOrder(17, 1), new RequestedOrder(9, 7))),
                new Input.Vote(new Seat(Side.CN, 3), 3, "key", new Seat(Side.CN, 1), true),
                new Input.Vote(Seat.US_HEAD, 3, "key", new Seat(Side.US, 4), false),
                new Input.GiveNotice(Seat.CN_HEAD, 3, "key", true),
                new Input.GiveNotice(Seat.CN_HEAD, 3, "key", false),
                new Input.Say(new Seat(Side.CN, 2), 3, "key", Channel.DELEGATION, "好", null),
                new Input.Say(Seat.US_HEAD, 3, "key", Channel.OTHER_SIDE, "Well?", null),
                new Input.Say(Seat.US_HEAD, 3, "key", Channel.PUBLIC, "", new Statement.Reassure()),
                new Input.Say(Seat.US_HEAD, 3, "key", Channel.PUBLIC, "", new Statement.Warn()),
                new Input.Say(
                        Seat.US_HEAD,
                        3,
                        "key",
                        Channel.PUBLIC,
                        "Or else.",
                        new Statement.Threaten(Instrument.US_PORT_FEE, 2, 5, null)),
                new Input.Say(
                        Seat.US_HEAD,
                        3,
                        "key",
                        Channel.PUBLIC,
                        "",
                        new Statement.Threaten(Instrument.US_PORT_FEE, 2, 5, new Pledge(Instrument.CN_AGRI_TARIFF, 0))),
                new Input.DeadlinePassed(12),
                new Input.PlayCard(4, "leak CN.SOY"),
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
                new Seat(Side.US, 0), 2, "key-1", List.of(new RequestedOrder(1, 2), new RequestedOrder(0, 3)));
        assertThat(InputEncoding.of(stored)).isEqualTo(expected);
    }

    /** Before there were offers nobody said how many he had heard. */
    @Test
    void aReadinessOfTheFirstVersionHasHeardNoOffer() {
        byte[] stored = HexFormat.of().parseHex("2208" + "0a021000" + "1002" + "1801");
        assertThat(InputEncoding.of(stored)).isEqualTo(new Input.Ready(Seat.US_HEAD, 2, true, 0));
    }

    @Test
    void whatIsNoInputIsNotTakenForOne() {
        assertThatThrownBy(() -> InputEncoding.of(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InputEncoding.of(new byte[] {1, 2, 3})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSpecComesBackAsItWasAndDoesNotShowItsSeed() {
        String salt = "00112233445566778899aabbccddeeff";
        MatchSpec spec = new MatchSpec(new MatchSeed(-8_877_665_544_332_211L, salt), 12, 600_000, true);
        assertThat(MatchSpec.of(spec.toBytes())).isEqualTo(spec);
        assertThat(spec.toString()).doesNotContain("8877665544332211").doesNotContain(salt);
        MatchSpec chosen = new MatchSpec(MatchSeed.chosen(7), 12, 600_000, true);
        assertThat(MatchSpec.of(chosen.toBytes())).isEqualTo(chosen);
        assertThatThrownBy(() -> MatchSpec.of(new byte[] {9, 9})).isInstanceOf(IllegalArgumentException.class);
    }
}
