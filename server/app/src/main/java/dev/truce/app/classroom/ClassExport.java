package dev.truce.app.classroom;

import dev.truce.engine.Sha256;
import dev.truce.engine.board.Side;
import dev.truce.engine.text.SheetText;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordedRound;
import dev.truce.match.record.text.RecordText;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.debrief.ClassTable;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.Participation;
import dev.truce.story.debrief.PlayedBy;
import dev.truce.story.debrief.SeatRound;
import dev.truce.story.print.Json;
import dev.truce.story.words.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All of a class, or all of one student, as files with their names. Nobody's own name is in them unless it is asked for. */
public final class ClassExport {
    /** The file of the sums of all others. */
    public static final String SUMS = "SHA256SUMS";

    private static final List<String> ROUND_COLUMNS =
            List.of("table", "seat", "round", "manner", "drafts", "votes", "dealings", "texts");

    private final ClassTables tables;
    private final List<Student> students;
    private final boolean isNamed;

    /**
     * @param students who sat where; may be empty
     * @param isNamed whether names and student numbers are told
     */
    public ClassExport(ClassTables tables, List<Student> students, boolean isNamed) {
        this.tables = tables;
        this.students = List.copyOf(students);
        this.isNamed = isNamed;
    }

    /**
     * Returns the files of the class by their paths.
     *
     * @param debrief the page of the debrief
     */
    public Map<String, String> all(String debrief) {
        Map<String, String> files = new TreeMap<>();
        files.put("class.json", Json.write(object()) + "\n");
        files.put("rounds.csv", rounds(null));
        files.put("participation.csv", participation(null));
        files.put("debrief.html", debrief);
        for (ClassTable table : tables.tables()) {
            files.put(path(table), record(table));
        }
        return summed(files);
    }

    /**
     * Returns the files of one student: the page of his grade, his rounds, his participation, his texts, and the record of his table.
     *
     * @param grade the page that explains his grade
     */
    public Map<String, String> of(Student student, String grade) {
        Map<String, String> files = new TreeMap<>(Map.of("grade.html", grade));
        files.put("rounds.csv", rounds(student));
        files.put("participation.csv", participation(student));
        for (ClassTable table : tables.tables()) {
            Seat seat = student.seat();
            if (seat != null && student.sitsAt(table.number(), seat)) {
                files.put("texts.csv", texts(table, seat));
                files.put(path(table), record(table));
            }
        }
        return summed(files);
    }

    private static Map<String, String> summed(Map<String, String> files) {
        StringBuilder sums = new StringBuilder();
        files.forEach((path, text) ->
                sums.append(Sha256.hex(text)).append("  ").append(path).append('\n'));
        Map<String, String> all = new LinkedHashMap<>(files);
        all.put(SUMS, sums.toString());
        return all;
    }

    private static String path(ClassTable table) {
        return String.format(Locale.ROOT, "tables/%02d.twg", table.number());
    }

    private String record(ClassTable table) {
        return RecordText.write(table.replay().match(), tables.rules().scenario());
    }

    private Map<String, Object> object() {
        MatchRecord first = tables.tables().get(0).replay().match();
        List<Object> all = new ArrayList<>();
        for (ClassTable table : tables.tables()) {
            MatchRecord match = table.replay().match();
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("table", table.number());
            one.put("label", table.label());
            one.put("record", path(table));
            one.put("hash", "sha256:" + match.hash());
            one.put("unfinished", table.isUnfinished());
            one.put("us_head", match.recordTitle().usName());
            one.put("cn_head", match.recordTitle().cnName());
            one.put("us_score", table.tenths(Side.US) / 10.0);
            one.put("cn_score", table.tenths(Side.CN) / 10.0);
            one.put("joint_score", table.jointTenths() / 10.0);
            one.put("us_played_by", table.playedBy().of(Side.US).word());
            one.put("cn_played_by", table.playedBy().of(Side.CN).word());
            if (tables.havePar()) {
                one.put("us_par", table.parTenths(Side.US) / 10.0);
                one.put("cn_par", table.parTenths(Side.CN) / 10.0);
                one.put("joint_to_par", table.jointToParTenths() / 10.0);
            }
            one.put("tariffs", table.tariffs());
            all.add(one);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "class");
        object.put("schema_version", 1);
        object.put("event", first.recordTitle().event());
        object.put("scenario", first.rulesStamp().scenario());
        object.put("ruleset", first.rulesStamp().ruleset());
        object.put("seed", Long.toString(tables.seed()));
        object.put("tables", all);
        object.put("members", members());
        return object;
    }

    private List<Object> members() {
        List<Object> members = new ArrayList<>();
        for (Student student : students) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("table", student.table());
            one.put("seat", String.valueOf(student.seat()));
            if (isNamed) {
                one.put("name", student.name());
                one.put("id", student.id());
            }
            members.add(one);
        }
        return members;
    }

    private String rounds(@Nullable Student only) {
        List<List<String>> rows = new ArrayList<>(List.of(ROUND_COLUMNS));
        for (ClassTable table : tables.tables()) {
            for (SeatRound round : SeatRound.of(table.replay().match())) {
                if (only == null || only.sitsAt(table.number(), round.seat())) {
                    rows.add(List.of(
                            String.valueOf(table.number()),
                            round.seat().toString(),
                            String.valueOf(round.round()),
                            round.manner().word(),
                            String.valueOf(round.drafts()),
                            String.valueOf(round.votes()),
                            String.valueOf(round.dealings()),
                            String.valueOf(round.texts())));
                }
            }
        }
        return Gradebook.csv(rows);
    }

    private String participation(@Nullable Student only) {
        List<String> head = new ArrayList<>(List.of(
                "table", "seat", "rounds", "held", "took", "absent", "participation", "played_by", "from_round"));
        if (isNamed) {
            head.addAll(List.of("name", "id"));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(head);
        for (ClassTable table : tables.tables()) {
            MatchRecord match = table.replay().match();
            List<SeatRound> rounds = SeatRound.of(match);
            for (Seat seat : SeatRound.seats(match)) {
                if (only == null || only.sitsAt(table.number(), seat)) {
                    rows.add(participation(table, seat, rounds));
                }
            }
        }
        // What counts, and how much: in English, as all of the file is.
        return "# " + Bundles.inEnglish("export.weights") + "\r\n" + Gradebook.csv(rows);
    }

    private List<String> participation(ClassTable table, Seat seat, List<SeatRound> rounds) {
        Optional<Student> student = students.stream()
                .filter(each -> each.sitsAt(table.number(), seat))
                .findFirst();
        int from = student.map(Student::fromRound).orElse(0);
        Participation part = Participation.of(rounds, seat, from);
        List<String> row = new ArrayList<>(List.of(
                String.valueOf(table.number()),
                seat.toString(),
                String.valueOf(part.rounds()),
                String.valueOf(part.held()),
                String.valueOf(part.took()),
                String.valueOf(part.absent()),
                part.held() == 0 ? "" : NumberText.decimals((double) part.took() / part.held(), 3),
                PlayedBy.of(rounds, seat).word(),
                String.valueOf(Math.max(1, from))));
        if (isNamed) {
            row.add(student.map(each -> SheetText.guarded(each.name())).orElse(""));
            row.add(student.map(each -> SheetText.guarded(each.id())).orElse(""));
        }
        return row;
    }

    private static String texts(ClassTable table, Seat seat) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("round", "channel", "text"));
        for (RecordedRound round : table.replay().match().rounds()) {
            for (Done done : round.closed().deeds()) {
                if (done.side() == seat.side()
                        && done.seat() == seat.number()
                        && done.deed() instanceof Deed.Say say
                        && !say.text().isEmpty()) {
                    rows.add(List.of(
                            String.valueOf(round.round()),
                            say.channel().name().toLowerCase(Locale.ROOT),
                            SheetText.guarded(say.text())));
                }
            }
        }
        return Gradebook.csv(rows);
    }
}
