package dev.truce.bot.line.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object that is read field by field; what is not there or of another kind is refused by name. */
public record Fields(String path, Map<String, @Nullable Object> map) {
    public boolean has(String name) {
        return map.get(name) != null;
    }

    public Fields object(String name) {
        return of(path + "." + name, map.get(name));
    }

    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (Object item : list(name)) {
            objects.add(of(path + "." + name, item));
        }
        return objects;
    }

    public List<String> strings(String name) {
        List<String> strings = new ArrayList<>();
        for (Object item : list(name)) {
            if (!(item instanceof String string)) {
                throw illegal(name, "a list of strings");
            }
            strings.add(string);
        }
        return strings;
    }

    public List<Long> longs(String name) {
        List<Long> longs = new ArrayList<>();
        for (Object item : list(name)) {
            if (!(item instanceof Long number)) {
                throw illegal(name, "a list of whole numbers");
            }
            longs.add(number);
        }
        return longs;
    }

    public String string(String name) {
        if (map.get(name) instanceof String string) {
            return string;
        }
        throw illegal(name, "a string");
    }

    public int whole(String name) {
        if (map.get(name) instanceof Long number && number == number.intValue()) {
            return number.intValue();
        }
        throw illegal(name, "a whole number");
    }

    public long wholeLong(String name) {
        if (map.get(name) instanceof Long number) {
            return number;
        }
        throw illegal(name, "a whole number");
    }

    public double number(String name) {
        if (map.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw illegal(name, "a number");
    }

    public boolean bool(String name) {
        if (map.get(name) instanceof Boolean bool) {
            return bool;
        }
        throw illegal(name, "true or false");
    }

    <E extends Enum<E>> E word(String name, Class<E> kind) {
        String word = string(name);
        for (E each : kind.getEnumConstants()) {
            if (each.name().equals(word)) {
                return each;
            }
        }
        throw illegal(name, "a word of " + kind.getSimpleName());
    }

    IllegalArgumentException illegal(String name, String right) {
        return new IllegalArgumentException(path + "." + name + ": expected " + right);
    }

    private List<?> list(String name) {
        if (map.get(name) instanceof List<?> list) {
            return list;
        }
        throw illegal(name, "a list");
    }

    @SuppressWarnings("unchecked") // The reader makes maps with string keys only.
    private static Fields of(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Fields(path, (Map<String, @Nullable Object>) map);
        }
        throw new IllegalArgumentException(path + ": expected an object");
    }
}
