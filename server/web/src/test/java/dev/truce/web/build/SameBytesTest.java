package dev.truce.web.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.web.browser.Browser;
import dev.truce.web.browser.FolderServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page's compiler makes of the protocol takes, refuses and writes the bytes that protobuf-java takes, refuses and writes, for every
 * message of the wire. {@code PageCorpusTest} of the protocol has written them, and what is to become of each.
 */
@Tag("browser")
class SameBytesTest {
    private static final Path CORPUS = Path.of("../../protocol/target/page-corpus");
    private static final String PROGRAM = "bytes.wasm";
    private static final String SCRIPT = """
            import { load } from "./loader.js";
            let said = "";
            const program = await load("./bytes.wasm", { say: (unit) => { said += String.fromCharCode(unit); } });
            program.begin();
            globalThis.judged = async (name) => {
              const view = new DataView(await (await fetch("./" + name + ".bin")).arrayBuffer());
              const verdicts = [];
              program.another();
              for (const letter of name) {
                program.hear(letter.charCodeAt(0));
              }
              for (let at = 0; at < view.byteLength;) {
                const end = at + 4 + view.getInt32(at);
                program.message(end - at - 4);
                for (at += 4; at < end; at++) {
                  program.take(view.getUint8(at));
                }
                said = "";
                program.judge();
                verdicts.push(said);
              }
              return verdicts.join("\\n");
            };
            """;

    @TempDir
    Path folder;

    @Test
    void everyMessageIsReadAndRefusedInThePageAsOnTheServer() throws Exception {
        assertThat(CORPUS).as("./truce test browser writes it before").isDirectory();
        List<String> messages = Files.readAllLines(CORPUS.resolve("messages"));
        serve(messages);
        int taken = 0;
        int refused = 0;
        int without = 0;
        try (FolderServer server = new FolderServer(folder, "/");
                Browser browser = new Browser()) {
            browser.open(server.address());
            browser.await("globalThis.judged");
            for (String name : Stream.concat(messages.stream(), Stream.of("MeantClientEnvelope", "MeantServerEnvelope"))
                    .toList()) {
                List<String> expected = Files.readAllLines(CORPUS.resolve(name + ".txt"));
                List<String> verdicts =
                        List.of(browser.run("judged('" + name + "')").split("\n", -1));
                assertThat(verdicts).as(name).isEqualTo(expected);
                refused += (int) expected.stream().filter("-"::equals).count();
                without += (int)
                        expected.stream().filter(each -> each.startsWith("!")).count();
                taken += (int) expected.stream()
                        .filter(each -> !each.equals("-") && !each.startsWith("!"))
                        .count();
            }
        }
        assertThat(taken).isPositive();
        assertThat(refused).isPositive();
        Files.writeString(
                Path.of("target/same-bytes.txt"),
                "messages " + messages.size() + ", taken alike " + taken + ", without meaning alike " + without
                        + ", refused alike " + refused + "\n");
    }

    /** Puts into the folder the page's loader, a program that reads all messages, and what it is to read. */
    private void serve(List<String> messages) throws IOException {
        write(messages);
        Path made = Files.createDirectories(Path.of("target/program").toAbsolutePath());
        Files.write(
                folder.resolve(PROGRAM),
                new ProgramCompiler(PROGRAM, "dev.truce.web.build.WireProgram", made).compiled());
        Files.copy(Path.of("src/main/page/loader.js"), folder.resolve("loader.js"));
        Files.writeString(folder.resolve("bytes.js"), SCRIPT);
        Files.writeString(
                folder.resolve("index.html"),
                "<!DOCTYPE html><link rel=icon href=data:,><script type=module src=bytes.js></script>");
        try (Stream<Path> files = Files.list(CORPUS)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".bin")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    /** Writes the class with which the program begins, as a browser finds no class by its name: a row for each message. */
    private void write(List<String> messages) throws IOException {
        StringBuilder source = new StringBuilder("""
                package dev.truce.web.build;

                public final class WireProgram {
                    public static void main(String[] arguments) {}

                    @org.teavm.interop.Export(name = "begin")
                    public static void begin() {
                        WireVerdicts.begin((name, bytes) -> switch (name) {
                """);
        for (String name : messages) {
            source.append("case \"%1$s\" -> dev.truce.protocol.v2.%1$s.parseFrom(bytes);\n".formatted(name));
        }
        source.append("default -> throw new IllegalArgumentException(name);\n});\n}\n}\n");
        Path file = folder.resolve("WireProgram.java");
        Files.writeString(file, source);
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "needs a JDK");
        assertThat(compiler.run(null, null, null, "-proc:none", "-d", "target/test-classes", file.toString()))
                .isZero();
    }
}
