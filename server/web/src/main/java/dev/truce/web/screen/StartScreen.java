package dev.truce.web.screen;

import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Titles;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The first screen: what the game is, and what a match against a bot can be made of. */
public final class StartScreen implements PageView {
    /** No wish for a seat. */
    public static final String ANY_SEAT = "-";

    private final Map<String, Titles> scenarios;
    private final List<String> bots;
    private final List<String> later;
    private final Function<Phrases, String> said;
    private final List<KeptMatch> kept;

    /**
     * The first screen.
     *
     * @param scenarios titles of those on the shelf, by their ids
     * @param bots of the roster, by name
     * @param later those of them that this program does not have
     * @param said why the page is back here, or an empty text
     * @param kept what was played on this device
     */
    public StartScreen(
            Map<String, Titles> scenarios,
            List<String> bots,
            List<String> later,
            Function<Phrases, String> said,
            List<KeptMatch> kept) {
        this.scenarios = Collections.unmodifiableMap(new LinkedHashMap<>(scenarios));
        this.bots = List.copyOf(bots);
        this.later = List.copyOf(later);
        this.said = said;
        this.kept = List.copyOf(kept);
    }

    @Override
    public Map<String, Object> screen(Phrases phrases) {
        Map<String, Object> screen = new LinkedHashMap<>();
        screen.put("kind", "start");
        screen.put("said", said.apply(phrases));
        for (String word : List.of(
                "about",
                "play",
                "scenario",
                "side",
                "bot",
                "start",
                "now",
                "against",
                "other",
                "choose",
                "today",
                "enter",
                "enter-text",
                "teach",
                "teach-text",
                "teach-go")) {
            screen.put(word, phrases.of("web." + word));
        }
        screen.putAll(roomForm(phrases));
        List<Object> days = new ArrayList<>();
        List<Object> opponents = new ArrayList<>();
        for (Opponent opponent : Opponent.values()) {
            opponents.add(opponent.row(phrases));
            if (opponent.answers()) {
                days.add(opponent.today(phrases));
            }
        }
        screen.putAll(Map.of("days", days, "opponents", opponents, "later", later));
        for (String word : List.of("home", "file", "open")) {
            screen.put(word, phrases.of("web.record." + word));
        }
        screen.putAll(Map.of(
                "bad_link", phrases.of("web.record.bad-link"),
                "bad_code", phrases.of("refused.unknown_code"),
                "bad_address", phrases.of("web.bad-address")));
        List<Object> shelf = new ArrayList<>();
        scenarios.forEach(
                (id, titles) -> shelf.add(choice(id, phrases.language().of(titles))));
        screen.put("scenarios", shelf);
        screen.put("sides", sides(phrases));
        screen.put("bots", bots);
        screen.put("kept_title", phrases.of("web.kept"));
        screen.put("forget", phrases.of("web.kept.forget"));
        List<Object> matches = new ArrayList<>();
        kept.forEach(match -> matches.add(told(match, phrases)));
        screen.put("kept", matches);
        return screen;
    }

    /** What the page says of a room from outside. */
    private static final List<String> DOOR = List.of(
            "take",
            "room",
            "lead",
            "either",
            "delegation",
            "full",
            "begun",
            "number",
            "key",
            "list-name",
            "more",
            "here",
            "away",
            "free",
            "begins",
            "seconds",
            "minute",
            "minutes",
            "sleeps",
            "meanwhile",
            "bot");

    /** Returns what stands in the form by which a room is entered. */
    static Map<String, Object> roomForm(Phrases phrases) {
        Map<String, Object> form = new LinkedHashMap<>();
        for (String word : List.of("code", "name", "seat", "key", "join", "connecting")) {
            form.put(word, phrases.of("web.room." + word));
        }
        form.put("seats", seats(phrases));
        Map<String, Object> door = new LinkedHashMap<>();
        for (String word : DOOR) {
            door.put(word, phrases.pattern("web.door." + word));
        }
        for (Side side : Side.values()) {
            door.put(side.name(), phrases.of("side." + side.name()));
        }
        form.put("door", door);
        return form;
    }

    private Map<String, Object> told(KeptMatch match, Phrases phrases) {
        Titles titles = scenarios.get(match.scenario());
        String title = titles == null ? match.scenario() : phrases.language().of(titles);
        String side = phrases.of("side." + match.side());
        String bot = Opponent.title(match.bot(), phrases);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put(
                "text",
                match.over()
                        ? phrases.of("web.kept.over", title, side, bot)
                        : phrases.of("web.kept.line", title, side, bot, match.round()));
        told.put("open", phrases.of(match.over() ? "web.kept.look" : "web.kept.go-on"));
        return told;
    }

    /** Returns both sides to choose from. */
    static List<Object> sides(Phrases phrases) {
        List<Object> sides = new ArrayList<>();
        for (Side side : Side.values()) {
            sides.add(choice(side.name(), phrases.of("side." + side.name())));
        }
        return sides;
    }

    /** Returns the seats that a room may have: most have only the two heads. */
    private static List<Object> seats(Phrases phrases) {
        List<Object> seats = new ArrayList<>();
        seats.add(choice(ANY_SEAT, phrases.of("web.room.seat.any")));
        for (Side side : Side.values()) {
            String name = phrases.of("side." + side.name());
            seats.add(choice(side.name(), phrases.of("web.room.seat.any-of", name)));
            seats.add(choice(side.name() + ".0", phrases.of("web.room.seat.one", name, phrases.of("seat.head"))));
            List<Portfolio> portfolios = Portfolio.of(side);
            for (int i = 0; i < portfolios.size(); i++) {
                String title = phrases.of("portfolio." + portfolios.get(i).name());
                seats.add(choice(side.name() + "." + (i + 1), phrases.of("web.room.seat.one", name, title)));
            }
        }
        return seats;
    }

    private static Map<String, Object> choice(String value, String text) {
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("value", value);
        choice.put("text", text);
        return choice;
    }
}
