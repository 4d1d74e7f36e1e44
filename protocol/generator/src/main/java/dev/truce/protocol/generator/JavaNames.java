package dev.truce.protocol.generator;

import java.util.Locale;
import javax.lang.model.SourceVersion;

/** How Java names what the schema names. */
public final class JavaNames {
    static final String WIRE = "dev.truce.protocol.v2.";

    private JavaNames() {}

    /** Returns {@code RoundId} for {@code round_id}, as protobuf-java does. */
    public static String upper(String name) {
        StringBuilder camel = new StringBuilder();
        boolean up = true;
        for (char each : name.toCharArray()) {
            if (each == '_') {
                up = true;
            } else {
                camel.append(up ? Character.toUpperCase(each) : each);
                up = Character.isDigit(each);
            }
        }
        return camel.toString();
    }

    static String lower(String name) {
        return first(upper(name));
    }

    /** Returns a name with its first letter in lower case, and more of it if Java keeps that word for itself. */
    static String first(String name) {
        String first = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return SourceVersion.isKeyword(first) ? first + "It" : first;
    }

    /** Returns {@code TABLE_PHASE} for {@code TablePhase}. */
    static String constant(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
