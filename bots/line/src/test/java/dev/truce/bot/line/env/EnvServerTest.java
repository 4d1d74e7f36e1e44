package dev.truce.bot.line.env;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.line.json.JsonText;
import dev.truce.bot.line.json.ObservationReader;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.Scenarios;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Both seats in the hands of one program. */
class EnvServerTest {
    private static final Scenario BUSAN = Scenarios.busan2025();
    private static final String RESET = "{\"do\":\"reset\",\"seed\":5}";

    private static List<Map<String, Object>> answers(int rounds, String... requests) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EnvServer.run(
                BUSAN,
                rounds,
                new ByteArrayInputStream((String.join("\n", requests) + "\n").getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        List<Map<String, Object>> answers = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
            answers.add(JsonText.object(line));
        }
        assertThat(answers).hasSize(requests.length + 1);
        assertThat(answers.get(0)).containsOnlyKeys("scenario");
        return answers.subList(1, answers.size());
    }

    private static String step(String us, String cn) {
        return "{\"do\":\"step\",\"actions\":{\"US\":\"" + us + "\",\"CN\":\"" + cn + "\"}}";
    }

    private static Map<?, ?> at(Map<?, ?> map, String... path) {
        Map<?, ?> at = map;
        for (String name : path) {
            at = (Map<?, ?>) at.get(name);
        }
        return at;
    }

    @Test
    void aMatchIsPlayedRoundByRoundToItsEnd() throws IOException {
        List<Map<String, Object>> answers = answers(
                3,
                RESET,
                step("PORT=80", "HOLD"),
                step("HOLD", "PORT=400"),
                step("HOLD", "HOLD"),
                step("HOLD", "HOLD"));
        for (int i = 0; i <= 3; i++) {
            assertThat(answers.get(i).get("over")).isEqualTo(i == 3);
            assertThat(at(answers.get(i), "observations", "US").get("round")).isEqualTo((long) i + 1);
            assertThat(at(answers.get(i), "observations", "US").get("role")).isEqualTo("US");
            for (String side : List.of("US", "CN")) {
                String json = JsonText.write(at(answers.get(i), "observations", side));
                assertThat(new ObservationReader(BUSAN).read(json).observation().openRound())
                        .isEqualTo(i + 1);
                assertThat(at(answers.get(i), "infos", side).containsKey("final_score"))
                        .isEqualTo(i == 3);
            }
        }
        assertThat(at(answers.get(1), "observations", "CN", "levels").get("US.PORT"))
                .isEqualTo("80");
        assertThat(at(answers.get(1), "observations", "CN", "levels").get("US.PACE"))
                .isNull();
        assertThat((Double) at(answers.get(1), "rewards").get("US")).isNotZero();
        assertThat(answers.get(4)).containsOnlyKeys("error");
    }

    @Test
    void anOfferOfOneRoundIsAcceptedInTheNext() throws IOException {
        List<Map<String, Object>> answers = answers(
                4,
                RESET,
                step("OFFER o {RENEW; for 4}", "HOLD"),
                step("HOLD", "ACCEPT US-1; NOTICE"),
                step("HOLD", "HOLD"));
        assertThat(JsonText.write(at(answers.get(1), "observations", "CN"))).contains("\"id\":\"US-1\"");
        assertThat(at(answers.get(2), "observations", "US", "last", "ratification")
                        .get("outcome"))
                .isEqualTo("LAPSED_BY_NOTICE");
    }

    @Test
    void whatIsIllegalIsToldAndTheRestStands() throws IOException {
        List<Map<String, Object>> answers = answers(2, RESET, step("PORT=80; RECIP=31; ACCEPT o7", "HOLD"));
        assertThat(at(answers.get(1), "infos", "US").get("illegal").toString())
                .contains("LEVEL_NOT_ON_LADDER", "UNKNOWN_OFFER");
        assertThat(at(answers.get(1), "infos", "CN").get("illegal")).isEqualTo(List.of());
        assertThat(at(answers.get(1), "observations", "US", "levels").get("US.PORT"))
                .isEqualTo("80");
    }

    @Test
    void theSameSeedAndActionsGiveTheSameBytes() throws IOException {
        String[] requests = {
            RESET,
            step("PORT=80", "HOLD"),
            step("HOLD", "PORT=400"),
            RESET,
            step("PORT=80", "HOLD"),
            step("HOLD", "PORT=400")
        };
        List<Map<String, Object>> answers = answers(0, requests);
        assertThat(answers.subList(3, 6)).isEqualTo(answers.subList(0, 3));
        assertThat(answers(0, "{\"do\":\"reset\",\"seed\":6}", step("PORT=80", "HOLD"))
                        .get(1))
                .isNotEqualTo(answers.get(1));
    }

    @Test
    void otherRequestsAreRefusedAndHarmNothing() throws IOException {
        List<Map<String, Object>> answers = answers(
                2,
                "",
                "{}",
                "nonsense",
                "{\"do\":\"step\"}",
                step("HOLD", "HOLD"),
                "{\"do\":\"reset\"}",
                "x".repeat(9000),
                RESET,
                "{\"do\":\"step\",\"actions\":{\"US\":\"HOLD\"}}",
                step("HOLD", "HOLD"));
        for (int i = 0; i < answers.size(); i++) {
            boolean good = i == 7 || i == 9;
            assertThat(answers.get(i).containsKey("error")).as("answer " + i).isNotEqualTo(good);
        }
    }
}
