package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassSetup;
import dev.truce.app.encoding.ClassEncoding;
import dev.truce.app.log.AuditEvent;
import dev.truce.app.log.AuditLog;
import dev.truce.app.room.RoomCode;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.store.StoredClass;
import dev.truce.store.log.LogEvent;
import dev.truce.store.sqlite.SqliteStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A class that is closed and can be forgotten, in the folder of a server that has stopped: its list, what desks did, and the matches of its
 * tables.
 *
 * @param title what it was called
 * @param tables how many tables it has
 * @param members how many are on its list
 * @param streams what is taken out of the store, that of the class first
 */
public record ClassRemoval(String title, int tables, int members, List<String> streams) {
    private static final Logger LOG = LoggerFactory.getLogger(ClassRemoval.class);

    public ClassRemoval {
        streams = List.copyOf(streams);
    }

    /**
     * Finds a class.
     *
     * @param typed the code that it had
     * @return refused if there was no class of this code, or it is not closed
     */
    public static Reply<ClassRemoval> find(SqliteStore store, String typed) {
        List<StoredClass> found = RoomCode.parse(typed)
                .map(code -> store.classesOpened(code.text()))
                .orElse(List.of());
        if (found.isEmpty()) {
            return Reply.refused(ServerRefusals.unknownCode());
        }
        // A code is free again once its class is closed; so there may be several, and the oldest is meant.
        Optional<StoredClass> closed = found.stream()
                .filter(each -> !store.openClasses().contains(each.classId()))
                .findFirst();
        if (closed.isEmpty()) {
            return Reply.refused(Refusal.of(RefusalCode.WRONG_PHASE, "code").because("refused.class-is-open"));
        }
        StoredClass stored = closed.get();
        ClassSetup setup = ClassEncoding.setup(stored.setup());
        List<String> streams = new ArrayList<>(List.of(stored.classId()));
        setup.tables().forEach(table -> streams.add(table.matchId()));
        int members = store.members(stored.classId()).size();
        return Reply.done(
                new ClassRemoval(setup.template().title(), setup.tables().size(), members, streams));
    }

    /** Forgets it. */
    public void carryOut(SqliteStore store, AuditLog audit) {
        store.remove(streams);
        audit.write(AuditEvent.CLASS_DELETED, "class", streams.get(0), "tables", tables);
        LOG.info(LogEvent.CLASS_DELETED.marker(), "class with {} tables deleted", tables);
    }
}
