package dev.truce.app.net.desk;

import dev.truce.app.host.Catalogue;
import dev.truce.app.host.classes.Classes;
import dev.truce.app.host.service.Timers;
import dev.truce.app.http.HttpAnswer;
import dev.truce.app.log.AuditLog;
import dev.truce.app.net.connection.NetListener;
import dev.truce.app.room.JoinLimiter;
import dev.truce.app.room.PlaceToken;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.codec.json.WireJson;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Permissions;
import dev.truce.protocol.message.PhaseName;
import dev.truce.protocol.message.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The API of desks: the messages of the wire as JSON, over HTTP. One more way in to the classes: what may be asked stands in the table of
 * permissions of the wire, and is done by the same class. Thread-safe; never blocks.
 */
public final class DeskApi {
    /** Where the API is. */
    public static final String ROOT = "/api/desk/";

    /** The names of what is asked most, and the messages that they stand for; every other message of a desk has its own name. */
    private static final Map<String, String> MESSAGES =
            Map.of("enter", "enterDesk", "act", "deskAct", "preview", "previewAct");

    private final Denials denials;
    private final HttpDesks desks;
    private final TeachApi teaching;
    private final InvitationApi invitations;
    private final DeskDocuments documents = new DeskDocuments();
    private final Map<String, Page> pages = new LinkedHashMap<>();

    /** What a desk reads. */
    private interface Page {
        void answer(DeskOverHttp desk, DeskCall call, Consumer<HttpAnswer> done) throws UnreadableException;
    }

    /**
     * @param workers read lists
     * @param limiter slows down who guesses
     * @param timers end what waits
     * @param audit writes down that somebody asks for what he may not
     */
    public DeskApi(
            Classes classes,
            Catalogue catalogue,
            Executor workers,
            JoinLimiter limiter,
            Timers timers,
            NetListener listener,
            AuditLog audit) {
        this.denials = new Denials(limiter, timers, listener, audit);
        this.teaching = new TeachApi(classes, catalogue, workers, denials);
        this.invitations = new InvitationApi(classes, denials);
        this.desks = new HttpDesks(classes, timers);
        pages.put("state", (desk, call, done) -> desk.newest(DeskQuery.number(call, "after", -1), done));
        pages.put("list", (desk, call, done) -> ask(desk, call, new ClassRequest.Read(), done));
        pages.put("log", (desk, call, done) -> log(desk, done));
        pages.put("debrief", (desk, call, done) -> documents.read(desk, DeskQuery.debrief(call), done));
        pages.put("grades.csv", (desk, call, done) -> documents.read(desk, DeskQuery.GRADES, done));
    }

    /** Returns the answer to a page of another origin. */
    public static HttpAnswer foreign() {
        return DeskAnswers.refused(
                Refusal.of(ConnectionCode.NOT_ALLOWED, "origin").because("refused.http.origin"));
    }

    /** Returns the answer to a body that is too large. */
    public static HttpAnswer tooLarge(int most) {
        return DeskAnswers.refused(413, large(most));
    }

    static Refusal large(int most) {
        return Refusal.of(ConnectionCode.MALFORMED, "").because("refused.http.large", most);
    }

    /** Returns the answer to an address with more parameters than are read. */
    public static HttpAnswer crowded(int most) {
        return DeskAnswers.refused(Refusal.of(ConnectionCode.MALFORMED, "").because("refused.http.parameters", most));
    }

    /** Returns the answer to bytes that are no text. */
    public static HttpAnswer unreadable() {
        return DeskAnswers.refused(Refusal.of(ConnectionCode.MALFORMED, "").because("refused.http.text"));
    }

    /** The API beside it, with which classes are opened. */
    public TeachApi teaching() {
        return teaching;
    }

    /** What tells those who join what their code opens. */
    public InvitationApi invitations() {
        return invitations;
    }

    /** Returns how many desks are open. */
    public int open() {
        return desks.open();
    }

    /** Returns how many calls wait for something new. */
    public int waiting() {
        return desks.waiting();
    }

    /** Answers a call, from any thread, at once or later. */
    public void answer(DeskCall call, Consumer<HttpAnswer> done) {
        try {
            Page page = pages.get(call.word());
            if (page != null) {
                read(page, call, done);
            } else {
                say(call, MESSAGES.getOrDefault(call.word(), call.word()), done);
            }
        } catch (UnreadableException bad) {
            denials.refuse(bad.refusal(), done);
        }
    }

    private void read(Page page, DeskCall call, Consumer<HttpAnswer> done) throws UnreadableException {
        if (!call.method().equals("GET")) {
            done.accept(DeskAnswers.refused(405, call.otherMethod(ROOT, "GET")));
            return;
        }
        Optional<DeskOverHttp> desk = desk(call, done);
        if (desk.isPresent()) {
            page.answer(desk.get(), call, done);
        }
    }

    private void say(DeskCall call, String message, Consumer<HttpAnswer> done) throws UnreadableException {
        if (!WireJson.isMessage(message)) {
            Refusal nothing = Refusal.of(ConnectionCode.MALFORMED, "").because("refused.http.path", ROOT + call.word());
            done.accept(DeskAnswers.refused(404, nothing.legal(words())));
        } else if (!call.method().equals("POST")) {
            done.accept(DeskAnswers.refused(405, call.otherMethod(ROOT, "POST")));
        } else if (!call.isJson()) {
            done.accept(DeskAnswers.refused(415, DeskCall.otherType()));
        } else if (message.equals(MESSAGES.get("enter"))) {
            enter(call, message, done);
        } else {
            Optional<DeskOverHttp> desk = desk(call, done);
            if (desk.isPresent()) {
                ask(desk.get(), call, WireJson.message(message, call.body()), done);
            }
        }
    }

    private String words() {
        Set<String> words = new TreeSet<>(pages.keySet());
        words.addAll(MESSAGES.keySet());
        return String.join(" ", words);
    }

    private void enter(DeskCall call, String message, Consumer<HttpAnswer> done) throws UnreadableException {
        ClientMessage said = WireJson.message(message, call.body());
        if (said instanceof ClientMessage.OfClass wanted
                && wanted.request() instanceof ClassRequest.EnterDesk enter
                && Permissions.allows(said, Role.INSTRUCTOR, PhaseName.LOBBY)) {
            desks.open(enter, reply -> {
                if (reply instanceof Reply.Refused<ClassNews> denied) {
                    denials.deny(call.address(), denied.refusal(), done);
                } else {
                    call.known().run();
                    done.accept(DeskAnswers.of(reply));
                }
            });
        } else {
            forbid(call, call.word(), done);
        }
    }

    private void ask(DeskOverHttp desk, DeskCall call, ClientMessage said, Consumer<HttpAnswer> done) {
        if (said instanceof ClientMessage.OfClass wanted) {
            ask(desk, call, wanted.request(), done);
        } else {
            forbid(call, said.getClass().getSimpleName(), done);
        }
    }

    private void ask(DeskOverHttp desk, DeskCall call, ClassRequest request, Consumer<HttpAnswer> done) {
        boolean allowed = Permissions.allows(request.getClass(), Role.INSTRUCTOR, PhaseName.DESK)
                && desk.place().classroom().ask(desk.place().entered().desk(), request, reply -> answer(reply, done));
        if (!allowed) {
            forbid(call, request.getClass().getSimpleName(), done);
        }
    }

    private void answer(Reply<ClassNews> reply, Consumer<HttpAnswer> done) {
        if (reply instanceof Reply.Refused<ClassNews> denied) {
            denials.refuse(denied.refusal(), done);
        } else {
            done.accept(DeskAnswers.of(reply));
        }
    }

    /** The list without the names: what desks have done. */
    private void log(DeskOverHttp desk, Consumer<HttpAnswer> done) {
        desk.place()
                .classroom()
                .ask(
                        desk.place().entered().desk(),
                        new ClassRequest.Read(),
                        reply -> answer(
                                reply instanceof Reply.Done<ClassNews> read
                                                && read.value() instanceof ClassNews.ListRead list
                                        ? Reply.done(new ClassNews.ListRead(List.of(), list.log()))
                                        : reply,
                                done));
    }

    private void forbid(DeskCall call, String message, Consumer<HttpAnswer> done) {
        denials.forbid(call.address(), message, PhaseName.DESK, DeskAnswers::refused, done);
    }

    /** Returns the desk of a call; who has none is refused. */
    private Optional<DeskOverHttp> desk(DeskCall call, Consumer<HttpAnswer> done) {
        if (call.token().isEmpty()) {
            denials.refuse(ServerRefusals.noDesk(), done);
            return Optional.empty();
        }
        Optional<DeskOverHttp> desk = PlaceToken.parse(call.token()).flatMap(desks::find);
        if (desk.isPresent()) {
            desk.get().used();
            call.known().run();
        } else {
            denials.deny(call.address(), DeskOverHttp.gone(), done);
        }
        return desk;
    }
}
