package dev.truce.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each rule finds what was planted for it, and nothing in what is right. */
class TidyRulesTest {
    private static JavaFile java(String path, String text) {
        return new JavaFile(Path.of(path), text);
    }

    private static JavaFile engine(String type, String text) {
        return java(
                "server/engine/src/main/java/dev/truce/engine/" + type + ".java", "package dev.truce.engine;\n" + text);
    }

    private static JavaFile client(String type, String text) {
        return java("client-cli/src/main/java/dev/truce/cli/" + type + ".java", "package dev.truce.cli;\n" + text);
    }

    private static Tree tree(JavaFile... files) {
        return new Tree(List.of(files), List.of(), List.of(), List.of(), List.of(Pattern.compile("\\banew\\b")));
    }

    private static Tree treeWith(JavaFile file, Bundle... bundles) {
        return new Tree(
                List.of(file), List.of(file), List.of(bundles), List.of(), List.of(Pattern.compile("\\banew\\b")));
    }

    private static Bundle bundle(String name, String text) {
        return new Bundle(Path.of("client-cli/src/main/resources/dev/truce/cli", name), text);
    }

    private static List<String> found(String rule, Tree tree) {
        return Objects.requireNonNull(TidyRules.ALL.get(rule)).apply(tree).stream()
                .map(Finding::toString)
                .toList();
    }

    @Test
    void codeIsPartedFromTextAndComments() {
        JavaFile file = engine(
                "A",
                "/* \"no\" */ char c = '\"'; // \"no\"\nString s = \"a \\\" // b\"; String t = \"\"\"\n x\"y\n\"\"\";");
        assertThat(file.literals())
                .extracting(JavaFile.Part::text)
                .containsExactly("\"a \\\" // b\"", "\"\"\"\n x\"y\n\"\"\"");
        assertThat(file.comments()).hasSize(2);
        assertThat(file.code()).hasSameSizeAs(file.text()).doesNotContain("no", "//", "x");
        assertThat(file.lineOf(file.code().indexOf("String t"))).isEqualTo(3);
    }

    @Test
    void aNameBorneTwiceIsFoundOnceAndPackageSentencesDoNotCount() {
        Tree tree = tree(
                engine("Draft", ""),
                client("Draft", ""),
                client("Other", ""),
                engine("package-info", ""),
                client("package-info", ""));
        assertThat(found("names-borne-twice", tree)).singleElement().asString().contains("Draft is in", "client-cli");
    }

    @Test
    void aListThatIsJoinedByHandIsFoundWherePeopleReadIt() {
        String code = "String a = String.join(\", \", names) + one(\",\", \"a, b\");";
        assertThat(found("lists-joined-by-hand", tree(client("A", code), engine("A", code))))
                .singleElement()
                .asString()
                .contains("client-cli");
        String keyed = "String a = String.join(Texts.of(\"list.comma\"), names) + words.text(\"list.and\");";
        assertThat(found("lists-joined-by-hand", tree(client("A", keyed)))).hasSize(2);
        assertThat(found("lists-joined-by-hand", tree(client("Phrases", keyed))))
                .isEmpty();
    }

    @Test
    void aPackageSentenceWithAndIsFound() {
        JavaFile two = engine("package-info", "/** Draws maps and sends mail. */\n@NullMarked\n");
        JavaFile one = client("package-info", "/** Draws maps.\n *\n * <p>And more of it and that. */\n@NullMarked\n");
        assertThat(found("packages-with-two-purposes", tree(two, one)))
                .singleElement()
                .asString()
                .contains("Draws maps and sends mail");
    }

    @Test
    void aCircleOfPackagesIsFound() {
        JavaFile one = java("m/src/main/java/dev/truce/a/A.java", "package dev.truce.a;\nimport dev.truce.b.B;\n");
        JavaFile two =
                java("m/src/main/java/dev/truce/b/B.java", "package dev.truce.b;\nimport static dev.truce.c.C.X;\n");
        JavaFile three = java("m/src/main/java/dev/truce/c/C.java", "package dev.truce.c;\nimport dev.truce.a.A;\n");
        JavaFile below = java("m/src/main/java/dev/truce/d/D.java", "package dev.truce.d;\nimport dev.truce.a.A;\n");
        assertThat(found("packages-in-circles", tree(one, two, three, below))).hasSize(3);
        assertThat(found("packages-in-circles", tree(one, two, below))).isEmpty();
    }

    @Test
    void theImportsOfThePackageThatImportsMostAreFound() {
        JavaFile one = java("m/src/main/java/dev/truce/a/A.java", "package dev.truce.a;\nimport dev.truce.b.B;\n");
        JavaFile two = java(
                "m/src/main/java/dev/truce/d/D.java",
                "package dev.truce.d;\nimport dev.truce.a.A;\nimport static dev.truce.b.B.X;\nimport dev.truce.b.C;\n");
        assertThat(found("imports-of-one-package", tree(one, two)))
                .hasSize(2)
                .allSatisfy(place -> assertThat(place).contains("dev.truce.d"));
    }

    @Test
    void aNameOfTypesWithinTwoOthersIsFound() {
        JavaFile one = engine("A", "class A {\n    record Row(int a) {}\n    private static final class Table {}\n}\n");
        JavaFile two = client("B", "class B {\n    /** class Table */\n    public sealed interface Row {}\n}\n");
        assertThat(found("nested-names-borne-twice", tree(one, two)))
                .singleElement()
                .asString()
                .contains("Row is in");
    }

    @Test
    void whatADescriptionCouldWriteIsFound() {
        String wrong = "json.put(\"a\", 1); if (notice instanceof Said) { } void on(Consumer<Reply> then) { }";
        assertThat(found("fields-put-by-hand", tree(client("A", wrong)))).hasSize(1);
        assertThat(found("kinds-asked-by-instanceof", tree(client("A", wrong)))).hasSize(1);
        assertThat(found("replies-handed-in", tree(client("A", wrong)))).hasSize(1);
        String right = "json.put(name, 1); notice.in(cases); // notice instanceof Said, .put(\"a\", Consumer<Reply>";
        assertThat(found("fields-put-by-hand", tree(client("A", right)))).isEmpty();
        assertThat(found("kinds-asked-by-instanceof", tree(client("A", right)))).isEmpty();
        assertThat(found("replies-handed-in", tree(client("A", right)))).isEmpty();
    }

    @Test
    void ternariesOnTheSideAreFoundOutsideBySide() {
        String wrong = "int a(Side side) { return side == Side.US ? 1 : side == CN\n ? 2 : 3; }";
        assertThat(found("ternaries-on-the-side", tree(engine("A", wrong)))).hasSize(2);
        assertThat(found("ternaries-on-the-side", tree(engine("BySide", wrong))))
                .isEmpty();
        assertThat(found(
                        "ternaries-on-the-side", tree(engine("A", "if (side == Side.US) { go(); } // == Side.US ? x"))))
                .isEmpty();
    }

    @Test
    void aLimitOutsideLimitsIsFound() {
        String wrong = "static final int MOST_ROUNDS = 64; static final long STEPS = 10_000; static final int MILLIS ="
                + " 10_000;";
        assertThat(found("limits-outside-limits", tree(client("A", wrong)))).hasSize(2);
        assertThat(found("limits-outside-limits", tree(engine("Limits", wrong))))
                .isEmpty();
        assertThat(found("limits-outside-limits", tree(client("A", "@Option(defaultValue = \"10000\") long steps;"))))
                .hasSize(1);
        assertThat(found("limits-outside-limits", tree(client("A", "static final int ROUNDS = 12;"))))
                .isEmpty();
    }

    @Test
    void aRuleFactOutsideTheRulesIsFound() {
        String wrong = "static final int NORMAL_TRADE = 30; boolean isLegal(Order order) { return true; } int f ="
                + " spec.fallback(); int t = Numbers.percent(figures.displayedTariffBasisPoints()); {"
                + " set(US_SECTION301_INVESTIGATION, 0); }";
        assertThat(found("rule-facts-outside-the-rules", tree(client("A", wrong))))
                .hasSize(5);
        assertThat(found("rule-facts-outside-the-rules", tree(engine("A", wrong))))
                .isEmpty();
    }

    @Test
    void whoAsksForInstrumentsOfNoScenarioIsFoundOutsideTheRules() {
        String wrong = "var a = Instrument.all(); var b = Instrument.of(side); var c = Instrument.find(word, side);";
        assertThat(found("instruments-of-no-scenario", tree(client("A", wrong))))
                .hasSize(3);
        assertThat(found("instruments-of-no-scenario", tree(engine("A", wrong))))
                .isEmpty();
        assertThat(found("instruments-of-no-scenario", tree(client("A", "var a = scenario.instruments().of(side);"))))
                .isEmpty();
    }

    @Test
    void aFormatWithDecimalsIsFoundOutsideNumberText() {
        for (String wrong : List.of("\"%.1f\"", "\"US %6.2f..\"", "\"%+11.2f\"", "\"%.\" + decimals + \"f\"")) {
            String code = "String a = String.format(Locale.ROOT, " + wrong + ", 1.0);";
            assertThat(found("decimals-outside-number-text", tree(client("A", code))))
                    .hasSize(1);
            assertThat(found("decimals-outside-number-text", tree(client("NumberText", code))))
                    .isEmpty();
        }
        assertThat(found("decimals-outside-number-text", tree(client("A", "String a = \"%d of 50%. For all\";"))))
                .isEmpty();
    }

    @Test
    void englishInCodeIsFoundButNotWhatOnlyProgrammersRead() {
        assertThat(found("english-outside-bundles", tree(client("A", "String a = \"there is no such bot\";"))))
                .hasSize(1);
        for (String right : List.of(
                "throw new IllegalArgumentException(\"there is no such bot\");",
                "log.info(\"there is no such bot\");",
                "row(new Column(\"bot\", \"name of the bot\"));",
                "TABLE = ResultTable.<Row>named(\"rows\").text(\"bot\", \"name of the bot\", Row::bot);",
                "query(\"SELECT seq FROM input WHERE id\");",
                "String a = \"option.scenario.text\"; // there is no such bot",
                "String a = \"two words\";")) {
            assertThat(found("english-outside-bundles", tree(client("A", right))))
                    .as(right)
                    .isEmpty();
        }
    }

    @Test
    void aSentenceThatATestWritesOutIsFoundWithItsValues() {
        Bundle bundle = bundle(
                "messages_en.properties",
                "rate = Played %,d of %2$s matches at once. Type q now to leave.\nshort = Not sent.");
        List<String> wrong = List.of(
                "\"Played 1,200 of many matches at once.\"",
                "\"us> q\\nPlayed 1 of 2 \" + \"matches at once. Type\"",
                "\"\"\"\n  Type q now to leave.\n\"\"\"");
        for (String quoted : wrong) {
            assertThat(found("sentences-quoted-by-tests", treeWith(client("A", "is(" + quoted + ");"), bundle)))
                    .as(quoted)
                    .singleElement()
                    .asString()
                    .contains("rate is written out");
        }
        String right = "is(Texts.of(\"rate\", 1200)); is(\"Not sent.\"); is(\"Played 1 of 2 matches\", \"at once.\");";
        assertThat(found("sentences-quoted-by-tests", treeWith(client("A", right), bundle)))
                .isEmpty();
    }

    @Test
    void keysThatAreUnusedOrMissingAreFound() {
        JavaFile file = client(
                "A",
                "String a = Texts.of(\"bot.name\"); String b = Texts.of(\"side.\" + side); String c ="
                        + " Texts.of(\"gone\"); f(\"soya\", \".short\");");
        Bundle english =
                bundle("messages_en.properties", "bot.name = Bot\nside.US = US\nsoya.short = s\nold.key = Old\n");
        Bundle chinese = bundle("messages_zh_CN.properties", "bot.name = Bot\n");
        assertThat(found("keys-unused", treeWith(file, english)))
                .singleElement()
                .asString()
                .contains("old.key");
        assertThat(found("keys-missing", treeWith(file, english)))
                .singleElement()
                .asString()
                .contains("gone");
        assertThat(found("keys-missing", treeWith(file, english, chinese))).hasSize(4);
    }

    @Test
    void aKeyThatStandsTwiceIsFound() {
        Bundle bundle = bundle("messages_en.properties", "bot.name = Bot\nbot.size = 3\nbot.name = Robot\n");
        assertThat(found("keys-borne-twice", treeWith(client("A", ""), bundle)))
                .singleElement()
                .asString()
                .contains("bot.name stands twice");
    }

    @Test
    void whatABrowserDoesNotHaveIsFoundInPureModules() {
        String wrong = "InputStream in = A.class.getResourceAsStream(name); Thread made; java.io.File file;";
        assertThat(found("impure-code-in-pure-modules", tree(engine("A", wrong))))
                .hasSize(3);
        assertThat(found("impure-code-in-pure-modules", tree(client("A", wrong))))
                .isEmpty();
        JavaFile wire =
                java("bots/sdk/src/main/java/dev/truce/bot/wire/B.java", "package dev.truce.bot.wire;\n" + wrong);
        assertThat(found("impure-code-in-pure-modules", tree(wire))).isEmpty();
        assertThat(found("impure-code-in-pure-modules", tree(engine("A", "/** Thread-safe. */ int threads;"))))
                .isEmpty();
    }

    @Test
    void oddNamesAreFound() {
        Tree tree = tree(
                engine("OfferDesk", "static final int MOST_ROUNDS = 6, TEXT_MOST = 2; static final int MAX_SEATS = 5;"),
                client("Hall", "if (MOST_ROUNDS == 3) { }"),
                client("Game", ""),
                client("GamesPage", ""));
        assertThat(found("odd-names", tree)).hasSize(5);
    }

    @Test
    void bannedWordsAreFoundInBundlesPagesAndJavadocOnly() {
        JavaFile file = client("A", "/** Begins anew. */ int a; // anew\nString b = \"anew\";");
        Tree tree = new Tree(
                List.of(file),
                List.of(),
                List.of(bundle("messages_en.properties", "a = Begin anew\nb = Renew\n")),
                List.of(new Tree.Page(Path.of("a.md"), "Start again.\nStart anew, and anew.\n")),
                List.of(Pattern.compile("\\banew\\b")));
        assertThat(found("banned-words-in-bundles", tree))
                .singleElement()
                .asString()
                .contains("a says \"anew\"");
        assertThat(found("banned-words-in-pages", tree)).hasSize(2).allMatch(text -> text.contains("a.md:2:"));
        assertThat(found("banned-words-in-javadoc", tree)).hasSize(1);
    }

    @Test
    void javadocThatOnlySaysReturnsIsFoundOverGetters() {
        String getter = "public @Nullable String name() {\n return name;\n }";
        assertThat(found(
                        "javadoc-that-only-says-returns",
                        tree(engine("A", "/** Returns the name. */\n@Override " + getter))))
                .hasSize(1);
        assertThat(found(
                        "javadoc-that-only-says-returns",
                        tree(engine("A", "/** Returns the name. It is short. */\n" + getter))))
                .isEmpty();
        assertThat(found("javadoc-that-only-says-returns", tree(engine("A", "/** Says who it is. */\n" + getter))))
                .isEmpty();
        assertThat(found(
                        "javadoc-that-only-says-returns",
                        tree(engine(
                                "A", "/** Returns the name. */\npublic String name() {\n return first + last;\n }"))))
                .isEmpty();
    }
}
