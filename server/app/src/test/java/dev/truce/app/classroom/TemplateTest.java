package dev.truce.app.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.truce.engine.delegation.DelegationMode;
import dev.truce.match.Absences;
import dev.truce.match.MatchTerms.Absence;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.scenario.ScenarioException;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.words.Language;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final String SHORT = "title: Seminar 3\nscenario: class-8\n";

    @Test
    void whatIsNotSaidIsAsMostClassesHaveIt() {
        Template read = Template.read(SHORT, "seminar.yaml");
        assertThat(read)
                .isEqualTo(new Template(
                        "Seminar 3",
                        "class-8",
                        DelegationMode.HEAD,
                        1,
                        1,
                        0,
                        300_000,
                        15_000,
                        Absences.all(new Absence.Keep()),
                        RoundPace.GATED,
                        true,
                        true,
                        "negotiator",
                        false,
                        null,
                        false,
                        Language.EN,
                        true,
                        false));
    }

    @Test
    void everyKeyCounts() {
        String text = SHORT
                + "mode: portfolio\nus_seats: 3\ncn_seats: 2\nrounds: 8\nminutes: 2.5\ngrace_seconds: 0\npace: gated\n"
                + "absence: bot hawk 2 keep\n"
                + "open: desk\nreveal: desk\nbot: hawk\ngaps: vacant\nseed: 7f3a91c2d84be650a1f79c3d5e82b064\ngrouping: lot\nlanguage: zh\nwatch: nobody\nentry: list\n";
        assertThat(Template.read(text, "seminar.yaml"))
                .isEqualTo(new Template(
                        "Seminar 3",
                        "class-8",
                        DelegationMode.PORTFOLIO,
                        3,
                        2,
                        8,
                        150_000,
                        0,
                        Absences.all(new Absence.Bot("hawk", 2, new Absence.Keep())),
                        RoundPace.GATED,
                        false,
                        false,
                        "hawk",
                        true,
                        "7f3a91c2d84be650a1f79c3d5e82b064",
                        true,
                        Language.ZH,
                        false,
                        true));
    }

    @Test
    void whereTablesDoNotWaitTheClassOpensAndRevealsNothing() {
        Template read = Template.read(SHORT + "pace: free\n", "seminar.yaml");
        assertThat(read.pace()).isEqualTo(RoundPace.FREE);
        assertThat(read.opens()).isFalse();
        assertThat(read.reveals()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'titel: x'|UNKNOWN_KEY|3",
                "'us_seats: 6'|OUT_OF_RANGE|3",
                "'minutes: soon'|WRONG_TYPE|3",
                "'pace: quick'|WRONG_TYPE|3",
                "'bot: [hawk]'|WRONG_TYPE|3",
                "'us_seats: 1\nus_seats: 2'|DUPLICATE_KEY|4",
                "'pace: free\nseed: 7f3a91c2d84be650a1f79c3d5e82b064'|WRONG_TYPE|3",
                "'bot: &a hawk'|NOT_PLAIN|3"
            })
    void aFaultIsNamedWithItsLine(String wrong, ScenarioException.Code code, int line) {
        ScenarioException fault =
                catchThrowableOfType(ScenarioException.class, () -> Template.read(SHORT + wrong, "seminar.yaml"));
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.line()).isEqualTo(line);
        assertThat(Bundles.inEnglish(fault.refusal())).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "2147483647",
                "1234567890123456789012345678901234567890",
                "correct horse battery staple",
                "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
                "seminar 3 seminar 3 seminar 3 seminar 3 seminar 3 seminar 3 seminar 3",
                "7f3a91c2d84be650"
            })
    void aSeedThatCouldBeGuessedIsRefusedAndTheSentenceSaysWhatWouldBeRight(String seed) {
        String text = SHORT + "seed: " + seed;
        ScenarioException fault =
                catchThrowableOfType(ScenarioException.class, () -> Template.read(text, "seminar.yaml"));
        assertThat(fault.code()).isEqualTo(ScenarioException.Code.OUT_OF_RANGE);
        assertThat(fault.line()).isEqualTo(3);
        assertThat(Bundles.inEnglish(fault.refusal()))
                .contains("96 bits", "openssl rand -hex 16", "leave")
                .doesNotContain(seed);
        assertThat(Template.kept(text, "template").seed())
                .as("a class that was opened with it goes on")
                .isEqualTo(seed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7f3a91c2d84be650a1f79c3d5e82b064",
                "5912603847194027561338692705143896602815",
                "Zk3vQ9xT1mB7cYw5RfL8aHn2",
                "gravel unmixed thirsty pancake oblong viewable crispy dugout lantern",
                "秋天的湖面倒映着三只白鹭和一座没有名字的桥还有远山"
            })
    void aSeedThatNobodyGuessesIsTaken(String seed) {
        assertThat(Template.read(SHORT + "seed: \"" + seed + "\"", "t").seed()).isEqualTo(seed);
    }

    @Test
    void randomHexDigitsOfEnoughLengthAlwaysPass() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            String hex = String.format("%016x%016x", random.nextLong(), random.nextLong());
            assertThat(SeedStrength.bits(hex)).as(hex).isGreaterThanOrEqualTo(SeedStrength.MIN_BITS);
        }
    }

    @Test
    void withoutATitleThereIsNoClass() {
        ScenarioException fault =
                catchThrowableOfType(ScenarioException.class, () -> Template.read("scenario: class-8", "t"));
        assertThat(fault.code()).isEqualTo(ScenarioException.Code.MISSING_KEY);
    }
}
