package dev.truce.app.net.desk;

import dev.truce.app.classroom.ChosenColumns;
import dev.truce.app.classroom.ClassList;
import dev.truce.app.classroom.ClassListReader;
import dev.truce.app.classroom.ClassListText;
import dev.truce.app.classroom.FoundList;
import dev.truce.app.classroom.lesson.ShippedLesson;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.classes.ClassPlan;
import dev.truce.app.host.classes.Classes;
import dev.truce.app.host.classes.Instructors;
import dev.truce.app.http.HttpAnswer;
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
import dev.truce.story.bundles.Bundles;
import dev.truce.story.words.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The API with which an instructor opens a class without a terminal: lessons as forms, lists as files, and the slips of the students.
 * What is opened and listed is
 * what the wire's messages open and list. Thread-safe; never blocks.
 */
public final class TeachApi {
    /** Where the API is. */
    public static final String ROOT = "/api/teach/";

    /** The longest body: a class list. */
    public static final int BODY_BYTES = ClassListReader.MAX_BYTES;

    /** Where a page may be: it is printed on slips. */
    private static final String PAGE = "https?://[^\\s#?]{1,200}/";

    private static final String KEY = "[A-Za-z0-9-]{16,64}";

    private static final String GET = "GET";
    private static final String POST = "POST";

    private final Classes classes;
    private final Catalogue catalogue;
    private final Executor workers;
    private final Denials denials;
    private final Map<Language, TeachAnswers> spoken = new EnumMap<>(Language.class);
    private final Map<String, TeachCall> calls;

    /**
     * What an instructor may ask.
     *
     * @param method of HTTP
     * @param message what it asks for on the wire, where the table of permissions has it
     * @param entered whether it needs a pass
     */
    private record TeachCall(String method, Class<? extends ClassRequest> message, boolean entered, Doing doing) {}

    private interface Doing {
        void does(Asked asked) throws UnreadableException;
    }

    /** A call, and how it is answered. */
    private record Asked(DeskCall call, TeachAnswers answers, Consumer<HttpAnswer> done) {}

    /**
     * A class that could be opened.
     *
     * @param text of the template
     * @param list of the students, as it is sent
     */
    private record PlannedClass(String text, ClassPlan plan, String list) {}

    /**
     * @param workers read lists
     * @param denials slow down who guesses
     */
    TeachApi(Classes classes, Catalogue catalogue, Executor workers, Denials denials) {
        this.classes = classes;
        this.catalogue = catalogue;
        this.workers = workers;
        this.denials = denials;
        for (Language language : Language.values()) {
            spoken.put(language, new TeachAnswers(Bundles.of(language), catalogue));
        }
        Class<ClassRequest.ListAll> listing = ClassRequest.ListAll.class;
        Class<ClassRequest.Open> opening = ClassRequest.Open.class;
        calls = new TreeMap<>(Map.of(
                "words",
                new TeachCall(
                        GET,
                        listing,
                        false,
                        asked -> asked.done().accept(asked.answers().words())),
                "enter",
                new TeachCall(POST, listing, false, this::enter),
                "begin",
                new TeachCall(
                        GET,
                        listing,
                        true,
                        asked -> asked.done().accept(asked.answers().begun())),
                "classes",
                new TeachCall(GET, listing, true, this::list),
                "list",
                new TeachCall(POST, opening, true, this::read),
                "open",
                new TeachCall(POST, opening, true, this::open)));
    }

    /** Returns whether a call may have a long body: who has no pass sends a short one. */
    public boolean isLong(String path, String token) {
        return path.startsWith(ROOT) && classes.instructors().isPass(token);
    }

    /** The answers in the language of a call; where it names none that there is, they are in English. */
    private TeachAnswers answers(DeskCall call) {
        Language language =
                Language.find(call.query().getOrDefault(DeskQuery.LANGUAGE, "")).orElse(Language.EN);
        return Objects.requireNonNull(spoken.get(language));
    }

    /** Answers a call, from any thread, at once or later. */
    public void answer(DeskCall call, Consumer<HttpAnswer> done) {
        TeachAnswers answers = answers(call);
        TeachCall asked = calls.get(call.word());
        try {
            if (asked == null) {
                denials.refuse(
                        Refusal.of(ConnectionCode.MALFORMED, "")
                                .because("refused.http.path", ROOT + call.word())
                                .legal(String.join(" ", calls.keySet())),
                        refusal -> answers.refused(404, refusal),
                        done);
            } else if (!call.method().equals(asked.method())) {
                denials.refuse(call.otherMethod(ROOT, asked.method()), refusal -> answers.refused(405, refusal), done);
            } else if (asked.entered() && !classes.instructors().isPass(call.token())) {
                denials.deny(call.address(), ServerRefusals.noDesk(), answers::refused, done);
            } else if (call.most() != DeskCall.ALL) {
                denials.refuse(DeskApi.large(call.most()), refusal -> answers.refused(413, refusal), done);
            } else if (!Permissions.allows(asked.message(), Role.INSTRUCTOR, PhaseName.LOBBY)) {
                denials.forbid(
                        call.address(), asked.message().getSimpleName(), PhaseName.LOBBY, answers::refused, done);
            } else {
                if (asked.entered()) {
                    call.known().run();
                }
                TeachAnswers inIts = Objects.requireNonNull(spoken.get(DeskQuery.language(call)));
                asked.doing().does(new Asked(call, inIts, done));
            }
        } catch (UnreadableException bad) {
            denials.refuse(bad.refusal(), answers::refused, done);
        }
    }

    /** Gives a pass to who has the desk key or a link, as the message that lists the classes has it. */
    private void enter(Asked asked) throws UnreadableException {
        DeskCall call = asked.call();
        if (!call.isJson()) {
            denials.refuse(DeskCall.otherType(), refusal -> asked.answers().refused(415, refusal), asked.done());
            return;
        }
        ClientMessage said = WireJson.message("listClasses", call.body());
        Optional<Instructors.LetIn> letIn =
                said instanceof ClientMessage.OfClass wanted && wanted.request() instanceof ClassRequest.ListAll list
                        ? classes.instructors().enter(list.deskKey())
                        : Optional.empty();
        if (letIn.isPresent()) {
            denials.letIn(call.address(), letIn.get().with());
            call.known().run();
            asked.done()
                    .accept(TeachAnswers.answer(new TeachAnswers.TeachPass(
                            letIn.get().pass().reveal(), ClassList.MAX_TABLES, ClassList.MAX_STUDENTS)));
        } else {
            denials.deny(call.address(), ServerRefusals.noDesk(), asked.answers()::refused, asked.done());
        }
    }

    private void list(Asked asked) {
        classes.list(
                new ClassRequest.ListAll(asked.call().token(), true),
                reply -> told(reply, asked, news -> asked.done().accept(DeskAnswers.of(news))));
    }

    /** Says how a list is read, and who would sit where in a lesson. */
    private void read(Asked asked) throws UnreadableException {
        byte[] file = asked.call().bytes();
        Optional<ChosenColumns> chosen = DeskQuery.columns(asked.call());
        work(asked, () -> {
            Reply<FoundList> found = ClassListReader.find(file, chosen);
            told(found.refusing(why -> ClassPlan.malformed("list", why)), asked, one -> {
                one.in(
                        named -> told(
                                plan(asked.call(), () -> Reply.done(named)),
                                asked,
                                planned -> asked.done().accept(asked.answers().listed(planned.plan()))),
                        columns -> asked.done().accept(TeachAnswers.answer(new TeachAnswers.ListColumns(columns))));
            });
        });
    }

    private void open(Asked asked) throws UnreadableException {
        DeskCall call = asked.call();
        String page = DeskQuery.matching(call, "page", PAGE);
        String key = DeskQuery.matching(call, "key", KEY);
        boolean leavesOut = DeskQuery.yes(call, "leave_out", false);
        Optional<ChosenColumns> chosen = DeskQuery.columns(call);
        work(
                asked,
                () -> told(
                        plan(
                                call,
                                () -> chosen.map(columns -> ClassListReader.read(call.bytes(), columns))
                                        .orElseGet(() -> ClassListReader.read(call.bytes()))
                                        .then(list ->
                                                leavesOut || list.leftOut().isEmpty()
                                                        ? Reply.done(list)
                                                        : Reply.refused(list.unusable()))),
                        asked,
                        planned -> classes.open(
                                new ClassRequest.Open(key, call.token(), planned.text(), planned.list()),
                                reply -> told(
                                        reply,
                                        asked,
                                        news -> asked.done()
                                                .accept(TeachAnswers.opened(
                                                        (ClassNews.Opened) news, planned.plan(), page))))));
    }

    /** Reads a list beside the connections; nobody waits there for long. */
    private void work(Asked asked, Runnable task) {
        try {
            workers.execute(guarded(asked, task));
        } catch (RejectedExecutionException busy) {
            denials.refuse(ServerRefusals.retry(), asked.answers()::refused, asked.done());
        }
    }

    private Runnable guarded(Asked asked, Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException bug) {
                // Nobody waits for an answer that does not come.
                denials.refuse(ServerRefusals.retry(), asked.answers()::refused, asked.done());
                throw bug;
            }
        };
    }

    private <T> void told(Reply<T> reply, Asked asked, Consumer<T> then) {
        reply.tell(then, refusal -> denials.refuse(refusal, asked.answers()::refused, asked.done()));
    }

    /** Plans a class, whose list has to fit into the message that opens it. No lesson seats by lot. */
    private Reply<PlannedClass> plan(DeskCall call, Supplier<Reply<ClassList>> list) {
        Optional<ShippedLesson> lesson = ShippedLesson.find(call.query().getOrDefault("lesson", ""));
        if (lesson.isEmpty()) {
            return Reply.refused(Refusal.of(ConnectionCode.OUT_OF_RANGE, "lesson")
                    .because("refused.http.query", "lesson")
                    .legal(String.join(
                            " ",
                            ShippedLesson.all().stream().map(ShippedLesson::id).toList())));
        }
        String text = lesson.get().template(call.query());
        return ClassPlan.template(text)
                .then(template -> ClassPlan.of(template, catalogue, list, () -> 0))
                .then(plan -> ClassListText.toSend(plan.list().students())
                        .refusing(why -> ClassPlan.malformed("list", why))
                        .then(sent -> Reply.done(new PlannedClass(text, plan, sent))));
    }
}
