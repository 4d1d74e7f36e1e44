package dev.truce.tidy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Rules about texts for people. */
final class TextRules {
    private static final String REFUSED = "refused.";
    private static final String SHARED = "server/story";
    private static final Pattern WORDS = Pattern.compile("(?<![\\w.])[A-Za-z][a-z']*(,? [a-z][a-z']+){2,}");
    /**
     * What a statement holds whose literals only those read who work on the program: exceptions that say that it, a library or the store has an
     * error ({@code broken} and {@code illegal} make them, {@code require} throws them), logs, meanings of columns, patterns and statements of
     * SQL. And what goes to programs beside a code: answers of HTTP, and why a server closes a connection, for a client that has no sentence for
     * the cause.
     */
    private static final Pattern NOT_FOR_READERS = Pattern.compile(
            "throw new Illegal|new (Illegal\\w+|Arithmetic|UncheckedIO|Store|Stalled|Encoder|RejectedExecution|Cancellation|TypeConversion)Exception|new AssertionError|\\b(broken|illegal|require\\w*)\\("
                    + "|\\b(log|LOG|logger)\\s*\\.|\\b(Column|ResultTable)\\b|\\.column\\(|\\bmachine\\.watch\\("
                    + "|\\bclose(Peers)?\\(|@SuppressWarnings|\\b(page|HttpAnswer)\\(\\d{3},|Pattern\\s*\\.compile\\(|\\b(createUpdate|createQuery|execute|prepareStatement)\\(");
    /**
     * Where the meanings of columns and of meters stand: tables and monitoring programs show them beside the names, which are a contract in
     * English too.
     */
    private static final Pattern MEANINGS = Pattern.compile(
            "dev\\.truce\\.(app\\.metrics|tournament\\.(row|table)|protocol\\.(generator|slim\\.build))");
    /** What is no English: a statement of SQL, a policy that a bot has learnt, a style, a line of a protocol, a command that can be typed. */
    private static final Pattern NOT_ENGLISH = Pattern.compile(
            "^\"+\\s*((SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|WITH|truce-policy|setoption)\\b|@media|(truce|explain)( [a-z0-9-]+)+\"$)",
            Pattern.CASE_INSENSITIVE);

    /** A format with decimals: it writes a zero with a minus. */
    private static final Pattern DECIMALS = Pattern.compile("%(\\d\\$)?[-+ 0,(]*\\d*\\.\\d*[\"f]");

    /** What parts the things of a list in English, and modules that tell people something. */
    private static final Set<String> BETWEEN = Set.of(
            "\", \"",
            "\"; \"",
            "\" and \"",
            "\" or \"",
            "\"list.comma\"",
            "\"list.semicolon\"",
            "\"list.between\"",
            "\"list.and\"");

    private static final Set<String> FOR_PEOPLE = Set.of(SHARED, "server/web", "client-cli", "bots/tournament");

    private static final Pattern USED_KEY = Pattern.compile("\\b(?:Texts|Words)\\.of\\(\\s*\"([\\w.-]+)\"\\s*[,)]");
    /**
     * The sentences of refusals stand in server/story and are named by all modules; a field of the wire's Refused is no key. What stands before
     * is looked at last, as that takes longest.
     */
    private static final Pattern REFUSED_KEY =
            Pattern.compile("\"(?=refused\\.)(?<!\\.toGame\\([\\w.()]{1,40}, \")(refused\\.[\\w.-]+)\"");
    /** A refusal that names no sentence has that of its code. */
    private static final Pattern REFUSED_CODE =
            Pattern.compile("\\bRefusal\\s*\\.of\\(\\s*\\w+\\.([A-Z][A-Z0-9_]+)\\b");

    private static final Pattern RETURNS =
            Pattern.compile("/\\*\\*\\s*Returns [^.{@]*\\.?\\s*\\*/", Pattern.CASE_INSENSITIVE);
    private static final Pattern GETTER = Pattern.compile(
            "\\s*(@\\w+\\s+)*((public|protected|private|static|final)\\s+)*[\\w.<>\\[\\], ?@]+\\s+\\w+\\(\\)\\s*\\{\\s*"
                    + "return\\s+(this\\.)?\\w+\\s*;\\s*\\}");

    private TextRules() {}

    /** What people read comes from a bundle, so that another language is another file. */
    static List<Finding> englishOutsideBundles(Tree tree) {
        List<Finding> found = new ArrayList<>();
        for (JavaFile file : tree.java()) {
            // Benchmarks are for those who work on the program, and are not in the jar. What writes sources has
            // keywords.
            if (file.path().startsWith(Path.of("server", "bench"))
                    || MEANINGS.matcher(file.packageName()).matches()) {
                continue;
            }
            for (JavaFile.Part literal : file.literals()) {
                if (WORDS.matcher(literal.text()).find()
                        && !NOT_ENGLISH.matcher(literal.text()).find()
                        && !NOT_FOR_READERS
                                .matcher(file.statementBefore(literal.start()))
                                .find()) {
                    found.add(new Finding(file.path(), file.lineOf(literal.start()), literal.text()));
                }
            }
        }
        return found;
    }

    /** One place writes numbers with decimals for readers, because a format writes {@code -0.0}. */
    static List<Finding> decimalsOutsideNumberText(Tree tree) {
        List<Finding> found = new ArrayList<>();
        for (JavaFile file : tree.java()) {
            if (!file.path().startsWith(Path.of("server", "bench"))
                    && !file.path().endsWith("NumberText.java")) {
                for (JavaFile.Part literal : file.literals()) {
                    if (DECIMALS.matcher(literal.text()).find()) {
                        found.add(new Finding(file.path(), file.lineOf(literal.start()), literal.text()));
                    }
                }
            }
        }
        return found;
    }

    /** What stands between the things of a list is a matter of the language: {@code Phrases} joins it, and nobody else has its keys. */
    static List<Finding> listsJoinedByHand(Tree tree) {
        List<Finding> found = new ArrayList<>();
        for (JavaFile file : tree.java()) {
            for (JavaFile.Part literal : file.literals()) {
                if (FOR_PEOPLE.contains(file.module())
                        && !file.typeName().equals("Phrases")
                        && BETWEEN.contains(literal.text())) {
                    found.add(new Finding(file.path(), file.lineOf(literal.start()), literal.text()));
                }
            }
        }
        return found;
    }

    /**
     * A key counts as used if a literal of its module names it, or a beginning of it that ends in a dot or a hyphen, or if two
     * literals make it up, such as "soya" and ".short".
     */
    static List<Finding> unusedKeys(Tree tree) {
        List<Finding> found = new ArrayList<>();
        TreeMap<String, Set<String>> literals = new TreeMap<>();
        for (JavaFile file : tree.java()) {
            for (JavaFile.Part literal : file.literals()) {
                literals.computeIfAbsent(file.module(), module -> new HashSet<>())
                        .add(literal.text().replace("\"", ""));
            }
        }
        Set<String> refused = refused(tree).keySet();
        for (Bundle bundle : tree.bundles()) {
            Set<String> named = new HashSet<>(literals.getOrDefault(bundle.module(), Set.of()));
            if (bundle.module().equals(SHARED)) {
                // What topics say, a program may say as well.
                literals.values().forEach(named::addAll);
            }
            named.remove(REFUSED);
            named.addAll(refused);
            for (String key : bundle.keys()) {
                boolean header = key.matches(
                        "truce\\.([a-z-]+\\.)*usage\\.(header|description)|usage\\.\\w+Heading|mixinStandardHelpOptions\\.\\w+");
                if (!header && !isNamed(key, named)) {
                    found.add(new Finding(bundle.path(), 0, key + " is used nowhere"));
                }
            }
        }
        return found;
    }

    /** The keys of refusals that code names, or beginnings of them, and where. */
    private static SortedMap<String, Finding> refused(Tree tree) {
        SortedMap<String, Finding> named = new TreeMap<>();
        for (JavaFile file : tree.java()) {
            for (MatchResult key : REFUSED_KEY.matcher(file.text()).results().toList()) {
                named.putIfAbsent(key.group(1), refused(file, key.start(), key.group(1)));
            }
            for (MatchResult code : REFUSED_CODE.matcher(file.text()).results().toList()) {
                int end = file.text().indexOf(';', code.end());
                String statement = file.text().substring(code.start(), end);
                if (!statement.contains(".because(")) {
                    String key = REFUSED + code.group(1).toLowerCase(Locale.ROOT);
                    named.putIfAbsent(key, refused(file, code.start(), key));
                }
            }
        }
        return named;
    }

    private static Finding refused(JavaFile file, int at, String key) {
        return new Finding(file.path(), file.lineOf(at), key + " is in no bundle of server/story");
    }

    private static boolean isNamed(String key, Set<String> literals) {
        if (literals.contains(key)) {
            return true;
        }
        for (int end = 1; end <= key.length(); end++) {
            boolean ends = ".-".indexOf(key.charAt(end - 1)) >= 0;
            boolean inTwo = literals.contains(key.substring(0, end - 1)) && literals.contains(key.substring(end - 1));
            if (ends && (literals.contains(key.substring(0, end)) || inTwo)) {
                return true;
            }
        }
        return false;
    }

    /** A key that code asks for is in a bundle of its module, and each language of a bundle has the keys of the others. */
    static List<Finding> missingKeys(Tree tree) {
        List<Finding> found = new ArrayList<>();
        TreeMap<String, Set<String>> known = new TreeMap<>();
        TreeMap<String, SortedSet<String>> families = new TreeMap<>();
        for (Bundle bundle : tree.bundles()) {
            known.computeIfAbsent(bundle.module(), module -> new HashSet<>()).addAll(bundle.keys());
            families.merge(bundle.family(), bundle.keys(), (one, other) -> {
                one.addAll(other);
                return one;
            });
        }
        for (Bundle bundle : tree.bundles()) {
            Set<String> own = bundle.keys();
            for (String key : families.getOrDefault(bundle.family(), new TreeSet<>())) {
                if (!own.contains(key)) {
                    found.add(new Finding(bundle.path(), 0, key + " is missing"));
                }
            }
        }
        // What topics say, a program may say as well.
        Set<String> shared = known.getOrDefault(SHARED, Set.of());
        for (JavaFile file : tree.java()) {
            Set<String> keys = known.getOrDefault(file.module(), Set.of());
            for (MatchResult asked : USED_KEY.matcher(file.text()).results().toList()) {
                if (!keys.isEmpty() && !keys.contains(asked.group(1)) && !shared.contains(asked.group(1))) {
                    found.add(new Finding(
                            file.path(),
                            file.lineOf(asked.start()),
                            asked.group(1) + " is in no bundle of the module"));
                }
            }
        }
        refused(tree).forEach((key, place) -> {
            if (!key.endsWith(".") && !shared.contains(key)) {
                found.add(place);
            }
        });
        return found;
    }

    /** A key stands once in a bundle: of two lines only the last is ever read. */
    static List<Finding> keysBorneTwice(Tree tree) {
        List<Finding> found = new ArrayList<>();
        for (Bundle bundle : tree.bundles()) {
            bundle.keysTwice().forEach(key -> found.add(new Finding(bundle.path(), 0, key + " stands twice")));
        }
        return found;
    }

    static List<Finding> bannedWordsInJavadoc(Tree tree) {
        List<Finding> found = new ArrayList<>();
        for (JavaFile file : tree.java()) {
            for (JavaFile.Part comment : file.comments()) {
                if (comment.text().startsWith("/**")) {
                    for (MatchResult word : banned(tree, comment.text())) {
                        found.add(new Finding(
                                file.path(), file.lineOf(comment.start() + word.start()), "\"" + word.group() + "\""));
                    }
                }
            }
        }
        return found;
    }

    static List<Finding> bannedWordsInBundles(Tree tree) {
        List<Finding> found = new ArrayList<>();
        for (Bundle bundle : tree.bundles()) {
            for (String key : bundle.keys()) {
                for (MatchResult word : banned(tree, bundle.text(key))) {
                    found.add(new Finding(bundle.path(), 0, key + " says \"" + word.group() + "\""));
                }
            }
        }
        return found;
    }

    static List<Finding> bannedWordsInPages(Tree tree) {
        List<Finding> found = new ArrayList<>();
        for (Tree.Page page : tree.pages()) {
            int number = 0;
            for (String line : page.text().split("\n", -1)) {
                number++;
                for (MatchResult word : banned(tree, line)) {
                    found.add(new Finding(page.path(), number, "\"" + word.group() + "\""));
                }
            }
        }
        return found;
    }

    private static List<MatchResult> banned(Tree tree, String text) {
        return tree.banned().stream()
                .flatMap(word -> word.matcher(text).results())
                .toList();
    }

    /** Javadoc over a getter that has one sentence, and that begins with "Returns". */
    static List<Finding> javadocThatOnlySaysReturns(Tree tree) {
        List<Finding> found = new ArrayList<>();
        for (JavaFile file : tree.java()) {
            for (JavaFile.Part comment : file.comments()) {
                int after = comment.start() + comment.text().length();
                if (RETURNS.matcher(comment.text()).matches()
                        && GETTER.matcher(file.code())
                                .region(after, file.code().length())
                                .lookingAt()) {
                    found.add(new Finding(file.path(), file.lineOf(comment.start()), comment.text()));
                }
            }
        }
        return found;
    }
}
