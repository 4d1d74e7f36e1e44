package dev.truce.app.classroom;

import dev.truce.protocol.message.ClassNews.HelpCall;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls for help in a class that no desk has answered, one a student, oldest first. */
public final class OpenCalls {
    private final Map<Integer, HelpCall> open = new LinkedHashMap<>();
    private final Map<Integer, Integer> made = new HashMap<>();

    OpenCalls() {}

    /** A student calls; an earlier call of his is not open any more. */
    void add(ClassEvent.Called called) {
        open.remove(called.member());
        open.put(called.member(), new HelpCall(called.member(), called.text(), called.unixMillis()));
        made.merge(called.member(), 1, Integer::sum);
    }

    /** A desk has answered, or the student has left. */
    void answered(int member) {
        open.remove(member);
    }

    /** Returns the open call of a student. */
    public Optional<HelpCall> of(int member) {
        return Optional.ofNullable(open.get(member));
    }

    /** Returns how often a student has called. */
    public int made(int member) {
        return made.getOrDefault(member, 0);
    }

    /** Returns all open calls, oldest first. */
    public List<HelpCall> all() {
        return List.copyOf(open.values());
    }
}
