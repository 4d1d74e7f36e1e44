package dev.truce.bench.lesson;

import dev.truce.bench.setting.BenchException;
import dev.truce.bench.wire.BenchServer;
import dev.truce.protocol.client.Transport;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Holds classes: on a server that has held some, which warms up this program too, and then on a server that has just been started.
 */
final class ClassBenchmark {
    private static final int THREADS = 2;

    private ClassBenchmark() {}

    /**
     * What was measured.
     *
     * @param warm on a server that has held classes
     * @param cold on a fresh one
     */
    record Result(ClassSettings settings, ClassFigures warm, ClassFigures cold) {}

    /**
     * Measures.
     *
     * @param progress hears a line when something begins
     * @throws BenchException if it cannot be done
     */
    static Result run(ClassSettings settings, Consumer<String> progress) throws InterruptedException {
        Transport transport = Transport.start(THREADS);
        try {
            ClassFigures warm = warm(settings, transport, progress);
            progress.accept(
                    "measuring a class on a server whose first round is opened at " + settings.age() + " s ...");
            long started = System.nanoTime();
            try (BenchServer server = BenchServer.start(settings.before(), settings.host());
                    HeldLesson lesson = HeldLesson.open(settings, transport, server)) {
                // Its age counts from its start: the seconds until it listens are part of it.
                return new Result(settings, warm, lesson.hold(started, settings.age()));
            }
        } catch (IOException failed) {
            throw new BenchException("a server could not be started: " + failed, failed);
        } finally {
            transport.close();
        }
    }

    private static ClassFigures warm(ClassSettings settings, Transport transport, Consumer<String> progress)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        try (BenchServer server = BenchServer.start(settings.before(), settings.host())) {
            for (int i = 1; i <= settings.warmUps(); i++) {
                progress.accept("holding class " + i + " of " + settings.warmUps() + " to warm up ...");
                try (HeldLesson lesson = HeldLesson.open(settings, transport, server)) {
                    lesson.hold(started, 0);
                }
            }
            progress.accept("measuring a class on this server ...");
            try (HeldLesson lesson = HeldLesson.open(settings, transport, server)) {
                return lesson.hold(started, 0);
            }
        }
    }
}
