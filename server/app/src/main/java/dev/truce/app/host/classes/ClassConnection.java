package dev.truce.app.host.classes;

import dev.truce.app.host.MatchConnection;
import dev.truce.protocol.message.ClassNews;

/** A connection as a class sees it: a desk, or a student who waits. Calls come from any thread and do not block. */
public interface ClassConnection extends MatchConnection {
    /** Something has changed. */
    void tell(ClassNews news);
}
