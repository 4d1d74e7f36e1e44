package dev.truce.tidy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Packages that need each other: from each of them imports lead back to it. */
final class PackageCircles {
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?(dev\\.truce(?:\\.[a-z][a-z0-9]*)*)\\.[A-Z]");

    private PackageCircles() {}

    static List<Finding> of(Tree tree) {
        Map<String, SortedSet<String>> imports = new TreeMap<>();
        Map<String, JavaFile> files = new TreeMap<>();
        for (JavaFile file : tree.java()) {
            String from = file.packageName();
            files.putIfAbsent(from, file);
            SortedSet<String> to = imports.computeIfAbsent(from, name -> new TreeSet<>());
            for (MatchResult line : IMPORT.matcher(file.code()).results().toList()) {
                if (!line.group(1).equals(from)) {
                    to.add(line.group(1));
                }
            }
        }
        List<Finding> found = new ArrayList<>();
        files.forEach((name, file) -> {
            if (reached(name, imports).contains(name)) {
                found.add(new Finding(file.path(), 0, name + " is in a circle of packages"));
            }
        });
        return found;
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
