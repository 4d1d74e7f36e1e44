package dev.truce.store;

import dev.truce.store.StoredMatch.StoredInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class with what has happened in it. Nothing of it names a student.
 *
 * @param classId id of the class, unique for ever; its stream
 * @param code what students type to enter, or null once the class is closed and its code is free again
 * @param setup what makes this class what it is, in the encoding of the host; holds the seed of its matches
 * @param openedUnixMillis when it was opened
 * @param events what has happened since, in order, in the encoding of the host
 * @param last number of the last entry
 */
public record StoredClass(
        String classId,
        @Nullable String code,
        byte[] setup,
        long openedUnixMillis,
        List<StoredInput> events,
        long last) {
    public StoredClass {
        events = List.copyOf(events);
    }

    /** A class that is opened now. */
    public StoredClass(String classId, String code, byte[] setup, long openedUnixMillis) {
        this(classId, code, setup, openedUnixMillis, List.of(), 0);
    }
}
