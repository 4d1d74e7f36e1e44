package dev.truce.app.net.connection;

import dev.truce.app.host.View;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.protocol.framing.SharedBody;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a connection sends. Events are pulled from its view while there is room in the budget, so that nothing is queued for
 * a slow reader; answers to its own requests are queued, and a client that does not read them is cut off. Confined to its
 * event loop.
 */
final class EventSender {
    /** After so long without any progress a reader counts as gone. */
    private static final Duration STALLED = Duration.ofSeconds(4);

    /** Cuts the connection off. */
    interface Knife {
        /** The client does not read what it is sent. */
        void cut();
    }

    private final Channel channel;
    private final String serverRuleset;
    private final SharedOpenings openings;
    private final int messages;
    private final Knife knife;
    private @Nullable View view;
    private List<Occupant> shown = List.of();
    /** What its client was told is so for a while. */
    private Set<RoomFact> factsShown = Set.of();

    private boolean startShown;
    private long cursor;
    private int round;
    private long observationHash;
    private int queued;
    private long progressNanos;
    /** Whether a look at the progress is due: one timer serves all frames that are sent until then. */
    private boolean watched;

    private boolean ended;

    /**
     * Makes an outlet.
     *
     * @param openings what is told alike to many when a round opens
     * @param messages messages that may be queued; bytes are bounded by the channel's high water mark
     */
    EventSender(Channel channel, String serverRuleset, SharedOpenings openings, int messages, Knife knife) {
        this.channel = channel;
        this.serverRuleset = serverRuleset;
        this.openings = openings;
        this.messages = messages;
        this.knife = knife;
    }

    void answer(long replyTo, ServerMessage body) {
        answer(new ServerFrame(ruleset(), 0, replyTo, round, observationHash, body));
    }

    /** Answers with what many are told. */
    void answer(long replyTo, SharedBody body) {
        answer(body.in(new ServerFrame(ruleset(), 0, replyTo, round, observationHash, body.body())));
    }

    private void answer(Object frame) {
        if (ended) {
            return;
        }
        write(frame);
        channel.flush();
        if (queued > messages || !channel.isWritable()) {
            knife.cut();
        }
    }

    /**
     * Shows a view from now on.
     *
     * @param from the event after which to go on, 0 for all
     */
    void show(View seen, long from) {
        view = seen;
        shown = List.of();
        factsShown = Set.of();
        startShown = false;
        cursor = from;
        round = 0;
        observationHash = 0;
        for (long past = from; past >= 1; past--) {
            Notice notice = seen.event(past);
            if (notice instanceof Notice.RoundOpened || notice instanceof Notice.MatchOver) {
                standAt(seen, notice);
                break;
            }
        }
    }

    /** Notes which round is open after an event, for the head of what is sent from then on. */
    private void standAt(View seen, Notice notice) {
        if (notice instanceof Notice.RoundOpened opened) {
            round = opened.observation().openRound();
            observationHash =
                    openings.of(opened, seen.deadlineUnixMillis(round)).observationHash();
        } else if (notice instanceof Notice.MatchOver) {
            round = 0;
            observationHash = 0;
        }
    }

    /** What is shown, or null. */
    @Nullable
    View view() {
        return view;
    }

    /** Sends what is new in the view, as far as the budget goes; the rest follows when the client has read. */
    void pull() {
        View seen = view;
        if (ended || seen == null) {
            return;
        }
        tellRoom(seen);
        if (!startShown && seen.hasStarted()) {
            startShown = true;
            write(frame(
                    0,
                    new ServerMessage.MatchStarted(
                            seen.matchId(),
                            seen.scenario().id(),
                            seen.scenario().hash(),
                            seen.scenario().dataVersion(),
                            shown,
                            seen.mode(),
                            seen.seed())));
            for (Notice notice : seen.privately()) {
                write(frame(0, new ServerMessage.Told(notice, 0)));
            }
        }
        while (queued < messages / 2 && channel.isWritable()) {
            Notice notice = seen.event(cursor + 1);
            if (notice == null) {
                break;
            }
            cursor++;
            // What has changed in the room before an event is told before it: who acts on the event has to know.
            tellRoom(seen);
            tell(seen, notice);
        }
        channel.flush();
    }

    private void tellRoom(View seen) {
        List<Occupant> occupants = seen.occupants();
        Set<RoomFact> facts = seen.facts();
        if (!occupants.equals(shown) || !facts.equals(factsShown)) {
            shown = occupants;
            factsShown = facts;
            write(frame(
                    0,
                    new ServerMessage.RoomChanged(
                            seen.roomCode(), occupants, seen.mode(), seen.seed().chosen(), facts)));
        }
    }

    private void tell(View seen, Notice notice) {
        if (notice instanceof Notice.RoundOpened opened) {
            round = opened.observation().openRound();
            SharedBody body = openings.of(opened, seen.deadlineUnixMillis(round));
            observationHash = body.observationHash();
            write(body.in(frame(cursor, body.body())));
            return;
        }
        standAt(seen, notice);
        write(frame(cursor, told(seen, notice)));
    }

    private static ServerMessage told(View seen, Notice notice) {
        if (notice instanceof Notice.ClockChanged changed) {
            long closes = changed.paused() ? 0 : seen.deadlineUnixMillis(changed.round());
            return new ServerMessage.Told(changed.withLeftMillis(seen.leftMillis(changed.round())), closes);
        }
        return new ServerMessage.Told(notice, 0);
    }

    private ServerFrame frame(long sequence, ServerMessage body) {
        return new ServerFrame(ruleset(), sequence, 0, round, observationHash, body);
    }

    private String ruleset() {
        View seen = view;
        return seen == null ? serverRuleset : seen.scenario().ruleset();
    }

    private void write(Object frame) {
        if (queued++ == 0) {
            progressNanos = channel.eventLoop().ticker().nanoTime();
            if (!watched) {
                watch();
            }
        }
        channel.write(frame).addListener((ChannelFuture done) -> {
            queued--;
            progressNanos = channel.eventLoop().ticker().nanoTime();
            if (done.isSuccess()) {
                pullGuarded();
            } else if (channel.isActive()) {
                // Not the network's fault, which would have closed the channel: what we say cannot be said.
                channel.pipeline().fireExceptionCaught(done.cause());
            }
        });
    }

    /** Netty only logs what a listener throws; the connection would stay open and silent. */
    private void pullGuarded() {
        try {
            pull();
        } catch (RuntimeException e) {
            channel.pipeline().fireExceptionCaught(e);
        }
    }

    /** Looks now and then, as long as something is queued, whether the client still reads. */
    private void watch() {
        watched = true;
        channel.eventLoop()
                .schedule(
                        () -> {
                            watched = false;
                            if (queued == 0 || !channel.isActive()) {
                                return;
                            }
                            if (channel.eventLoop().ticker().nanoTime() - progressNanos > STALLED.toNanos()) {
                                knife.cut();
                            } else {
                                watch();
                            }
                        },
                        1,
                        TimeUnit.SECONDS);
    }

    /** Sends a last word and closes; what the client does not read in a second is lost. */
    void end(@Nullable ServerMessage lastWord) {
        if (ended) {
            return;
        }
        ended = true;
        if (lastWord == null || !channel.isWritable()) {
            channel.close();
            return;
        }
        channel.writeAndFlush(frame(0, lastWord)).addListener((ChannelFuture done) -> channel.close());
        channel.eventLoop().schedule(() -> channel.close(), 1, TimeUnit.SECONDS);
    }

    /** Whether the last event was sent. */
    boolean hasEnded() {
        return ended;
    }
}
