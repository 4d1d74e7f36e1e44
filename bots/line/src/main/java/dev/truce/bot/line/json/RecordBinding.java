package dev.truce.bot.line.json;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Binds records of plain values to JSON objects and back: each component is a field, in their order, and its name is written in lower case
 * with underscores. Values are strings, whole numbers, booleans, records, lists of strings or records, and pairs with the fields
 * {@code US} and {@code CN}.
 */
public final class RecordBinding {
    /** By class, its components in order: they are looked up once, as lines are written by the thousand a second. */
    private static final ClassValue<List<BoundField>> FIELDS = new ClassValue<>() {
        @Override
        protected List<BoundField> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(component -> {
                        component.getAccessor().setAccessible(true);
                        return new BoundField(name(component), component.getAccessor());
                    })
                    .toList();
        }
    };

    private RecordBinding() {}

    private record BoundField(String name, Method accessor) {}

    /** A record whose fields stand among those of the record that has it. */
    public interface Inline {}

    /** Returns the fields of a record. */
    public static Map<String, @Nullable Object> of(Record bound) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (BoundField field : FIELDS.get(bound.getClass())) {
            Object value = value(field, bound);
            if (value instanceof Inline && value instanceof Record inline) {
                map.putAll(of(inline));
            } else {
                map.put(field.name(), plain(value));
            }
        }
        return map;
    }

    private static Object plain(Object value) {
        if (value instanceof BySide<?> pair) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            for (Side side : Side.values()) {
                map.put(side.name(), plain(Objects.requireNonNull(pair.of(side))));
            }
            return map;
        }
        if (value instanceof Record inner) {
            return of(inner);
        }
        return value instanceof List<?> list
                ? list.stream().map(RecordBinding::plain).toList()
                : value;
    }

    private static Object value(BoundField field, Record bound) {
        try {
            return Objects.requireNonNull(field.accessor().invoke(bound));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record does not tell its " + field.name(), impossible);
        }
    }

    private static String name(RecordComponent component) {
        return component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a record.
     *
     * @param path what messages call the object
     * @throws IllegalArgumentException if a field is not there or of another kind; names it
     */
    public static <R extends Record> R read(Class<R> type, String path, Map<String, @Nullable Object> map) {
        return read(type, new Fields(path, map));
    }

    static <R extends Record> R read(Class<R> type, Fields fields) {
        RecordComponent[] components = type.getRecordComponents();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            values.add(value(component, fields));
        }
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalArgumentException(fields.path() + " makes up no " + type.getSimpleName(), wrong);
        }
    }

    private static Object value(RecordComponent component, Fields fields) {
        String name = name(component);
        Class<?> type = component.getType();
        if (type == BySide.class) {
            Class<?> item = argument(component);
            Fields pair = fields.object(name);
            return BySide.each(side -> plain(item, side.name(), pair));
        } else if (type == List.class) {
            Class<?> item = argument(component);
            return item == String.class
                    ? fields.strings(name)
                    : fields.objects(name).stream()
                            .map(each -> read(item.asSubclass(Record.class), each))
                            .toList();
        }
        if (!Record.class.isAssignableFrom(type)) {
            return plain(type, name, fields);
        }
        Class<? extends Record> inner = type.asSubclass(Record.class);
        return read(inner, Inline.class.isAssignableFrom(inner) ? fields : fields.object(name));
    }

    private static Object plain(Class<?> type, String name, Fields fields) {
        if (type == String.class) {
            return fields.string(name);
        } else if (type == boolean.class || type == Boolean.class) {
            return fields.bool(name);
        } else if (type == int.class || type == Integer.class) {
            return fields.whole(name);
        } else if (type == long.class) {
            return fields.wholeLong(name);
        }
        throw new IllegalStateException("no JSON for a " + type.getSimpleName());
    }

    private static Class<?> argument(RecordComponent component) {
        return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }
}
