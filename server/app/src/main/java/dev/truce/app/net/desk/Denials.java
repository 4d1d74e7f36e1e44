package dev.truce.app.net.desk;

import dev.truce.app.host.classes.Instructors;
import dev.truce.app.host.service.Timers;
import dev.truce.app.http.HttpAnswer;
import dev.truce.app.log.AuditEvent;
import dev.truce.app.log.AuditLog;
import dev.truce.app.net.connection.NetListener;
import dev.truce.app.quota.Owner;
import dev.truce.app.room.JoinLimiter;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Refusal;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.PhaseName;
import dev.truce.protocol.message.Role;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** Refuses over HTTP: at once, or as slowly as on the wire what may be a guess. */
final class Denials {
    private final JoinLimiter limiter;
    private final Timers timers;
    private final NetListener listener;
    private final AuditLog audit;

    /**
     * @param limiter slows down who guesses
     * @param timers end what waits
     * @param audit writes down who guesses
     */
    Denials(JoinLimiter limiter, Timers timers, NetListener listener, AuditLog audit) {
        this.limiter = limiter;
        this.timers = timers;
        this.listener = listener;
        this.audit = audit;
    }

    void refuse(Refusal refusal, Consumer<HttpAnswer> done) {
        refuse(refusal, DeskAnswers::refused, done);
    }

    void refuse(Refusal refusal, Function<Refusal, HttpAnswer> said, Consumer<HttpAnswer> done) {
        listener.refused(refusal.code(), null);
        done.accept(said.apply(refusal));
    }

    /** Refuses what may be a guess. */
    void deny(InetAddress address, Refusal refusal, Consumer<HttpAnswer> done) {
        deny(address, refusal, DeskAnswers::refused, done);
    }

    void deny(InetAddress address, Refusal refusal, Function<Refusal, HttpAnswer> said, Consumer<HttpAnswer> done) {
        if (ServerRefusals.isWrong(refusal)) {
            Duration wait = limiter.wrong(address);
            if (wait.equals(JoinLimiter.LONGEST)) {
                audit.writeFor(
                        Owner.at(address),
                        AuditEvent.WRONG_CODES,
                        "last",
                        refusal.code().name(),
                        "from",
                        audit.of(address));
            }
            timers.after(wait.toMillis(), () -> refuse(refusal, said, done));
        } else {
            refuse(refusal, said, done);
        }
    }

    /** Refuses what the table of permissions does not allow. */
    void forbid(
            InetAddress address,
            String message,
            PhaseName phase,
            Function<Refusal, HttpAnswer> said,
            Consumer<HttpAnswer> done) {
        audit.writeFor(
                Owner.at(address), AuditEvent.NOT_ALLOWED, "message", message, "role", Role.INSTRUCTOR, "phase", phase);
        refuse(Refusal.of(ConnectionCode.NOT_ALLOWED, ""), said, done);
    }

    /** A browser was let in, which is written down once. */
    void letIn(InetAddress address, Instructors.Entry with) {
        if (with != Instructors.Entry.PASS) {
            audit.write(
                    AuditEvent.INSTRUCTOR_ENTERED,
                    "with",
                    with.name().toLowerCase(Locale.ROOT),
                    "from",
                    audit.of(address));
        }
    }
}
