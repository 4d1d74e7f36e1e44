package dev.truce.web.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A class that was opened on a real server from the terminal.
 *
 * @param code its code
 * @param key that of its first student, or empty where names are picked from a list
 * @param at where the server is
 * @param deskKey where the secret of its instructors is kept
 */
public record OpenedClass(String code, String key, String at, Path deskKey) {
    /**
     * Opens one.
     *
     * @param folder of the server
     * @param template what the class plays, in YAML
     * @param list who may come, in CSV
     */
    public static OpenedClass of(int port, Path folder, String template, String list)
            throws IOException, InterruptedException {
        Path plays = Files.writeString(folder.resolve("class.yaml"), template);
        Path come = Files.writeString(folder.resolve("list.csv"), list);
        String at = "127.0.0.1:" + port;
        Path deskKey = folder.resolve("desk.key");
        String told = RealServer.run(
                "class",
                "open",
                plays.toString(),
                "--list",
                come.toString(),
                "--server",
                at,
                "--desk-key",
                deskKey.toString(),
                "--json");
        JsonNode opened = new ObjectMapper().readTree(told);
        return new OpenedClass(
                opened.path("class_code").asText(), opened.at("/students/0/key").asText(), at, deskKey);
    }

    /** Does acts at a desk of the terminal, a line each. */
    public void does(String... acts) throws IOException, InterruptedException {
        Path script = Files.writeString(deskKey.resolveSibling("acts.txt"), String.join("\n", acts) + "\n");
        RealServer.run("desk", code, "--server", at, "--desk-key", deskKey.toString(), "--script", script.toString());
    }

    /** The address under which its students join. */
    public String joins() {
        return "http://" + at + "/#/join/" + code;
    }
}
