package dev.truce.tidy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Java file, parted into code, text literals and comments. */
final class JavaFile {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    /** Whole comments, literals of characters, text blocks and literals of text; the first that fits wins. */
    private static final Pattern PART = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|'(?:[^'\\\\\\n]|\\\\.)+'|\"\"\".*?(?<!\\\\)\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"",
            Pattern.DOTALL);

    private static final Pattern NOT_A_BREAK = Pattern.compile("[^\\n]");

    private final Path path;
    private final String text;
    private final String code;
    private final List<Part> literals = new ArrayList<>();
    private final List<Part> comments = new ArrayList<>();

    /**
     * A literal or a comment.
     *
     * @param start where it begins in the file
     * @param text it with its marks
     */
    record Part(int start, String text) {}

    JavaFile(Path path, String text) {
        this.path = path;
        this.text = text;
        StringBuilder left = new StringBuilder();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            String found = part.group();
            boolean comment = found.startsWith("/");
            if (comment) {
                comments.add(new Part(part.start(), found));
            } else if (found.startsWith("\"")) {
                literals.add(new Part(part.start(), found));
            }
            String blank = NOT_A_BREAK.matcher(found).replaceAll(" ");
            String marked = comment ? blank : "\"" + blank.substring(2) + "\"";
            part.appendReplacement(left, Matcher.quoteReplacement(marked));
        }
        part.appendTail(left);
        code = left.toString();
    }

    Path path() {
        return path;
    }

    /** Returns the file as it is. */
    String text() {
        return text;
    }

    /** Returns the file with blanks in place of comments and of what literals say; every place is where it was. */
    String code() {
        return code;
    }

    List<Part> literals() {
        return literals;
    }

    List<Part> comments() {
        return comments;
    }

    String typeName() {
        String name = String.valueOf(path.getFileName());
        return name.substring(0, name.length() - ".java".length());
    }

    String packageName() {
        Matcher declared = PACKAGE.matcher(code);
        return declared.find() ? declared.group(1) : "";
    }

    /** Returns the folder of the module, such as {@code bots/sdk}. */
    String module() {
        String all = path.toString().replace('\\', '/');
        int source = all.indexOf("/src/");
        return source < 0 ? "" : all.substring(0, source);
    }

    /** Returns the code from the end of the statement before a place to that place. */
    String statementBefore(int place) {
        int start = place;
        while (start > 0 && ";{}".indexOf(code.charAt(start - 1)) < 0) {
            start--;
        }
        return code.substring(start, place);
    }

    int lineOf(int place) {
        return (int) text.substring(0, place).chars().filter(at -> at == '\n').count() + 1;
    }

    /** Returns a finding for each place in the code where a pattern fits. */
    List<Finding> matches(Pattern wrong, Function<MatchResult, String> what) {
        return wrong.matcher(code)
                .results()
                .map(match -> new Finding(path, lineOf(match.start()), what.apply(match)))
                .toList();
    }
}
