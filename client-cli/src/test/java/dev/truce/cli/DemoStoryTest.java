package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truce.engine.board.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The match of a plain {@code truce demo} tells a story. {@code -Dtest.jvm=-Dstory=1-200} plays these seeds with the default seats and
 * prints the ones that tell it as well, for {@code DemoCommand.SEED}.
 */
class DemoStoryTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the truce asks of covert instruments. */
    private static final Map<String, Double> TRUCE = Map.of(
            "us.licence_pace", 2.0,
            "cn.licence_pace", 2.0,
            "cn.soy_purchases", 6.25,
            "cn.fentanyl_enforcement", 2.0);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theDefaultDemoHasABargainACheatACatchAnAnswerAndAnEnd() throws IOException {
        Map<String, Integer> story = story();
        search(story);
        assertThat(story)
                .as("rounds of the story in the default demo; find another seed with -Dtest.jvm=-Dstory=1-200"
                        + " -Dtest=DemoStoryTest, and put it into DemoCommand.SEED")
                .containsOnlyKeys("bargain", "another bargain", "cheat", "catch", "answer", "end in peace");
    }

    private void search(Map<String, Integer> present) throws IOException {
        String seeds = System.getProperty("story");
        if (seeds != null) {
            String[] ends = seeds.split("-", 2);
            for (long seed = Long.parseLong(ends[0]); seed <= Long.parseLong(ends[1]); seed++) {
                Map<String, Integer> story = story("--seed", Long.toString(seed));
                if (story.keySet().equals(present.keySet()) || story.size() == 6) {
                    System.out.println("seed " + seed + ": " + story);
                }
            }
        }
    }

    /** Returns the first round of each event of the story that a match has, in the order of the story. */
    private Map<String, Integer> story(String... more) throws IOException {
        List<String> line = new ArrayList<>(List.of("demo", "--json", "--record"));
        line.add(folder.resolve("story.twg").toString());
        line.addAll(List.of(more));
        Map<String, Integer> story = new LinkedHashMap<>();
        JsonNode bargain = null;
        Side cheat = null;
        for (String object : Typed.line(line.toArray(new String[0])).lines()) {
            JsonNode told = JSON.readTree(object);
            int round = told.path("round").asInt();
            if (told.get("type").asText().equals("end")) {
                for (JsonNode agreement : told.get("agreements")) {
                    // Where an agreement on top has ended, the truce beneath it may still bind.
                    if (agreement.get("end").asText().equals("IN_FORCE")) {
                        story.put("end in peace", told.get("rounds").asInt());
                    }
                }
            }
            for (Side side : Side.values()) {
                if (isCaughtCheating(told, side) && story.containsKey("bargain")) {
                    story.putIfAbsent("catch", round);
                    cheat = cheat == null ? side : cheat;
                }
                if (story.containsKey("bargain") && cutsInSecret(told, side)) {
                    story.putIfAbsent("cheat", round);
                }
            }
            if (cheat != null && round > story.get("catch") && answers(told, cheat.other())) {
                story.putIfAbsent("answer", round);
            }
            for (JsonNode offer : told.path("offers")) {
                JsonNode terms = offer.get("terms");
                if (offer.get("status").asText().equals("ENTERED")
                        && terms.get("kind").asText().equals("package")) {
                    story.putIfAbsent("bargain", round);
                    if (bargain != null && !bargain.get("clauses").equals(terms.get("clauses"))) {
                        story.putIfAbsent("another bargain", round);
                    }
                    bargain = terms;
                }
            }
        }
        return story;
    }

    /** Whether a side lowers a covert level below what the truce asks, which the other side cannot see. */
    private static boolean cutsInSecret(JsonNode round, Side side) {
        for (JsonNode change : round.path("changes")) {
            String instrument = change.get("instrument").asText();
            double to = change.get("to").asDouble();
            if (instrument.startsWith(side.word()) && to < TRUCE.getOrDefault(instrument, 0.0)) {
                return to < change.get("from").asDouble();
            }
        }
        return false;
    }

    /** A false alarm names an instrument that was as agreed. */
    private static boolean isCaughtCheating(JsonNode round, Side side) {
        JsonNode caught = round.path(side.word()).path("caught_on");
        if (!caught.isTextual()) {
            return false;
        }
        return round.get("levels").get(caught.asText()).asDouble() < TRUCE.get(caught.asText());
    }

    /** A public answer is announced by a warning that comes true; the other kind is to do the same in secret. */
    private static boolean answers(JsonNode round, Side side) {
        for (JsonNode word : round.path("judged")) {
            if (word.get("side").asText().equals(side.name())
                    && word.path("statement").path("type").asText().equals("warn")
                    && word.get("verdict").asText().equals("DONE")) {
                return true;
            }
        }
        return cutsInSecret(round, side);
    }
}
