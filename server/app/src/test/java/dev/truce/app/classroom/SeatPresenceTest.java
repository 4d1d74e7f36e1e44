package dev.truce.app.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClassNews.Delivery;
import dev.truce.protocol.message.ClassNews.TableSeat;
import dev.truce.protocol.message.ToldSeat.SeatState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a desk sees of a person: at work or idle, and whether a message has arrived. */
class SeatPresenceTest {
    private static final Seat MINISTER = new Seat(Side.US, 1);

    private long now = 1_000_000;
    private final SeatPresence presence = new SeatPresence(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now);
        }
    });
    private final List<Notice> told = new ArrayList<>();

    private void says(Seat seat, String text) {
        told.add(new Notice.HostActed(new HostAct.Message(seat.side(), seat.number(), text), 1));
        presence.hear(Side.US, number -> number <= told.size() ? told.get((int) number - 1) : null);
    }

    private SeatState state() {
        return new TableSeat(MINISTER, "Otter", 3, true, "", false, false, presence.quietSince(MINISTER), null, false)
                .state(now);
    }

    @Test
    void whoDoesNothingForTwoMinutesIsIdle() {
        assertThat(state()).as("nobody has sat down").isEqualTo(SeatState.WORKS);
        presence.active(MINISTER);
        now += 119_999;
        assertThat(state()).isEqualTo(SeatState.WORKS);
        now += 1;
        assertThat(state()).isEqualTo(SeatState.IDLE);
        presence.active(MINISTER);
        assertThat(state()).isEqualTo(SeatState.WORKS);
    }

    @Test
    void aRoundThatOpensBeginsTheTwoMinutesAnew() {
        presence.active(MINISTER);
        now += 600_000;
        presence.roundOpened();
        assertThat(state()).isEqualTo(SeatState.WORKS);
        now += 120_000;
        assertThat(state()).isEqualTo(SeatState.IDLE);
    }

    @Test
    void aMessageHasArrivedOnceItsSeatHasHeardSoMuch() {
        told.add(new Notice.HorizonSet(4));
        says(MINISTER, "Look at the news");
        assertThat(presence.awaits()).isTrue();
        assertThat(presence.delivery(MINISTER)).isEqualTo(new Delivery(false, now));
        assertThat(presence.delivery(Seat.US_HEAD)).isNull();
        now += 5_000;
        assertThat(presence.heard(MINISTER, 1)).isFalse();
        assertThat(presence.heard(Seat.US_HEAD, 2)).as("of another seat").isFalse();
        assertThat(presence.heard(MINISTER, 2)).isTrue();
        assertThat(presence.delivery(MINISTER)).isEqualTo(new Delivery(true, now));
        assertThat(presence.awaits()).isFalse();
        assertThat(presence.heard(MINISTER, 3)).as("again").isFalse();
    }

    @Test
    void theNextMessageHasToArriveToo() {
        says(MINISTER, "One");
        presence.heard(MINISTER, 1);
        says(MINISTER, "Two");
        assertThat(presence.heard(MINISTER, 1)).isFalse();
        assertThat(presence.delivery(MINISTER)).isEqualTo(new Delivery(false, now));
        says(Seat.US_HEAD, "Three");
        assertThat(presence.heard(MINISTER, 3)).isTrue();
        assertThat(presence.awaits()).as("the head has not heard yet").isTrue();
    }
}
