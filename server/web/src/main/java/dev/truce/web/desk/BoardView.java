package dev.truce.web.desk;

import dev.truce.engine.orders.Reply;
import dev.truce.engine.view.Figures;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.board.BoardCard;
import dev.truce.story.board.BoardCounts;
import dev.truce.story.desk.BoardWords;
import dev.truce.story.desk.ClassPicture;
import dev.truce.story.picture.QrCode;
import dev.truce.story.words.Phrases;
import dev.truce.web.screen.PageView;
import dev.truce.web.seat.Link;
import dev.truce.web.seat.RoomLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The board of a class, which a whole room sees: what everybody may know of all tables, and how to join. */
public final class BoardView implements PageView.Served {
    private final ClassPicture picture = new ClassPicture();
    private final ClassLink link;
    private final LongSupplier clock;
    private final String code;
    private final String address;
    /** The address as squares; never changes, while a screen is asked for each second. */
    private final List<String> squares;

    private final boolean joinsElsewhere;

    /**
     * Connects, and watches a class.
     *
     * @param keys of requests: nobody may guess them
     * @param clock now, in milliseconds since 1970
     * @param origin of the page, as students have to type it
     */
    public BoardView(
            Link browser,
            Conversation.Speaker speaker,
            Supplier<String> keys,
            LongSupplier clock,
            String code,
            String origin) {
        this.clock = clock;
        this.address = origin + "/#/join/" + code;
        this.code = code;
        this.squares = QrCode.rows(address);
        this.joinsElsewhere = !origin.contains("//127.0.0.1") && !origin.contains("//localhost");
        ClassRequest.Watch wish = new ClassRequest.Watch(keys.get(), code, 0, "");
        this.link = new ClassLink(browser, speaker, news -> picture.take(news, clock.getAsLong()), () -> watch(wish));
    }

    /** Whenever the link has come up: the server remembers no watcher. */
    private void watch(ClassRequest.Watch wish) {
        link.ask(wish, reply -> {
            if (reply instanceof Reply.Done<ClassNews> done) {
                picture.take(done.value(), clock.getAsLong());
            } else if (reply instanceof Reply.Refused<ClassNews> denied) {
                link.refused(denied.refusal());
            }
        });
    }

    @Override
    public RoomLine line() {
        return link.line();
    }

    @Override
    public Map<String, Object> screen(Phrases phrases) {
        ClassPicture.Known known = picture.known();
        BoardWords words = new BoardWords(phrases, SafeText::uncomposed);
        ClassNews.Changed state = known.state();
        Map<String, Object> screen = new LinkedHashMap<>();
        screen.put("kind", "board");
        screen.put("link", PageView.Served.wrong(link.state(), phrases));
        screen.put("refused", link.refused(phrases));
        screen.put("ticks", true);
        screen.put("home", phrases.of("web.record.home"));
        if (state == null) {
            screen.put("text", phrases.of("web.room.connecting"));
            return screen;
        }
        List<BoardCard> shown = known.isWhole() && state.begun() ? known.cards() : List.of();
        long now = clock.getAsLong();
        boolean joins = !known.isOver();
        screen.put("title", words.title(known));
        screen.put("begun", state.begun());
        screen.put("join", phrases.of(known.isByList() ? "web.board.join.list" : "web.board.join"));
        screen.put("here", words.here(state, known.tables().size()));
        screen.put("joins", joins);
        screen.put("doors", joins || state.closed() ? words.doors(state) : "");
        screen.put("warns", joinsElsewhere || !joins ? "" : phrases.of("web.board.own-machine"));
        screen.put("now", words.told(known));
        screen.putAll(Map.of(
                "round", words.round(known),
                "time", words.time(known, now),
                "ready", words.ready(known, now),
                "where", words.where(known),
                "code", joins ? code : "",
                "squares", joins ? squares : List.of(),
                "address", joins ? address : "",
                "cards", shown.stream().map(card -> card(card, phrases)).toList(),
                "axis", axis(shown, known.lastRound()),
                "foot", shown.isEmpty() ? Map.of() : foot(shown, joins, phrases)));
        return screen;
    }

    private static Map<String, Object> card(BoardCard card, Phrases phrases) {
        return Map.of(
                "table", card.table(),
                "tariffs", card.tariffs(),
                "unbound", card.isUnbound(),
                "sign", card.sign().name(),
                "text", card.text(phrases));
    }

    /** How far the lines of all cards go, so that they can be compared. */
    private static Map<String, Object> axis(List<BoardCard> cards, int lastRound) {
        int rounds = lastRound;
        int top = 2 * Figures.NORMAL_TARIFF;
        for (BoardCard card : cards) {
            rounds = Math.max(rounds, card.last().round());
            for (int tariff : card.tariffs()) {
                top = Math.max(top, tariff);
            }
        }
        return Map.of("rounds", rounds, "top", top, "normal", Figures.NORMAL_TARIFF);
    }

    private static Map<String, Object> foot(List<BoardCard> cards, boolean goesOn, Phrases phrases) {
        int round = cards.stream().mapToInt(card -> card.last().round()).max().orElse(0);
        List<Object> counts = new ArrayList<>();
        BoardCounts all = BoardCounts.of(cards);
        all.worded(phrases).forEach((words, number) -> counts.add(List.of(number, words)));
        return Map.of(
                "range", goesOn ? "" : all.range(phrases),
                "what", round == 0 ? phrases.of("class-board.start") : phrases.of("class-board.after", round),
                "normal", phrases.of("class-board.normal", Figures.NORMAL_TARIFF),
                "counts", counts,
                "secret", goesOn ? phrases.of("class-board.secret") : "",
                "page", phrases.pattern("web.board.page"),
                "comma", phrases.pattern("list.comma"),
                "stop", phrases.of("list.stop"),
                "sides", List.of(phrases.of("class-board.side.US"), phrases.of("class-board.side.CN")));
    }
}
