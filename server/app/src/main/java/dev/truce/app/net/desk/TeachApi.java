package dev.truce.app.net.desk;

import dev.truce.app.classroom.ChosenColumns;
import dev.truce.app.classroom.ClassList;
import dev.truce.app.classroom.ClassListReader;
import dev.truce.app.classroom.ClassListText;
import dev.truce.app.classroom.Grouping;
import dev.truce.app.classroom.Grouping.SeatedTable;
import dev.truce.app.classroom.Template;
import dev.truce.app.classroom.lesson.ShippedLesson;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.classes.Classes;
import dev.truce.app.http.HttpAnswer;
import dev.truce.app.room.PlaceToken;
import dev.truce.app.room.SeatPlan;
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
import dev.truce.scenario.ScenarioException;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.words.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * The API with which an instructor opens a class without a terminal: lessons as forms, lists as files, and the slips of the students. What is opened and listed is
 * what the wire's messages open and list. Thread-safe; never blocks.
 */
public final class TeachApi {
    /** Where the API is. */
    public static final String ROOT = "/api/teach/";

    /** The longest body: a class list. */
    public static final int BODY_BYTES = ClassListReader.MAX_BYTES;

    private static final String POST = "POST";

    /** Where a page may be: it is printed on slips. */
    private static final String PAGE = "https?://[^\\s#?]{1,200}/";

    private static final String COLUMN = "[1-9][0-9]{0,2}";

    private static final String KEY = "[A-Za-z0-9-]{16,64}";

    private final Classes classes;
    private final Catalogue catalogue;
    private final Executor workers;
    private final Denials denials;
    private final Map<String, TeachCall> calls =
            Map.of("begin", this::begin, "classes", this::list, "list", this::read, "open", this::open);

    /** What an instructor may ask. */
    private interface TeachCall {
        void answer(DeskCall call, TeachAnswers answers, Consumer<HttpAnswer> done) throws UnreadableException;
    }

    /**
     * A class that could be opened.
     *
     * @param text of the template
     */
    private record PlannedClass(String text, Template template, ClassList list, List<SeatedTable> tables, int seats) {}

    /**
     * @param workers read lists
     * @param denials slow down who guesses
     */
    TeachApi(Classes classes, Catalogue catalogue, Executor workers, Denials denials) {
        this.classes = classes;
        this.catalogue = catalogue;
        this.workers = workers;
        this.denials = denials;
    }

    /** Returns whether a call may have a long body: who has no pass sends a short one. */
    public boolean isLong(String path, String token) {
        return path.startsWith(ROOT) && classes.instructors().isPass(token);
    }

    /** Answers a call, from any thread, at once or later. */
    public void answer(DeskCall call, Consumer<HttpAnswer> done) {
        TeachAnswers answers = new TeachAnswers(
                Bundles.of(Language.find(call.query().getOrDefault("lang", "")).orElse(Language.EN)));
        TeachCall asked = calls.get(call.word());
        try {
            if (call.word().equals("enter") && call.method().equals(POST)) {
                enter(call, done);
            } else if (call.word().equals("words")) {
                done.accept(answers.words());
            } else if (asked == null) {
                denials.refuse(
                        Refusal.of(ConnectionCode.MALFORMED, "")
                                .because("refused.http.path", ROOT + call.word())
                                .legal(String.join(" ", new TreeSet<>(calls.keySet()))),
                        refusal -> DeskAnswers.refused(404, refusal),
                        done);
            } else if (!classes.instructors().isPass(call.token())) {
                denials.deny(call.address(), ServerRefusals.noDesk(), done);
            } else {
                call.known().run();
                asked.answer(call, answers, done);
            }
        } catch (UnreadableException bad) {
            denials.refuse(bad.refusal(), answers::refused, done);
        }
    }

    /** Gives a pass to who has the desk key or a link, as the message that lists the classes has it. */
    private void enter(DeskCall call, Consumer<HttpAnswer> done) throws UnreadableException {
        ClientMessage said = WireJson.message("listClasses", call.body());
        Optional<PlaceToken> pass = said instanceof ClientMessage.OfClass wanted
                        && wanted.request() instanceof ClassRequest.ListAll list
                        && Permissions.allows(said, Role.INSTRUCTOR, PhaseName.LOBBY)
                ? classes.instructors().enter(list.deskKey())
                : Optional.empty();
        if (pass.isPresent()) {
            call.known().run();
            done.accept(TeachAnswers.answer(
                    new TeachAnswers.TeachPass(pass.get().reveal(), ClassList.MAX_TABLES, ClassList.MAX_STUDENTS)));
        } else {
            denials.deny(call.address(), ServerRefusals.noDesk(), done);
        }
    }

    private void begin(DeskCall call, TeachAnswers answers, Consumer<HttpAnswer> done) {
        done.accept(answers.begun(catalogue));
    }

    private void list(DeskCall call, TeachAnswers answers, Consumer<HttpAnswer> done) {
        done.accept(DeskAnswers.of(classes.list(new ClassRequest.ListAll(call.token()))));
    }

    /** Says how a list is read, and who would sit where in a lesson. */
    private void read(DeskCall call, TeachAnswers answers, Consumer<HttpAnswer> done) {
        work(answers, done, () -> {
            List<String> unnamed = chosen(call).isPresent() ? List.of() : ClassListReader.unnamed(call.bytes());
            if (unnamed.isEmpty()) {
                told(
                        plan(call),
                        answers,
                        done,
                        plan -> done.accept(answers.listed(plan.list(), plan.tables(), plan.seats())));
            } else {
                done.accept(TeachAnswers.answer(new TeachAnswers.ListColumns(unnamed)));
            }
        });
    }

    /** Returns the columns that a person has chosen, if the list does not name them. */
    private static Optional<ChosenColumns> chosen(DeskCall call) {
        int name = column(call, "name_column");
        return name == 0
                ? Optional.empty()
                : Optional.of(new ChosenColumns(
                        name,
                        column(call, "number_column"),
                        !call.query().getOrDefault("header", "").equals("no")));
    }

    private static int column(DeskCall call, String name) {
        String typed = call.query().getOrDefault(name, "");
        return typed.matches(COLUMN) ? Integer.parseInt(typed) : 0;
    }

    private void open(DeskCall call, TeachAnswers answers, Consumer<HttpAnswer> done) throws UnreadableException {
        String page = matching(call, "page", PAGE);
        String key = matching(call, "key", KEY);
        boolean leavesOut = call.query().getOrDefault("leave_out", "").equals("yes");
        work(
                answers,
                done,
                () -> told(plan(call), answers, done, plan -> {
                    if (!leavesOut && !plan.list().leftOut().isEmpty()) {
                        denials.refuse(malformed("list", plan.list().unusable()), answers::refused, done);
                        return;
                    }
                    told(
                            ClassListText.toSend(plan.list().students()).refusing(why -> malformed("list", why)),
                            answers,
                            done,
                            list -> classes.open(
                                    new ClassRequest.Open(key, call.token(), plan.text(), list),
                                    reply -> told(
                                            reply,
                                            answers,
                                            done,
                                            news -> done.accept(TeachAnswers.opened(
                                                    (ClassNews.Opened) news,
                                                    plan.template().title(),
                                                    plan.list().students(),
                                                    !plan.template().byList(),
                                                    page)))));
                }));
    }

    private static String matching(DeskCall call, String name, String pattern) throws UnreadableException {
        String value = call.query().getOrDefault(name, "");
        if (!value.matches(pattern)) {
            throw new UnreadableException(name, "refused.http.query", pattern, name);
        }
        return value;
    }

    /** Reads a list beside the connections; nobody waits there for long. */
    private void work(TeachAnswers answers, Consumer<HttpAnswer> done, Runnable task) {
        try {
            workers.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException bug) {
                    // Nobody waits for an answer that does not come.
                    denials.refuse(ServerRefusals.retry(), answers::refused, done);
                    throw bug;
                }
            });
        } catch (RejectedExecutionException busy) {
            denials.refuse(ServerRefusals.retry(), answers::refused, done);
        }
    }

    private <T> void told(Reply<T> reply, TeachAnswers answers, Consumer<HttpAnswer> done, Consumer<T> then) {
        reply.tell(then, refusal -> denials.refuse(refusal, answers::refused, done));
    }

    private static Reply<PlannedClass> plan(DeskCall call) {
        Optional<ShippedLesson> lesson = ShippedLesson.find(call.query().getOrDefault("lesson", ""));
        if (lesson.isEmpty()) {
            return Reply.refused(Refusal.of(ConnectionCode.OUT_OF_RANGE, "lesson")
                    .because("refused.http.query", "lesson")
                    .legal(String.join(
                            " ",
                            ShippedLesson.all().stream().map(ShippedLesson::id).toList())));
        }
        String text = lesson.get().template(call.query());
        Template template;
        try {
            template = Template.read(text, "template");
        } catch (ScenarioException wrong) {
            return Reply.refused(malformed(wrong.refusal().field(), wrong.refusal()));
        }
        SeatPlan seats = SeatPlan.usual(template.mode(), template.usSeats(), template.cnSeats());
        return chosen(call)
                .map(columns -> ClassListReader.read(call.bytes(), columns))
                .orElseGet(() -> ClassListReader.read(call.bytes()))
                .then(list -> new Grouping(seats)
                        .inOrder(list.students())
                        .then(tables -> Reply.done(new PlannedClass(
                                text, template, list, tables, seats.seats().size()))))
                .refusing(why -> malformed("list", why));
    }

    /** Codes of files are for the program that reads them; the sentence stays. */
    private static Refusal malformed(String field, Refusal why) {
        return new Refusal(ConnectionCode.MALFORMED, field, why.key(), why.arguments(), why.legal(), 0, "");
    }
}
