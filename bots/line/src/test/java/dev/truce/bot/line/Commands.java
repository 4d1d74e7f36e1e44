package dev.truce.bot.line;

import java.nio.file.Path;

/** Commands that start bots for tests, with nothing but a JDK and a shell. */
final class Commands {
    private Commands() {}

    /** A bot of the roster in another JVM. */
    static String roster(String name) {
        return java(ServeMain.class) + " " + name;
    }

    static String java(Class<?> main) {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '" + System.getProperty("java.class.path") + "' "
                + main.getName();
    }

    /** A shell script of the given text; it must not contain a double quote. */
    static String shell(String script) {
        return "/bin/sh -c \"" + script + "\"";
    }
}
