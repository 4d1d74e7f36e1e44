package dev.truce.tidy;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What packages import: circles, from each of whose packages imports lead back to it, and how many one package needs. */
final class PackageImports {
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?(dev\\.truce(?:\\.[a-z][a-z0-9]*)*)\\.[A-Z]");

    private PackageImports() {}

    static List<Finding> circles(Tree tree) {
        Map<String, SortedSet<String>> imports = imports(tree);
        Map<String, JavaFile> files = new TreeMap<>();
        tree.java().forEach(file -> files.putIfAbsent(file.packageName(), file));
        List<Finding> found = new ArrayList<>();
        files.forEach((name, file) -> {
            if (reached(name, imports).contains(name)) {
                found.add(new Finding(file.path(), 0, name + " is in a circle of packages"));
            }
        });
        return found;
    }

    /** Returns the packages that one package imports, for the one that imports most; it is the place where a change spreads. */
    static List<Finding> mostImports(Tree tree) {
        Map<String, SortedSet<String>> imports = imports(tree);
        String most = imports.keySet().stream()
                .max(Comparator.comparingInt(name -> imports.get(name).size()))
                .orElse("");
        return imports.getOrDefault(most, new TreeSet<>()).stream()
                .map(name -> new Finding(Path.of(most), 0, "imports " + name))
                .toList();
    }

    private static Map<String, SortedSet<String>> imports(Tree tree) {
        Map<String, SortedSet<String>> imports = new TreeMap<>();
        for (JavaFile file : tree.java()) {
            String from = file.packageName();
            SortedSet<String> to = imports.computeIfAbsent(from, name -> new TreeSet<>());
            for (MatchResult line : IMPORT.matcher(file.code()).results().toList()) {
                if (!line.group(1).equals(from)) {
                    to.add(line.group(1));
                }
            }
        }
        return imports;
    }

    private static SortedSet<String> reached(String from, Map<String, SortedSet<String>> imports) {
        SortedSet<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(imports.getOrDefault(from, new TreeSet<>()));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (reached.add(next)) {
                open.addAll(imports.getOrDefault(next, new TreeSet<>()));
            }
        }
        return reached;
    }
}
