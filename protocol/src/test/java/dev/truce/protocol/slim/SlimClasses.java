package dev.truce.protocol.slim;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the slim artifact beside those of the module, which have the same names: a class of the protocol is the artifact's, and there
 * are no libraries.
 */
final class SlimClasses extends ClassLoader {
    private static final String PROTOCOL = "dev.truce.protocol.";
    /** What the page has beside the artifact; the platform makes classes of its own when methods are called by reflection. */
    private static final List<String> SHARED =
            List.of("java.", "jdk.", "dev.truce.engine.", "dev.truce.match.", "org.jspecify.");

    private final Path classes = classes();
    private final Map<String, Method> readers = new HashMap<>();
    private final Map<Class<?>, Map<String, Method>> setters = new HashMap<>();

    SlimClasses() {
        super(SlimClasses.class.getClassLoader());
    }

    /** Returns the folder of the artifact's classes. */
    static Path classes() {
        return Path.of(System.getProperty("slim.classes", "target/slim/classes"));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (name.startsWith(PROTOCOL)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
            if (SHARED.stream().noneMatch(name::startsWith)) {
                throw new ClassNotFoundException(name + " is not for the browser");
            }
            return super.loadClass(name, resolve);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            byte[] bytes = Files.readAllBytes(classes.resolve(name.replace('.', '/') + ".class"));
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException missing) {
            throw new ClassNotFoundException(name, missing);
        }
    }

    Class<?> of(String simpleName) {
        try {
            return loadClass(PROTOCOL + "v2." + simpleName);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** What the slim class makes of bytes: a message, or why it refuses them. */
    record Read(@Nullable Object message, String why) {
        boolean isTaken() {
            return message != null;
        }

        byte[] again() {
            return bytes(Objects.requireNonNull(message, why));
        }
    }

    Read read(String name, byte[] bytes) {
        Method reader = readers.computeIfAbsent(name, each -> method(of(each), "parseFrom", byte[].class));
        try {
            return new Read(reader.invoke(null, (Object) bytes), "");
        } catch (InvocationTargetException refused) {
            if (refused.getCause().getClass().getSimpleName().equals("UnreadableBytesException")) {
                return new Read(null, String.valueOf(refused.getCause().getMessage()));
            }
            throw new IllegalStateException(name + " cannot cope", refused.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(Object message) {
        return (byte[]) call(message, method(message.getClass(), "toByteArray"));
    }

    /** Builds with the slim builder what a message of protobuf-java holds. */
    Object build(Message message) {
        Object builder = call(null, method(of(message.getDescriptorForType().getName()), "newBuilder"));
        message.getAllFields().forEach((field, value) -> {
            if (field.isRepeated()) {
                for (Object each : (List<?>) value) {
                    set(builder, "add", field, each);
                }
            } else {
                set(builder, "set", field, value);
            }
        });
        return call(builder, method(builder.getClass(), "build"));
    }

    private void set(Object builder, String verb, FieldDescriptor field, Object value) {
        Object slim = value instanceof Message nested ? build(nested) : value;
        String suffix = "";
        if (value instanceof EnumValueDescriptor constant) {
            slim = constant.getNumber();
            if (verb.equals("set")) {
                suffix = "Value";
            } else {
                slim = call(
                        null, method(of(field.getEnumType().getName()), "forNumber", int.class), constant.getNumber());
            }
        }
        String camel = field.getJsonName();
        String name = verb + Character.toUpperCase(camel.charAt(0)) + camel.substring(1) + suffix;
        Object argument = slim;
        Method setter = setters.computeIfAbsent(builder.getClass(), each -> new HashMap<>())
                .computeIfAbsent(name, each -> setter(builder.getClass(), each, argument));
        call(builder, setter, argument);
    }

    private static Method setter(Class<?> builder, String name, Object argument) {
        for (Method each : builder.getMethods()) {
            if (each.getName().equals(name)
                    && !each.getParameterTypes()[0].getSimpleName().equals("Builder")
                    && each.getParameterTypes()[0].isPrimitive() == isBoxed(argument)) {
                return each;
            }
        }
        throw new IllegalStateException(builder + " has no " + name);
    }

    private static boolean isBoxed(Object argument) {
        return argument instanceof Number || argument instanceof Boolean;
    }

    private static Method method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static Object call(@Nullable Object on, Method method, Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(method.toString(), e);
        }
    }
}
