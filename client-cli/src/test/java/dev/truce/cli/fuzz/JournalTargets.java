package dev.truce.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.classroom.ClassEvent;
import dev.truce.app.classroom.ClassSetup;
import dev.truce.app.classroom.Template;
import dev.truce.app.encoding.ClassEncoding;
import dev.truce.app.encoding.MatchSeed;
import dev.truce.app.encoding.MatchSpec;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.codec.InputCodec;
import java.util.List;
import java.util.function.Function;

/** What the journal holds, should its bytes be others than were written. */
final class JournalTargets {
    private static final String TEMPLATE = "title: Seminar\nscenario: class-8\n";

    private JournalTargets() {}

    static List<Target> all() {
        return List.of(
                target("journal-inputs", inputs(), InputCodec::of, InputCodec::toBytes),
                target(
                        "journal-class-events",
                        events().stream().map(ClassEncoding::toBytes).toList(),
                        ClassEncoding::event,
                        ClassEncoding::toBytes),
                target(
                        "journal-class-setups",
                        List.of(ClassEncoding.toBytes(setup())),
                        ClassEncoding::setup,
                        ClassEncoding::toBytes),
                target("journal-match-specs", specs(), MatchSpec::of, MatchSpec::toBytes));
    }

    private static <T> Target target(
            String name, List<byte[]> seeds, Function<byte[], T> reader, Function<T, byte[]> printer) {
        return new Target(name, 100, seeds, List.of(), input -> {
            T read;
            try {
                read = reader.apply(input);
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).isNotEmpty();
                return Target.Outcome.REFUSED;
            }
            WireTargets.same(reader.apply(printer.apply(read)), read);
            return Target.Outcome.ACCEPTED;
        });
    }

    private static List<byte[]> inputs() {
        return List.of(
                InputCodec.toBytes(new Input.Hosts(new HostAct.Start())),
                InputCodec.toBytes(Input.Hosts.timeUp(3, 3)),
                InputCodec.toBytes(new Input.Hosts(new HostAct.StandIn(Side.CN, 1, "tft"))),
                InputCodec.toBytes(new Input.Hosts(new HostAct.Abandon("enough"))),
                InputCodec.toBytes(new Input.Does(Seat.US_HEAD, 2, "key-1", new Deed.Ready(true, 1))),
                InputCodec.toBytes(new Input.Does(new Seat(Side.CN, 1), 2, "key-2", new Deed.Vote(1, true))));
    }

    private static List<ClassEvent> events() {
        return List.of(
                new ClassEvent.Acted(
                        1_000,
                        2,
                        "key-1",
                        new ClassAct.Move(3, 5, Side.CN, 1),
                        "",
                        List.of(
                                new ClassEvent.Release(1, Seat.US_HEAD),
                                new ClassEvent.Renames(1, Seat.CN_HEAD, "Otter"),
                                new ClassEvent.Hosts(5, new HostAct.HandBack(Side.CN, 1)))),
                new ClassEvent.Entered(2_000, 7, 5, new Seat(Side.CN, 1), "a1b2", List.of()),
                new ClassEvent.Held(2_000, 3, 7, "a1b2", 1),
                new ClassEvent.Called(2_500, 7, "Do we lose A2?"),
                new ClassEvent.DeskOpened(3_000, 2, "token", "ticket"),
                new ClassEvent.Finished(4_000, 12, List.of(new ClassEvent.TableRefusal(5, "STALE_ROUND", 0))));
    }

    private static ClassSetup setup() {
        return new ClassSetup(
                TEMPLATE,
                Template.read(TEMPLATE, "template"),
                List.of(new ClassSetup.TableSetup(
                        4, "m-1", List.of(new ClassSetup.SeatSetup(Seat.CN_HEAD, "Otter", 3)))),
                3,
                "hash");
    }

    private static List<byte[]> specs() {
        return List.of(
                new MatchSpec(new MatchSeed(42, 43L, "0123456789abcdef0123456789abcdef"), 6, 60_000, false).toBytes(),
                new MatchSpec(
                                MatchSeed.chosen(7),
                                0,
                                0,
                                true,
                                List.of(
                                        Delegation.usual(Side.US, DelegationMode.PORTFOLIO, 3),
                                        Delegation.usual(Side.CN, DelegationMode.HEAD, 2)))
                        .toBytes());
    }
}
