package dev.truce.cli.command;

import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.protocol.client.Answer;
import dev.truce.protocol.client.ConnectionOptions;
import dev.truce.protocol.client.Refusal;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.text.SafeText;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Asks a server something and waits for the answer, within a limit; a refusal becomes what the user is told. */
final class ServerCall {
    /** Above what the client itself waits for a connection and a greeting. */
    private static final long WAIT_SECONDS = 30;

    private static final int MAX_DETAIL = 200;

    private ServerCall() {}

    static ConnectionOptions options(String host, int port, @Nullable SSLContext tls, Role role) {
        ConnectionOptions options = ConnectionOptions.of(host, port, role, "truce-cli");
        return tls == null ? options : options.withTls(tls);
    }

    /**
     * Waits for an answer.
     *
     * @param server address, for messages
     * @param next what the user may do if it is refused and the server names nothing
     */
    static <T> T answer(CompletableFuture<Answer<T>> future, String server, String next)
            throws FaultException, InterruptedException {
        try {
            Answer<T> answer = future.get(WAIT_SECONDS, TimeUnit.SECONDS);
            if (answer instanceof Answer.Refused<T> refused) {
                throw FaultException.failed(refusal(refused.refusal(), server, next));
            }
            return ((Answer.Done<T>) answer).value();
        } catch (ExecutionException failed) {
            throw FaultException.failed(unreachable(server, next), failed);
        } catch (TimeoutException late) {
            throw FaultException.failed(unreachable(server, next), late);
        }
    }

    private static UsageFault unreachable(String server, String next) {
        return UsageFault.of(
                "UNREACHABLE", Texts.of("fault.unreachable", server), Texts.of("fault.unchanged.nothing-joined"), next);
    }

    private static UsageFault refusal(Refusal refusal, String server, String next) {
        if (refusal.code().equals("UNREACHABLE")) {
            return unreachable(server, next);
        }
        String legal = SafeText.line(refusal.legal(), MAX_DETAIL);
        String what = SafeText.line(refusal.detail(), MAX_DETAIL).replaceAll("\\.$", "");
        return UsageFault.of(
                        SafeText.line(refusal.code(), MAX_DETAIL),
                        what,
                        Texts.of("fault.unchanged.nothing-joined"),
                        next)
                .about(SafeText.line(refusal.field(), MAX_DETAIL), legal);
    }
}
