package dev.truce.web.desk;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClassRequest.ClassDocument;
import dev.truce.protocol.message.ClassRequest.Naming;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.desk.ClassPicture;
import dev.truce.story.desk.DeskTalk;
import dev.truce.story.desk.DeskWords;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.picture.QrCode;
import dev.truce.story.words.Phrases;
import dev.truce.web.screen.BlockWriter;
import dev.truce.web.screen.PageView;
import dev.truce.web.seat.Link;
import dev.truce.web.seat.RoomLine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A desk of a class: what is typed here is what can be typed in the terminal, and what comes of it is told in the same words. Buttons
 * and menus of the page make such lines.
 */
public final class DeskView implements PageView.Served {
    private static final int DAY_SECONDS = 24 * 60 * 60;

    private final ClassPicture picture = new ClassPicture();
    private final DeskTalk talk;
    private final ClassLink link;
    private final DeskReading documents;
    private final LongSupplier clock;
    private final LongFunction<String> timeOfDay;
    private final Supplier<Phrases> language;
    private List<String> said = List.of();
    private boolean refused;
    private boolean asks;
    /** Acts that were typed before the one before them was answered: each waits, so that it gets its own answer. */
    private final Deque<String> typed = new ArrayDeque<>();

    /** More acts than anybody types while one is answered. */
    private static final int MAX_TYPED = 16;

    /** Whether an act waits for its answer. */
    private boolean acts;

    /** Whether something was told of the act that was typed last. */
    private boolean isTold;

    /**
     * Connects, and opens a desk.
     *
     * @param keys of requests: nobody may guess them
     * @param clock now, in milliseconds since 1970
     * @param language the texts of the page now, which answers are told in
     * @param zoneMinutes what the time of day here is ahead of that of Greenwich
     * @param secret desk key, ticket or token
     */
    public DeskView(
            Link browser,
            Conversation.Speaker speaker,
            Supplier<String> keys,
            LongSupplier clock,
            Supplier<Phrases> language,
            int zoneMinutes,
            String code,
            String secret) {
        this.clock = clock;
        this.language = language;
        this.timeOfDay = millis -> timeOfDay(millis, zoneMinutes);
        this.talk = new DeskTalk(picture, keys);
        this.link = new ClassLink(browser, speaker, this::take, this::read);
        this.documents = new DeskReading(link);
        link.ask(new ClassRequest.EnterDesk(code, secret), reply -> {
            if (reply instanceof Reply.Done<ClassNews> done) {
                take(done.value());
                read();
            } else if (reply instanceof Reply.Refused<ClassNews> denied) {
                link.refused(denied.refusal());
            }
        });
    }

    private void take(ClassNews news) {
        ClassNews.Changed before = picture.state();
        picture.take(news, clock.getAsLong());
        ClassNews.Changed now = picture.state();
        if (before != null && now != null && now.act() != before.act()) {
            // This desk or another did something: list and log are others.
            read();
        }
    }

    /** Reads the class list and the log, once the desk is open; after a lost link too. */
    private void read() {
        if (picture.entered() != null) {
            link.ask(new ClassRequest.Read(), reply -> {
                if (reply instanceof Reply.Done<ClassNews> done) {
                    take(done.value());
                }
            });
        }
    }

    @Override
    public @Nullable Map<String, Object> answer(String word, String rest, Phrases phrases) {
        switch (word) {
            case "type" -> type(rest, phrases);
            case "document" -> document(rest.split(" ", 2), phrases);
            case "text" -> {
                return Map.of("text", documents.text());
            }
            case "code" -> {
                // An address as squares; made once, since a screen is made each second.
                Page page = Page.of(List.of(Part.named("code").drawn(new Block.Code(rest, QrCode.rows(rest)))));
                return Map.of("blocks", new BlockWriter().blocks(page));
            }
            default -> {
                return PageView.Served.super.answer(word, rest, phrases);
            }
        }
        return null;
    }

    /** Reads a document: which, and how it calls those who sat at the tables. */
    private void document(String[] words, Phrases phrases) {
        asks = true;
        said = List.of();
        documents.read(
                ClassDocument.valueOf(words[0]),
                Naming.valueOf(words[1]),
                phrases.language().word(),
                refusal -> {
                    asks = false;
                    refused = refusal != null;
                    said = refusal == null
                            ? List.of()
                            : List.of(words(language.get()).refused(refusal));
                });
    }

    private void type(String rest, Phrases phrases) {
        if (acts && typed.size() >= MAX_TYPED) {
            said = List.of(words(phrases)
                    .refused(Refusal.of(ConnectionCode.RETRY, "")
                            .because("refused.retry.waiting")
                            .after(1_000)));
            refused = true;
        } else if (acts) {
            typed.add(rest);
        } else {
            said = List.of();
            refused = false;
            begins(rest);
        }
    }

    /** Tells a step, and asks the server what it asks. */
    private void goOn(DeskTalk.Step step) {
        if (!step.lines().isEmpty()) {
            // What is told of an act after a question does not hide what was told before it: a key is told once.
            said = isTold ? Stream.concat(said.stream(), step.lines().stream()).toList() : step.lines();
            isTold = true;
            refused = step.refused();
        }
        ClassRequest wish = step.asks();
        acts = wish != null;
        asks = acts;
        if (wish != null) {
            link.ask(wish, reply -> goOn(talk.answered(reply, words(language.get()))));
        } else {
            String next = typed.poll();
            if (next != null) {
                begins(next);
            }
        }
    }

    private void begins(String line) {
        isTold = false;
        goOn(talk.types(line, words(language.get())));
    }

    private DeskWords words(Phrases phrases) {
        return new DeskWords(phrases, SafeText::uncomposed, timeOfDay);
    }

    @Override
    public RoomLine line() {
        return link.line();
    }

    @Override
    public Map<String, Object> screen(Phrases phrases) {
        Map<String, Object> screen = new DeskPage(picture, words(phrases), clock.getAsLong()).screen();
        screen.put("link", PageView.Served.wrong(link.state(), phrases));
        screen.put("refused", link.refused(phrases));
        screen.put("said", said);
        screen.put("bad", refused);
        screen.put("waits", asks);
        screen.put("again", talk.shown());
        screen.put("sure", talk.sure());
        screen.put("slip", slip(talk.slip()));
        ClassDocument document = documents.document();
        screen.put("file", document == null ? "" : document.name());
        // The page counts what the grades lack, and shows the text.
        boolean isRead = document == ClassDocument.DEBRIEF_TEXT || document == ClassDocument.GRADES;
        screen.put("document", isRead ? documents.text() : "");
        return screen;
    }

    private static List<String> slip(DeskTalk.@Nullable Slip slip) {
        return slip == null ? List.of() : List.of(slip.name(), slip.student(), slip.key());
    }

    /**
     * Returns a time of day.
     *
     * @param zoneMinutes what the time here is ahead of that of Greenwich
     */
    static String timeOfDay(long unixMillis, int zoneMinutes) {
        long second = Math.floorMod(Math.floorDiv(unixMillis, 1000L) + zoneMinutes * 60L, (long) DAY_SECONDS);
        return two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60);
    }

    private static String two(long number) {
        return (number < 10 ? "0" : "") + number;
    }
}
