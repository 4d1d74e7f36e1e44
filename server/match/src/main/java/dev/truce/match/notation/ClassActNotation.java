package dev.truce.match.notation;

import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prints and reads what a desk does with a class, for scripts, logs and people: {@code DOORS OPEN}, {@code MOVE 12 5.CN.1}. What is done
 * at tables is an act of a room, with the numbers of the tables before it: {@code 2,5: EXTEND r4 1:00}; without numbers it is done at all.
 */
public final class ClassActNotation {
    private static final Pattern TABLE = Pattern.compile("[0-9]{1,3}");
    private static final Pattern WORDS = Pattern.compile("(\\S+)(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern PLACE =
            Pattern.compile("([0-9]{1,9})\\s+([0-9]{1,3})\\.(US|CN)(?:\\.(HEAD|[0-9]))?", Pattern.CASE_INSENSITIVE);
    /** Words that an act had before, which journals, scripts and habits still have. */
    private static final Map<String, String> OLD_WORDS = Map.of("CLOSE", "FINISH");

    private static final Pattern PAIR = Pattern.compile("([0-9]{1,9})\\s+([0-9]{1,9})");
    private static final Pattern NAMED = Pattern.compile("([0-9]{1,9})\\s+(.+)", Pattern.DOTALL);

    private static final List<Row<?>> ROWS = List.of(
            new Row<>(
                    ActForm.of("DOORS", false, ActForm.Field.STATE),
                    ClassAct.Doors.class,
                    act -> act.open() ? "OPEN" : "CLOSED",
                    ClassActNotation::doors),
            new Row<>(
                    ActForm.of("FILL-GAPS", true, ActForm.Field.BOT),
                    ClassAct.FillGaps.class,
                    ClassAct.FillGaps::bot,
                    (tables, rest) -> rest.isEmpty() ? null : new ClassAct.FillGaps(tables, rest)),
            new Row<>(
                    ActForm.of("ADD", false, ActForm.Field.STUDENT, ActForm.Field.STUDENT_ID, ActForm.Field.ANY_PLACE),
                    ClassAct.Add.class,
                    AddNotation::of,
                    (tables, rest) -> AddNotation.read(rest)),
            new Row<>(
                    ActForm.of("MOVE", false, ActForm.Field.MEMBER, ActForm.Field.PLACE),
                    ClassAct.Move.class,
                    ClassActNotation::place,
                    (tables, rest) -> move(rest)),
            new Row<>(
                    ActForm.of("SWAP", false, ActForm.Field.MEMBER, ActForm.Field.OTHER),
                    ClassAct.Swap.class,
                    act -> act.member() + " " + act.other(),
                    (tables, rest) -> swap(rest)),
            new Row<>(
                    ActForm.of("RENAME", false, ActForm.Field.MEMBER, ActForm.Field.NAME),
                    ClassAct.Rename.class,
                    act -> act.member() + " " + Speech.quoted(act.pseudonym()),
                    (tables, rest) -> rename(rest)),
            number(
                    ActForm.forGood("REMOVE", false, ActForm.Field.MEMBER),
                    ClassAct.Remove.class,
                    ClassAct.Remove::member,
                    ClassAct.Remove::new),
            number(
                    ActForm.forGood("NEW-KEY", false, ActForm.Field.MEMBER),
                    ClassAct.NewKey.class,
                    ClassAct.NewKey::member,
                    ClassAct.NewKey::new),
            new Row<>(
                    ActForm.of("NEW-TICKET", false),
                    ClassAct.NewTicket.class,
                    act -> "",
                    (tables, rest) -> rest.isEmpty() ? new ClassAct.NewTicket() : null),
            number(
                    ActForm.of("ADMIT", false, ActForm.Field.DEVICE),
                    ClassAct.Admit.class,
                    ClassAct.Admit::device,
                    ClassAct.Admit::new),
            number(
                    ActForm.of("REFUSE", false, ActForm.Field.DEVICE),
                    ClassAct.Refuse.class,
                    ClassAct.Refuse::device,
                    ClassAct.Refuse::new),
            number(
                    ActForm.forGood("ERASE", false, ActForm.Field.MEMBER),
                    ClassAct.Erase.class,
                    ClassAct.Erase::member,
                    ClassAct.Erase::new),
            new Row<>(
                    ActForm.of("UNDO", false),
                    ClassAct.Undo.class,
                    act -> act.act() == 0 ? "" : String.valueOf(act.act()),
                    (tables, rest) -> rest.isEmpty()
                            ? new ClassAct.Undo(0)
                            : NUMBER.matcher(rest).matches() ? new ClassAct.Undo(Long.parseLong(rest)) : null),
            new Row<>(
                    ActForm.forGood("FINISH", false),
                    ClassAct.Finish.class,
                    act -> "",
                    (tables, rest) -> rest.isEmpty() ? new ClassAct.Finish() : null));

    private ClassActNotation() {}

    /** Reads what stands after the word of an act; null if it is not an act. */
    private interface Reader<A> {
        @Nullable
        A read(List<Integer> tables, String rest);
    }

    /**
     * One kind of act.
     *
     * @param form its word, and what is asked for after it
     * @param rest what is printed after the word
     * @param reader reads what was printed
     */
    private record Row<A extends ClassAct>(ActForm form, Class<A> type, Function<A, String> rest, Reader<A> reader) {
        String word() {
            return form.word();
        }

        String print(ClassAct act) {
            String after = rest.apply(type.cast(act));
            return after.isEmpty() ? word() : word() + " " + after;
        }
    }

    private static <A extends ClassAct> Row<A> number(
            ActForm form, Class<A> type, Function<A, Integer> number, Function<Integer, A> maker) {
        return new Row<>(
                form,
                type,
                act -> number.apply(act).toString(),
                (tables, rest) -> NUMBER.matcher(rest).matches() ? maker.apply(Integer.valueOf(rest)) : null);
    }

    /** Returns an act in its canonical notation. */
    public static String of(ClassAct act) {
        if (act instanceof ClassAct.AtTables at) {
            return tables(at.tables()) + HostActNotation.of(at.act());
        }
        for (Row<?> row : ROWS) {
            if (row.type().isInstance(act)) {
                String where = act instanceof ClassAct.FillGaps gaps ? tables(gaps.tables()) : "";
                return where + row.print(act);
            }
        }
        throw new IllegalStateException("no row for " + act.getClass());
    }

    /** Returns the word of an act; of one at tables, that of the act of the room. */
    public static String word(ClassAct act) {
        return form(act).word();
    }

    /** Returns whether an act can never be taken back, so that it is done only by who says that he is sure. */
    public static boolean isForGood(ClassAct act) {
        return form(act).isForGood();
    }

    private static ActForm form(ClassAct act) {
        if (act instanceof ClassAct.AtTables at) {
            return HostActNotation.form(at.act());
        }
        return ROWS.stream()
                .filter(row -> row.type().isInstance(act))
                .findFirst()
                .orElseThrow()
                .form();
    }

    /** Returns the words of the acts of the class itself. */
    public static List<String> words() {
        return ROWS.stream().map(Row::word).toList();
    }

    /** Returns the forms of all that a desk can do: what is done at tables, then the acts of the class itself. */
    public static List<ActForm> forms() {
        List<ActForm> forms = new ArrayList<>(HostActNotation.forms(HostAct.OfOwner.class));
        ROWS.forEach(row -> forms.add(row.form()));
        return forms;
    }

    /**
     * Reads an act, in any case; empty if the text is none.
     *
     * @param round the round that is meant by an act of a room without one
     */
    public static Optional<ClassAct> read(String text, int round) {
        String line = text.strip();
        int colon = line.indexOf(':');
        String before = colon < 0 ? "" : line.substring(0, colon).strip();
        boolean named = areTables(before);
        Optional<List<Integer>> tables = tables(named ? before : "all");
        String act = named ? line.substring(colon + 1).strip() : line;
        Matcher words = WORDS.matcher(act);
        if (tables.isEmpty() || !words.matches()) {
            return Optional.empty();
        }
        String rest = words.group(2) == null ? "" : words.group(2).strip();
        String typed = words.group(1).toUpperCase(Locale.ROOT);
        String word = OLD_WORDS.getOrDefault(typed, typed);
        for (Row<?> row : ROWS) {
            if (row.word().equals(word)) {
                boolean atTables = row.type() == ClassAct.FillGaps.class;
                return named && !atTables
                        ? Optional.empty()
                        : Optional.ofNullable(row.reader().read(tables.get(), rest));
            }
        }
        return HostActNotation.read(act, round).map(done -> new ClassAct.AtTables(tables.get(), done));
    }

    /** Looks at one number after the other: a pattern of all of them needs the more stack the more there are. */
    private static boolean areTables(String typed) {
        if (typed.equalsIgnoreCase("all")) {
            return true;
        }
        for (String number : typed.split(",", -1)) {
            if (!TABLE.matcher(number.strip()).matches()) {
                return false;
            }
        }
        return true;
    }

    private static String tables(List<Integer> numbers) {
        StringJoiner named = new StringJoiner(",", "", ": ").setEmptyValue("");
        numbers.forEach(number -> named.add(number.toString()));
        return named.toString();
    }

    /** Empty if a table is named twice, or none can have the number. */
    private static Optional<List<Integer>> tables(String typed) {
        if (typed.equalsIgnoreCase("all")) {
            return Optional.of(List.of());
        }
        Set<Integer> numbers = new LinkedHashSet<>();
        for (String number : typed.split(",")) {
            int table = Integer.parseInt(number.strip());
            if (table < 1 || !numbers.add(table)) {
                return Optional.empty();
            }
        }
        return numbers.size() > ClassAct.AtTables.MAX_TABLES ? Optional.empty() : Optional.of(new ArrayList<>(numbers));
    }

    private static ClassAct.@Nullable Doors doors(List<Integer> tables, String rest) {
        String typed = rest.toUpperCase(Locale.ROOT);
        return typed.equals("OPEN") || typed.equals("CLOSED") ? new ClassAct.Doors(typed.equals("OPEN")) : null;
    }

    private static String place(ClassAct.Move act) {
        return act.member() + " " + AddNotation.place(act.table(), act.side(), act.seat());
    }

    private static ClassAct.@Nullable Move move(String rest) {
        Matcher typed = PLACE.matcher(rest);
        if (!typed.matches()) {
            return null;
        }
        return new ClassAct.Move(
                Integer.parseInt(typed.group(1)),
                Integer.parseInt(typed.group(2)),
                AddNotation.side(typed.group(3)),
                AddNotation.seat(typed.group(4)));
    }

    private static ClassAct.@Nullable Swap swap(String rest) {
        Matcher typed = PAIR.matcher(rest);
        return typed.matches()
                ? new ClassAct.Swap(Integer.parseInt(typed.group(1)), Integer.parseInt(typed.group(2)))
                : null;
    }

    private static ClassAct.@Nullable Rename rename(String rest) {
        Matcher typed = NAMED.matcher(rest);
        if (!typed.matches()) {
            return null;
        }
        return HostActReader.words(typed.group(2))
                .map(name -> new ClassAct.Rename(Integer.parseInt(typed.group(1)), name))
                .orElse(null);
    }
}
