package dev.truce.web.desk;

import dev.truce.engine.orders.Reply;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.desk.BoardWords;
import dev.truce.story.desk.ClassPicture;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.picture.QrCode;
import dev.truce.story.words.Phrases;
import dev.truce.web.screen.BlockWriter;
import dev.truce.web.screen.PageView;
import dev.truce.web.seat.Link;
import dev.truce.web.seat.RoomLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The board of a class, which a whole room sees: what everybody may know of all tables, and how to join. */
public final class BoardView implements PageView.Served {
    private final ClassPicture picture = new ClassPicture();
    private final BlockWriter writer = new BlockWriter();
    private final ClassLink link;
    private final LongSupplier clock;
    /** The address at which to join, as a picture; never changes, while a screen is asked for each second. */
    private final Block.Code code;

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
        String address = origin + "/#/join/" + code;
        this.code = new Block.Code(address, QrCode.rows(address));
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
        screen.put("title", words.title(known));
        screen.put("phase", words.phase(known, clock.getAsLong()));
        screen.put("join", phrases.of("web.board.join"));
        screen.put("here", words.here(state, known.tables().size()));
        screen.put("begun", state.begun());
        boolean joins = !known.isOver();
        screen.put("joins", joins);
        screen.put("doors", joins || state.closed() ? words.doors(state) : "");
        screen.put("warns", joinsElsewhere || !joins ? "" : phrases.of("web.board.own-machine"));
        screen.put(
                "code", joins ? writer.blocks(Page.of(List.of(Part.named("join").drawn(code)))) : List.of());
        screen.put("blocks", known.isWhole() && known.revealed() > 0 ? writer.blocks(words.page(known)) : List.of());
        screen.put("now", words.now(known));
        return screen;
    }
}
