package dev.truce.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.Setting;
import dev.truce.cli.operate.Examination.Finding;
import dev.truce.cli.operate.Examination.Verdict;
import dev.truce.cli.terminal.TerminalSize;
import dev.truce.cli.terminal.Tint;
import dev.truce.cli.text.Texts;
import dev.truce.story.words.Language;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExaminationTest {
    private final Examination examination = new Examination();

    @BeforeEach
    void speak() {
        Texts.speak(Language.EN);
    }

    @ParameterizedTest
    @CsvSource({"80, 24, OK", "200, 60, OK", "79, 24, WARNING", "80, 23, WARNING", "40, 15, WARNING"})
    void aScreenThatIsSmallerThanTheBoardIsAWarning(int columns, int rows, Verdict verdict) {
        examination.screen(Optional.of(new TerminalSize(columns, rows)), Tint.Ground.DARK);
        Finding screen = examination.findings().get(0);
        assertThat(screen.check()).isEqualTo("screen");
        assertThat(screen.verdict()).isEqualTo(verdict);
        assertThat(screen.what()).contains(Integer.toString(columns), Integer.toString(rows));
        assertThat(screen.right().isEmpty()).isEqualTo(verdict == Verdict.OK);
    }

    @Test
    void whereThereIsNoTerminalNothingIsWrong() {
        examination.screen(Optional.empty(), Tint.Ground.NONE);
        assertThat(examination.findings()).extracting(Finding::verdict).containsOnly(Verdict.OK);
    }

    @Test
    void aServerOnANetworkWithoutTlsIsAWarningAndOneOfThisMachineIsNot() {
        ServerConfig local = ServerConfig.embedded(Path.of("data"));
        examination.tls(local, Instant.EPOCH);
        assertThat(examination.findings()).isEmpty();
        examination.tls(local.with(Setting.HOST, "0.0.0.0").with(Setting.ALLOW_NETWORK, true), Instant.EPOCH);
        Finding plain = examination.findings().get(0);
        assertThat(plain.check()).isEqualTo("plain");
        assertThat(plain.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(plain.right()).contains("--tls-cert");
    }

    @ParameterizedTest
    @EnumSource(Tint.Ground.class)
    void everyGroundOfColourHasWordsOfItsOwn(Tint.Ground ground) {
        examination.screen(Optional.empty(), ground);
        List<Finding> found = examination.findings();
        assertThat(found.get(1).check()).isEqualTo("colours");
        assertThat(found.get(1).what()).isEqualTo(Texts.of("doctor.ground." + ground));
    }
}
