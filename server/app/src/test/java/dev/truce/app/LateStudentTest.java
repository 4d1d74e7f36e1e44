package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.SeatHolder;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.io.IOException;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A late student sits down in every phase of the table, from a bot or into an empty seat; a person without a seat watches. */
class LateStudentTest extends HeldClass {
    private static final String TEMPLATE = """
        title: Seminar
        scenario: busan-2025
        us_seats: 2
        rounds: 1
        minutes: 1
        grace_seconds: 10
        open: desk
        reveal: desk
        bot: hold
        seed: 7f3a91c2d84be650a1f79c3d5e82b064
        """;

    private static final String LIST = "Name,Student number\nAnn,s1\nBo,s2\nCy,s3\n";
    private static final Seat LATE = new Seat(Side.US, 1);

    private final HandTimers timers = new HandTimers();

    /** What the table does, in the order in which it comes. */
    private enum Phase {
        LOBBY,
        BETWEEN,
        OPEN,
        PAUSED,
        OVERTIME,
        SHUT,
        OVER
    }

    /** Who has the seat. */
    private enum Holder {
        NOT_TAKEN,
        BOT,
        NOBODY
    }

    private static Stream<Arguments> everyPhase() {
        return Stream.of(Phase.values())
                .flatMap(phase -> (phase == Phase.LOBBY ? EnumSet.of(Holder.NOT_TAKEN) : EnumSet.allOf(Holder.class))
                        .stream().map(holder -> Arguments.of(phase, holder)));
    }

    private void lead(RawClient desk, RawClient ann, Phase phase, Holder holder) throws IOException {
        if (phase == Phase.LOBBY) {
            return;
        }
        does(desk, "start");
        if (holder != Holder.NOT_TAKEN) {
            does(desk, holder == Holder.BOT ? "fill-gaps hold" : "1: vacate US.1");
        }
        if (phase == Phase.BETWEEN) {
            return;
        }
        does(desk, "open r1");
        ann.await(Notice.RoundOpened.class, any -> true);
        if (phase == Phase.PAUSED) {
            does(desk, "pause");
        }
        if (phase.compareTo(Phase.OVERTIME) >= 0) {
            timers.pass(60_000);
            ann.await(Notice.ClockChanged.class, clock -> clock.cause() == Notice.ClockChanged.Cause.TIME_UP);
        }
        if (phase.compareTo(Phase.SHUT) >= 0) {
            timers.pass(10_000);
            ann.await(Notice.RoundShut.class, any -> true);
        }
        if (phase == Phase.OVER) {
            does(desk, "reveal r1");
            ann.await(Notice.MatchOver.class, any -> true);
        }
    }

    @ParameterizedTest
    @MethodSource("everyPhase")
    void sitsDownAndWhoHasNoSeatWatches(Phase phase, Holder holder) throws Exception {
        try (TruceServer server = TruceServer.start(
                        ServerConfig.embedded(data), TestParts.real().withTimers(timers));
                RawClient desk = openClass(server, data, TEMPLATE, LIST)) {
            does(desk, "doors open");
            try (RawClient ann = sits(server, "s1");
                    RawClient bo = sits(server, "s2");
                    RawClient late = RawClient.greeted(server.port(), Role.PLAYER);
                    RawClient guest = RawClient.greeted(server.port(), Role.OBSERVER)) {
                assertThat(bo).isNotNull();
                lead(desk, ann, phase, holder);
                assertThat(sits(late, "s3").seat()).isEqualTo(LATE);
                if (holder != Holder.NOT_TAKEN && phase != Phase.OVER) {
                    ann.await(
                            Notice.SeatChanged.class,
                            told -> told.seat().equals(LATE) && told.holder() instanceof SeatHolder.Person);
                }
                guest.ask(of(new ClassRequest.Watch(RawClient.key(), code, 1, "")), ServerMessage.Watching.class);
            }
        }
    }
}
