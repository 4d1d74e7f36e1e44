package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.classroom.ClassListReader;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.host.classes.TeachLink;
import dev.truce.app.room.PlaceToken;
import dev.truce.bot.line.json.JsonText;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way from a link to a class that is open, as the page goes it. */
class TeachApiTest extends HeldClass {
    private static final String LIST = "Name;Matrikelnummer\nJ\u00f6rg M\u00fcller;7\nAna Ruiz;8\nBen Okafor;9\n";

    private final HttpClient http = HttpClient.newHttpClient();
    private int port;
    private String pass = "";

    private HttpResponse<String> send(String word, byte[] body, String type) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/teach/" + word))
                .timeout(Duration.ofSeconds(30));
        if (!pass.isEmpty()) {
            request.header("Authorization", "Bearer " + pass);
        }
        if (body.length > 0) {
            request.header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private Map<String, Object> told(String word, byte[] body, int status) throws Exception {
        HttpResponse<String> answer = send(word, body, "application/octet-stream");
        assertThat(answer.statusCode()).as("%s: %s", word, answer.body()).isEqualTo(status);
        return JsonText.object(answer.body());
    }

    private HttpResponse<String> letIn(String secret) throws Exception {
        HttpResponse<String> answer = send(
                "enter", ("{\"deskKey\": \"" + secret + "\"}").getBytes(StandardCharsets.UTF_8), "application/json");
        pass = answer.statusCode() == 200
                ? JsonText.object(answer.body()).get("token").toString()
                : "";
        return answer;
    }

    private String link() throws IOException {
        return TeachLink.draw(
                PlaceToken.parse(deskKey()).orElseThrow(), Clock.systemUTC().millis(), new SecureRandom());
    }

    private static String refused(Map<String, Object> told) {
        return ((Map<?, ?>) told.get("refused")).get("detail").toString();
    }

    private static List<?> list(Map<String, Object> told, String name) {
        return (List<?>) told.get(name);
    }

    @Test
    void fromALinkToAStudentWhoSits() throws Exception {
        byte[] list = LIST.getBytes(Charset.forName("windows-1252"));
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            port = server.port();
            assertThat(letIn(link()).statusCode()).isEqualTo(200);

            Map<String, Object> begun = told("begin?lang=zh", new byte[0], 200);
            assertThat(list(begun, "lessons")).hasSize(3);
            assertThat(begun.get("words").toString()).contains("\u5f00\u8bbe\u73ed\u7ea7");

            String lesson = "?lesson=45-minutes&title=Seminar%20%22A%22&minutes=5&scenario=busan-2025";
            Map<String, Object> read = told("list" + lesson, list, 200);
            assertThat(read.get("students")).isEqualTo(3L);
            assertThat(read.get("encoding")).isEqualTo("Windows-1252");
            assertThat(read.get("bots")).isEqualTo(1L);
            assertThat(read.get("tables").toString()).contains("J\u00f6rg M\u00fcller", "Ana Ruiz");

            String open = "open" + lesson + "&key=0123456789abcdef&page=http://10.0.0.7:7788/";
            Map<String, Object> opened = told(open, list, 200);
            assertThat(opened.get("title")).isEqualTo("Seminar \"A\"");
            code = opened.get("classCode").toString();
            for (Object each : list(opened, "students")) {
                Map<?, ?> slip = (Map<?, ?>) each;
                keys.put(slip.get("student").toString(), slip.get("key").toString());
                assertThat(slip.get("link"))
                        .isEqualTo("http://10.0.0.7:7788/#/join/" + code + "/" + slip.get("student") + "/"
                                + slip.get("key"));
                assertThat(slip.get("code").toString()).matches("\\[[0-9a-f, ]{300,}]");
            }
            assertThat(keys).hasSize(3);

            // Said again it is the same class, whose keys are not told twice.
            Map<String, Object> again = told(open, list, 200);
            assertThat(again.get("classCode")).isEqualTo(code);
            assertThat(list(again, "students")).isEmpty();

            // The pass opens the desk, over HTTP and on the wire.
            ApiDesk desk = new ApiDesk(port, "");
            assertThat(desk.enter(code, pass).status()).isEqualTo(200);
            try (RawClient wire = enterDesk(server, pass);
                    RawClient student = RawClient.greeted(port, Role.PLAYER)) {
                does(wire, "doors open");
                assertThat(sits(student, "7").seat()).isNotNull();
            }
            assertThat(told("classes", new byte[0], 200).toString()).contains(code);
        }
    }

    @Test
    void linesThatCannotBeUsedStopTheOpeningUntilSomebodyAgrees() throws Exception {
        byte[] list = "Name,Student number\nAna Ruiz,1\nBen Okafor,1\n".getBytes(StandardCharsets.UTF_8);
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            port = server.port();
            letIn(deskKey());
            String lesson = "?lesson=45-minutes&scenario=busan-2025&key=0123456789abcdef&page=http://127.0.0.1/";

            assertThat(list(told("list" + lesson, list, 200), "leftOut").toString())
                    .contains("Ben Okafor");
            assertThat(refused(told("open" + lesson, list, 400))).contains("1 lines", "Ben Okafor");
            assertThat(refused(told("open" + lesson + "&lang=zh", list, 400))).contains("\u540d\u5355");
            assertThat(told("classes", new byte[0], 200).toString()).contains("classes=[]");
            assertThat(list(told("open" + lesson + "&leave_out=yes", list, 200), "students"))
                    .hasSize(1);
        }
    }

    @Test
    void aListThatNamesNoColumnIsReadWithThoseThatAPersonChooses() throws Exception {
        byte[] list = "Matr.;Teilnehmende\n7;J\u00f6rg M\u00fcller\n8;Ana Ruiz\n".getBytes(StandardCharsets.UTF_8);
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            port = server.port();
            letIn(deskKey());
            String lesson = "?lesson=45-minutes&scenario=busan-2025&key=0123456789abcdef&page=http://127.0.0.1/";

            assertThat(told("list" + lesson, list, 200).toString()).isEqualTo("{columns=[Matr., Teilnehmende]}");
            assertThat(refused(told("open" + lesson, list, 400))).contains("Teilnehmende");

            String chosen = lesson + "&name_column=2&number_column=1";
            Map<String, Object> read = told("list" + chosen, list, 200);
            assertThat(read.get("students")).isEqualTo(2L);
            assertThat(told("list" + chosen + "&header=no", list, 200).get("students"))
                    .isEqualTo(3L);
            assertThat(list(told("open" + chosen, list, 200), "students").toString())
                    .contains("name=J\u00f6rg M\u00fcller, student=7", "name=Ana Ruiz, student=8");
        }
    }

    @Test
    void whoHasNoPassIsToldNothingAndSendsNothingLong() throws Exception {
        byte[] most = new byte[ClassListReader.MAX_BYTES];
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            port = server.port();
            assertThat(letIn(PlaceToken.draw(new SecureRandom()).reveal()).statusCode())
                    .isEqualTo(401);
            String used = link();
            assertThat(letIn(used).statusCode()).isEqualTo(200);
            assertThat(letIn(used).statusCode()).isEqualTo(401);
            for (String word : List.of("begin", "classes")) {
                assertThat(send(word, new byte[0], "").statusCode()).as(word).isEqualTo(401);
            }
            for (String word : List.of("list?lesson=45-minutes", "open?lesson=45-minutes")) {
                for (int bytes : new int[] {1, 9_000, most.length, most.length + 1}) {
                    assertThat(send(word, new byte[bytes], "text/csv").statusCode())
                            .as("%s %d", word, bytes)
                            .isEqualTo(401);
                }
            }
            assertThat(send("enter", most, "application/json").statusCode()).isEqualTo(413);
            assertThat(send("nothing", new byte[0], "").statusCode()).isEqualTo(404);
            assertThat(send("words", new byte[0], "").statusCode()).isEqualTo(200);

            letIn(deskKey());
            assertThat(refused(told("list?lesson=45-minutes", most, 400))).isNotEmpty();
            assertThat(send("list?lesson=45-minutes", new byte[most.length + 1], "text/csv")
                            .statusCode())
                    .isEqualTo(413);
            assertThat(refused(told("list?lesson=never", LIST.getBytes(StandardCharsets.UTF_8), 400)))
                    .contains("lesson");
            assertThat(refused(told("list?lesson=45-minutes&rounds=99", LIST.getBytes(StandardCharsets.UTF_8), 400)))
                    .contains("99");
            // What is long may only be sent to this API.
            assertThat(new ApiDesk(port, pass).post("act", "x".repeat(20_000)).status())
                    .isEqualTo(413);
        }
    }

    @Test
    void aListOfTheMostStudentsIsOpened() throws Exception {
        String list = IntStream.rangeClosed(1, 300)
                .mapToObj(i ->
                        "Annabelle Wilhelmina Archer " + i + ",annabelle.archer." + i + "@students.example,s22104" + i)
                .collect(Collectors.joining("\n", "Name,E-mail,Student number\n", "\n"));
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient wire = RawClient.greeted(server.port(), Role.INSTRUCTOR)) {
            port = server.port();
            letIn(deskKey());
            Map<String, Object> opened = told(
                    "open?lesson=90-minutes&scenario=busan-2025&key=0123456789abcdef&page=http://127.0.0.1/",
                    list.getBytes(StandardCharsets.UTF_8),
                    200);
            assertThat(opened.get("tables")).isEqualTo(50L);
            code = opened.get("classCode").toString();
            assertThat(wire.ask(of(new ClassRequest.EnterDesk(code, pass)), ServerMessage.OfClass.class))
                    .isNotNull();
        }
    }

    /** A call that is refused, whatever the language. */
    @ParameterizedTest
    @CsvSource({
        "400, POST, list?lesson=never",
        "400, POST, list?lesson=45-minutes&rounds=99",
        "401, GET, begin",
        "401, POST, enter",
        "404, GET, nothing?",
        "404, POST, list?lesson=45-minutes&scenario=nothing",
        "405, POST, begin?",
        "405, GET, open?",
        "413, POST, list?lesson=45-minutes",
        "415, POST, enter?",
    })
    void whatIsRefusedIsSaidInTheLanguageOfThePage(int status, String method, String call) throws Exception {
        byte[] file = status == 413
                ? new byte[ClassListReader.MAX_BYTES + 1]
                : (call.equals("enter") ? "{\"deskKey\": \"wrong\"}" : LIST).getBytes(StandardCharsets.UTF_8);
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            port = server.port();
            if (status != 401) {
                letIn(deskKey());
            }
            for (String language : List.of("en", "zh")) {
                HttpResponse<String> answer = send(
                        call + (call.contains("?") ? "&" : "?") + "lang=" + language,
                        method.equals("GET") ? new byte[0] : file,
                        status == 401 ? "application/json" : "text/csv");
                assertThat(answer.statusCode()).isEqualTo(status);
                assertThat(refused(JsonText.object(answer.body())).codePoints().anyMatch(Character::isIdeographic))
                        .as(answer.body())
                        .isEqualTo(language.equals("zh"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "begin, lang=xx, lang",
        "list, name_column=0, name_column",
        "list, name_column=two, name_column",
        "list, number_column=1, name_column",
        "list, header=no, name_column",
        "list, name_column=1&number_column=x, number_column",
        "list, name_column=1&header=maybe, header",
        "open, leave_out=1, leave_out",
        "open, name_column=1000, name_column",
    })
    void aValueThatNobodyKnowsIsRefused(String word, String query, String field) throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            port = server.port();
            letIn(deskKey());
            Map<String, Object> told = told(
                    word + "?lesson=45-minutes&key=0123456789abcdef&page=http://127.0.0.1/&" + query,
                    word.equals("begin") ? new byte[0] : LIST.getBytes(StandardCharsets.UTF_8),
                    400);
            assertThat(((Map<?, ?>) told.get("refused")).get("field")).isEqualTo(field);
            assertThat(((Map<?, ?>) told.get("refused")).get("legal").toString())
                    .isNotEmpty();
            assertThat(told("classes", new byte[0], 200).toString()).contains("classes=[]");
        }
    }

    @Test
    void anAddressOfMoreParametersThanAreReadIsRefused() throws Exception {
        String most = IntStream.range(0, 32).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
        String last = most.replace("p31=1", "lang=zh");
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            port = server.port();
            letIn(deskKey());
            assertThat(told("begin?" + last, new byte[0], 200).get("words").toString())
                    .contains("\u5f00\u8bbe\u73ed\u7ea7");
            assertThat(refused(told("begin?p=1&" + last, new byte[0], 400))).contains("32");
            assertThat(new ApiDesk(port, pass).get("state?p=1&" + last).status())
                    .isEqualTo(400);
        }
    }

    /** What could not be opened is refused before anybody looks at the seats. */
    @Test
    void aListThatIsReadCanBeOpened() throws Exception {
        String name = "N".repeat(60);
        String list = IntStream.rangeClosed(1, 300)
                .mapToObj(i -> name + i + "," + i + "," + "s".repeat(60) + i + "," + "g".repeat(60))
                .collect(Collectors.joining("\n", "Name,Student number,Login,Section\n", "\n"));
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            port = server.port();
            letIn(deskKey());
            String query = "?lesson=90-minutes&scenario=busan-2025&key=0123456789abcdef&page=http://127.0.0.1/";
            for (String word : List.of("list", "open")) {
                assertThat(refused(told(word + query, list.getBytes(StandardCharsets.UTF_8), 400)))
                        .as(word)
                        .contains(Integer.toString(Wire.LIST_BYTES));
            }
        }
    }

    @Test
    void whoIsLetInIsWrittenDownOnce() throws Exception {
        String link;
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            port = server.port();
            link = link();
            assertThat(letIn(link).statusCode()).isEqualTo(200);
            String had = pass;
            assertThat(letIn(had).statusCode()).isEqualTo(200);
            assertThat(pass).isEqualTo(had);
            assertThat(letIn(link).statusCode()).isEqualTo(401);
            assertThat(letIn(deskKey()).statusCode()).isEqualTo(200);
        }
        List<Map<String, Object>> entered = Files.readAllLines(data.resolve("audit.log")).stream()
                .map(JsonText::object)
                .filter(line -> line.get("what").equals("INSTRUCTOR_ENTERED"))
                .toList();
        assertThat(entered).extracting(line -> line.get("with")).containsExactly("link", "key");
        assertThat(entered)
                .allSatisfy(line ->
                        assertThat(line.get("from").toString()).isNotEmpty().doesNotContain("127.0.0.1"));
        assertThat(Files.readString(data.resolve("audit.log"))).doesNotContain(link, pass, deskKey());
    }
}
