package dev.truce.web.build;

import dev.truce.engine.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.tooling.EmptyTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Compiles the classes on this program's own class path to WebAssembly. It keeps the names of the classes that the compiler has read and a
 * hash over their bytes, and compiles again only when one of them has changed: that takes ten seconds of processor time a program.
 */
final class ProgramCompiler {
    /** Most problems that are printed. */
    private static final int SHOWN = 20;

    private final ClassLoader classes = Objects.requireNonNull(ProgramCompiler.class.getClassLoader());
    private final String file;
    private final String main;
    private final Path folder;
    private final Path stamp;

    /**
     * Makes a compiler of a program that works in a folder.
     *
     * @param file name of the program there
     * @param main name of the class with which it begins
     */
    ProgramCompiler(String file, String main, Path folder) {
        this.file = file;
        this.main = main;
        this.folder = folder;
        this.stamp = folder.resolve(file + ".txt");
    }

    /** Returns the compiled program. */
    byte[] compiled() throws IOException {
        Path program = folder.resolve(file);
        if (!isFresh(program)) {
            Files.deleteIfExists(stamp);
            Collection<String> read = compile();
            Files.write(stamp, stamped(read));
        }
        return Files.readAllBytes(program);
    }

    private boolean isFresh(Path program) throws IOException {
        if (!Files.exists(program) || !Files.exists(stamp)) {
            return false;
        }
        List<String> lines = Files.readAllLines(stamp);
        return !lines.isEmpty() && lines.equals(stamped(lines.subList(1, lines.size())));
    }

    /** Returns a hash over classes and over this one, which has the compiler's options, then the names of the former, sorted. */
    private List<String> stamped(Collection<String> names) throws IOException {
        MessageDigest digest = Sha256.start();
        digest.update(bytes(ProgramCompiler.class.getName()));
        List<String> lines = new ArrayList<>();
        for (String name : new TreeSet<>(names)) {
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes(standIn(name)));
            lines.add(name);
        }
        digest.update(String.valueOf(
                        TeaVMTool.class.getProtectionDomain().getCodeSource().getLocation())
                .replaceFirst(".*/", "")
                .getBytes(StandardCharsets.UTF_8));
        lines.add(0, HexFormat.of().formatHex(digest.digest()));
        return lines;
    }

    /** Returns the class that is compiled for a class of Java: TeaVM's own, or one of ours under such a name. */
    private static String standIn(String name) {
        int dot = name.lastIndexOf('.') + 1;
        return name.startsWith("java.")
                ? "org.teavm.classlib." + name.substring(0, dot) + "T" + name.substring(dot)
                : name;
    }

    private byte[] bytes(String name) throws IOException {
        try (InputStream in = classes.getResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    private Collection<String> compile() {
        TeaVMTool tool = new TeaVMTool();
        tool.setMainClass(main);
        tool.setTargetType(TeaVMTargetType.WEBASSEMBLY_GC);
        tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
        // Where Java throws of itself, at a null, a bound or a cast, the program stops, and the page says so. The
        // checks
        // that would throw weigh a tenth of a first visit. What catches them all the same is listed in WasmCleanTest.
        tool.setStrict(false);
        tool.setObfuscated(true);
        tool.setTargetDirectory(folder.toFile());
        tool.setTargetFileName(file);
        tool.setClassLoader(classes);
        tool.setLog(new EmptyTeaVMToolLog());
        try {
            tool.generate();
        } catch (TeaVMToolException failed) {
            throw new IllegalStateException("the page's program cannot be compiled", failed);
        }
        requireSound(tool.getProblemProvider().getSevereProblems());
        return tool.getDependencyInfo().getReachableClasses();
    }

    /** A class or method that TeaVM does not have is a problem; most often somebody has used it in a module that the page needs. */
    private static void requireSound(List<Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (Problem problem : problems.subList(0, Math.min(problems.size(), SHOWN))) {
            DefaultProblemTextConsumer words = new DefaultProblemTextConsumer();
            problem.render(words);
            text.append("\n  ").append(words.getText());
            if (problem.getLocation() != null) {
                text.append(" (").append(problem.getLocation().getMethod()).append(")");
            }
        }
        throw new IllegalStateException("the page's program uses what a browser does not have:" + text);
    }
}
