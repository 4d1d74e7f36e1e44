package dev.truce.protocol.slim.build;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.Observation;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.ServerEnvelope;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Makes the classes of the slim artifact: those of the schema are written and compiled, and the module's own that know no library are taken as they
 * are, since they ask the schema's classes by name.
 */
public final class SlimBuilder {
    static final String SCHEMA = "dev.truce.protocol.v2";

    /** What a browser cannot have: JSON, sockets and who waits for them, the journal, the build itself. */
    private static final List<String> LEFT_OUT = List.of(
            "v2/",
            "options/",
            "journal/",
            "framing/",
            "slim/build/",
            "codec/json/",
            "codec/InputCodec",
            "codec/table/RecordFields",
            "codec/table/LastMapped",
            "client/Netty",
            "client/SeatClient",
            "client/ConnectionOptions",
            "client/Transport");

    /** Records whose figures are bound by name, in an order that is the same in every build. */
    private static final List<Map.Entry<Class<?>, Descriptor>> BOUND = List.of(
            Map.entry(Figures.class, dev.truce.protocol.v2.Figures.getDescriptor()),
            Map.entry(Observation.Climate.class, dev.truce.protocol.v2.Observation.getDescriptor()));

    /** A page has one thread. */
    private static final String LAST_MAPPED = """
            package dev.truce.protocol.codec.table;

            import java.util.function.Function;

            public final class LastMapped<G, W> {
                private final Function<G, W> mapping;
                private G value;
                private W message;

                public LastMapped(Function<G, W> mapping) {
                    this.mapping = mapping;
                }

                public W of(G next) {
                    if (value != next) {
                        message = mapping.apply(next);
                        value = next;
                    }
                    return message;
                }
            }
            """;

    private SlimBuilder() {}

    /**
     * Makes them.
     *
     * @param arguments the compiled classes of this module; the folder to work in, which gets sources and classes; the class path
     */
    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Path sources = folder.resolve("sources");
        Path compiled = folder.resolve("compiled");
        Path slim = folder.resolve("classes");
        Map<String, String> texts = sources();
        boolean fresh = isFresh(texts, sources, compiled, classes, slim);
        clear(slim);
        copy(classes, slim, LEFT_OUT);
        if (!fresh) {
            clear(sources);
            clear(compiled);
            compile(write(texts, sources), compiled, slim + File.pathSeparator + arguments[2]);
        }
        copy(compiled, slim, List.of());
    }

    /** Whether the same was compiled before: the schema changes seldom, and to compile it takes two seconds. */
    private static boolean isFresh(Map<String, String> texts, Path sources, Path compiled, Path classes, Path slim)
            throws IOException {
        for (Map.Entry<String, String> each : texts.entrySet()) {
            Path file = file(each.getKey(), sources, ".java");
            if (!Files.exists(file(each.getKey(), compiled, ".class"))
                    || !Files.exists(file)
                    || !Files.readString(file).equals(each.getValue())) {
                return false;
            }
        }
        try (Stream<Path> all = Files.walk(sources)) {
            if (all.filter(Files::isRegularFile).count() != texts.size()) {
                return false;
            }
        }
        Path support = Path.of("dev/truce/protocol/slim");
        try (Stream<Path> all = Files.list(classes.resolve(support))) {
            for (Path now : all.filter(Files::isRegularFile).toList()) {
                Path before = slim.resolve(support).resolve(now.getFileName());
                if (!Files.exists(before) || Files.mismatch(now, before) >= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Path file(String type, Path folder, String ending) {
        return folder.resolve(type.replace('.', '/') + ending);
    }

    private static List<Path> write(Map<String, String> texts, Path sources) throws IOException {
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> each : texts.entrySet()) {
            Path file = file(each.getKey(), sources, ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, each.getValue());
            written.add(file);
        }
        return written;
    }

    /** Returns the sources by the names of their classes. */
    static Map<String, String> sources() {
        Set<FileDescriptor> files = new LinkedHashSet<>();
        collect(ClientEnvelope.getDescriptor().getFile(), files);
        collect(ServerEnvelope.getDescriptor().getFile(), files);
        Map<String, String> sources = new LinkedHashMap<>();
        for (FileDescriptor file : files) {
            for (Descriptor type : file.getMessageTypes()) {
                sources.put(SCHEMA + "." + type.getName(), """
                    package %s;

                    import dev.truce.protocol.slim.SlimMessage;
                    import dev.truce.protocol.slim.SlimReader;
                    import dev.truce.protocol.slim.SlimWriter;
                    import dev.truce.protocol.slim.UnreadableBytesException;
                    import java.util.ArrayList;
import java.util.Comparator;
                    import java.util.Collections;
                    import java.util.List;

                    """.formatted(SCHEMA) + MessageSource.of(type));
            }
            for (EnumDescriptor type : file.getEnumTypes()) {
                sources.put(SCHEMA + "." + type.getName(), "package " + SCHEMA + ";\n\n" + EnumSource.of(type));
            }
        }
        sources.put("dev.truce.protocol.codec.table.RecordFields", RecordSource.of(BOUND));
        sources.put("dev.truce.protocol.codec.table.LastMapped", LAST_MAPPED);
        return sources;
    }

    private static void collect(FileDescriptor file, Set<FileDescriptor> into) {
        // Files of other packages tell the build something; no message of theirs is ever sent.
        if (file.getPackage().equals("truce.v2") && into.add(file)) {
            file.getDependencies().forEach(each -> collect(each, into));
        }
    }

    /** Empties a folder: what is not made any more must not stay. */
    private static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path old : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(old);
                }
            }
        }
    }

    private static void copy(Path classes, Path slim, List<String> leftOut) throws IOException {
        Path root = classes.resolve("dev/truce/protocol");
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (leftOut.stream().noneMatch(name::startsWith)) {
                    Path to = slim.resolve(classes.relativize(file).toString());
                    Files.createDirectories(to.getParent());
                    Files.write(to, Files.readAllBytes(file));
                }
            }
        }
    }

    private static void compile(List<Path> sources, Path compiled, String classPath) throws IOException {
        Files.createDirectories(compiled);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("a Java compiler is needed, not only a runtime");
        }
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-d", compiled.toString(), "-cp", classPath, "--release", "17", "-proc:none", "-Xlint:none");
            if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new IllegalStateException("the slim classes do not compile");
            }
        }
    }
}
