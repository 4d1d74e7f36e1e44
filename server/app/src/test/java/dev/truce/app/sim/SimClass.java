package dev.truce.app.sim;

import dev.truce.app.classroom.ClassSetup;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.round.Rules;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ConnectionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One class with its people: desks, students of its list, and those whom a desk adds. */
final class SimClass {
    private static final int MOST_ADDED = 3;
    private static final int MOST_STUDENTS = 6;

    /** One seat of each side at least. */
    static final int MOST_TABLES = MOST_STUDENTS / 2;

    private final SimWorld world;
    private final Rules rules;
    private final String template;
    private final boolean byList;
    private final StringBuilder list = new StringBuilder("Name,Student number\n");
    private final List<SimDesk> desks = new ArrayList<>();
    private final List<Student> students = new ArrayList<>();
    private final int house;
    private @Nullable String code;
    private @Nullable String id;
    private int added;

    /** Draws a class and its people. */
    SimClass(SimWorld world, Rules rules, int number) {
        this.world = world;
        this.rules = rules;
        this.house = number * 100;
        Agenda agenda = world.agenda();
        this.byList = agenda.now(300);
        boolean free = agenda.now(150);
        boolean delegations = agenda.now(250);
        StringBuilder text = new StringBuilder(
                "title: Seminar\nscenario: " + rules.scenario().id() + '\n');
        text.append("rounds: ").append(agenda.between(1, world.mostRounds())).append('\n');
        text.append("minutes: ").append(agenda.any("0", "0.1", "0.2", "0.5")).append('\n');
        text.append("grace_seconds: ").append(agenda.any(0, 2, 10)).append('\n');
        text.append("bot: ").append(agenda.any("hold", "tft", "match")).append('\n');
        text.append("pace: ").append(free ? "free" : "gated").append('\n');
        text.append("entry: ").append(byList ? "list" : "key").append('\n');
        if (!free) {
            text.append("open: ").append(agenda.any("auto", "desk")).append('\n');
            text.append("reveal: ").append(agenda.any("auto", "desk")).append('\n');
        }
        if (delegations) {
            text.append("us_seats: ").append(agenda.between(1, 2)).append('\n');
            text.append("cn_seats: ").append(agenda.between(1, 2)).append('\n');
            text.append("gaps: ").append(agenda.any("bot", "vacant")).append('\n');
        }
        if (agenda.now(200)) {
            text.append("absence: bot hold ").append(agenda.between(1, 2)).append(" keep\n");
        }
        this.template = text.toString();
        int most = agenda.between(1, MOST_STUDENTS);
        for (int i = 1; i <= most; i++) {
            list.append("Student ")
                    .append((char) ('A' + i))
                    .append(",s")
                    .append(i)
                    .append('\n');
            students.add(new Student(this, i, "s" + i, house + agenda.between(3, 6)));
        }
        desks.add(new SimDesk(this, house + 1, true));
        if (agenda.now(300)) {
            desks.add(new SimDesk(this, house + 2, false));
        }
    }

    SimWorld world() {
        return world;
    }

    Rules rules() {
        return rules;
    }

    String template() {
        return template;
    }

    String list() {
        return list.toString();
    }

    boolean isByList() {
        return byList;
    }

    List<SimDesk> desks() {
        return desks;
    }

    List<Student> students() {
        return students;
    }

    /** Returns all who have to do with it now. */
    List<Person> people() {
        List<Person> all = new ArrayList<>(desks);
        all.addAll(students);
        return all;
    }

    /** Returns what one types to enter, or null before the class is open. */
    @Nullable
    String code() {
        return code;
    }

    void opened(ClassNews.Opened opened) {
        code = opened.classCode();
        id = opened.classId();
        opened.students().forEach(each -> student(each.member()).ifPresent(who -> who.gets(each.key(), 1)));
    }

    /** Returns its id, or null before it is open. */
    @Nullable
    String id() {
        return id;
    }

    /** Returns what its journal says, once it is open. */
    ClassLog log() {
        return world.invariants().ofClass(Objects.requireNonNull(id));
    }

    ClassSetup setup() {
        return log().setup();
    }

    Optional<Student> student(int member) {
        return students.stream().filter(each -> each.member() == member).findFirst();
    }

    /** Returns the name of one more student, or null if enough were added. */
    @Nullable
    String nextName() {
        return added == MOST_ADDED ? null : "a" + ++added;
    }

    /** A desk has added somebody, who comes at once; without a key he asks for one. */
    void added(int member, String name, String key, long act) {
        if (student(member).isPresent()) {
            return;
        }
        Student late = new Student(this, member, name, house + 7);
        if (!key.isEmpty()) {
            late.gets(key, act);
        }
        students.add(late);
        late.begin(world.agenda().between(0, 1_000));
    }

    /** Returns whether a desk has asked for something that takes from a member what opens his seat, and does not know whether it was done. */
    boolean mayRevoke(int member) {
        return desks.stream().anyMatch(desk -> desk.mayRevoke(member));
    }

    /** Returns whether a desk has asked for the end of the class, and does not know whether that was done. */
    boolean mayFinish() {
        return desks.stream().anyMatch(SimDesk::mayFinish);
    }

    /** A desk has read the records of all tables. */
    void hasRecords(String text) {
        world.marks().hit("records read");
        world.invariants().bundle(this, text);
    }

    /** A desk is told that there are no records; returns whether no round was played, or each table had a seed of its own, so that none is compared. */
    boolean hasNoRecords(Refusal why) {
        Set<Integer> played = world.invariants().playedTables(this);
        boolean alone = setup().template().pace() == RoundPace.FREE && played.size() > 1;
        return played.isEmpty() || (alone && why.code() == ConnectionCode.NOT_ALLOWED);
    }

    boolean isFinished() {
        return id != null && log().isClosed();
    }

    /** Returns whether all is over for all its people. */
    boolean isOver() {
        return isFinished() && people().stream().allMatch(Person::isOver);
    }
}
