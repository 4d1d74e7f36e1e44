package dev.truce.protocol.generator;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.truce.protocol.options.v2.WrapRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes who may send which message when, as the schema says it. */
final class PermissionWriter {
    /** What the schema says of a message that no client may send. */
    private static final String NONE = "none";

    private final SchemaFiles schema;
    private final StringBuilder rows = new StringBuilder();
    private final StringBuilder carried = new StringBuilder();

    private PermissionWriter(SchemaFiles schema) {
        this.schema = schema;
    }

    /**
     * Returns the source of the table.
     *
     * @param family of messages that are sent
     * @throws IllegalArgumentException if the schema does not say who may send one of them
     */
    static String source(SchemaFiles schema, String family, String packageName) {
        PermissionWriter writer = new PermissionWriter(schema);
        List<String> inner = new ArrayList<>();
        for (FieldDescriptor kind : schema.kindsOf(family)) {
            Descriptor message = kind.getMessageType();
            if (may(message).isEmpty()) {
                inner.add(writer.carrier(message));
            } else {
                writer.row(message, may(message));
            }
        }
        for (WrapRules wrap : schema.family(family).getWrapsList()) {
            writer.carried(family + "." + wrap.getName(), wrap.getComponent());
            inner.add(0, wrap.getFamily());
        }
        for (String each : inner) {
            writer.kindsOf(each);
        }
        return SOURCE.formatted(packageName, schema.java(family, ""), writer.rows, writer.carried);
    }

    private static List<String> may(Descriptor message) {
        return SchemaFiles.rules(message).orElseThrow().getMayList();
    }

    /** Returns the family that a message carries. */
    private String carrier(Descriptor message) {
        for (SchemaField component : schema.components(message)) {
            if (component.isMessage() && !component.record().getMayList().isEmpty()) {
                carried(SchemaFiles.rules(message).orElseThrow().getName(), component.name());
                return component.record().getName();
            }
        }
        throw new IllegalArgumentException("the schema does not say who may send " + message.getFullName());
    }

    private void carried(String kind, String component) {
        carried.append("""
                        if (message instanceof %1$s carrier) {
                            return carrier.%2$s().getClass();
                        }
                """.formatted(schema.java(kind, ""), component));
    }

    private void kindsOf(String family) {
        Descriptor container = schema.choiceOf(family).getContainingType();
        for (FieldDescriptor kind : schema.kindsOf(family)) {
            List<String> own = may(kind.getMessageType());
            boolean isOwn = !own.isEmpty() || !container.getName().equals(family);
            row(kind.getMessageType(), isOwn ? own : may(container));
        }
    }

    private void row(Descriptor message, List<String> may) {
        if (may.isEmpty()) {
            throw new IllegalArgumentException("the schema does not say who may send " + message.getFullName());
        }
        String type = schema.java(SchemaFiles.rules(message).orElseThrow().getName(), "");
        rows.append("        TABLE.put(%s.class, new EnumMap<>(Role.class));\n".formatted(type));
        for (String each : may) {
            if (!each.equals(NONE)) {
                String[] sides = each.split(" in ", 2);
                rows.append("        may(%s.class, List.of(%s), List.of(%s));\n"
                        .formatted(type, constants("Role", sides[0]), constants("PhaseName", sides[1])));
            }
        }
    }

    private static String constants(String type, String names) {
        return Stream.of(names.split(" ")).map(name -> type + "." + name).collect(Collectors.joining(", "));
    }

    private static final String SOURCE = """
            package %1$s;

            import java.util.EnumMap;
            import java.util.EnumSet;
            import java.util.LinkedHashMap;
            import java.util.List;
            import java.util.Map;
            import java.util.Set;

            /**
             * Who may say what when: kind of message, deed or act x role x phase. The schema says it; what it does not say is not allowed.
             *
             * <p>What only the holder of a place or the creator of a room may do is checked where places are known; this table says what
             * a connection may ask for at all. No connection has a role before the hello that names it, so the table is asked with the role
             * that it names.
             */
            public final class Permissions {
                private static final Map<Class<?>, Map<Role, Set<PhaseName>>> TABLE = new LinkedHashMap<>();

                static {
            %3$s    }

                private Permissions() {}

                private static void may(Class<?> kind, List<Role> roles, List<PhaseName> phases) {
                    for (Role role : roles) {
                        TABLE.get(kind)
                                .computeIfAbsent(role, unused -> EnumSet.noneOf(PhaseName.class))
                                .addAll(phases);
                    }
                }

                /** Returns all that has a row: deeds and acts by their kinds, all other messages by their types. */
                public static List<Class<?>> kinds() {
                    return List.copyOf(TABLE.keySet());
                }

                /** Returns what a message asks for, as the table has it. */
                public static Class<?> what(%2$s message) {
            %4$s        return message.getClass();
                }

                /** Returns whether a connection of a role may send a message in a phase. */
                public static boolean allows(%2$s message, Role role, PhaseName phase) {
                    return allows(what(message), role, phase);
                }

                /** Returns whether a connection of a role may ask for something of a kind in a phase. */
                public static boolean allows(Class<?> kind, Role role, PhaseName phase) {
                    return TABLE.getOrDefault(kind, Map.of()).getOrDefault(role, Set.of()).contains(phase);
                }
            }
            """;
}
