package dev.truce.app.host.service;

import dev.truce.protocol.message.ClassNews.HelpCall;
import dev.truce.protocol.message.ClassNews.TableChanged;
import java.util.List;

/** Hears what happens in classes, for meters. Calls come from many threads and must not block. */
public interface ClassListener {
    /**
     * A table of an open class has changed.
     *
     * @param table where it stands now, with the members of its seats
     */
    void changed(String classId, TableChanged table);

    /** A desk did something. */
    void acted();

    /**
     * A student called for help, after {@link #calls} has told it with the others.
     *
     * @param table number of the student's table
     */
    void called(String classId, int table, HelpCall call);

    /**
     * The class as a whole has changed.
     *
     * @param calls calls for help that no desk has answered, oldest first
     */
    void calls(String classId, List<HelpCall> calls);

    /** A class was closed, or stands still until it can be read again. */
    void closed(String classId);
}
