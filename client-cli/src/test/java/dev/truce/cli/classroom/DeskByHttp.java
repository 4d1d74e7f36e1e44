package dev.truce.cli.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.story.print.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A desk of a class over HTTP, as a script has it. */
public final class DeskByHttp {
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([A-Za-z0-9_-]{43})\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;
    private String token = "";

    public DeskByHttp(int port) {
        this.root = "http://127.0.0.1:" + port + "/api/desk/";
    }

    /** Opens the desk. */
    public void enter(String code, String secret) throws IOException, InterruptedException {
        String entered = post("enter", Map.of("classCode", code, "secret", secret));
        Matcher told = TOKEN.matcher(entered);
        assertThat(told.find()).as(entered).isTrue();
        token = told.group(1);
    }

    /** Does something at all tables. */
    public void does(String key, String act) throws IOException, InterruptedException {
        assertThat(post("act", Map.of("key", key, "act", act))).contains("\"actDone\"", "\"refusals\":[]");
    }

    private String post(String word, Map<String, String> body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + word))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }
}
