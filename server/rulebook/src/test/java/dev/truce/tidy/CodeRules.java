package dev.truce.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Rules about what code does. */
final class CodeRules {
    private static final Pattern SIDE_TERNARY =
            Pattern.compile("(==\\s*(Side\\.)?(US|CN)\\s*\\?|\\b(Side\\.)?(US|CN)\\s*==\\s*[\\w.()]+\\s*\\?)");
    private static final Pattern LIMIT =
            Pattern.compile("\\bstatic\\s+final\\s+(?:int|long)\\s+(\\w+)\\s*=\\s*(64|10_?000|280|256)[Ll]?\\s*;");
    private static final Pattern LIMIT_OF_OPTION = Pattern.compile("defaultValue\\s*=\\s*\"(64|10000|280|256)\"");

    /** Names of constants that count something else than rounds, steps and characters. */
    private static final Pattern OTHER_COUNT =
            Pattern.compile("\\w*(BYTES|MILLIS|SECONDS|THREADS|TOKENS|COST|GROUP|UNITS|SEEDS|QUEUED|REQUESTS)\\w*");

    /** What belongs to the rules; elsewhere it is asked for, never worked out. */
    private static final Map<String, Pattern> FACTS = Map.of(
            "the tariff below which trade is normal", Pattern.compile("\\bNORMAL_TRADE\\s*=(?!=)"),
            "whether an order is legal", Pattern.compile("\\bboolean\\s+isLegal\\s*\\("),
            "what falls back, and to which level", Pattern.compile("\\.fallback\\(\\)"),
            "the displayed tariff in percent", Pattern.compile("\\bpercent\\([^;]*?displayedTariffBasisPoints\\(\\)"),
            "what a paused investigation is", Pattern.compile("\\bUS_SECTION301\\w*\\s*,\\s*0\\b"));

    /** All instruments that there are, of which a scenario may have fewer. */
    private static final Pattern ALL_INSTRUMENTS = Pattern.compile("\\bInstrument\\.(all|of|find)\\(");

    /** What may go over all of them: rules, for which one that is left out stands still, and what reads scenarios. */
    private static final Pattern RULES_OF_ALL = Pattern.compile("server/(engine|scenario)");

    /** Modules that run in a browser, and what is not to be had there. */
    private static final Pattern PURE_MODULE = Pattern.compile("server/(engine|match|story)|bots/(env|roster|sdk)");

    private static final Pattern IMPURE = Pattern.compile(
            "\\bgetResource\\w*|\\bjava\\.lang\\.reflect\\b|\\bThread\\b|\\bServiceLoader\\b|\\bjava\\.io\\.File\\b");

    /** A field of JSON that is written by hand, where a description of the value could write it. */
    private static final Pattern PUT = Pattern.compile("\\.put\\(\"");

    private static final Pattern ASKED = Pattern.compile("\\binstanceof\\b");
    private static final Pattern REPLY = Pattern.compile("Consumer<Reply");

    private CodeRules() {}

    static List<Finding> fieldsPutByHand(Tree tree) {
        return all(tree, PUT, "a field that is put by hand");
    }

    static List<Finding> kindsAskedByInstanceof(Tree tree) {
        return all(tree, ASKED, "a kind that is asked by instanceof");
    }

    static List<Finding> repliesHandedIn(Tree tree) {
        return all(tree, REPLY, "a reply by a listener that is handed in");
    }

    private static List<Finding> all(Tree tree, Pattern pattern, String what) {
        List<Finding> found = new ArrayList<>();
        tree.java().forEach(file -> found.addAll(file.matches(pattern, match -> what)));
        return found;
    }

    static List<Finding> ternariesOnTheSide(Tree tree) {
        List<Finding> found = new ArrayList<>();
        for (JavaFile file : tree.java()) {
            if (!file.typeName().equals("BySide")) {
                found.addAll(file.matches(SIDE_TERNARY, match -> match.group() + ", take a BySide"));
            }
        }
        return found;
    }

    static List<Finding> limitsOutsideLimits(Tree tree) {
        List<Finding> found = new ArrayList<>();
        for (JavaFile file : tree.java()) {
            if (file.typeName().equals("Limits") && file.module().equals("server/engine")) {
                continue;
            }
            file.matches(LIMIT, match -> match.group(1) + " = " + match.group(2)).stream()
                    .filter(finding -> !OTHER_COUNT.matcher(finding.what()).lookingAt())
                    .forEach(found::add);
            LIMIT_OF_OPTION
                    .matcher(file.text())
                    .results()
                    .map(match -> new Finding(file.path(), file.lineOf(match.start()), match.group()))
                    .forEach(found::add);
        }
        return found;
    }

    static List<Finding> ruleFactsOutsideTheRules(Tree tree) {
        List<Finding> found = new ArrayList<>();
        for (JavaFile file : tree.java()) {
            if (!file.module().equals("server/engine")) {
                FACTS.forEach((fact, pattern) -> found.addAll(file.matches(pattern, match -> fact)));
            }
        }
        return found;
    }

    static List<Finding> instrumentsOfNoScenario(Tree tree) {
        List<Finding> found = new ArrayList<>();
        for (JavaFile file : tree.java()) {
            if (!RULES_OF_ALL.matcher(file.module()).matches()) {
                found.addAll(file.matches(
                        ALL_INSTRUMENTS, match -> match.group() + "..), ask the instruments of the scenario"));
            }
        }
        return found;
    }

    static List<Finding> impureCodeInPureModules(Tree tree) {
        List<Finding> found = new ArrayList<>();
        for (JavaFile file : tree.java()) {
            boolean wire = file.packageName().startsWith("dev.truce.bot.wire")
                    || file.code().contains("import dev.truce.protocol.client.");
            boolean bundles = file.packageName().startsWith("dev.truce.story.bundles");
            if (PURE_MODULE.matcher(file.module()).matches() && !wire && !bundles) {
                found.addAll(file.matches(IMPURE, match -> match.group() + " in a module that runs in a browser"));
            }
        }
        return found;
    }
}
