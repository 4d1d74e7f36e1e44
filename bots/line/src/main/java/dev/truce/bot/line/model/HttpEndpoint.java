package dev.truce.bot.line.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint over HTTP. It follows no redirection, since that would hand the key to somebody else; it reads no more than {@link #MAX_REPLY}
 * bytes of an answer and waits no longer than the file says for the whole of it.
 */
public final class HttpEndpoint implements Endpoint {
    /** Longest answer in bytes. */
    static final int MAX_REPLY = 1 << 18;

    private static final Duration CONNECTING = Duration.ofSeconds(10);

    /** Stands in texts where the key stood. */
    private static final String REDACTED = "[key]";

    /** What came of a request, by what stands among the causes; a host without an address is told as a connection that failed. */
    private static final List<Map.Entry<Class<? extends Throwable>, HttpReply.Arrival>> CAUSES = List.of(
            Map.entry(TooLargeException.class, HttpReply.Arrival.TOO_LARGE),
            Map.entry(UnresolvedAddressException.class, HttpReply.Arrival.UNKNOWN_HOST),
            Map.entry(SSLHandshakeException.class, HttpReply.Arrival.NO_TLS),
            Map.entry(ConnectException.class, HttpReply.Arrival.UNREACHABLE),
            Map.entry(HttpConnectTimeoutException.class, HttpReply.Arrival.UNREACHABLE));

    private final ModelFile file;
    private final String key;
    private final HttpClient client;

    /**
     * Makes one; a connection is opened with the first request.
     *
     * @param key of the endpoint, or empty
     */
    HttpEndpoint(ModelFile file, String key) {
        this.file = file;
        this.key = key;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public HttpReply send(String body, String call) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(file.url())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", call)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        file.endpoint().headers(key).forEach(request::header);
        return send(request.build());
    }

    private HttpReply send(HttpRequest request) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, unused -> new Bounded());
        try {
            HttpResponse<byte[]> response = answer.get(file.seconds(), TimeUnit.SECONDS);
            String text = new String(response.body(), StandardCharsets.UTF_8);
            return new HttpReply(
                    HttpReply.Arrival.ANSWERED,
                    response.statusCode(),
                    key.isEmpty() ? text : text.replace(key, REDACTED),
                    response.headers().firstValue("Retry-After").orElse(""));
        } catch (TimeoutException late) {
            answer.cancel(true);
            return HttpReply.missing(HttpReply.Arrival.TIMEOUT);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            throw stopped;
        } catch (ExecutionException broken) {
            return HttpReply.missing(arrival(broken));
        }
    }

    private static HttpReply.Arrival arrival(Throwable broken) {
        for (Map.Entry<Class<? extends Throwable>, HttpReply.Arrival> known : CAUSES) {
            for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
                if (known.getKey().isInstance(cause)) {
                    return known.getValue();
                }
            }
        }
        return HttpReply.Arrival.BROKEN;
    }

    /** An answer is longer than any is read. */
    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes the bytes of an answer until there are too many. */
    private static final class Bounded implements BodySubscriber<byte[]> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription begun) {
            subscription = begun;
            begun.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (ByteBuffer part : parts) {
                byte[] some = new byte[Math.min(part.remaining(), MAX_REPLY + 1 - bytes.size())];
                part.get(some);
                bytes.write(some, 0, some.length);
            }
            Flow.Subscription open = subscription;
            if (bytes.size() > MAX_REPLY && open != null) {
                open.cancel();
                whole.completeExceptionally(new TooLargeException());
            }
        }

        @Override
        public void onError(Throwable broken) {
            whole.completeExceptionally(broken);
        }

        @Override
        public void onComplete() {
            whole.complete(bytes.toByteArray());
        }
    }
}
