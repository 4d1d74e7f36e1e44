package dev.truce.app.net.connection;

import dev.truce.app.host.Entered;
import dev.truce.app.host.RoomSpec;
import dev.truce.app.host.SavedDeed;
import dev.truce.app.host.View;
import dev.truce.app.host.classes.ClassConnection;
import dev.truce.app.host.classes.Classroom;
import dev.truce.app.log.AuditEvent;
import dev.truce.app.net.budget.Budget;
import dev.truce.app.net.budget.ConnectionLimits;
import dev.truce.app.net.connection.ConnectionPhase.HelloPhase;
import dev.truce.app.net.connection.PlacePhase.CreatorPhase;
import dev.truce.app.net.connection.PlacePhase.ObserverPhase;
import dev.truce.app.quota.Owner;
import dev.truce.app.room.JoinLimiter;
import dev.truce.app.room.Place;
import dev.truce.app.room.PlaceToken;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.Limits;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.By;
import dev.truce.protocol.framing.BadFrame;
import dev.truce.protocol.framing.SharedBody;
import dev.truce.protocol.framing.Stages;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Permissions;
import dev.truce.protocol.message.PhaseName;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Unreadable;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.bundles.Bundles;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the protocol: asks the table of permissions, hands messages to the phase it is in, and brings answers
 * back to its event loop, which it never blocks.
 */
public final class ClientConnection extends SimpleChannelInboundHandler<Object> implements ClassConnection {
    /** What this server can do beyond the first ones. */
    private static final List<String> CAPABILITIES = List.of("offers", "talk", "scenario", "delegations", "class");

    /** Wrong codes or tokens after which the client must connect again. */
    static final int WRONG_TRIES = 5;

    /** What a frame costs beside its bytes: a small one is work too. */
    public static final int LEAST_COST = 256;

    /** How soon a client should come back that was cut off for the server's sake. */
    private static final long COME_BACK_MILLIS = 1_000;

    private final ConnectionServices connectionServices;
    private final ConnectionTracker connectionTracker;
    private final InetAddress address;
    private final Channel channel;
    private final EventSender eventSender;
    private ConnectionPhase phase = new HelloPhase(this);
    private Role role = Role.PLAYER;
    private final Budget budget;
    private int wrongTries;
    /** Waits for the client to ask for a place; once it has, it must not keep the connection and its match in memory. */
    private @Nullable Future<?> waiting;

    public ClientConnection(
            ConnectionServices connectionServices,
            ConnectionTracker connectionTracker,
            InetAddress address,
            Channel channel,
            Budget budget) {
        this.connectionServices = connectionServices;
        this.connectionTracker = connectionTracker;
        this.address = address;
        this.channel = channel;
        this.budget = budget;
        this.eventSender = new EventSender(
                channel,
                connectionServices.ruleset(),
                connectionServices.openings(),
                Wire.QUEUED_MESSAGES,
                () -> close(ClosingCause.SLOW_READER, "the client does not read what it is sent; resume when it does"));
    }

    ConnectionServices connectionServices() {
        return connectionServices;
    }

    InetAddress address() {
        return address;
    }

    @Override
    public Owner owner() {
        return Owner.at(address);
    }

    Role role() {
        return role;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        connectionServices.listener().entered(phase.name());
        connectionTracker.speaks(this);
        if (connectionServices.localMatches().isDraining()) {
            retire();
        }
    }

    /** The server stops. */
    void retire() {
        close(ClosingCause.SHUTTING_DOWN, "come back in a moment");
    }

    private void timeUp(PhaseName still, ClosingCause cause, DisconnectCause counted) {
        if (phase.name() == still && channel.isActive()) {
            connectionTracker.because(counted);
            close(cause, "nothing was asked for in time");
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Object message) {
        if (eventSender.hasEnded()) {
            return;
        }
        connectionServices.listener().received(matchId());
        if (!budget.take(LEAST_COST, channel.eventLoop().ticker().nanoTime())) {
            close(ClosingCause.FLOOD, "more than a connection may ask for");
        } else if (message instanceof ClientFrame frame) {
            receive(frame);
        } else if (message instanceof Unreadable unreadable) {
            refuse(unreadable);
        }
    }

    private void refuse(Unreadable unreadable) {
        refuse(unreadable.requestId(), unreadable.refusal(), "");
    }

    private void receive(ClientFrame frame) {
        Role asked = frame.body() instanceof ClientMessage.Hello hello ? hello.role() : role;
        if (frame.protoVersion() != Wire.PROTO_VERSION) {
            refuse(
                    frame,
                    Refusal.of(ConnectionCode.UNSUPPORTED_VERSION, "proto_version")
                            .because("refused.unsupported_version.protocol", frame.protoVersion(), Wire.PROTO_VERSION)
                            .legal(Wire.PROTO_VERSION));
        } else if (!frame.ruleset().isEmpty() && !connectionServices.catalogue().plays(frame.ruleset())) {
            refuse(
                    frame,
                    Refusal.of(ConnectionCode.UNSUPPORTED_VERSION, "ruleset")
                            .because(
                                    "refused.unsupported_version.ruleset",
                                    connectionServices.ruleset(),
                                    frame.ruleset())
                            .legal(connectionServices.ruleset()));
        } else if (Permissions.allows(frame.body(), asked, phase.name())) {
            heard(frame.ack());
            phase.receive(frame.reworded(ClientConnection::cleaned));
        } else {
            phase.notHere(frame);
        }
    }

    /** Leaves out of words what could command a terminal or hide. */
    private static String cleaned(String words) {
        // One more than may be said, so that what is too long is refused and not cut.
        return SafeText.line(words, Limits.MAX_TEXT_CHARACTERS + 1);
    }

    private @Nullable String matchId() {
        View view = eventSender.view();
        return view == null ? null : view.matchId();
    }

    private void heard(long sequence) {
        View view = eventSender.view();
        if (view != null && sequence > 0) {
            view.heard(sequence);
        }
    }

    /** Answers the hello. */
    void welcome(ClientFrame frame, Role named) {
        role = named;
        Stages.loggedIn(channel.pipeline());
        ServerMessage.Limits limits = new ServerMessage.Limits(
                Wire.LOGIN_FRAME_BYTES,
                Wire.FRAME_BYTES,
                (int) Wire.PING_MILLIS,
                (int) Wire.DEAD_MILLIS,
                Wire.NAME_CHARACTERS,
                RoomSpec.LONGEST_WINDOW_MILLIS);
        eventSender.answer(
                frame.requestId(),
                new ServerMessage.Welcome(
                        connectionServices.version(),
                        connectionServices.catalogue().first().scenario().dataVersion(),
                        CAPABILITIES,
                        connectionServices.wallClock().millis(),
                        limits,
                        connectionServices.pageUrl()));
        waiting = channel.eventLoop()
                .schedule(
                        () -> timeUp(PhaseName.LOBBY, ClosingCause.IDLE, DisconnectCause.LOBBY_TIMEOUT),
                        connectionServices.limits().lobby().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    void pong(ClientFrame frame, long nonce) {
        eventSender.answer(
                frame.requestId(),
                new ServerMessage.Pong(nonce, connectionServices.wallClock().millis()));
    }

    /** Answers with what many are told. */
    void answer(ClientFrame frame, SharedBody body) {
        eventSender.answer(frame.requestId(), body);
    }

    /** Returns whether the connection may ask for so much work, in bytes. */
    boolean affords(int bytes) {
        return budget.afford(bytes, channel.eventLoop().ticker().nanoTime());
    }

    void become(ConnectionPhase next) {
        connectionServices.listener().left(phase.name());
        phase = next;
        connectionTracker.came(phase.stage());
        connectionServices.listener().entered(phase.name());
        if (phase.name() != PhaseName.LOBBY) {
            stopWaiting();
        }
    }

    private void stopWaiting() {
        Future<?> timer = waiting;
        if (timer != null) {
            timer.cancel(false);
            waiting = null;
        }
    }

    /** Asks for a place; until the answer is here the connection reads nothing more. */
    void enter(ClientFrame frame, Consumer<Consumer<Reply<Entered>>> ask) {
        this.<Entered>ask(frame, ask, entered -> entered(frame, entered));
    }

    /** Asks for something; until the answer is here the connection reads nothing more. */
    <T> void ask(ClientFrame frame, Consumer<Consumer<Reply<T>>> ask, Consumer<T> done) {
        channel.config().setAutoRead(false);
        connectionTracker.came(ConnectionLimits.Stage.ASKING);
        ask.accept(reply -> onLoop(() -> {
            channel.config().setAutoRead(true);
            connectionTracker.came(phase.stage());
            reply.tell(done, refusal -> deny(frame, refusal));
            Stages.goOn(channel.pipeline());
        }));
    }

    void entered(ClientFrame frame, Entered entered) {
        entered(entered, 0, frame.requestId(), null);
    }

    /** Has a place in a class, but no seat. */
    void settle(ConnectionPhase next, Classroom classroom, ClientFrame frame, ClassNews answer) {
        if (!channel.isActive() || eventSender.hasEnded()) {
            classroom.left(this);
            return;
        }
        become(next);
        tell(frame, answer);
    }

    /** Answers with news of a class. */
    void tell(ClientFrame frame, ClassNews answer) {
        eventSender.answer(frame.requestId(), new ServerMessage.OfClass(answer));
    }

    @Override
    public void tell(ClassNews news) {
        onLoop(() -> eventSender.answer(0, new ServerMessage.OfClass(news)));
    }

    /** Asks for a place that the client had before. */
    void resume(ClientFrame frame, long lastSeq, PlaceToken token) {
        channel.config().setAutoRead(false);
        connectionTracker.came(ConnectionLimits.Stage.ASKING);
        connectionServices
                .localMatches()
                .resume(
                        token,
                        lastSeq,
                        this,
                        reply -> onLoop(() -> {
                            channel.config().setAutoRead(true);
                            connectionTracker.came(phase.stage());
                            reply.tell(
                                    entered -> {
                                        View view = entered.view();
                                        long from = Math.max(0, Math.min(lastSeq, view.lastEvent()));
                                        entered(entered, from, frame.requestId(), resumed(entered, from));
                                    },
                                    refusal -> deny(frame, refusal));
                            Stages.goOn(channel.pipeline());
                        }));
    }

    private void entered(Entered entered, long from, long replyTo, @Nullable ServerMessage answer) {
        View view = entered.view();
        if (!channel.isActive() || eventSender.hasEnded()) {
            view.detach(this);
            return;
        }
        eventSender.show(view, from);
        heard(from);
        Place place = view.place();
        if (place instanceof Place.AtSeat at) {
            become(new SeatPhase(this, entered, at.seat()));
        } else if (place instanceof Place.Watching) {
            become(new ObserverPhase(this, entered));
        } else {
            become(new CreatorPhase(this, entered));
        }
        eventSender.answer(replyTo, answer == null ? placed(entered) : answer);
        eventSender.pull();
    }

    private static ServerMessage placed(Entered entered) {
        View view = entered.view();
        String token = entered.token().reveal();
        Place place = view.place();
        if (place instanceof Place.AtSeat at) {
            String opponent = view.occupants().stream()
                    .filter(occupant -> occupant.seat().side() != at.seat().side())
                    .map(occupant -> occupant.name())
                    .findFirst()
                    .orElse("");
            return new ServerMessage.Seated(view.matchId(), view.roomCode(), at.seat(), token, opponent);
        }
        return place instanceof Place.Watching
                ? new ServerMessage.Watching(view.matchId(), view.roomCode(), place.viewer(), token)
                : new ServerMessage.RoomCreated(view.roomCode(), view.matchId(), token);
    }

    private static ServerMessage resumed(Entered entered, long from) {
        View view = entered.view();
        return new ServerMessage.Resumed(
                view.matchId(),
                view.roomCode(),
                view.place().held().orElse(null),
                view.place().viewer(),
                entered.token().reveal(),
                from + 1,
                view.deadlineUnixMillis(),
                view.place().held().map(seat -> heardOffers(view, seat, from)).orElse(0),
                entered.sealed());
    }

    /** Returns how many offers of the other side are among the first events of a view. */
    private static int heardOffers(View view, Seat seat, long events) {
        int heard = 0;
        for (long sequence = 1; sequence <= events; sequence++) {
            if (view.event(sequence) instanceof Notice.OfferChanged changed
                    && changed.offer().maker() != seat.side()) {
                heard = Math.max(heard, changed.offer().id().number());
            }
        }
        return heard;
    }

    /** Does what the owner of a room wants with its match; whether it is the owner is judged there. */
    void direct(ClientFrame frame, ClientMessage.Direct direct, Entered entered) {
        if (!direct.matchId().equals(entered.match().id())) {
            refuse(frame, ServerRefusals.anotherMatch(entered.match().id()));
            return;
        }
        entered.match()
                .direct(
                        entered.view().place(),
                        owner(),
                        new Input.Hosts(new By.Host(), direct.number(), direct.act()),
                        answering(
                                frame,
                                (SavedDeed saved) ->
                                        new ServerMessage.Saved("", saved.round(), 0, saved.savedUnixMillis())));
    }

    /** Returns what sends the answer to a request once it is there. */
    <T> Consumer<Reply<T>> answering(ClientFrame frame, Function<T, ServerMessage> done) {
        return reply -> onLoop(() -> {
            reply.tell(
                    value -> eventSender.answer(frame.requestId(), done.apply(value)),
                    refusal -> refuse(frame, refusal));
        });
    }

    private void deny(ClientFrame frame, Refusal refusal) {
        if (ServerRefusals.isWrong(refusal)) {
            refuseWrong(frame, refusal);
        } else {
            refuse(frame, refusal);
        }
    }

    /** Refuses a wrong code or token: slowly, and until then the connection is not read. */
    void refuseWrong(ClientFrame frame, Refusal refusal) {
        wrongTries++;
        channel.config().setAutoRead(false);
        connectionTracker.came(ConnectionLimits.Stage.WRONG);
        long wait = slowness(frame.body()).toMillis();
        channel.eventLoop()
                .schedule(
                        () -> {
                            channel.config().setAutoRead(true);
                            refuse(frame, refusal);
                            if (wrongTries >= WRONG_TRIES) {
                                connectionTracker.because(DisconnectCause.WRONG_CODES);
                                connectionServices
                                        .audit()
                                        .writeFor(
                                                owner(),
                                                AuditEvent.WRONG_CODES,
                                                "last",
                                                refusal.code().name(),
                                                "from",
                                                connectionServices.audit().of(address));
                                close(ClosingCause.FLOOD, "too many wrong codes on one connection");
                            }
                            Stages.goOn(channel.pipeline());
                        },
                        wait,
                        TimeUnit.MILLISECONDS);
    }

    /** Counts a wrong try: with the address, and where a key of a student is meant, with that student. */
    private Duration slowness(ClientMessage tried) {
        JoinLimiter limiter = connectionServices.limiter();
        return tried instanceof ClientMessage.OfClass wanted && wanted.request() instanceof ClassRequest.Enter enter
                ? limiter.wrong(address, JoinLimiter.student(enter.classCode(), enter.student()))
                : limiter.wrong(address);
    }

    void refuse(ClientFrame frame, Refusal refusal) {
        refuse(frame.requestId(), refusal, key(frame.body()));
    }

    private void refuse(long request, Refusal refusal, String key) {
        connectionServices.listener().refused(refusal.code(), matchId());
        eventSender.answer(request, new ServerMessage.Refused(refusal.saying(Bundles.inEnglish(refusal)), key));
    }

    private static String key(ClientMessage body) {
        if (body instanceof ClientMessage.Do does) {
            return does.key();
        } else if (body instanceof ClientMessage.JoinRoom join) {
            return join.key();
        } else if (body instanceof ClientMessage.CreateRoom create) {
            return create.key();
        } else if (body instanceof ClientMessage.OfClass wanted && wanted.request() instanceof ClassRequest.Act act) {
            return act.key();
        }
        return "";
    }

    @Override
    public void wake() {
        onLoop(eventSender::pull);
    }

    @Override
    public void takenOver() {
        onLoop(() -> {
            connectionTracker.because(DisconnectCause.TAKEN_OVER);
            eventSender.end(new ServerMessage.TakenOver());
        });
    }

    @Override
    public void close(ClosingCause cause, String detail) {
        onLoop(() -> {
            connectionTracker.because(DisconnectCause.of(cause));
            long comeBack = switch (cause) {
                case SHUTTING_DOWN, SLOW_READER, IDLE, SERVER_FULL, FRAME_TIMEOUT -> COME_BACK_MILLIS;
                case BAD_FRAME, LOGIN_TIMEOUT, FLOOD, MATCH_FAULT, PLACE_REVOKED, SEAT_GIVEN_ON -> 0;
            };
            eventSender.end(new ServerMessage.Closing(cause, detail, comeBack));
        });
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        eventSender.pull();
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof BadFrame bad) {
            close(bad.kind().closing(), "closed because of " + bad.kind());
        } else {
            context.fireExceptionCaught(cause);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        connectionServices.listener().left(phase.name());
        stopWaiting();
        phase.left();
        View view = eventSender.view();
        if (view != null) {
            view.detach(this);
        }
        context.fireChannelInactive();
    }

    private void onLoop(Runnable task) {
        if (channel.eventLoop().inEventLoop()) {
            guarded(task);
        } else {
            try {
                channel.eventLoop().execute(() -> guarded(task));
            } catch (RejectedExecutionException stopped) {
                // The server has stopped; nobody is there to be told.
                return;
            }
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            channel.pipeline().fireExceptionCaught(e);
        }
    }
}
