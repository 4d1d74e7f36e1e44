package dev.truce.web.bridge;

import dev.truce.bots.Roster;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.record.text.RecordFault;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.message.Role;
import dev.truce.story.print.Json;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import dev.truce.web.lab.Bouts;
import dev.truce.web.screen.RecordScreen;
import dev.truce.web.screen.RoomScreen;
import dev.truce.web.screen.SeatScreen;
import dev.truce.web.screen.StartScreen;
import dev.truce.web.seat.Link;
import dev.truce.web.seat.RoomEntry;
import dev.truce.web.solo.SoloMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one program of a page: it answers requests, each a word with what belongs to it. It holds all that the page knows; what the page
 * shows is what this answers.
 */
final class PageProgram {
    /** A match may have this name of its person in its record, since the page knows none. */
    private static final String PERSON = "person";
    /** A key has 128 bits. */
    private static final int KEY_WORDS = 4;

    private @Nullable Bouts bouts;
    private String boutsOf = "";
    private @Nullable Phrases phrases;
    private @Nullable SeatScreen screen;
    private @Nullable RecordScreen opened;
    private @Nullable RoomEntry room;
    private @Nullable RoomScreen roomScreen;
    private final Link browser;
    private final IntSupplier random;

    /**
     * A program that shows the first screen.
     *
     * @param browser connects to the server that the page came from
     * @param random gives 32 bits that nobody can guess
     */
    PageProgram(Link browser, IntSupplier random) {
        this.browser = browser;
        this.random = random;
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
        return switch (word) {
            case "bout" -> bout(rest.split(" ", -1));
            case "texts" -> texts(rest);
            case "start" -> Json.write(StartScreen.screen(phrases(), shelf(), Roster.names()));
            case "play" -> play(rest.split(" ", -1));
            case "screen" -> Json.write(shown());
            case "join" -> join(rest);
            case "enter" -> enter(rest.split(" ", 3));
            case "back" -> back(rest);
            case "leave" -> leave();
            case "record" -> record(rest);
            case "round" -> round(Integer.parseInt(rest));
            case "choose" -> choose(rest.split(" ", -1));
            default -> done(word, rest);
        };
    }

    /** Does something at the seat, and returns the screen after it. */
    private String done(String word, String rest) {
        SeatScreen seat = screen();
        switch (word) {
            case "seal" -> seat.seal(phrases());
            case "undo" -> seat.undo(phrases());
            case "ready" -> seat.ready(phrases());
            case "accept" -> seat.accept(rest, phrases());
            case "type" -> seat.types(rest, phrases());
            default -> throw new IllegalArgumentException("no request " + word);
        }
        return Json.write(shown());
    }

    private Map<String, Object> shown() {
        if (opened != null) {
            return opened.screen(phrases());
        }
        return roomScreen == null ? screen().screen(phrases()) : roomScreen.screen(phrases());
    }

    /** Joins a room by its code, under a name. */
    private String join(String rest) {
        int space = rest.indexOf(' ');
        room(null).join(rest.substring(0, space), null, rest.substring(space + 1));
        return Json.write(shown());
    }

    /** Takes a student's seat in a class: its code, the student's key, the student number or name. */
    private String enter(String[] words) {
        room(null).enter(words[0], words[2], words[1]);
        return Json.write(shown());
    }

    /** Opens the seat again that a ticket is for. */
    private String back(String token) {
        room(new ResumeTicket(token, 0)).comeBack();
        return Json.write(shown());
    }

    private RoomEntry room(@Nullable ResumeTicket kept) {
        leave();
        Conversation.Speaker speaker = new Conversation.Speaker(
                Role.PLAYER, "page", "2", new SplittableRandom(random.getAsInt()), Conversation.Waits.USUAL);
        room = new RoomEntry(browser, speaker, Shelf::make, this::key, kept);
        roomScreen = new RoomScreen(room);
        return room;
    }

    /** Leaves the room; its seat stays. */
    private String leave() {
        opened = null;
        screen = null;
        roomScreen = null;
        if (room != null) {
            room.line().end();
            room = null;
        }
        return "";
    }

    private String key() {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < KEY_WORDS; i++) {
            String word = Integer.toHexString(random.getAsInt());
            key.append("0".repeat(2 * Integer.BYTES - word.length())).append(word);
        }
        return key.toString();
    }

    /** The browser has connected. */
    void linkOpened() {
        if (room != null) {
            room.line().opened();
        }
    }

    /** The connection is gone. */
    void linkDropped() {
        if (room != null) {
            room.line().dropped();
        }
    }

    /** A message has come. */
    void linkHeard(byte[] message) {
        if (room != null) {
            room.line().heard(message);
        }
    }

    /** The time of a timer has come. */
    void woken(int timer) {
        if (room != null) {
            room.line().woken(timer);
        }
    }

    private String bout(String[] words) {
        if (bouts == null || !boutsOf.equals(words[0])) {
            bouts = new Bouts(scenario(words[0]));
            boutsOf = words[0];
        }
        return bouts.play(Integer.parseInt(words[1]));
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

    /** Starts a match against a bot: scenario, side, bot, seed. */
    private String play(String[] words) {
        Rules rules = Rules.of(scenario(words[0]));
        leave();
        screen = new SeatScreen(new SoloMatch(
                rules,
                rules.setup(Long.parseLong(words[3])),
                Side.valueOf(words[1]),
                PERSON,
                Roster.find(words[2]).orElseThrow()));
        return Json.write(screen.screen(phrases()));
    }

    /** Opens the text of a record in place of a match or a room, or says why it is none. */
    private String record(String text) {
        RecordReading reading = RecordReader.read(text, id -> Optional.ofNullable(Shelf.make(id)));
        if (reading instanceof RecordReading.Read read) {
            leave();
            opened = new RecordScreen(read);
            return Json.write(opened.screen(phrases()));
        }
        RecordFault fault = ((RecordReading.Unreadable) reading).fault();
        return Json.write(Map.of("unreadable", RecordScreen.unreadable(phrases(), fault)));
    }

    private String round(int round) {
        if (opened == null) {
            throw new IllegalArgumentException("no record");
        }
        opened.show(round);
        return Json.write(opened.screen(phrases()));
    }

    /** Chooses a level of an instrument, and returns what would follow. */
    private String choose(String[] words) {
        screen().choose(words[0], Integer.parseInt(words[1]));
        return Json.write(screen().whatIf(phrases()));
    }

    private SeatScreen screen() {
        SeatScreen now = roomScreen == null ? screen : roomScreen.seat();
        if (now == null) {
            throw new IllegalArgumentException("no match");
        }
        return now;
    }

    private Phrases phrases() {
        if (phrases == null) {
            throw new IllegalArgumentException("no texts");
        }
        return phrases;
    }

    private static List<Scenario> shelf() {
        List<Scenario> shelf = new ArrayList<>();
        Shelf.ids().forEach(id -> shelf.add(scenario(id)));
        return shelf;
    }

    private static Scenario scenario(String id) {
        Scenario scenario = Shelf.make(id);
        if (scenario == null) {
            throw new IllegalArgumentException("no scenario " + id);
        }
        return scenario;
    }
}
