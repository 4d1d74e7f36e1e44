package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.bot.line.json.JsonText;
import dev.truce.match.Notice;
import dev.truce.protocol.message.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Plays the examples of the page on the API of desks, in their order. */
class DeskApiPageTest extends HeldClass {
    private static final Path PAGE = Path.of("../../docs/look-up/desk-api.md");
    private static final Pattern EXAMPLE = Pattern.compile(
            "```http\\n(GET|POST) /api/desk/(\\S+)\\n(.*?)```\\n```(json|text)(?: (\\d+))?\\n(.*?)```", Pattern.DOTALL);
    private static final String ANY = "…";

    private static final String TEMPLATE = """
        title: Seminar 3
        scenario: busan-2025
        rounds: 1
        minutes: 5
        bot: hold
        seed: 7f3a91c2d84be650a1f79c3d5e82b064
        """;

    private static final String LIST = """
        Name,Student number,Table
        Annabelle Archer,s2210443,1
        Bohumil Baker,s2210444,1
        Cyprian Cole,s2210445,2
        """;

    /** What the page calls by a name, and is known only once it was answered. */
    private final Map<String, String> named = new HashMap<>();

    private RawClient student;

    @Test
    void everyExampleIsWhatComes() throws Exception {
        try (TruceServer server = TruceServer.start(
                        ServerConfig.embedded(data), TestParts.real().withTimers(new HandTimers()));
                RawClient wire = openClassOnly(server, data, TEMPLATE, LIST);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER)) {
            student = ann;
            named.put("CODE", code);
            named.put("DESK_KEY", deskKey());
            Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
            List<String> words = new ArrayList<>();
            while (example.find()) {
                words.add(example.group(2).split("\\?", 2)[0]);
                play(server, example);
            }
            assertThat(words).contains("enter", "act", "state", "preview", "list", "log", "debrief", "grades.csv");
        }
    }

    private void play(TruceServer server, Matcher example) throws Exception {
        ApiDesk desk = new ApiDesk(server.port(), named.getOrDefault("TOKEN", ""));
        String body = example.group(3);
        for (Map.Entry<String, String> name : named.entrySet()) {
            body = body.replace("\"" + name.getKey() + "\"", "\"" + name.getValue() + "\"");
        }
        if (example.group(2).startsWith("debrief")) {
            desk.awaitTables("OVER", 0);
        } else if (example.group(2).startsWith("state")) {
            student.await(Notice.RoundOpened.class, any -> true);
        }
        ApiDesk.Answer answer =
                example.group(1).equals("GET") ? desk.get(example.group(2)) : desk.post(example.group(2), body);
        String what = example.group(2) + " " + body + " " + answer.body();
        assertThat(answer.status())
                .as(what)
                .isEqualTo(example.group(5) == null ? 200 : Integer.parseInt(example.group(5)));
        if (example.group(4).equals("json")) {
            compare(what, JsonText.object(example.group(6)), answer.object());
        } else {
            assertThat(answer.body()).contains(example.group(6).strip().split("\n"));
        }
        if (body.contains("doors open")) {
            sits(student, "s2210443");
        }
    }

    private void compare(String what, Object page, Object real) {
        if (page instanceof Map<?, ?> map) {
            assertThat(List.copyOf(((Map<?, ?>) real).keySet())).as(what).isEqualTo(List.copyOf(map.keySet()));
            map.forEach((key, value) -> compare(what, value, ((Map<?, ?>) real).get(key)));
        } else if (page instanceof List<?> list) {
            List<?> all = (List<?>) real;
            boolean more = !list.isEmpty() && list.get(list.size() - 1).equals(ANY);
            int shown = more ? list.size() - 1 : list.size();
            assertThat(all.size()).as(what).matches(size -> more ? size > shown : size == shown);
            for (int i = 0; i < shown; i++) {
                compare(what, list.get(i), all.get(i));
            }
        } else if (page.equals("TOKEN") || page.equals("EXPECTED")) {
            named.put(page.toString(), real.toString());
        } else if (!page.equals(ANY)) {
            assertThat(real).as(what).isEqualTo(page);
        }
    }
}
