package dev.truce.story.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.CardKind;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.economy.Sector;
import dev.truce.engine.explain.Cause;
import dev.truce.engine.forecast.Assumption;
import dev.truce.engine.indicator.Constituency;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.talk.Evidence;
import dev.truce.engine.talk.WordVerdict;
import dev.truce.match.Notice;
import dev.truce.story.facts.AgreementStory;
import dev.truce.story.facts.MissedFloor;
import dev.truce.story.words.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every text has a key, in each language; the tidy test looks for keys that nobody uses. */
class BundlesTest {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern ARGUMENT = Pattern.compile("%(?:(\\d+)\\$)?[-+0-9.]*([a-z])");
    private static final Map<String, String> ENGLISH = Bundles.own(Language.EN);

    @Test
    void noKeyIsMissing() throws IOException {
        Set<String> families = new TreeSet<>();
        ENGLISH.keySet().forEach(key -> families.add(key.split("\\.", -1)[0]));
        Set<String> missing = new TreeSet<>(madeFromNames());
        for (String literal : literals()) {
            if (literal.matches("[a-z]+(\\.[A-Za-z0-9_-]+)+") && families.contains(literal.split("\\.", -1)[0])) {
                missing.add(literal);
            }
        }
        missing.removeAll(ENGLISH.keySet());
        // A figure that stands only in a line has no title.
        missing.removeIf(key -> ENGLISH.containsKey(key + ".short"));
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noLanguageLacksAText(Language language) {
        Set<String> missing = new TreeSet<>(ENGLISH.keySet());
        missing.removeAll(Bundles.own(language).keySet());
        assertThat(missing.isEmpty()).as("%s lacks %s", language, missing).isEqualTo(language.isWhole());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noLanguageHasATextThatEnglishLacks(Language language) {
        assertThat(ENGLISH.keySet()).containsAll(Bundles.own(language).keySet());
    }

    @Test
    void theSameTextTakesTheSameArgumentsInEachLanguage() {
        for (Language language : Language.values()) {
            Bundles.own(language)
                    .forEach((key, pattern) -> assertThat(arguments(pattern))
                            .as("%s: %s", language, key)
                            .isEqualTo(arguments(ENGLISH.get(key))));
        }
    }

    /** Texts are patterns of {@code String.format}, in which a digit in braces is printed as it stands. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextHasAPlaceThatIsNeverFilled(Language language) {
        assertThat(Bundles.own(language).values()).noneMatch(text -> text.matches("(?s).*\\{\\d+}.*"));
    }

    /** The kind of each argument by its number. */
    private static List<String> arguments(String pattern) {
        List<String> kinds = new ArrayList<>();
        int next = 1;
        Matcher argument = ARGUMENT.matcher(pattern.replace("%%", ""));
        while (argument.find()) {
            int number = argument.group(1) == null ? next++ : Integer.parseInt(argument.group(1));
            kinds.add(number + argument.group(2));
        }
        return kinds.stream().sorted().distinct().toList();
    }

    private static Set<String> madeFromNames() {
        Set<String> keys = new TreeSet<>();
        add(keys, "constituency.", Constituency.values());
        add(keys, "side.", Side.values());
        add(keys, "indicators.approval.", Side.values());
        add(keys, "component.", Component.values());
        add(keys, "why.means.", Component.values());
        add(keys, "event.", RoundEvent.values());
        add(keys, "cause.event.", RoundEvent.values());
        add(keys, "cause.", Cause.Circumstance.values());
        add(keys, "shock.", CardKind.values());
        add(keys, "offer.", OfferStatus.values());
        add(keys, "ratified.", Ratification.Outcome.values());
        add(keys, "story.end.", AgreementStory.End.values());
        add(keys, "final.short.", MissedFloor.Fate.values());
        add(keys, "outcome.", Outcome.values());
        add(keys, "legal.because.", LegalLevels.Reason.values());
        add(keys, "overruled.by.", LegalLevels.Overruler.values());
        add(keys, "overruled.because.", LegalLevels.Overruler.values());
        // A statute has a title of its own.
        keys.remove("overruled.because." + LegalLevels.Overruler.LAW);
        add(keys, "try.", Assumption.values());
        keys.addAll(List.of("try.reply.EASES", "try.reply.IN_KIND"));
        add(keys, "verdict.", WordVerdict.values());
        add(keys, "treaty.change.", TreatyChange.values());
        keys.remove("treaty.change." + TreatyChange.NONE);
        for (int quarter = 1; quarter <= 4; quarter++) {
            keys.add("say.quarter." + quarter);
        }
        add(keys, "evidence.", Evidence.Kind.values());
        add(keys, "portfolio.", Portfolio.values());
        add(keys, "seats.mode.", DelegationMode.values());
        add(keys, "notices.shut.cause.", Notice.RoundShut.Cause.values());
        for (TreatyChange change : TreatyChange.values()) {
            if (change != TreatyChange.NONE) {
                keys.add("turn.change." + change.name());
            }
        }
        for (String fact : List.of("meeting", "tariff", "soya", "earths", "suspended", "also", "ahead")) {
            keys.addAll(List.of("card." + fact, "card." + fact + ".text"));
        }
        for (Sector sector : Sector.values()) {
            if (sector.isGoods()) {
                keys.add("sector." + sector.name());
            }
        }
        return keys;
    }

    private static void add(Set<String> keys, String family, Enum<?>... names) {
        for (Enum<?> name : names) {
            keys.add(family + name.name());
        }
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
