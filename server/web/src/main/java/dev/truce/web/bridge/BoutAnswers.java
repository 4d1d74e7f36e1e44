package dev.truce.web.bridge;

import dev.truce.web.lab.Bouts;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Answers with matches between bots: the scenario, the number of the match. */
final class BoutAnswers implements UnaryOperator<String> {
    private @Nullable Bouts bouts;
    private String boutsOf = "";

    @Override
    public String apply(String rest) {
        String[] words = rest.split(" ", -1);
        Bouts ready = bouts;
        if (ready == null || !boutsOf.equals(words[0])) {
            ready = new Bouts(SoloOpeners.scenario(words[0]));
            bouts = ready;
            boutsOf = words[0];
        }
        return ready.play(Integer.parseInt(words[1]));
    }
}
