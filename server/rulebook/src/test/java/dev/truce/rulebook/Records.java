package dev.truce.rulebook;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies of records with some components replaced, so that a test names only what it is about. */
public final class Records {
    private Records() {}

    /**
     * Returns a copy.
     *
     * @param record the original
     * @param namesAndValues a component's name, its new value, the next name, and so on
     */
    @SuppressWarnings("unchecked")
    public static <R extends Record> R with(R record, Object... namesAndValues) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new Object[components.length];
        List<Object> unused = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            unused.add(namesAndValues[i]);
        }
        try {
            for (int c = 0; c < components.length; c++) {
                types[c] = components[c].getType();
                values[c] = components[c].getAccessor().invoke(record);
                for (int i = 0; i < namesAndValues.length; i += 2) {
                    if (namesAndValues[i].equals(components[c].getName())) {
                        values[c] = namesAndValues[i + 1];
                        unused.remove(namesAndValues[i]);
                    }
                }
            }
            if (!unused.isEmpty()) {
                throw new IllegalArgumentException(record.getClass() + " has no component " + unused);
            }
            Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
            return (R) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
