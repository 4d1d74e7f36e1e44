package dev.truce.app.net.desk;

import dev.truce.app.http.HttpAnswer;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ConnectionCode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Documents about classes as whole files, which the wire sends in parts. Thread-safe. */
final class DeskDocuments {
    /** A document may have megabytes, so only so many are put together at a time. */
    private static final int AT_A_TIME = 4;

    /** How soon a document may be asked for again. */
    private static final long AGAIN_MILLIS = 1_000;

    private final Semaphore free = new Semaphore(AT_A_TIME);

    /** Answers with a document. */
    void read(DeskOverHttp desk, ClassRequest.ReadText first, Consumer<HttpAnswer> done) {
        if (!free.tryAcquire()) {
            done.accept(DeskAnswers.refused(ServerRefusals.retry()));
            return;
        }
        new Reading(desk, first, answer -> {
                    free.release();
                    done.accept(answer);
                })
                .part(1);
    }

    /** The parts that came of a document. One answers after the other. */
    private static final class Reading {
        private final DeskOverHttp desk;
        private final ClassRequest.ReadText first;
        private final Consumer<HttpAnswer> done;
        private final StringBuilder text = new StringBuilder();
        private String sha256 = "";

        Reading(DeskOverHttp desk, ClassRequest.ReadText first, Consumer<HttpAnswer> done) {
            this.desk = desk;
            this.first = first;
            this.done = done;
        }

        void part(int number) {
            desk.place().classroom().ask(desk.place().entered().desk(), first.withPart(number), reply -> {
                if (reply instanceof Reply.Done<ClassNews> read && read.value() instanceof ClassNews.TextRead part) {
                    add(part);
                } else {
                    done.accept(DeskAnswers.of(reply));
                }
            });
        }

        private void add(ClassNews.TextRead part) {
            text.append(part.text());
            if (part.part() > 1 && !part.sha256().equals(sha256)) {
                done.accept(DeskAnswers.refused(Refusal.of(ConnectionCode.RETRY, "")
                        .because("refused.http.again")
                        .after(AGAIN_MILLIS)));
            } else if (part.part() < part.parts()) {
                sha256 = part.sha256();
                part(part.part() + 1);
            } else {
                done.accept(new HttpAnswer(200, type(), text.toString().getBytes(StandardCharsets.UTF_8), headers()));
            }
        }

        private String type() {
            return switch (first.document()) {
                case DEBRIEF_TEXT, RECORDS -> "text/plain; charset=utf-8";
                case DEBRIEF_MARKDOWN -> "text/markdown; charset=utf-8";
                case DEBRIEF_HTML -> "text/html; charset=utf-8";
                case GRADES -> "text/csv; charset=utf-8";
            };
        }

        /** A page from here could ask us for everything if it had a program in it; it has none, and may have none. */
        private static Map<String, String> headers() {
            return Map.of(
                    "content-security-policy",
                    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
                    "content-disposition",
                    "attachment");
        }
    }
}
