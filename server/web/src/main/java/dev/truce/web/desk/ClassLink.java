package dev.truce.web.desk;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.RefusalWords;
import dev.truce.web.seat.Link;
import dev.truce.web.seat.RoomLine;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection about a class: asks, and hears where its tables stand. A lost link comes back by itself. */
final class ClassLink implements SeatListener.ToSome {
    private final RoomLine line;
    private final Consumer<ClassNews> news;
    private final Runnable up;
    private @Nullable LinkState link;
    private @Nullable Refusal refusal;

    /**
     * A connection that is being made.
     *
     * @param news hears what the class tells unasked
     * @param up told whenever the link is up
     */
    ClassLink(Link browser, Conversation.Speaker speaker, Consumer<ClassNews> news, Runnable up) {
        this.news = news;
        this.up = up;
        this.line = new RoomLine(
                browser,
                speaker,
                null,
                this,
                reply -> {
                    if (reply instanceof Reply.Refused<Conversation.Place> denied) {
                        refusal = denied.refusal();
                    }
                },
                fault -> {
                    throw fault;
                });
        line.connect();
    }

    RoomLine line() {
        return line;
    }

    /** Asks for something; the answer comes later. */
    void ask(ClassRequest wish, Consumer<Reply<ClassNews>> answered) {
        line.ask(
                new ClientMessage.OfClass(wish),
                message -> message instanceof ServerMessage.OfClass told ? new Reply.Done<>(told.news()) : null,
                answered);
    }

    /** There is no place for this page at the class. */
    void refused(Refusal why) {
        refusal = why;
    }

    /** Returns why there is no place, or an empty text. */
    String refused(Phrases phrases) {
        return refusal == null ? "" : RefusalWords.of(phrases, refusal);
    }

    /** How the link is, or null before the first connection. */
    @Nullable
    LinkState state() {
        return link;
    }

    @Override
    public void ofClass(Heard.OfClass heard) {
        news.accept(heard.news());
    }

    @Override
    public void link(Heard.Link heard) {
        link = heard.state();
        if (heard.state() instanceof LinkState.Up) {
            up.run();
        }
    }
}
