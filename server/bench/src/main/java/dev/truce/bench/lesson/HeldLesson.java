package dev.truce.bench.lesson;

import dev.truce.app.room.KeyFile;
import dev.truce.bench.lesson.ClassFigures.BellFigures;
import dev.truce.bench.setting.BenchException;
import dev.truce.bench.wire.BenchServer;
import dev.truce.bench.wire.Latencies;
import dev.truce.engine.orders.Reply;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.client.ConnectionOptions;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.client.Transport;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** A class on a server, from its opening to its last bell: a desk, and students of whom two sit at each table. */
final class HeldLesson implements AutoCloseable {
    private static final String TEMPLATE = """
            title: Benchmark
            scenario: busan-2025
            rounds: ROUNDS
            minutes: 0
            bot: hold
            open: desk
            """;
    private static final SeatListener DEAF = heard -> {};
    private static final long STEP_SECONDS = 120;

    /** A server that does not answer is given up; a crowd at the door may take long. */
    private static final Conversation.Waits WAITS = new Conversation.Waits(20_000, 60_000, 100, 500, 60_000);

    private final ClassSettings settings;
    private final Transport transport;
    private final BenchServer server;
    private final NettySeatClient desk;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final List<LessonStudent> students = new ArrayList<>();
    private final double openedMillis;
    private final ClassNews.Opened opened;
    private final long cpuBefore;

    private HeldLesson(ClassSettings settings, Transport transport, BenchServer server)
            throws IOException, InterruptedException {
        this.settings = settings;
        this.transport = transport;
        this.server = server;
        cpuBefore = server.cpu().toNanos();
        desk = await(done(NettySeatClient.connect(options(Role.INSTRUCTOR), DEAF, transport)));
        String key = Files.readString(server.data().resolve(KeyFile.DESK), StandardCharsets.UTF_8)
                .strip();
        long begun = System.nanoTime();
        opened = (ClassNews.Opened) ask(new ClassRequest.Open(
                NettySeatClient.newKey(),
                key,
                TEMPLATE.replace("ROUNDS", String.valueOf(settings.bells())),
                list(settings.seats())));
        openedMillis = millis(System.nanoTime() - begun);
        ask(new ClassRequest.EnterDesk(opened.classCode(), key));
        does("doors open");
    }

    /** Opens a class, and its doors. */
    static HeldLesson open(ClassSettings settings, Transport transport, BenchServer server)
            throws IOException, InterruptedException {
        return new HeldLesson(settings, transport, server);
    }

    private static String list(int seats) {
        StringBuilder list = new StringBuilder("name,sis_user_id\n");
        for (int i = 1; i <= seats; i++) {
            list.append("Student ").append(i).append(",s").append(i).append('\n');
        }
        return list.toString();
    }

    private ConnectionOptions options(Role role) {
        return ConnectionOptions.of(settings.host(), server.port(), role, "truce-bench")
                .withWaits(WAITS);
    }

    /**
     * Lets all students come at once, then rings the bells.
     *
     * @param started when the server was started, by {@link System#nanoTime}
     * @param age seconds after which the first round is opened at the earliest; it waits for all to sit, too
     */
    ClassFigures hold(long started, int age) throws InterruptedException {
        long came = System.nanoTime();
        Latencies pages = new Latencies();
        Latencies joins = new Latencies();
        List<CompletableFuture<?>> seated = new ArrayList<>();
        try (PageLoad load = PageLoad.start(settings.host(), server.port(), settings.connections())) {
            for (ClassNews.StudentKey each : opened.students()) {
                LessonStudent student = new LessonStudent(failure);
                students.add(student);
                CompletableFuture<?> here = settings.page()
                        ? load.load().thenAccept(unused -> pages.add(System.nanoTime() - came))
                        : CompletableFuture.completedFuture(null);
                seated.add(here.thenCompose(unused -> {
                    long begun = System.nanoTime();
                    return student.join(options(Role.PLAYER), transport, opened.classCode(), each.student(), each.key())
                            .thenAccept(ticket -> joins.add(System.nanoTime() - begun));
                }));
            }
            await(CompletableFuture.allOf(seated.toArray(CompletableFuture<?>[]::new)));
            long sat = System.nanoTime();
            does("start");
            TimeUnit.NANOSECONDS.sleep(started + TimeUnit.SECONDS.toNanos(age) - System.nanoTime());
            double old = (System.nanoTime() - started) / 1e9;
            List<BellFigures> bells = new ArrayList<>();
            for (int round = 1; round <= settings.bells(); round++) {
                bells.add(bell(round));
            }
            return new ClassFigures(
                    openedMillis,
                    settings.page() ? Spread.of(pages) : null,
                    settings.page() ? load.bytes() : 0,
                    Spread.of(joins),
                    millis(sat - came),
                    old,
                    bells,
                    millis(server.cpu().toNanos() - cpuBefore));
        }
    }

    private BellFigures bell(int round) throws InterruptedException {
        long begun = System.nanoTime();
        CompletableFuture<ClassNews> told = asked("open r" + round);
        Spread heard = spread(begun, i -> students.get(i).opened(round));
        await(told);
        TimeUnit.MILLISECONDS.sleep(settings.gapMillis());
        Latencies saved = new Latencies();
        long bell = System.nanoTime();
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (LessonStudent student : students) {
            answers.add(student.isDone(round).thenAccept(done -> saved.add(System.nanoTime() - bell)));
        }
        await(CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new)));
        return new BellFigures(
                heard, Spread.of(saved), spread(bell, i -> students.get(i).resolved(round)));
    }

    private Spread spread(long begun, IntFunction<CompletableFuture<Long>> moments) throws InterruptedException {
        Latencies latencies = new Latencies();
        for (int i = 0; i < students.size(); i++) {
            latencies.add(await(moments.apply(i)) - begun);
        }
        return Spread.of(latencies);
    }

    private void does(String act) throws InterruptedException {
        await(asked(act));
    }

    private CompletableFuture<ClassNews> asked(String act) {
        return done(desk.asks(new ClassRequest.Act(
                NettySeatClient.newKey(), ClassActNotation.read(act, 1).orElseThrow(), "")));
    }

    private ClassNews ask(ClassRequest request) throws InterruptedException {
        return await(done(desk.asks(request)));
    }

    /** Asks again as often as the server says that it is too busy, when it says so. */
    static <T> CompletableFuture<T> patiently(Supplier<CompletableFuture<Reply<T>>> request) {
        return request.get().thenCompose(answer -> {
            long millis = answer instanceof Reply.Refused<T> refused
                    ? refused.refusal().retryAfterMillis()
                    : 0;
            return millis == 0
                    ? done(CompletableFuture.completedFuture(answer))
                    : CompletableFuture.supplyAsync(
                                    () -> request, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
                            .thenCompose(HeldLesson::patiently);
        });
    }

    static <T> CompletableFuture<T> done(CompletableFuture<Reply<T>> asked) {
        return asked.thenApply(answer -> answer.orThrow(BenchException::refused));
    }

    @SuppressWarnings("unchecked")
    private <T> T await(CompletableFuture<T> asked) throws InterruptedException {
        try {
            return (T) CompletableFuture.anyOf(asked, failure).get(STEP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof BenchException known
                    ? known
                    : new BenchException("the class could not be held: " + failed.getCause(), failed);
        } catch (TimeoutException late) {
            throw new BenchException("a step of the class took more than " + STEP_SECONDS + " s", late);
        }
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    @Override
    public void close() {
        students.forEach(LessonStudent::close);
        desk.close();
    }
}
