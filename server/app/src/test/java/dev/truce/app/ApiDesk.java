package dev.truce.app;

import dev.truce.bot.line.json.JsonText;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A desk of a class over HTTP, as a script has it. */
final class ApiDesk {
    private static final long PATIENCE_SECONDS = 30;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final int port;
    private String token;

    /** An answer, and what it says. */
    record Answer(int status, HttpResponse<String> all) {
        String body() {
            return all.body();
        }

        Map<String, Object> object() {
            return JsonText.object(body());
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> object(String name) {
            return (Map<String, Object>) object().get(name);
        }

        /** The code of a refusal, without what all of them begin with. */
        String code() {
            return object("refused").get("code").toString().replace("REFUSAL_CODE_", "");
        }

        @SuppressWarnings("unchecked")
        List<Map<String, Object>> list(String name, String inner) {
            return (List<Map<String, Object>>) object(name).get(inner);
        }
    }

    /**
     * A desk that is not open yet.
     *
     * @param token empty for none
     */
    ApiDesk(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** Opens the desk and keeps its token. */
    Answer enter(String code, String secret) throws Exception {
        Answer answer = post("enter", "{\"classCode\": \"" + code + "\", \"secret\": \"" + secret + "\"}");
        if (answer.status() == 200) {
            token = answer.object("deskEntered").get("token").toString();
        }
        return answer;
    }

    String token() {
        return token;
    }

    ApiDesk with(String other) {
        return new ApiDesk(port, other);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/desk/" + path))
                .timeout(Duration.ofSeconds(PATIENCE_SECONDS));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    HttpRequest.Builder posting(String path, String body) {
        return request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    CompletableFuture<Answer> later(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> new Answer(response.statusCode(), response));
    }

    Answer now(HttpRequest.Builder request) throws InterruptedException, ExecutionException, TimeoutException {
        return later(request).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    Answer post(String path, String body) throws Exception {
        return now(posting(path, body));
    }

    Answer get(String path) throws Exception {
        return now(request(path));
    }

    CompletableFuture<Answer> getLater(String path) {
        return later(request(path));
    }

    /** Does something, under a key of its own. */
    Answer act(String act) throws Exception {
        return act(act, RawClient.key(), "");
    }

    Answer act(String act, String key, String expected) throws Exception {
        return post("act", JsonText.write(Map.of("key", key, "act", act, "expected", expected)));
    }

    /** Waits until the state is as wished; returns its tables. */
    List<Map<String, Object>> awaitTables(String phase, int round) throws Exception {
        Answer state = get("state");
        while (true) {
            List<Map<String, Object>> tables = tables(state);
            if (!tables.isEmpty() && tables.stream().allMatch(table -> is(table, phase, round))) {
                return tables;
            }
            state = get("state?after=" + state.object().get("number"));
        }
    }

    private static boolean is(Map<String, Object> table, String phase, int round) {
        return table.get("phase").equals("TABLE_PHASE_" + phase)
                && (round == 0 || table.get("roundId").equals((long) round));
    }

    static List<Map<String, Object>> tables(Answer state) {
        List<Map<String, Object>> tables = new ArrayList<>();
        for (Object table : (List<?>) state.object().get("tables")) {
            @SuppressWarnings("unchecked")
            Map<String, Object> map = (Map<String, Object>) table;
            tables.add(map);
        }
        return tables;
    }
}
