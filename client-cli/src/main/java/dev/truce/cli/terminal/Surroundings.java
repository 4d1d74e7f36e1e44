package dev.truce.cli.terminal;

import dev.truce.story.print.Look;
import java.io.Console;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jspecify.annotations.Nullable;

/**
 * What the program was started in: whether a person sits at a terminal, and what that terminal can show.
 *
 * @param terminal whether input and output are a terminal
 * @param environment the environment variables
 * @param windows whether this is Windows
 */
public record Surroundings(boolean terminal, Map<String, String> environment, boolean windows) {
    /** Of the command line that runs; one for the whole process, as its language is. */
    private static volatile Map<String, String> variables = System.getenv();

    /** Says which environment variables the command line that runs next was started with. */
    public static void startedWith(Map<String, String> environment) {
        variables = environment;
    }

    public static Surroundings ofProcess() {
        String system = System.getProperty("os.name", "");
        return new Surroundings(
                isTerminal(System.console()),
                Map.copyOf(variables),
                system.toLowerCase(Locale.ROOT).contains("windows"));
    }

    /** Since Java 22 a console may exist without a terminal; it then says so, which Java 17 cannot ask directly. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    /** Returns whether standard error is a terminal, which it may be when standard output is a file; false where nobody can tell. */
    public static boolean showsErrors() {
        try {
            return TerminalProvider.load("jni").isSystemStream(SystemStream.Error);
        } catch (IOException | LinkageError unknown) {
            return false;
        }
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** Returns whether the terminal can move its cursor, so that a line can be edited. */
    public boolean canEdit() {
        return terminal && !isDumb() && !isAccessible();
    }

    private boolean isDumb() {
        return !windows && (variable("TERM").isEmpty() || variable("TERM").equals("dumb"));
    }

    /** Returns whether facts are to be told in sentences. */
    public boolean isAccessible() {
        return !variable("ACCESSIBLE").isEmpty() && !variable("ACCESSIBLE").equals("0");
    }

    /** Returns whether the locale's characters are UTF-8. */
    public boolean isUtf8() {
        return windows || locale().toLowerCase(Locale.ROOT).matches(".*utf-?8.*");
    }

    private String locale() {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            if (!variable(name).isEmpty()) {
                return variable(name);
            }
        }
        return "";
    }

    /**
     * Returns how screens are drawn: ASCII on Windows, in a Chinese locale, without UTF-8 and in pipes, blocks elsewhere.
     *
     * @param charts what was asked for, or null
     * @param plain whether plain text was asked for
     */
    public Look look(Look.@Nullable Charts charts, boolean plain) {
        boolean simple = plain || !terminal || windows || !isUtf8() || isDumb() || locale().startsWith("zh");
        Look.Charts drawn = charts != null ? charts : simple ? Look.Charts.ASCII : Look.Charts.BLOCK;
        return new Look(drawn, isAccessible());
    }

    /**
     * Returns the ground for colour: none in pipes, for {@code NO_COLOR}, for dumb terminals and if asked for.
     *
     * @param refused whether colour was refused on the command line
     */
    public Tint.Ground ground(boolean refused) {
        if (refused
                || !terminal
                || isDumb()
                || isAccessible()
                || !variable("NO_COLOR").isEmpty()) {
            return Tint.Ground.NONE;
        }
        boolean many =
                variable("TERM").contains("256color") || !variable("COLORTERM").isEmpty();
        String[] ground = variable("COLORFGBG").split(";", -1);
        String back = ground[ground.length - 1];
        if (!many || !back.matches("\\d{1,2}")) {
            return Tint.Ground.UNKNOWN;
        }
        int colour = Integer.parseInt(back);
        return colour == 7 || colour == 15 ? Tint.Ground.LIGHT : Tint.Ground.DARK;
    }
}
