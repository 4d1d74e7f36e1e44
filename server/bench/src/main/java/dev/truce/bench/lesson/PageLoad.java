package dev.truce.bench.lesson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.truce.app.http.Assets;
import dev.truce.bench.setting.BenchException;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Loads the page as browsers do that follow the link of a class: the first file, then all that a seat needs, over some connections each, as
 * gzip. The files are those of the manifest on this class path, which the server has too.
 */
final class PageLoad implements AutoCloseable {
    private static final String INDEX = "/";

    /** What comes only with a desk, with the page that opens classes, with another language, or for a match alone. */
    private static final List<String> ELSEWHERE =
            List.of("index.html", "desk.js", "record.js", "teach.", "story_zh.", "truce.wasm", "sw.js");

    private static final JsonFactory JSON = new JsonFactory();

    private final String host;
    private final int port;
    private final int connections;
    private final List<String> files;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger pages = new AtomicInteger();
    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("bench-page", true), NioIoHandler.newFactory());

    private PageLoad(String host, int port, int connections, List<String> files) {
        this.host = host;
        this.port = port;
        this.connections = connections;
        this.files = files;
    }

    /**
     * Prepares to load.
     *
     * @throws BenchException if the program was built without the page
     */
    static PageLoad start(String host, int port, int connections) {
        try {
            return new PageLoad(host, port, connections, files());
        } catch (IOException broken) {
            throw new BenchException("the manifest of the page cannot be read", broken);
        }
    }

    private static List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        try (InputStream manifest =
                PageLoad.class.getClassLoader().getResourceAsStream(Assets.FOLDER + "manifest.json")) {
            if (manifest == null) {
                throw new BenchException("the program was built without the page");
            }
            try (JsonParser json = JSON.createParser(manifest)) {
                json.nextToken();
                for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                    String plain = name;
                    json.nextToken();
                    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                        JsonToken value = json.nextToken();
                        if (key.equals("file")
                                && value == JsonToken.VALUE_STRING
                                && ELSEWHERE.stream().noneMatch(plain::startsWith)) {
                            files.add("/" + json.getText());
                        }
                    }
                }
            }
        }
        return files;
    }

    /** Loads the page for one browser; completes with its last byte. */
    CompletableFuture<Void> load() {
        Visit visit = new Visit(
                new ConcurrentLinkedDeque<>(files), new AtomicInteger(files.size()), new CompletableFuture<>());
        connect(visit, INDEX);
        return visit.done;
    }

    /** Returns the bytes of the files of one page, as they came. */
    long bytes() {
        return bytes.get() / Math.max(1, pages.get());
    }

    private record Visit(Deque<String> waiting, AtomicInteger missing, CompletableFuture<Void> done) {}

    private void connect(Visit visit, String first) {
        new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpClientCodec(), new Getter(visit, first));
                    }
                })
                .connect(host, port)
                .addListener(done -> {
                    if (!done.isSuccess()) {
                        visit.done.completeExceptionally(
                                new BenchException("the page cannot be reached", done.cause()));
                    }
                });
    }

    /** Asks for one file after the other over its connection. */
    private final class Getter extends SimpleChannelInboundHandler<HttpObject> {
        private final Visit visit;
        private final String first;
        private String asked = "";

        Getter(Visit visit, String first) {
            this.visit = visit;
            this.first = first;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            ask(context.channel(), first);
        }

        private void ask(Channel channel, String path) {
            asked = path;
            DefaultFullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path);
            request.headers().set("Host", host + ":" + port).set("Accept-Encoding", "gzip");
            channel.writeAndFlush(request);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
            if (part instanceof HttpResponse response && !response.status().equals(HttpResponseStatus.OK)) {
                visit.done.completeExceptionally(new BenchException(asked + " was answered " + response.status()));
            }
            if (part instanceof HttpContent content) {
                bytes.addAndGet(content.content().readableBytes());
            }
            if (part instanceof LastHttpContent) {
                next(context.channel());
            }
        }

        private void next(Channel channel) {
            if (asked.equals(INDEX)) {
                for (int i = 1; i < Math.min(connections, files.size()); i++) {
                    connect(visit, visit.waiting.remove());
                }
            } else if (visit.missing.decrementAndGet() == 0) {
                pages.incrementAndGet();
                visit.done.complete(null);
            }
            String path = visit.waiting.poll();
            if (path == null) {
                asked = "";
                channel.close();
            } else {
                ask(channel, path);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (!asked.isEmpty()) {
                visit.done.completeExceptionally(
                        new BenchException("the server closed a connection before " + asked + " was there"));
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            visit.done.completeExceptionally(new BenchException("the page did not come: " + cause, cause));
            context.close();
        }
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
