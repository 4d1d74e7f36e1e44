package dev.truce.app.net.desk;

import dev.truce.app.host.classes.ClassConnection;
import dev.truce.app.host.classes.Classes;
import dev.truce.app.host.classes.Classes.DeskPlace;
import dev.truce.app.host.service.Timers;
import dev.truce.app.room.PlaceToken;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The desks that are open over HTTP, by their tokens. They are few, and who is not asked for long goes. Thread-safe. */
final class HttpDesks {
    /** Desks of a class; the one that was opened first makes room. Half of those that a class has, so that the wire keeps its own. */
    static final int MAX_OF_CLASS = 8;

    /** A desk that nobody asks for so long is closed; its token opens it again. */
    static final Duration IDLE = Duration.ofMinutes(10);

    private final Classes classes;
    private final Timers timers;
    /** By the hash of its token, oldest first. */
    private final Map<String, DeskOverHttp> desks = new LinkedHashMap<>();

    HttpDesks(Classes classes, Timers timers) {
        this.classes = classes;
        this.timers = timers;
    }

    /** Opens a desk, as one on the wire is opened. */
    void open(ClassRequest.EnterDesk wanted, Consumer<Reply<ClassNews>> answer) {
        DeskOverHttp desk = new DeskOverHttp(timers, this::forget);
        classes.enterDesk(wanted, desk, reply -> {
            if (reply instanceof Reply.Done<DeskPlace> done) {
                desk.opened(done.value());
                keep(done.value(), desk).forEach(this::close);
                // The class tells how it stands after this answer, and what it is asked from here after that.
                done.value()
                        .classroom()
                        .ask(
                                0,
                                new ClassRequest.Read(),
                                told -> answer.accept(Reply.done(done.value().entered())));
            } else {
                answer.accept(((Reply.Refused<DeskPlace>) reply).as());
            }
        });
    }

    /** Keeps a desk, and returns those that have to go. */
    private synchronized List<DeskOverHttp> keep(DeskPlace place, DeskOverHttp desk) {
        List<DeskOverHttp> gone = new ArrayList<>();
        DeskOverHttp before = desks.remove(hash(place.entered().token()));
        if (before != null) {
            gone.add(before);
        }
        List<DeskOverHttp> ofClass = desks.values().stream()
                .filter(each -> each.place().classroom().equals(place.classroom()))
                .toList();
        if (ofClass.size() >= MAX_OF_CLASS) {
            gone.add(ofClass.get(0));
            forget(ofClass.get(0));
        }
        desks.put(hash(place.entered().token()), desk);
        look(desk, IDLE.toMillis());
        return gone;
    }

    private void close(DeskOverHttp desk) {
        ClassConnection connection = desk;
        desk.place().classroom().left(connection);
        desk.end(DeskOverHttp.gone());
    }

    /** Looks after a time whether somebody still asks for a desk. */
    private void look(DeskOverHttp desk, long millis) {
        timers.after(millis, () -> {
            long left = IDLE.toMillis() - TimeUnit.NANOSECONDS.toMillis(desk.idleNanos());
            boolean open = find(desk);
            if (open && left > 0) {
                look(desk, left);
            } else if (open) {
                forget(desk);
                close(desk);
            }
        });
    }

    private synchronized boolean find(DeskOverHttp desk) {
        return desks.containsValue(desk);
    }

    private synchronized void forget(DeskOverHttp desk) {
        desks.values().remove(desk);
    }

    /** Returns the desk of a token. */
    synchronized Optional<DeskOverHttp> find(PlaceToken token) {
        return Optional.ofNullable(desks.get(token.hash())).filter(DeskOverHttp::isOpen);
    }

    private static String hash(String token) {
        return PlaceToken.parse(token).orElseThrow().hash();
    }

    synchronized int open() {
        return desks.size();
    }

    synchronized int waiting() {
        return desks.values().stream().mapToInt(DeskOverHttp::waiting).sum();
    }
}
