package dev.truce.app.net.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.host.classes.ClassesAlone;
import dev.truce.app.http.HttpAnswer;
import dev.truce.app.log.AuditLog;
import dev.truce.app.net.connection.NetListener;
import dev.truce.app.room.JoinLimiter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where the work for an instructor is done: by the workers of pages alone, which a test runs by hand. */
class TeachWorkersTest {
    private static final byte[] LIST = "Name,Student number\nAnn,1\nBo,2\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final AtomicInteger busy = new AtomicInteger();
    private ClassesAlone alone;
    private TeachApi teaching;
    private String pass;

    @BeforeEach
    void open() throws Exception {
        alone = new ClassesAlone(data);
        teaching = new DeskApi(
                        alone.classes(),
                        alone.catalogue(),
                        task -> {
                            if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                                throw new RejectedExecutionException("busy");
                            }
                            work.add(task);
                        },
                        new JoinLimiter(10, alone.timers()::nanos),
                        alone.timers(),
                        ClassesAlone.silent(NetListener.class),
                        AuditLog.none())
                .teaching();
        pass = alone.classes()
                .instructors()
                .enter(alone.deskKey().reveal())
                .orElseThrow()
                .pass()
                .reveal();
    }

    @AfterEach
    void close() {
        alone.close();
    }

    private CompletableFuture<HttpAnswer> asks(String method, String word, byte[] body) {
        CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
        teaching.answer(
                new DeskCall(
                        method,
                        word,
                        Map.of(
                                "lesson",
                                "45-minutes",
                                "scenario",
                                "busan-2025",
                                "key",
                                "0123456789abcdef",
                                "page",
                                "http://10.0.0.7/"),
                        pass,
                        "text/csv",
                        body,
                        DeskCall.ALL,
                        InetAddress.getLoopbackAddress(),
                        () -> {}),
                answer::complete);
        return answer;
    }

    private static void next(BlockingQueue<Runnable> tasks) throws InterruptedException {
        Runnable task = tasks.poll(30, TimeUnit.SECONDS);
        assertThat(task).as("what is to be done").isNotNull();
        task.run();
    }

    private static String body(HttpAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** The journal waits for no slips, and a pool of pages that is busy costs nobody his keys, which are told once. */
    @Test
    @Timeout(60)
    void theSlipsOfAClassAreMadeWhereTheClassIs() throws Exception {
        CompletableFuture<HttpAnswer> answer = asks("POST", "open", LIST);
        next(work);
        busy.set(1);
        next(alone.opening());
        assertThat(answer).isNotDone();
        next(alone.opening());
        assertThat(answer.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(body(answer.get())).contains("http://10.0.0.7/#/join/");
        assertThat(work).isEmpty();
    }

    @Test
    void whatIsTheSameForAllIsMadeOnce() throws Exception {
        for (String word : new String[] {"words", "begin"}) {
            assertThat(asks("GET", word, new byte[0]).get().body())
                    .as(word)
                    .isSameAs(asks("GET", word, new byte[0]).get().body());
        }
        assertThat(work).isEmpty();
    }

    @Test
    void listsAreReadByTheWorkers() throws Exception {
        CompletableFuture<HttpAnswer> answer = asks("POST", "list", LIST);
        assertThat(answer).isNotDone();
        next(work);
        assertThat(answer.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);

        busy.set(1);
        assertThat(asks("POST", "list", LIST).get(30, TimeUnit.SECONDS).status())
                .as("busy")
                .isEqualTo(503);
    }
}
