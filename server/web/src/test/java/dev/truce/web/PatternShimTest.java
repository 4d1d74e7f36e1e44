package dev.truce.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teavm.classlib.java.util.regex.TMatcher;
import org.teavm.classlib.java.util.regex.TPattern;

/** The regular expressions of the page are those of Java, for every pattern of the modules that it consists of. */
class PatternShimTest {
    private static final List<String> MODULES =
            List.of("server/engine", "server/match", "server/story", "server/web", "bots/sdk", "bots/roster");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** Pieces of what people type and records hold. */
    private static final List<String> PIECES = List.of(
            "US",
            "CN",
            "us",
            ".",
            "head",
            "1",
            "23",
            "400",
            " ",
            "  ",
            "\t",
            "\n",
            "\r\n",
            ":",
            "-",
            "=",
            "<=",
            ">=",
            "#",
            "{",
            "}",
            "\"",
            "(",
            ")",
            ";",
            ",",
            "|",
            "private",
            "for",
            "until",
            "rounds",
            "r",
            "R",
            "ROUND",
            "BY",
            "UNLESS",
            "SAY",
            "all",
            "YES",
            "NO",
            "then",
            "ready",
            "hold",
            "keep",
            "bot",
            "BOT",
            "negotiator",
            "renew",
            "a1",
            "0.5",
            "[",
            "]",
            "$",
            "^",
            "\u00e9",
            "\u4e2d",
            "\ud83d\ude00",
            "\u2028",
            "\u007f",
            "_",
            "0123456789abcdef",
            "tariff 1 choke 2",
            "IN",
            "alert's",
            "camelCase");

    @Test
    void everyPatternOfTheProgramMatchesAsInJava() throws IOException {
        List<String> patterns = patterns();
        assertThat(patterns).hasSizeGreaterThan(60);
        Random random = new Random(5);
        int matched = 0;
        for (String pattern : patterns) {
            for (int flags : new int[] {
                0, TPattern.CASE_INSENSITIVE, TPattern.DOTALL, TPattern.CASE_INSENSITIVE | TPattern.DOTALL
            }) {
                Pattern java = Pattern.compile(pattern, flags);
                TPattern shim = TPattern.compile(pattern, flags);
                for (int i = 0; i < 300; i++) {
                    String text = i < PIECES.size() ? PIECES.get(i) : made(pattern, random);
                    matched += same(java, shim, text) ? 1 : 0;
                }
            }
        }
        assertThat(matched).as("texts that some pattern matches").isGreaterThan(2_000);
    }

    /** Puts pieces together, of the pattern itself too, so that some of them match. */
    private static String made(String pattern, Random random) {
        String[] own = pattern.split("[^A-Za-z0-9 ]+");
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(9); left > 0; left--) {
            boolean from = own.length > 0 && random.nextBoolean();
            text.append(from ? own[random.nextInt(own.length)] : PIECES.get(random.nextInt(PIECES.size())));
            text.append(random.nextInt(3) == 0 ? " " : "");
        }
        return text.toString();
    }

    private static boolean same(Pattern java, TPattern shim, String text) {
        String of = java + " on '" + text + "'";
        Matcher expected = java.matcher(text);
        TMatcher found = shim.matcher(text);
        boolean whole = expected.matches();
        assertThat(found.matches()).as(of).isEqualTo(whole);
        if (whole) {
            sameGroups(expected, found, of);
        }
        boolean begins = expected.lookingAt();
        assertThat(found.lookingAt()).as(of).isEqualTo(begins);
        Matcher next = java.matcher(text);
        TMatcher search = shim.matcher(text);
        boolean more = true;
        while (more) {
            more = next.find();
            assertThat(search.find()).as(of).isEqualTo(more);
            if (more) {
                sameGroups(next, search, of);
            }
        }
        assertThat(shim.split(text)).as(of).containsExactly(java.split(text));
        assertThat(shim.split(text, -1)).as(of).containsExactly(java.split(text, -1));
        assertThat(shim.split(text, 2)).as(of).containsExactly(java.split(text, 2));
        assertThat(shim.matcher(text).replaceAll("<$0>"))
                .as(of)
                .isEqualTo(java.matcher(text).replaceAll("<$0>"));
        assertThat(shim.matcher(text).replaceFirst(""))
                .as(of)
                .isEqualTo(java.matcher(text).replaceFirst(""));
        return whole;
    }

    private static void sameGroups(Matcher expected, TMatcher found, String of) {
        assertThat(found.groupCount()).as(of).isEqualTo(expected.groupCount());
        for (int group = 0; group <= expected.groupCount(); group++) {
            assertThat(found.group(group)).as(of).isEqualTo(expected.group(group));
            assertThat(found.start(group)).as(of).isEqualTo(expected.start(group));
            assertThat(found.end(group)).as(of).isEqualTo(expected.end(group));
        }
    }

    /** Returns every literal of the sources that is a pattern: what is compiled, split at, matched or replaced. */
    private static List<String> patterns() throws IOException {
        TreeSet<String> patterns = new TreeSet<>();
        Pattern use = Pattern.compile(
                "(?:Pattern\\.compile|\\.split|\\.matches|\\.replaceAll|\\.replaceFirst)\\(\\s*(\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*\\+\\s*\"(?:[^\"\\\\]|\\\\.)*\")*)");
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Path.of("../..", module, "src/main/java"))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                        .filter(each -> !each.toString().contains("/web/build/"))
                        .toList()) {
                    Matcher found = use.matcher(Files.readString(file));
                    while (found.find()) {
                        patterns.add(joined(found.group(1)));
                    }
                }
            }
        }
        return new ArrayList<>(patterns);
    }

    private static String joined(String literals) {
        StringBuilder text = new StringBuilder();
        Matcher literal = LITERAL.matcher(literals);
        while (literal.find()) {
            text.append(literal.group(1).translateEscapes());
        }
        return text.toString();
    }

    @Test
    void whatIsNotKnownIsRefused() {
        for (String pattern :
                List.of("(?i)a", "\\bword", "a++", "[a&&b]", "(?!a)", "\\1", "(a", "a)", "*", "[a", "(?<name>a)")) {
            assertThatThrownBy(() -> TPattern.compile(pattern)).as(pattern).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void aLongTextNeedsNoDeepStack() {
        String text = "x".repeat(1_000_000);
        assertThat(TPattern.compile("(\\S+)(?:\\s+(.*))?", TPattern.DOTALL)
                        .matcher(text)
                        .matches())
                .isTrue();
        assertThat(TPattern.compile("(.+?)y").matcher(text).lookingAt()).isFalse();
    }
}
