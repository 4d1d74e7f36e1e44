package dev.truce.story.desk;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.Defaults;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TablePreview;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an act that is typed at a desk: what the server is asked, and what is said of its answer. It knows no connection, so that
 * one that waits for answers and one that hears them later talk alike. What closing a round would do is shown first, and done when it is asked
 * for again. What can never be taken back is done only if the word {@code sure} stands before it.
 */
public final class DeskTalk {
    private static final int SEAT = 10;

    private static final Pattern SURE = Pattern.compile("sure\\s+(.+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final ClassPicture picture;
    private final Supplier<String> keys;
    private final ShownPreview preview = new ShownPreview();
    private @Nullable ClassAct act;
    private String text = "";
    private String sure = "";
    /** What was done, and is told once the class list and the log say whose or what it was. */
    private ClassNews.@Nullable Done untold;

    /** Who is added, if that is what was typed. */
    private ClassAct.@Nullable Add newcomer;

    /** A line that names members, until the class list says which numbers they have. */
    private String named = "";

    private @Nullable Slip slip;

    /**
     * What a student is given who was added: told once, and kept by nobody.
     *
     * @param name what he is called
     * @param student what he types to enter
     * @param key his key; empty where he picks his name from the list
     */
    public record Slip(String name, String student, String key) {
        @Override
        public String toString() {
            return "Slip";
        }
    }

    /**
     * What comes next.
     *
     * @param lines what is said
     * @param asks what the server is asked, or null at the end
     * @param refused whether something could not be done
     */
    public record Step(List<String> lines, @Nullable ClassRequest asks, boolean refused) {
        public Step {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A desk at which nothing was typed.
     *
     * @param picture what the desk knows
     * @param keys of acts, which nobody can guess
     */
    public DeskTalk(ClassPicture picture, Supplier<String> keys) {
        this.picture = picture;
        this.keys = keys;
    }

    /** Takes a line in the notation of acts. */
    public Step types(String line, DeskWords words) {
        Matcher said = SURE.matcher(line.strip());
        boolean isSure = said.matches();
        String wanted = isSure ? said.group(1) : line;
        sure = "";
        slip = null;
        untold = null;
        if (named.isEmpty() && TypedMembers.areNamed(wanted)) {
            named = line;
            return new Step(List.of(), new ClassRequest.Read(), false);
        }
        named = "";
        Optional<ClassAct> read = picture.read(TypedMembers.numbered(wanted, picture.members()));
        if (read.isEmpty()) {
            String why = TypedMembers.several(wanted, picture.members())
                    .map(several -> words.phrases()
                            .of(
                                    "class.desk.several",
                                    words.safe(several.name()),
                                    words.phrases()
                                            .list(several.numbers().stream()
                                                    .map(String::valueOf)
                                                    .toList())))
                    .orElseGet(() -> misread(line, wanted, words));
            return new Step(List.of(why), null, true);
        }
        act = read.get();
        newcomer = act instanceof ClassAct.Add add ? add : null;
        text = ClassActNotation.of(act);
        if (ClassActNotation.isForGood(act) && !isSure) {
            preview.forget();
            sure = "sure " + text;
            return new Step(List.of(words.phrases().of("class.desk.sure", text, sure)), null, true);
        }
        return new Step(List.of(), wish(act), false);
    }

    /** Says why a line is no act: its word is none, or what follows the word is not what the act takes. */
    private static String misread(String line, String wanted, DeskWords words) {
        String word = wanted.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
        return ClassActNotation.words().contains(word)
                ? words.phrases().of("class.desk.misread", words.safe(line), word)
                : words.phrases()
                        .of(
                                "class.desk.unknown",
                                words.safe(line),
                                words.phrases().list(ClassActNotation.words()));
    }

    /** Returns the line that does exactly what was shown; empty if nothing was shown just before. */
    public String shown() {
        return preview.shown();
    }

    /** The line that does what was asked for just before and can never be taken back; empty if there is no such thing. */
    public String sure() {
        return sure;
    }

    private ClassRequest wish(ClassAct typed) {
        boolean advances = typed instanceof ClassAct.AtTables at && at.act() instanceof HostAct.Advance;
        String expected = preview.take(text);
        return advances && expected.isEmpty()
                ? new ClassRequest.Preview(typed)
                : new ClassRequest.Act(keys.get(), typed, expected);
    }

    /** What the student is given who was added last; null once something else was typed. */
    public @Nullable Slip slip() {
        return slip;
    }

    /** Takes the answer to what was asked. */
    public Step answered(Reply<ClassNews> reply, DeskWords words) {
        if (!named.isEmpty()) {
            return named(reply, words);
        }
        ClassAct typed = act;
        if (typed == null) {
            throw new IllegalStateException("nothing was typed");
        }
        if (reply instanceof Reply.Refused<ClassNews> denied) {
            return untold == null ? refused(typed, denied.refusal(), words) : unread(untold, denied.refusal(), words);
        }
        ClassNews news = ((Reply.Done<ClassNews>) reply).value();
        boolean looksUp = typed instanceof ClassAct.Undo || newcomer != null;
        if (news instanceof ClassNews.Done done && looksUp && untold == null) {
            untold = done;
            return new Step(key(done, words), new ClassRequest.Read(), false);
        }
        if (news instanceof ClassNews.ListRead read && untold != null) {
            ClassNews.Done done = untold;
            untold = null;
            String what = logged(read, done.act());
            return newcomer != null ? added(read, done, what, words) : done(typed, done, what, words);
        }
        if (news instanceof ClassNews.Done done) {
            return done(typed, done, text, words);
        }
        return news instanceof ClassNews.Previewed shown ? shows(shown, words) : new Step(List.of(), null, false);
    }

    /** Takes the class list, and does what was typed with names. */
    private Step named(Reply<ClassNews> reply, DeskWords words) {
        String line = named;
        if (reply instanceof Reply.Done<ClassNews> done) {
            picture.take(done.value(), 0);
            return types(line, words);
        }
        named = "";
        return new Step(List.of(words.refused(((Reply.Refused<ClassNews>) reply).refusal())), null, true);
    }

    /** Tells the key of a student who was added, at once: nothing that fails later takes it away. */
    private List<String> key(ClassNews.Done done, DeskWords words) {
        ClassAct.Add add = newcomer;
        if (add == null || done.secret().isEmpty()) {
            return List.of();
        }
        String student = add.student().isEmpty() ? add.name() : add.student();
        slip = new Slip(add.name(), student, done.secret());
        return List.of(words.phrases().of("class.desk.added.key", words.safe(student), done.secret()));
    }

    /** The act was done, and the class list and the log could not be read. */
    private Step unread(ClassNews.Done done, Refusal refusal, DeskWords words) {
        untold = null;
        List<String> lines = new ArrayList<>();
        lines.add(words.phrases().of("class.desk.done", done.act(), words.safe(text)));
        if (newcomer != null && done.secret().isEmpty()) {
            lines.add(words.phrases().of("class.desk.added.keyless", words.safe(newcomer.name())));
        }
        lines.add(words.refused(refusal));
        return new Step(lines, null, true);
    }

    /** Tells where the student sits who was added, and how a key is drawn if none was told. */
    private Step added(ClassNews.ListRead read, ClassNews.Done done, String what, DeskWords words) {
        Phrases phrases = words.phrases();
        int number = ClassActNotation.read(what, 1)
                .map(each -> each instanceof ClassAct.Add add ? add.member() : 0)
                .orElse(0);
        Optional<ClassNews.Member> found = read.members().stream()
                .filter(member -> member.member() == number)
                .findFirst();
        if (found.isEmpty()) {
            return new Step(List.of(phrases.of("class.desk.done", done.act(), what)), null, false);
        }
        ClassNews.Member member = found.get();
        List<String> lines = new ArrayList<>();
        lines.add(
                member.seat() == null
                        ? phrases.of("class.desk.added.seatless", number, words.safe(member.name()))
                        : phrases.of(
                                "class.desk.added",
                                number,
                                words.safe(member.name()),
                                member.table() + "." + member.seat()));
        slip = new Slip(member.name(), member.student(), done.secret());
        if (done.secret().isEmpty()) {
            lines.add(phrases.of("class.desk.added.keyless", number));
        }
        return new Step(lines, null, false);
    }

    private String logged(ClassNews.ListRead read, long number) {
        return read.log().stream()
                .filter(line -> line.act() == number)
                .map(ClassNews.LogLine::text)
                .findFirst()
                .orElse(text);
    }

    private Step done(ClassAct typed, ClassNews.Done told, String what, DeskWords words) {
        boolean nowhere = typed instanceof ClassAct.AtTables at
                && told.refusals().size()
                        == (at.tables().isEmpty()
                                ? picture.tables().size()
                                : at.tables().size());
        List<String> lines = new ArrayList<>();
        lines.add(
                nowhere
                        ? words.phrases().of("class.desk.nowhere", what)
                        : words.phrases().of("class.desk.done", told.act(), what));
        ClassNews.Changed state = picture.state();
        if (state != null && typed instanceof ClassAct.AtTables at && at.act() instanceof HostAct.Start) {
            lines.add(words.phrases().of("class.desk.here", state.here(), state.members()));
        }
        if (!told.secret().isEmpty()) {
            lines.add(words.phrases().of("class.desk.secret", told.secret()));
        }
        for (ClassNews.TableRefusal refusal : told.refusals()) {
            lines.add(words.phrases()
                    .of(
                            "class.desk.refused-at",
                            refusal.table(),
                            words.refused(refusal.why().refusal())));
        }
        return new Step(lines, null, !told.refusals().isEmpty());
    }

    /** Shows what an act would do; the same line again does exactly that. */
    private Step shows(ClassNews.Previewed shown, DeskWords words) {
        List<String> lines = new ArrayList<>(previewed(words, shown.tables()));
        boolean any = mayAdvance(shown.tables());
        if (any) {
            preview.keep(text, shown.expected());
            lines.add(words.phrases().of("class.desk.again"));
        }
        return new Step(lines, null, !any);
    }

    private Step refused(ClassAct typed, Refusal refusal, DeskWords words) {
        if (refusal.code() == RefusalCode.STALE_PREVIEW) {
            return new Step(List.of(words.phrases().of("class.desk.stale")), wish(typed), true);
        }
        return new Step(List.of(words.refused(refusal)), null, true);
    }

    /** Returns what an advance would do at tables, as the server told it. */
    private static List<String> previewed(DeskWords words, List<TablePreview> tables) {
        List<String> lines = new ArrayList<>();
        lines.add(words.phrases().of("desk.preview", tables.size()));
        for (TablePreview table : tables) {
            List<Defaults.OfSeat> seats = Defaults.read(table.text());
            if (seats.isEmpty()) {
                // Nothing can be done there, and the server said why.
                lines.add(words.phrases().of("desk.preview.not", table.table(), words.safe(table.text())));
            }
            for (Defaults.OfSeat seat : seats) {
                lines.add(TextWidth.pad(table.table() + "." + seat.seat(), SEAT) + " " + seat(words.phrases(), seat));
            }
        }
        return lines;
    }

    private static String seat(Phrases phrases, Defaults.OfSeat seat) {
        String words = switch (seat.origin()) {
            case SEALED, STAND_IN -> phrases.of(seat.ready() ? "desk.preview.sealed.ready" : "desk.preview.sealed");
            case KEPT -> phrases.of("desk.preview.kept", seat.kept());
            case READY -> phrases.of("desk.preview.ready");
            case VACANT -> phrases.of("desk.preview.vacant");
            case ABSENT -> phrases.of("desk.preview.absent");
        };
        if (!seat.bot().isEmpty()) {
            words = phrases.of("desk.preview.bot", seat.bot(), words);
        }
        return seat.next().isEmpty() ? words : phrases.of("desk.preview.next", words, seat.next());
    }

    /** Returns whether something can be done at any of the tables. */
    private static boolean mayAdvance(List<TablePreview> tables) {
        return tables.stream().anyMatch(table -> !Defaults.read(table.text()).isEmpty());
    }
}
