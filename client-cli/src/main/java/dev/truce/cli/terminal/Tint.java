package dev.truce.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds colour to finished lines: the words US and CN are tinted, headings and warnings are bold. Without its codes a
 * tinted line is the line it was made from, so colour never says anything that the text does not.
 */
public final class Tint {
    private static final Pattern SIDE_WORD = Pattern.compile("(?<![A-Za-z0-9])(US|CN)(?![A-Za-z0-9])");
    /** The first words of headings and warnings, in each language. */
    private static final Pattern BOLD =
            Pattern.compile("^(?:== .*|BREACH|CAUGHT|error [A-Z0-9_]+:|违约|被发现|错误 [A-Z0-9_]+：)");

    private static final Pattern CODES = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final String BOLD_ON = "\u001b[1m";
    private static final String OFF = "\u001b[0m";

    private final Ground ground;

    /** The background of the text. */
    public enum Ground {
        /** No colour at all. */
        NONE,
        /** Not known: sides are bold. */
        UNKNOWN,
        /** Dark: blue 75 and orange 214, each at least 4.5:1. */
        DARK,
        /** Light: blue 25 and brown 94, each at least 4.5:1. */
        LIGHT
    }

    /** @param ground the background of the text */
    public Tint(Ground ground) {
        this.ground = ground;
    }

    /** Returns the lines with colour. */
    public List<String> lines(List<String> lines) {
        List<String> tinted = new ArrayList<>();
        for (String line : lines) {
            tinted.add(line(line));
        }
        return tinted;
    }

    /** Returns a line with colour. */
    public String line(String line) {
        if (ground == Ground.NONE) {
            return line;
        }
        Matcher bold = BOLD.matcher(line);
        if (bold.find()) {
            return BOLD_ON + bold.group() + OFF + sides(line.substring(bold.end()));
        }
        return sides(line);
    }

    private String sides(String text) {
        return SIDE_WORD.matcher(text).replaceAll(word -> on(word.group()) + word.group() + OFF);
    }

    private String on(String side) {
        boolean us = side.equals("US");
        return switch (ground) {
            case NONE -> "";
            case UNKNOWN -> BOLD_ON;
            case DARK -> us ? "\u001b[38;5;75m" : "\u001b[38;5;214m";
            case LIGHT -> us ? "\u001b[38;5;25m" : "\u001b[38;5;94m";
        };
    }

    /** Returns a text without colour codes. */
    public static String removed(String text) {
        return CODES.matcher(text).replaceAll("");
    }
}
