package dev.truce.cli;

import dev.truce.cli.classroom.ScriptedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of command lines with what they print. A line begins with what it is:
 *
 * <pre>
 * # a remark
 * +FILE text     one more line of a file in the script's folder
 * ~ latin FILE   writes that file again, in an encoding that is not UTF-8
 * ~ server       starts a server, which ends with the script; its words are in {@link ScriptedServer}
 * $ truce ...    a command line; words in 'quotes' hold blanks; NAME=value before truce is its environment
 * &lt; text         a line that is typed, to the command above it
 * &gt; text         a line of the standard output of that command
 * ! text         a line of its standard error
 * = 2            its exit code
 * </pre>
 *
 * <p>The word {@code @/} at the start of a path is the script's folder, in which {@code match.twg} is the golden match.
 * An output that does not end with a line end has {@code \} as its last line.
 */
final class FrozenScript {
    /** Relative and of one length everywhere, as lines that hold a path are wrapped by their width. */
    private static final String FOLDER = "target/frozen/";

    /** For scripts with options, which another process may run at the same time. */
    private static final String OTHER_FOLDER = "target/others/";

    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Path GOLDEN_MATCH =
            Path.of("..", "server/match/src/test/resources/dev/truce/match/record/golden/match.twg");

    private final List<String> lines;
    private final List<String> options;
    private final String folder;
    private @Nullable ScriptedServer server;

    FrozenScript(List<String> lines) {
        this(lines, List.of());
    }

    /** Makes a script whose command lines all begin with some options. */
    FrozenScript(List<String> lines, List<String> options) {
        this.lines = List.copyOf(lines);
        this.options = List.copyOf(options);
        this.folder = options.isEmpty() ? FOLDER : OTHER_FOLDER;
    }

    /** Runs all command lines and returns the script with what they print now. */
    List<String> run() throws IOException, InterruptedException {
        clear(Path.of(folder));
        Files.createDirectories(Path.of(folder));
        Files.copy(GOLDEN_MATCH, Path.of(folder, "match.twg"));
        try {
            return runLines();
        } finally {
            ScriptedServer started = server;
            if (started != null) {
                started.close();
            }
        }
    }

    private List<String> runLines() throws IOException, InterruptedException {
        List<String> now = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(">") || line.startsWith("!") || line.startsWith("=")) {
                continue;
            }
            now.add(line);
            if (line.startsWith("+")) {
                append(line.substring(1));
            } else if (line.equals("~ server")) {
                server = ScriptedServer.start(Path.of(folder));
            } else if (line.startsWith("~ latin ")) {
                Path file = Path.of(folder, line.substring("~ latin ".length()));
                Files.write(file, Files.readString(file).getBytes(StandardCharsets.ISO_8859_1));
            } else if (line.startsWith("$ ")) {
                StringBuilder typed = new StringBuilder();
                while (i + 1 < lines.size() && lines.get(i + 1).startsWith("<")) {
                    now.add(lines.get(++i));
                    typed.append(withoutMark(lines.get(i))).append('\n');
                }
                Typed result = run(words(line.substring(2)), typed.toString());
                show("> ", result.out(), now);
                show("! ", result.err(), now);
                now.add("= " + result.exit());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw new IllegalArgumentException("not a line of a script: " + line);
            }
        }
        return now;
    }

    private static String withoutMark(String line) {
        return line.length() > 1 ? line.substring(2) : "";
    }

    private void append(String fileAndText) throws IOException {
        int blank = fileAndText.indexOf(' ');
        String name = blank < 0 ? fileAndText : fileAndText.substring(0, blank);
        String text = blank < 0 ? "" : fileAndText.substring(blank + 1);
        Files.writeString(Path.of(folder, name), text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private List<String> words(String line) throws IOException {
        List<String> words = new ArrayList<>();
        for (MatchResult word : WORD.matcher(line).results().toList()) {
            String plain = (word.group(1) != null ? word.group(1) : word.group(2)).replace("@/", folder);
            words.add(server == null ? plain : server.word(plain));
        }
        return words;
    }

    private Typed run(List<String> words, String typed) {
        int program = words.indexOf("truce");
        List<String> all = new ArrayList<>(options);
        all.addAll(words.subList(program + 1, words.size()));
        String[] arguments = all.toArray(new String[0]);
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : words.subList(0, program)) {
            settings.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        return Typed.typing(settings, typed, arguments);
    }

    private void show(String mark, String text, List<String> to) {
        String masked = masked(server == null ? text : server.masked(text));
        masked.lines().map(line -> line.isEmpty() ? mark.strip() : mark + line).forEach(to::add);
        if (!masked.isEmpty() && !masked.endsWith("\n")) {
            to.add(mark + "\\");
        }
    }

    /**
     * Puts a fixed text for what differs from run to run: the program's version, the time of day, a free port, how long a
     * tournament took and how fast it was. Lines of progress are left out, as a slow machine prints more of them.
     */
    static String masked(String text) {
        return text.replaceAll("(?m)^\\d+ of \\d+ matches, \\d+ per second, \\d+ min \\d+ s left\\R", "")
                .replaceAll(" matches in [0-9. smin]+, \\d+ per second", " matches in TIME, RATE per second")
                .replaceAll("\\btruce (\\d+\\.\\d+\\.\\d+|from-classes)\\b", "truce VERSION")
                .replaceAll("\"(truce_)?version\":\"[^\"]*\"", "\"$1version\":\"VERSION\"")
                .replaceAll("\\b\\d\\d:\\d\\d:\\d\\d\\b", "HH:MM:SS")
                .replaceAll("127\\.0\\.0\\.1:\\d{5}\\b", "127.0.0.1:PORT");
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
