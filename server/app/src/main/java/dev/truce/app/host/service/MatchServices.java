package dev.truce.app.host.service;

import dev.truce.app.config.ServerLimits;
import dev.truce.app.log.AuditLog;
import dev.truce.app.signature.RecordSigner;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.RoomFact;
import dev.truce.store.journal.Journal;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * What matches and classes need from the server around it.
 *
 * @param journal makes things durable
 * @param matchWorkers runs the tasks of matches
 * @param workers runs the tasks of classes
 * @param botWorkers runs the roster's bots
 * @param timers counts windows down
 * @param node how long this start of the server has been running
 * @param wallClock tells people the time
 * @param random draws seeds, codes and tokens
 * @param listener hears what happens in matches
 * @param classListener hears what happens in classes
 * @param audit writes down what is done with rights that not everybody has
 * @param limits how much of anything it takes
 * @param signer vouches for records that are handed out
 */
public record MatchServices(
        Journal journal,
        MatchWorkers matchWorkers,
        Executor workers,
        BotWorkers botWorkers,
        Timers timers,
        NodeLife node,
        Clock wallClock,
        SecureRandom random,
        MatchListener listener,
        ClassListener classListener,
        AuditLog audit,
        ServerLimits limits,
        RecordSigner signer) {

    /** Returns what is so for a while in every room and class of this server. Safe from any thread. */
    public Set<RoomFact> facts() {
        return journal.staysSuspended() ? Set.of(RoomFact.CANNOT_SAVE) : Set.of();
    }

    /** Runs the tasks of matches, none of which blocks or thinks. */
    public interface MatchWorkers {
        /** Returns what runs the tasks of one more match. */
        Executor ofMatch();
    }

    /** Hears where the tables of classes stand. Calls come from any thread and do not block. */
    public interface TableWatch {
        /**
         * A table has changed.
         *
         * @param classId its class
         * @param table where it stands now, without the members of its seats
         */
        void changed(String classId, ClassNews.TableChanged table);
    }
}
