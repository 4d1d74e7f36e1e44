package dev.truce.cli.classroom;

import dev.truce.app.TruceServer;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.StartException;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server for a script of command lines: words stand for what nobody can know beforehand, its address, the code of the class that was
 * opened on it last, and the keys of students that were written to a file.
 */
public final class ScriptedServer implements AutoCloseable {
    private static final Pattern OPENED = Pattern.compile("truce desk ([A-Z0-9]{8})\\b");
    private static final Pattern KEY_OF = Pattern.compile("@key:(\\w+)");

    /** As long as a code, so that lines are wrapped alike; with letters that no code has. */
    private static final String ANY_CODE = "ILOILOIL";

    private final TruceServer server;
    private final Path folder;
    private String code = ANY_CODE;

    private ScriptedServer(TruceServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /**
     * Starts a server.
     *
     * @param folder where {@code keys.csv} is; the server's data is in {@code data} there
     */
    public static ScriptedServer start(Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        try {
            return new ScriptedServer(
                    TruceServer.start(
                            ServerConfig.embedded(data),
                            Scenarios.files().stream()
                                    .map(ScenarioFile::scenario)
                                    .toList()),
                    folder);
        } catch (StartException refused) {
            throw new IOException(refused);
        }
    }

    /** Returns a word of a command line with what it stands for. */
    public String word(String word) throws IOException {
        Matcher student = KEY_OF.matcher(word);
        if (student.matches()) {
            Pattern line = Pattern.compile("\"" + student.group(1) + "\",(\\w{8})");
            Matcher key = line.matcher(Files.readString(folder.resolve("keys.csv")));
            return key.find() ? key.group(1) : word;
        }
        return switch (word) {
            case "@server" -> "127.0.0.1:" + server.address().getPort();
            case "@class" -> code;
            default -> word;
        };
    }

    /** Reads what a command printed, and returns it with the code of a class replaced. */
    public String masked(String text) {
        Matcher opened = OPENED.matcher(text);
        if (opened.find() && !opened.group(1).equals(ANY_CODE)) {
            code = opened.group(1);
        }
        return text.replace(code, ANY_CODE);
    }

    @Override
    public void close() {
        server.close();
    }
}
