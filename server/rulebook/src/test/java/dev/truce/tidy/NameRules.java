package dev.truce.tidy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Rules about names and packages. */
final class NameRules {
    private static final Pattern BOUND = Pattern.compile("\\b(MOST_\\w+|\\w+_MOST|\\w+_MAX)\\s*=(?!=)");
    private static final Pattern CUTE_TYPE = Pattern.compile("\\w*(Desk|Hall)|Games?");
    private static final Pattern NESTED = Pattern.compile(
            "(?m)^ +(?:(?:public|protected|private|static|final|sealed|non-sealed|abstract) )*(?:class|record|interface|enum|@interface) (\\w+)");
    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*(.*?)(\\.\\s|\\.?\\s*\\*/|<p>|@)", Pattern.DOTALL);

    private NameRules() {}

    /** A reader who sees a name must know which type it is: a finding for each name that is there twice or more. */
    static List<Finding> namesBorneTwice(Tree tree) {
        Map<String, List<Path>> files = new TreeMap<>();
        for (JavaFile file : tree.java()) {
            if (!file.typeName().equals("package-info")) {
                files.computeIfAbsent(file.typeName(), name -> new ArrayList<>())
                        .add(file.path());
            }
        }
        List<Finding> found = new ArrayList<>();
        files.forEach((name, paths) -> {
            if (paths.size() > 1) {
                found.add(new Finding(paths.get(0), 0, name + " is in " + paths));
            }
        });
        return found;
    }

    /** Types within others: a finding for each name that two or more files have. */
    static List<Finding> nestedNamesBorneTwice(Tree tree) {
        Map<String, Set<Path>> files = new TreeMap<>();
        for (JavaFile file : tree.java()) {
            NESTED.matcher(file.code())
                    .results()
                    .forEach(found -> files.computeIfAbsent(found.group(1), name -> new TreeSet<>())
                            .add(file.path()));
        }
        List<Finding> found = new ArrayList<>();
        files.forEach((name, paths) -> {
            if (paths.size() > 1) {
                found.add(new Finding(paths.iterator().next(), 0, name + " is in " + paths));
            }
        });
        return found;
    }

    /** A package whose purpose needs an "and" has two. */
    static List<Finding> packagesWithTwoPurposes(Tree tree) {
        List<Finding> found = new ArrayList<>();
        for (JavaFile file : tree.java()) {
            if (file.typeName().equals("package-info")) {
                String sentence = SENTENCE.matcher(file.text())
                        .results()
                        .map(match -> match.group(1).replaceAll("[\\s*]+", " ").strip())
                        .findFirst()
                        .orElse("");
                if (sentence.isEmpty() || sentence.contains(" and ")) {
                    found.add(new Finding(file.path(), 0, "\"" + sentence + "\""));
                }
            }
        }
        return found;
    }

    /** Bounds are MAX_ and MIN_; nothing is a desk, a hall or a game. */
    static List<Finding> oddNames(Tree tree) {
        List<Finding> found = new ArrayList<>();
        for (JavaFile file : tree.java()) {
            found.addAll(file.matches(BOUND, match -> match.group(1) + ", for a bound MAX_ or MIN_ and its noun"));
            if (CUTE_TYPE.matcher(file.typeName()).matches()) {
                found.add(new Finding(file.path(), 0, file.typeName() + ", say what it does"));
            }
        }
        return found;
    }
}
