package dev.truce.web.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.util.function.Predicate;

/** Matches of the page's program in which somebody is accused. Which seed has one depends on the bots, so it is looked for. */
final class AccusedMatches {
    private static final int MOST_SEEDS = 400;
    private static final int MOST_PRESSES = 3;

    private final PageProgram program = PageProgram.quick();
    private final String scenario = Scenarios.ids().stream()
            .filter(id -> Scenarios.named(id).accusations().exist())
            .findFirst()
            .orElseThrow();

    /** Does something in a round before it is closed. */
    @FunctionalInterface
    interface Round {
        /** Does it, seeing the screen. */
        void plays(JsonNode screen) throws IOException;
    }

    AccusedMatches() throws IOException {
        program.answer("texts " + HandedTexts.of("en"));
    }

    JsonNode told(String request) throws IOException {
        return new ObjectMapper().readTree(program.answer(request));
    }

    /** Closes the open round; the program may ask once more before. */
    JsonNode closes() throws IOException {
        JsonNode before = told("screen");
        for (int press = 0; press < MOST_PRESSES; press++) {
            JsonNode after = told("ready");
            if (after.path("over").asBoolean()
                    || after.path("round").asInt() > before.path("round").asInt()) {
                // The round that has closed is told first.
                return told("on");
            }
        }
        throw new AssertionError("the round does not close: " + told("screen").path("said"));
    }

    /** Plays the US against a bot until the US accuses China; returns the screen. */
    JsonNode accusing(String bot) throws IOException {
        return until(bot, screen -> screen.path("accusation").has("title"), screen -> {});
    }

    /** Plays the US against a bot until a screen is as wanted; returns it. */
    JsonNode until(String bot, Predicate<JsonNode> wanted, Round round) throws IOException {
        for (int seed = 1; seed < MOST_SEEDS; seed++) {
            JsonNode screen = told("play " + scenario + " US " + bot + " " + seed);
            while (!screen.path("over").asBoolean()) {
                if (wanted.test(screen)) {
                    return screen;
                }
                round.plays(screen);
                screen = closes();
            }
        }
        throw new AssertionError("no match of " + MOST_SEEDS + " has such a round");
    }
}
