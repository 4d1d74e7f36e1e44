package dev.truce.protocol.slim.build;

/** How protobuf-java names in Java what the schema names. */
final class JavaNames {
    private JavaNames() {}

    /** Returns {@code RoundId} for {@code round_id}. */
    static String upper(String name) {
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
}
