package dev.truce.cli.connect;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.ServerAddress;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.protocol.client.ClientCode;
import dev.truce.protocol.client.ConnectionOptions;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.client.Transport;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.text.SafeText;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a command talks to a server: connects, asks, and waits for each answer within a limit. A refusal becomes what the user is told.
 *
 * @param address where the server is
 * @param tls how to encrypt, or null
 * @param transport threads that connections share, or null for threads of their own
 * @param next what the user may do if something is refused
 * @param absent what the user may do if no server answers
 * @param unchanged key of what a refusal has left as it was
 */
public record ServerCall(
        ServerAddress address,
        @Nullable SSLContext tls,
        @Nullable Transport transport,
        String next,
        String absent,
        String unchanged) {
    /** How a student enters a class without being asked. */
    public static final String ENTER_CLASS = "truce join CODE --student NUMBER --key KEY";

    /** Says that nobody has joined. */
    public static final String NOT_JOINED = "fault.unchanged.nothing-joined";

    /** Hears nothing. */
    private static final SeatListener DEAF = heard -> {};

    /** Above what the client itself waits for a connection and a greeting. */
    private static final long WAIT_SECONDS = 30;

    /** An encrypted server hangs up on who does not encrypt and comes from another machine. */
    private static final String CLOSED = "refused.unreachable.closed";

    private static final int MAX_DETAIL = 200;

    /** Calls a server on threads of its own. */
    public static ServerCall to(ServerAddress address, @Nullable SSLContext tls, String next) {
        return new ServerCall(address, tls, null, next, next, NOT_JOINED);
    }

    /** Returns the same call with something else that the user may do if no server answers. */
    public ServerCall ifAbsent(String other) {
        return new ServerCall(address, tls, transport, next, other, unchanged);
    }

    /** Returns the same call for what joins nothing. */
    public ServerCall withoutJoining() {
        return new ServerCall(address, tls, transport, next, absent, "fault.unchanged.everything");
    }

    /** Connects and says hello, and hears nothing but answers. */
    public NettySeatClient connect(Role role) throws FaultException, InterruptedException {
        return connect(role, DEAF);
    }

    /** Connects and says hello. */
    public NettySeatClient connect(Role role, SeatListener listener) throws FaultException, InterruptedException {
        return answer(NettySeatClient.connect(options(role), listener, transport));
    }

    /** Connects and opens a place again. */
    public NettySeatClient.Resumption resume(ResumeTicket ticket, SeatListener listener)
            throws FaultException, InterruptedException {
        return answer(NettySeatClient.resume(options(Role.PLAYER), ticket, listener, transport));
    }

    /** Asks what is played at the place that a client has. */
    public Scenario scenario(NettySeatClient client) throws FaultException, InterruptedException {
        return RoomScenario.read(answer(client.scenario()));
    }

    private ConnectionOptions options(Role role) {
        ConnectionOptions options = ConnectionOptions.of(address.host(), address.port(), role, "truce-cli");
        return tls == null ? options : options.withTls(tls);
    }

    /** Waits for an answer. */
    public <T> T answer(CompletableFuture<Reply<T>> future) throws FaultException, InterruptedException {
        return reply(future).orThrow(refused -> FaultException.failed(refusal(refused)));
    }

    /** Waits for an answer that may be a refusal. */
    public <T> Reply<T> reply(CompletableFuture<Reply<T>> future) throws FaultException, InterruptedException {
        try {
            return future.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw FaultException.failed(unreachable(), failed);
        }
    }

    private UsageFault unreachable() {
        return UsageFault.of("UNREACHABLE", Texts.of("fault.unreachable", address), Texts.of(unchanged), absent);
    }

    private UsageFault refusal(Refusal refusal) {
        if (refusal.code() == ClientCode.UNREACHABLE) {
            return tls == null && refusal.key().equals(CLOSED)
                    ? UsageFault.of(
                            "UNREACHABLE",
                            Texts.of("fault.hung-up", address),
                            Texts.of(unchanged),
                            Texts.of("fault.next.tls"))
                    : unreachable();
        }
        String legal = SafeText.line(refusal.legal(), MAX_DETAIL);
        String what = Texts.of(refusal);
        return UsageFault.of(refusal.code().name(), what, Texts.of(unchanged), after(refusal))
                .about(SafeText.line(refusal.field(), MAX_DETAIL), legal);
    }

    /** Returns what helps against a refusal, whatever was asked for. */
    private String after(Refusal refusal) {
        if (refusal.code() == ClientCode.CERTIFICATE_NOT_TRUSTED) {
            return Texts.of("fault.next.certificate");
        } else if (refusal.code() == ConnectionCode.NOT_INSTRUCTOR) {
            return Texts.of("fault.next.desk-key");
        }
        if (refusal.code() == ConnectionCode.ROOM_STARTED) {
            return "truce watch " + (address.equals(ServerAddress.USUAL) ? "" : address + " ") + "CODE";
        }
        boolean student = refusal.code() == ConnectionCode.IS_A_CLASS || refusal.code() == ConnectionCode.WRONG_KEY;
        return student ? ENTER_CLASS : next;
    }
}
