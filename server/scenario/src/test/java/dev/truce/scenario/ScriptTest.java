package dev.truce.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.ScenarioException.Code;
import dev.truce.scenario.Script.Basis;
import dev.truce.scenario.Script.Step;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts of scenario files: what they say, and what is refused. */
class ScriptTest {
    private static final String HEAD =
            "base: busan-2025-r1\nid: mine\ntitles: {en: \"Mine\", zh: \"我的\"}\nanchors: computed\n";
    private static final String SCRIPT = """
        script:
          cn_base: 22
          cn_agri_share: 0.5
          steps:
            - round: 2
              orders: {us.port_fee: 50, cn.agri_tariff: 10}
              signed: {rounds: 3, communique: true}
              us: {average: 47.5, basis: published}
              cn: {average: 30, basis: seed}
              note: {en: "a fee", zh: "费用"}
              source: "somebody"
        """;

    @Test
    void aStepSaysOrdersSignatureAndAverages() {
        Script script = Objects.requireNonNull(
                Scenarios.read(HEAD + SCRIPT, "mine.yaml").script());
        Step step = script.steps().get(0);
        assertThat(step.round()).isEqualTo(2);
        assertThat(step.orders().level(Instrument.US_PORT_FEE)).isEqualTo(1);
        assertThat(step.orders().level(Instrument.CN_AGRI_TARIFF)).isEqualTo(1);
        assertThat(step.signed()).isEqualTo(new Terms.Renewal(3, true));
        assertThat(step.us().percent()).isEqualTo(47.5);
        assertThat(step.cn().basis()).isEqualTo(Basis.SEED);
        assertThat(step.note().chinese()).isEqualTo("费用");
    }

    @Test
    void theScriptIsNoPartOfTheHashAndNotTakenFromTheBase() {
        ScenarioFile without = Scenarios.read(HEAD, "mine.yaml");
        ScenarioFile with = Scenarios.read(HEAD + SCRIPT, "mine.yaml");
        assertThat(with.scenario()).isEqualTo(without.scenario());
        assertThat(without.script()).isNull();
    }

    @Test
    void playedItHoldsBeforeTheFirstStepAndComparesByTheFormula() {
        ScenarioFile file = Scenarios.read(HEAD + SCRIPT, "mine.yaml");
        List<ScriptRun.Round> rounds = ScriptRun.of(Rules.of(file.scenario()), Objects.requireNonNull(file.script()));
        assertThat(rounds).hasSize(2);
        assertThat(rounds.get(0).step()).isNull();
        assertThat(rounds.get(0).us()).isNull();
        assertThat(rounds.get(0).cnDisplayed()).isEqualTo(32);
        assertThat(rounds.get(1).cnDisplayed()).isEqualTo(37);
        assertThat(rounds.get(1).usDisplayed()).isEqualTo(47);
        assertThat(rounds.get(1).quarter()).isEqualTo("2026Q2");
    }

    @Test
    void anIllegalOrderIsNamedWithRoundAndSide() {
        ScenarioFile file =
                Scenarios.read(HEAD + SCRIPT.replace("us.port_fee: 50", "us.section301_tariff: 25"), "mine.yaml");
        assertThatThrownBy(() -> ScriptRun.of(Rules.of(file.scenario()), Objects.requireNonNull(file.script())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("round 2, US")
                .hasMessageContaining("NOT_YET_LEGAL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "us.port_fee: 50 | us.port_fee: 51 | NOT_ON_LADDER | script.steps[0].orders.us.port_fee",
                "us.port_fee: 50 | us.port: 50 | UNKNOWN_KEY | script.steps[0].orders.us.port",
                "round: 2 | round: 0 | OUT_OF_RANGE | script.steps[0].round",
                "rounds: 3, | rounds: 9, | OUT_OF_RANGE | script.steps[0].signed.rounds",
                "communique: true | communique: true, clauses: {} | INCONSISTENT | script.steps[0].signed.clauses",
                "basis: seed | basis: rumour | WRONG_TYPE | script.steps[0].cn.basis",
                "source: \"somebody\" | sauce: \"somebody\" | UNKNOWN_KEY | script.steps[0].sauce",
                "cn_base: 22 | cn_base: -1 | OUT_OF_RANGE | script.cn_base"
            })
    void isRefusedWithCodeAndPath(String right, String wrong, Code code, String path) {
        assertThat(SCRIPT).contains(right);
        ScenarioException e = catchThrowableOfType(
                ScenarioException.class, () -> Scenarios.read(HEAD + SCRIPT.replace(right, wrong), "mine.yaml"));
        assertThat(e).as("%s is read", wrong).isNotNull();
        assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
        assertThat(e.path()).isEqualTo(path);
    }

    @Test
    void stepsMustAscend() {
        String again = SCRIPT + SCRIPT.substring(SCRIPT.indexOf("    - round"));
        ScenarioException e =
                catchThrowableOfType(ScenarioException.class, () -> Scenarios.read(HEAD + again, "mine.yaml"));
        assertThat(e.code()).isEqualTo(Code.INCONSISTENT);
    }
}
