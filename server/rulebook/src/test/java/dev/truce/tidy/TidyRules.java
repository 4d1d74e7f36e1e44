package dev.truce.tidy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All rules, by the names that their ceilings have. */
final class TidyRules {
    static final Map<String, Function<Tree, List<Finding>>> ALL = all();

    private TidyRules() {}

    private static Map<String, Function<Tree, List<Finding>>> all() {
        Map<String, Function<Tree, List<Finding>>> rules = new LinkedHashMap<>();
        rules.put("names-borne-twice", NameRules::namesBorneTwice);
        rules.put("nested-names-borne-twice", NameRules::nestedNamesBorneTwice);
        rules.put("imports-of-one-package", PackageImports::mostImports);
        rules.put("packages-with-two-purposes", NameRules::packagesWithTwoPurposes);
        rules.put("packages-in-circles", PackageImports::circles);
        rules.put("ternaries-on-the-side", CodeRules::ternariesOnTheSide);
        rules.put("fields-put-by-hand", CodeRules::fieldsPutByHand);
        rules.put("kinds-asked-by-instanceof", CodeRules::kindsAskedByInstanceof);
        rules.put("replies-handed-in", CodeRules::repliesHandedIn);
        rules.put("limits-outside-limits", CodeRules::limitsOutsideLimits);
        rules.put("rule-facts-outside-the-rules", CodeRules::ruleFactsOutsideTheRules);
        rules.put("instruments-of-no-scenario", CodeRules::instrumentsOfNoScenario);
        rules.put("decimals-outside-number-text", TextRules::decimalsOutsideNumberText);
        rules.put("lists-joined-by-hand", TextRules::listsJoinedByHand);
        rules.put("english-outside-bundles", TextRules::englishOutsideBundles);
        rules.put("sentences-quoted-by-tests", QuotedSentences::inTests);
        rules.put("keys-unused", TextRules::unusedKeys);
        rules.put("keys-missing", TextRules::missingKeys);
        rules.put("keys-borne-twice", TextRules::keysBorneTwice);
        rules.put("impure-code-in-pure-modules", CodeRules::impureCodeInPureModules);
        rules.put("odd-names", NameRules::oddNames);
        rules.put("banned-words-in-bundles", TextRules::bannedWordsInBundles);
        rules.put("banned-words-in-pages", TextRules::bannedWordsInPages);
        rules.put("banned-words-in-javadoc", TextRules::bannedWordsInJavadoc);
        rules.put("javadoc-that-only-says-returns", TextRules::javadocThatOnlySaysReturns);
        return rules;
    }
}
