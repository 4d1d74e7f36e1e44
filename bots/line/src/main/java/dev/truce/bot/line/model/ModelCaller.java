package dev.truce.bot.line.model;

import dev.truce.bot.line.model.Cassette.Question;
import dev.truce.bot.line.model.Cassette.TapedAnswer;
import dev.truce.engine.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks one model: from the cassette what was asked before, else its endpoint, again if that does not answer, and within the budget. Several
 * threads may ask at a time.
 */
final class ModelCaller implements Closeable {
    /** An endpoint that asks for more time than this is not waited for. */
    static final Duration MAX_WAIT = Duration.ofMinutes(5);

    private static final long FIRST_WAIT_MILLIS = 1_000;
    private static final long NANOS_A_MILLI = 1_000_000;

    private final ModelFile file;
    private final Endpoint endpoint;
    private final Cassette cassette;
    private final Pause pause;
    private final LongSupplier nanos;
    private final Supplier<Instant> now;
    private final Spending spending;
    private final Semaphore places;

    /**
     * Prepares one.
     *
     * @param pause waits between attempts
     * @param nanos a clock that measures, nanoseconds
     * @param now the time of day, for endpoints that name one
     */
    ModelCaller(
            ModelFile file,
            Endpoint endpoint,
            Cassette cassette,
            Pause pause,
            LongSupplier nanos,
            Supplier<Instant> now) {
        this.file = file;
        this.endpoint = endpoint;
        this.cassette = cassette;
        this.pause = pause;
        this.nanos = nanos;
        this.now = now;
        this.spending = new Spending(file);
        this.places = new Semaphore(file.atATime(), true);
    }

    /**
     * Which question of a tournament it is.
     *
     * @param pair number of the pair
     * @param match 1 or 2
     * @param side US or CN
     * @param number counts the questions of the seat in the match, from 1
     */
    record AskedAt(int pair, int match, String side, int number) {}

    /** What came of one attempt, and the hash of the request and of the answer. */
    record Attempt(int number, String promptSha256, HttpReply reply, TapedAnswer answered) {}

    /**
     * What came of a question.
     *
     * @param attempts at least one, or none if the budget had no room for the first
     * @param isLive whether the endpoint was asked, rather than the cassette alone
     */
    record Result(List<Attempt> attempts, boolean isLive) {
        Result {
            attempts = List.copyOf(attempts);
        }

        /** Returns what came last; nothing if the budget had no room. */
        HttpReply last() {
            return attempts.isEmpty()
                    ? HttpReply.missing(HttpReply.Arrival.UNREACHABLE)
                    : attempts.get(attempts.size() - 1).reply();
        }
    }

    /** A question of a tournament that is played again is not in its cassette. */
    static final class UnknownQuestionException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        UnknownQuestionException(Question question) {
            super(question.name(1));
        }
    }

    /**
     * Asks.
     *
     * @param body the request
     * @throws InterruptedException if the thread was interrupted; what was paid by then is in the cassette
     * @throws UncheckedIOException if the cassette cannot be read or written
     * @throws UnknownQuestionException if the endpoint would have to be asked, and the cassette is only read
     */
    Result ask(AskedAt asking, String body) throws InterruptedException {
        Question question = new Question(asking.pair, asking.match, asking.side, asking.number, Sha256.hex(body));
        List<Attempt> attempts = new ArrayList<>();
        for (TapedAnswer known : cassette.known(question)) {
            attempts.add(new Attempt(known.attempt(), question.promptSha256(), cassette.reply(known), known));
        }
        boolean isLive = false;
        String name = "";
        while (attempts.size() <= file.retries() && isOpen(attempts)) {
            if (!cassette.isRecording()) {
                if (attempts.isEmpty()) {
                    throw new UnknownQuestionException(question);
                }
                break;
            }
            long wait = attempts.isEmpty() ? 0 : patience(attempts.get(attempts.size() - 1), attempts.size());
            if (wait > MAX_WAIT.toMillis()) {
                break;
            }
            if (wait > 0) {
                pause.millis(wait);
            }
            if (isAnswered(attempts)) {
                name = cassette.name(question, attempts.size() + 1);
            }
            Attempt made = call(question, attempts.size() + 1, body, name);
            if (made == null) {
                break;
            }
            isLive = true;
            attempts.add(made);
        }
        return new Result(attempts, isLive);
    }

    /** Whether the endpoint has said how the last attempt ended; if not, it may have been paid, so the next one is the same call for it. */
    private static boolean isAnswered(List<Attempt> attempts) {
        return attempts.isEmpty() || attempts.get(attempts.size() - 1).reply().arrival() == HttpReply.Arrival.ANSWERED;
    }

    private static boolean isOpen(List<Attempt> attempts) {
        return attempts.isEmpty() || attempts.get(attempts.size() - 1).reply().mayComeLater();
    }

    /**
     * Reads what was asked before, which counts. Nothing is asked before.
     *
     * @throws Cassette.TornException if the cassette is damaged
     */
    void open() throws IOException {
        cassette.open().forEach(spending::took);
    }

    /** Returns what came of an attempt, or null if the budget has no room for it. One that waits for its place takes no room. */
    private @Nullable Attempt call(Question question, int attempt, String body, String name)
            throws InterruptedException {
        places.acquire();
        try {
            Cost reserved = spending.reserve(body.getBytes(StandardCharsets.UTF_8).length);
            return reserved == null ? null : placed(question, attempt, body, name, reserved);
        } finally {
            places.release();
        }
    }

    private Attempt placed(Question question, int attempt, String body, String name, Cost reserved)
            throws InterruptedException {
        cassette.asks(question, attempt, body, reserved);
        long begun = nanos.getAsLong();
        HttpReply reply = endpoint.send(body, name);
        long millis = (nanos.getAsLong() - begun) / NANOS_A_MILLI;
        ModelReply read = file.endpoint().read(reply.body());
        Cost cost = cost(reply, read, reserved);
        TapedAnswer answered = new TapedAnswer(
                attempt,
                reply.arrival().word(),
                reply.status(),
                reply.body().isEmpty() ? "" : Sha256.hex(reply.body()),
                reply.retryAfter(),
                millis,
                cost);
        cassette.answers(question, answered, reply.body());
        spending.settle(reserved, cost);
        return new Attempt(attempt, question.promptSha256(), reply, answered);
    }

    private Cost cost(HttpReply reply, ModelReply read, Cost reserved) {
        if (read.hasUsage()) {
            return new Cost(
                    read.tokensIn() + read.tokensOut(),
                    file.prices().nanoDollars(read.tokensIn(), read.tokensCached(), read.tokensOut()));
        }
        return reply.mayBePaid() ? reserved : Cost.NOTHING;
    }

    /** Returns how long the next attempt waits: as the endpoint asks, else one second, then two, four and so on. */
    private long patience(Attempt last, int made) {
        String asked = last.reply().retryAfter().strip();
        if (asked.matches("\\d{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(asked)).toMillis();
        }
        if (!asked.isEmpty()) {
            try {
                Instant until = ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                return Math.max(0, Duration.between(now.get(), until).toMillis());
            } catch (DateTimeParseException none) {
                return FIRST_WAIT_MILLIS << (made - 1);
            }
        }
        return FIRST_WAIT_MILLIS << (made - 1);
    }

    /** Returns whether a call was not made for want of money, tokens or calls. */
    boolean isSpent() {
        return spending.isSpent();
    }

    @Override
    public void close() throws IOException {
        cassette.close();
    }
}
