package dev.truce.web.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Builds the page: compiles the programs to WebAssembly, unless no class that they need has changed, checks what they import and weigh, and
 * writes the files under the names that a server and a browser know them by.
 */
public final class PageBuilder {
    /** Where the server looks for the page. */
    private static final String FOLDER = "META-INF/truce-web";

    private PageBuilder() {}

    /**
     * Builds it.
     *
     * @param arguments folder of the sources, and folder of what is built
     * @throws IOException if a file cannot be read or written
     * @throws IllegalStateException if a program cannot be compiled or is too heavy; the message says what to do
     */
    public static void main(String[] arguments) throws IOException {
        Path module = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        Map<PageFiles.Program, byte[]> programs = new EnumMap<>(PageFiles.Program.class);
        SortedSet<String> wanted = new TreeSet<>();
        for (PageFiles.Program program : PageFiles.Program.values()) {
            byte[] bytes = new ProgramCompiler(program.file(), program.main(), target.resolve("program")).compiled();
            wanted.addAll(WasmImports.of(bytes));
            programs.put(program, bytes);
        }
        List<String> imports = List.copyOf(wanted);
        Path known = module.resolve("imports.txt");
        if (!imports.equals(Files.readAllLines(known))) {
            Files.write(target.resolve("imports.txt"), imports);
            throw new IllegalStateException(
                    "the programs import other functions than " + known + " says; loader.js has to have them. See "
                            + target.resolve("imports.txt") + ", and copy it if they are wanted.");
        }
        PageFiles assets = PageFiles.of(module.resolve("src/main/page"), programs);
        PageBudget.require(assets);
        assets.write(target.resolve("classes").resolve(FOLDER));
    }
}
