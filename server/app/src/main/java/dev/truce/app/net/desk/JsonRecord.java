package dev.truce.app.net.desk;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record as a JSON object: its components by their names and in their order, which may be texts, whole numbers, booleans, maps, and
 * records or lists of these.
 */
final class JsonRecord {
    private JsonRecord() {}

    static Map<String, Object> of(Record written) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (RecordComponent component : written.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                object.put(component.getName(), value(component.getAccessor().invoke(written)));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return object;
    }

    private static Object value(Object value) {
        if (value instanceof Record inner) {
            return of(inner);
        }
        return value instanceof List<?> list
                ? list.stream().map(JsonRecord::value).toList()
                : value;
    }
}
