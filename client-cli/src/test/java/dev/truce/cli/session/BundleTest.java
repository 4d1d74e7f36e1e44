package dev.truce.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.Setting;
import dev.truce.bot.line.exam.Finding;
import dev.truce.bot.line.model.ModelFileException.ModelRefusal;
import dev.truce.cli.screen.ViewFixture;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.payoff.Component;
import dev.truce.match.Notice;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.HostActNotation;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ToldSeat.SeatState;
import dev.truce.store.BrokenStream.Damage;
import dev.truce.story.words.Glossary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text has a key, every key a user. */
class BundleTest {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    @Test
    void everyKeyIsUsed() throws IOException {
        Set<String> literals = literals();
        Set<String> unused = new TreeSet<>();
        for (String key : Texts.keys()) {
            if (!literals.contains(key) && !madeFromNames().contains(key) && !isReadAsAWhole(key)) {
                unused.add(key);
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void noKeyIsMissing() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String literal : literals()) {
            boolean isKey =
                    literal.matches("[a-z]+(\\.[A-Za-z0-9_-]+)+") && families().contains(literal.split("\\.", -1)[0]);
            if (isKey && !Texts.has(literal)) {
                missing.add(literal);
            }
        }
        for (String key : madeFromNames()) {
            if (!Texts.has(key)) {
                missing.add(key);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyGlossaryEntryHasATermChineseAndAMeaning() {
        for (String key : Texts.phrases().keys()) {
            if (key.startsWith("explain.")) {
                assertThat(Texts.of(key).split("\\s*\\|\\s*"))
                        .as(key)
                        .hasSize(3)
                        .noneMatch(String::isBlank);
            }
        }
    }

    /** Words that the screens print and that somebody new to the game would not know. */
    @Test
    void everyGameWordThatIsPrintedIsExplained() {
        Glossary glossary = new Glossary(Texts.wording(ViewFixture.BUSAN));
        Set<String> words = new TreeSet<>();
        for (Component component : Component.values()) {
            words.add(Texts.of("component." + component.name()));
        }
        for (Instrument instrument : ViewFixture.BUSAN.instruments().all()) {
            words.add(instrument.word());
            words.add(instrument.qualifiedWord());
        }
        words.addAll(List.of(
                "orders",
                "hold",
                "corrected",
                "news",
                "caught",
                "right",
                "breach",
                "suspended",
                "agreements",
                "snap-back",
                "prevented",
                "covert",
                "signals",
                "tariff",
                "trade",
                "soya",
                "effective tariff",
                "escalation",
                "tension",
                "reputation",
                "score",
                "joint score",
                "rest",
                "clause",
                "round",
                "quarter",
                "rare earths",
                "chips",
                "port fee",
                "section 301",
                "section 232",
                "truce",
                "summit",
                "seed",
                "record",
                "draft",
                "commit",
                "ready",
                "saved",
                "fallback",
                "technology chapter",
                "truce path",
                "depth",
                "joint communique",
                "normal trade",
                "turning point",
                "outcome",
                "holding the truce",
                "offer",
                "terms",
                "renewal",
                "package",
                "signed",
                "notice",
                "statement",
                "said and done",
                "overtaken",
                "indicators",
                "markets",
                "stocks",
                "dysprosium",
                "freight",
                "approval",
                "MMT"));
        Set<String> unexplained = new TreeSet<>();
        for (String word : words) {
            if (glossary.find(word, Side.US).isEmpty()) {
                unexplained.add(word);
            }
        }
        assertThat(unexplained).isEmpty();
    }

    @Test
    void everyCommandHasAHelpTopic() {
        for (String word : SessionWords.all()) {
            assertThat(Texts.has("help.short." + word.toUpperCase(Locale.ROOT)))
                    .as(word)
                    .isTrue();
            assertThat(Texts.has("help.long." + word.toUpperCase(Locale.ROOT)))
                    .as(word)
                    .isTrue();
        }
    }

    @Test
    void everyCommandOfTheOwnerSaysThatItsActIsSaved() {
        List<String> acts = HostActNotation.words(HostAct.OfOwner.class).stream()
                .filter(word -> SessionWords.all().contains(word.toLowerCase(Locale.ROOT)))
                .toList();
        assertThat(acts).contains("CARD").allMatch(word -> Texts.has("host.saved." + word));
    }

    private static Set<String> madeFromNames() {
        Set<String> keys = new TreeSet<>();
        for (Damage damage : Damage.values()) {
            keys.add("journal.damage." + damage.name());
        }
        Texts.keys().stream().filter(key -> key.startsWith("doctor.")).forEach(keys::add);
        // Why parts of a tournament are not merged.
        for (String why : List.of(
                "absent",
                "other-bots",
                "other-count",
                "other-program",
                "other-rules",
                "other-settings",
                "twice",
                "whole")) {
            keys.add("fault.tournament.parts." + why);
        }
        Texts.keys().stream()
                .filter(key -> key.matches("tutorial\\.task\\.[1-8]"))
                .forEach(keys::add);
        for (ModelRefusal refusal : ModelRefusal.values()) {
            keys.add("fault.next.model." + refusal.name());
        }
        for (Setting setting : Setting.values()) {
            keys.add("setting." + setting.key());
        }
        for (String word : SessionWords.all()) {
            keys.add("help.short." + word.toUpperCase(Locale.ROOT));
            keys.add("help.long." + word.toUpperCase(Locale.ROOT));
        }
        for (int step = 1; step <= 8; step++) {
            keys.addAll(List.of("tutorial.goal." + step, "tutorial.learnt." + step));
        }
        SessionWords.groups().forEach(word -> keys.add("help.group." + word));
        for (Finding.Fault fault : Finding.Fault.values()) {
            keys.add("check.fault." + fault.name());
        }
        for (DelegationMode mode : DelegationMode.values()) {
            keys.add("open.delegation.head." + mode);
            keys.add("open.delegation.minister." + mode);
        }
        for (Side side : Side.values()) {
            keys.add("session.prompt." + side);
        }
        for (Notice.RoundShut.Cause cause : Notice.RoundShut.Cause.values()) {
            keys.add("notices.shut.cause." + cause);
        }
        for (ClassNews.TablePhase phase : ClassNews.TablePhase.values()) {
            keys.add("tables.phase." + phase);
            keys.add("board.phase." + phase);
        }
        for (SeatState state : SeatState.values()) {
            keys.add("tables.state." + state);
        }
        // The table of notices puts its keys together, and another test holds them against its rows.
        Texts.keys().stream().filter(key -> key.startsWith("notices.")).forEach(keys::add);
        return keys;
    }

    /** The parser of the command line looks for its headers by itself. */
    private static boolean isReadAsAWhole(String key) {
        return key.matches(
                "truce\\.([a-z-]+\\.)*usage\\.(header|description)|usage\\.\\w+Heading|mixinStandardHelpOptions\\.\\w+");
    }

    private static Set<String> families() {
        Set<String> families = new TreeSet<>();
        for (String key : Texts.keys()) {
            families.add(key.split("\\.", -1)[0]);
        }
        // Words that begin ids of instruments and Java packages, not keys.
        families.removeAll(List.of("us", "cn", "java", "dev"));
        return families;
    }

    private static Set<String> literals() throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = LITERAL.matcher(Files.readString(file));
                while (matcher.find()) {
                    literals.add(matcher.group(1));
                }
            }
        }
        return literals;
    }
}
