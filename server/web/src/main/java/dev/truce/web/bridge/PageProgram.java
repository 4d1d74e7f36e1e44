package dev.truce.web.bridge;

import dev.truce.story.print.Json;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import dev.truce.web.screen.PageView;
import dev.truce.web.screen.PageWords;
import dev.truce.web.seat.Link.LinkListener;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The one program of a page: it answers requests, each a word with what belongs to it. It holds all that the page knows; what the page
 * shows is what this answers.
 */
final class PageProgram {
    private final Map<String, Opener> openers;
    private final Map<String, UnaryOperator<String>> answers;
    private PageView view;
    private @Nullable Phrases phrases;

    /**
     * Makes it.
     *
     * @param openers of all that the page can show, by the word of the request
     * @param answers to requests that show nothing, by their word
     */
    PageProgram(PageView first, Map<String, Opener> openers, Map<String, UnaryOperator<String>> answers) {
        this.openers = Map.copyOf(openers);
        // An empty immutable map divides by zero in the page when it is asked.
        this.answers = new LinkedHashMap<>(answers);
        this.view = first;
    }

    /** The program of a first visit. */
    static PageProgram quick() {
        SoloOpeners solo = SoloOpeners.quick();
        return new PageProgram(solo.start(), solo.byWord(), Map.of());
    }

    /**
     * Answers a request.
     *
     * @throws IllegalArgumentException if it is none
     */
    String answer(String request) {
        int space = request.indexOf(' ');
        String word = space < 0 ? request : request.substring(0, space);
        String rest = space < 0 ? "" : request.substring(space + 1);
        UnaryOperator<String> other = answers.get(word);
        if (other != null) {
            return other.apply(rest);
        }
        return switch (word) {
            case "texts" -> texts(rest);
            case "words" -> Json.write(PageWords.of(phrases()));
            case "screen" -> Json.write(view.screen(phrases()));
            default -> Json.write(shown(word, rest));
        };
    }

    /** Opens what a request is for, else asks what is shown. */
    private Map<String, Object> shown(String word, String rest) {
        Opener opener = openers.get(word);
        if (opener == null) {
            Map<String, Object> answer = view.answer(word, rest, phrases());
            return answer == null ? view.screen(phrases()) : answer;
        }
        // Before the next one is opened, since both would have the one link to the server.
        view.leave();
        view = opener.open(rest);
        return view.screen(phrases());
    }

    /** Tells who listens to the server, if what is shown needs one. */
    void link(Consumer<LinkListener> tells) {
        LinkListener line = view.line();
        if (line != null) {
            tells.accept(line);
        }
    }

    /** Takes the texts of a language: its word, then a line for each text, with its key before the first equals sign. */
    private String texts(String rest) {
        String[] lines = rest.split("\n", -1);
        Language language = Language.find(lines[0]).orElseThrow();
        Map<String, String> patterns = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int equals = lines[i].indexOf('=');
            if (equals > 0) {
                patterns.put(
                        lines[i].substring(0, equals),
                        lines[i].substring(equals + 1).replace('\r', '\n'));
            }
        }
        phrases = new Phrases(language, patterns);
        return "";
    }

    /** The texts of the language that the page speaks now. */
    Phrases phrases() {
        if (phrases == null) {
            throw new IllegalArgumentException("no texts");
        }
        return phrases;
    }
}
