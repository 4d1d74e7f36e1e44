package dev.truce.protocol.slim.build;

import com.google.protobuf.Descriptors.Descriptor;
import dev.truce.engine.board.BySide;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The source of {@code RecordFields} without reflection: the same binding of records to messages, written out. */
final class RecordSource {
    private RecordSource() {}

    /** Returns the class for these records and the messages that they are bound to. */
    static String of(List<Map.Entry<Class<?>, Descriptor>> bound) {
        StringBuilder writes = new StringBuilder();
        StringBuilder reads = new StringBuilder();
        for (Map.Entry<Class<?>, Descriptor> each : bound) {
            Class<?> type = each.getKey();
            Descriptor message = each.getValue();
            List<RecordComponent> components = Arrays.asList(type.getRecordComponents());
            writes.append("""
                        if (from instanceof %1$s value) {
                            %2$s.Builder out = (%2$s.Builder) to;
                            %3$s
                            return;
                        }
                """.formatted(
                    type.getCanonicalName(),
                    SlimBuilder.SCHEMA + "." + message.getName(),
                    components.stream().map(RecordSource::write).collect(Collectors.joining("\n            "))));
            reads.append("""
                        if (type == %1$s.class && from instanceof %2$s in) {
                            return type.cast(new %1$s(%3$s));
                        }
                """.formatted(
                            type.getCanonicalName(),
                            SlimBuilder.SCHEMA + "." + message.getName(),
                            components.stream().map(RecordSource::read).collect(Collectors.joining(", "))));
        }
        return """
            package dev.truce.protocol.codec.table;

            public final class RecordFields<R extends Record, M, B> {
                private final Class<R> type;

                public RecordFields(Class<R> type, M message) {
                    this.type = type;
                }

                public void write(R from, B to) {
            %1$s        throw new IllegalStateException("no message is bound to " + type);
                }

                public R read(M from) {
            %2$s        throw new IllegalStateException("no message is bound to " + type);
                }
            }
            """.formatted(writes, reads);
    }

    private static String upper(RecordComponent component) {
        return Character.toUpperCase(component.getName().charAt(0))
                + component.getName().substring(1);
    }

    private static String write(RecordComponent component) {
        String name = upper(component);
        String value = "value." + component.getName() + "()";
        return component.getType() == BySide.class
                ? "out.setUs%1$s(%2$s.us());\n            out.setCn%1$s(%2$s.cn());".formatted(name, value)
                : "out.set%1$s(%2$s);".formatted(name, value);
    }

    private static String read(RecordComponent component) {
        String name = upper(component);
        return component.getType() == BySide.class
                ? "new dev.truce.engine.board.BySide<>(in.getUs%1$s(), in.getCn%1$s())".formatted(name)
                : "in.get%1$s()".formatted(name);
    }
}
