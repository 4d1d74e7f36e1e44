package dev.truce.web.bridge;

import dev.truce.engine.scenario.Scenario;
import dev.truce.web.lab.Bouts;
import org.jspecify.annotations.Nullable;

/** The one program of a page: it answers requests, which are a word, a line of arguments, and more lines if need be. */
final class PageProgram {
    private @Nullable Bouts bouts;
    private String boutsOf = "";

    /**
     * Answers a request.
     *
     * @throws IllegalArgumentException if it is none
     */
    String answer(String request) {
        String[] words = request.split(" ", -1);
        return switch (words[0]) {
            case "bout" -> bout(words[1], Integer.parseInt(words[2]));
            default -> throw new IllegalArgumentException("no request " + words[0]);
        };
    }

    private String bout(String scenario, int number) {
        if (bouts == null || !boutsOf.equals(scenario)) {
            bouts = new Bouts(scenario(scenario));
            boutsOf = scenario;
        }
        return bouts.play(number);
    }

    private static Scenario scenario(String id) {
        Scenario scenario = Shelf.make(id);
        if (scenario == null) {
            throw new IllegalArgumentException("no scenario " + id);
        }
        return scenario;
    }
}
