package dev.truce.app.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.app.config.ServerLimits;
import dev.truce.app.host.classes.ClassesAlone;
import dev.truce.app.log.AuditLog;
import dev.truce.app.net.budget.ConnectionLimits;
import dev.truce.app.net.connection.ConnectionTracker;
import dev.truce.app.net.connection.NetListener;
import dev.truce.app.net.desk.DeskApi;
import dev.truce.app.net.desk.TeachApi;
import dev.truce.app.room.JoinLimiter;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long and how large a request may be. */
class HttpLengthTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final int FIRST_MILLIS = 10_000;
    private static final int PIECES = 16;

    @TempDir
    Path data;

    private ClassesAlone alone;
    private TeachApi teaching;

    @BeforeEach
    void open() throws Exception {
        alone = new ClassesAlone(data);
        teaching = new DeskApi(
                        alone.classes(),
                        alone.catalogue(),
                        Runnable::run,
                        new JoinLimiter(10, alone.timers()::nanos),
                        alone.timers(),
                        ClassesAlone.silent(NetListener.class),
                        AuditLog.none())
                .teaching();
    }

    @AfterEach
    void close() {
        alone.close();
    }

    private EmbeddedChannel channel() {
        ConnectionTracker tracker = new ConnectionTracker(
                new ConnectionLimits(ServerLimits.STANDARD), ClassesAlone.silent(NetListener.class), HERE);
        RequestDeadline deadline = new RequestDeadline(tracker, FIRST_MILLIS);
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.pipeline().addLast(deadline);
        channel.pipeline()
                .addLast(new HttpLength(teaching, deadline))
                .addLast(HttpLength.BODY, new HttpBody(HttpHandler.BODY_BYTES));
        return channel;
    }

    private static HttpRequest list(String token) {
        HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, TeachApi.ROOT + "list");
        request.headers().set("authorization", "Bearer " + token).set("content-length", TeachApi.BODY_BYTES);
        return request;
    }

    private static void passes(EmbeddedChannel channel, long millis) {
        channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    @Test
    void aListMayTakeAsLongAsASlowNetworkNeeds() throws Exception {
        String pass = alone.classes()
                .instructors()
                .enter(alone.deskKey().reveal())
                .orElseThrow()
                .pass()
                .reveal();
        EmbeddedChannel channel = channel();
        channel.writeInbound(list(pass));
        for (int i = 0; i < PIECES; i++) {
            passes(channel, 1_000L * TeachApi.BODY_BYTES / PIECES / HttpHandler.SLOWEST_BYTES);
            channel.writeInbound(
                    new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[TeachApi.BODY_BYTES / PIECES])));
        }
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);

        FullHttpRequest whole = channel.readInbound();
        assertThat(whole.content().readableBytes()).isEqualTo(TeachApi.BODY_BYTES);
        whole.release();
        channel.finishAndReleaseAll();
    }

    @Test
    void aListThatDoesNotComeIsGivenUp() throws Exception {
        String pass = alone.classes()
                .instructors()
                .enter(alone.deskKey().reveal())
                .orElseThrow()
                .pass()
                .reveal();
        EmbeddedChannel channel = channel();
        channel.writeInbound(list(pass));
        passes(channel, HttpHandler.KEPT_MILLIS + 1_000L * TeachApi.BODY_BYTES / HttpHandler.SLOWEST_BYTES);

        assertThat(channel.isOpen()).isFalse();
        assertThatThrownBy(channel::finishAndReleaseAll).isInstanceOf(PrematureChannelClosureException.class);
    }

    /** Anybody can break off, and it is no fault of the server. */
    @Test
    void aBodyThatBreaksOffIsABrokenConnection() {
        AtomicInteger uncaught = new AtomicInteger();
        NetListener listener = (NetListener) Proxy.newProxyInstance(
                NetListener.class.getClassLoader(), new Class<?>[] {NetListener.class}, (proxy, method, given) -> {
                    uncaught.addAndGet(method.getName().equals("uncaught") ? 1 : 0);
                    return null;
                });
        EmbeddedChannel breaks = channel();
        EmbeddedChannel fails = channel();
        for (EmbeddedChannel each : new EmbeddedChannel[] {breaks, fails}) {
            each.pipeline()
                    .addLast(new UncaughtHandler(
                            new ConnectionTracker(new ConnectionLimits(ServerLimits.STANDARD), listener, HERE),
                            listener));
        }
        breaks.writeInbound(list("none"));
        breaks.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[1])));
        breaks.finishAndReleaseAll();
        assertThat(uncaught).hasValue(0);
        fails.pipeline().fireExceptionCaught(new IllegalStateException("a bug"));
        assertThat(uncaught).hasValue(1);
    }

    @Test
    void whoHasNoPassHasNoMoreTimeThanOthers() {
        EmbeddedChannel channel = channel();
        channel.writeInbound(list("none"));
        passes(channel, FIRST_MILLIS);
        assertThat(channel.isOpen()).isFalse();
        channel.finishAndReleaseAll();
    }
}
