package dev.truce.app.host.service;

import dev.truce.protocol.message.ClassNews;

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
