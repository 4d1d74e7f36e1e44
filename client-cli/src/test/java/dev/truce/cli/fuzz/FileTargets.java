package dev.truce.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.classroom.ClassList;
import dev.truce.app.classroom.ClassListReader;
import dev.truce.app.classroom.Student;
import dev.truce.app.classroom.Template;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.record.MatchRecord.RulesStamp;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.text.RecordText;
import dev.truce.match.record.verify.Verification;
import dev.truce.protocol.text.SafeText;
import dev.truce.scenario.ScenarioException;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people keep in files. */
final class FileTargets {
    private static final Path RECORDS = Path.of("../server/match/src/test/resources/dev/truce/match/record/golden");

    private static final List<String> RECORD_WORDS = List.of(
            "\n",
            "\" ",
            "[",
            "]",
            "{",
            "}",
            "(",
            ")",
            "| ",
            "#",
            "- ",
            "US",
            "CN.1",
            "HOLD",
            "RECIP=34",
            "; ",
            "fixed 64",
            "hidden",
            "END-WITH r3",
            "PAUSE",
            "STAND-IN CN.1 tft",
            "VACATE US.1",
            "EXTEND r1 2:00",
            "# ",
            "hash ");

    private static final List<String> CLASS_LISTS = List.of(
            "name,sis_id,section\nKim Lee,s1,A\nJo Wu,s2,B\n",
            "\uFEFFName;SIS User ID;Section\r\nKim Lee;s1;A\r\n",
            "Student,ID,SIS User ID,SIS Login ID,Section,Essay (12)\n    Points Possible,,,,,10\n\"Lee, Kim\",4711,s1,klee,Econ 101,8\n",
            "name\ttable\tseat\tlanguage\nKim\t1\tUS\tzh\nLi\t2\tCN.1\ten\n");

    private static final List<String> TEMPLATES = List.of(
            "title: Seminar\nscenario: class-8\n",
            "title: Seminar\nscenario: busan-2025\nmode: portfolio\nus_seats: 3\ncn_seats: 2\nrounds: 6\nminutes: 4.5\n"
                    + "grace_seconds: 30\nabsence: bot negotiator 2 keep\npace: gated\nopen: desk\nreveal: auto\nbot: tft\n"
                    + "gaps: vacant\nseed: 7f3a91c2d84be650a1f79c3d5e82b064\ngrouping: lot\nlanguage: zh\nwatch: nobody\nentry: list\n");

    private static final List<String> YAML_WORDS = List.of(
            ": ", "- ", "\n", "  ", "{", "}", "[", "]", "&a ", "*a", "!!int ", ".nan", ".inf", "-1", "1e400", "---\n",
            "\"", "|", ">");

    private FileTargets() {}

    static List<Target> all() {
        return List.of(
                new Target("records", 30, records(), RECORD_WORDS, FileTargets::record),
                Target.ofTexts("scenarios", 1, scenarios(), YAML_WORDS, FileTargets::scenario),
                new Target(
                        "class-lists",
                        50,
                        CLASS_LISTS.stream().map(Target::bytes).toList(),
                        List.of("\"", ",", ";", "\t", "\r\n", "name", "table", "seat", "\"\"", "US.1", "=1+1"),
                        FileTargets::classList),
                Target.ofTexts("templates", 50, TEMPLATES, YAML_WORDS, FileTargets::template));
    }

    private static List<byte[]> records() {
        try {
            return List.of(
                    Files.readAllBytes(RECORDS.resolve("match.twg")),
                    Files.readAllBytes(RECORDS.resolve("negotiated.twg")));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Those of a few lines, as what differs from their base; the long ones take longer than they find. */
    private static List<String> scenarios() {
        List<String> texts = new ArrayList<>();
        for (String id : Scenarios.ids()) {
            texts.add(Scenarios.text(id));
        }
        return texts;
    }

    static Optional<Scenario> shelf(RulesStamp named) {
        return shelf(named.scenario(), named.scenarioHash());
    }

    static Optional<Scenario> shelf(String id, String hash) {
        return Scenarios.edition(id, hash).map(ScenarioFile::scenario);
    }

    private static Target.Outcome record(byte[] input) {
        if (!(RecordReader.read(input, FileTargets::shelf) instanceof RecordReading.Read read)) {
            return Target.Outcome.REFUSED;
        }
        String text = RecordText.write(read.match(), read.scenario());
        assertThat(RecordReader.read(text, FileTargets::shelf)).isEqualTo(read);
        assertThat(Verification.verify(read.match(), Rules.of(read.scenario()))).isNotNull();
        return Target.Outcome.ACCEPTED;
    }

    private static Target.Outcome scenario(String text) {
        try {
            ScenarioFile file = Scenarios.read(text, "fuzzed.yaml");
            return Target.accepted(file != null);
        } catch (ScenarioException bad) {
            assertThat(bad.refusal().code().name()).isNotEmpty();
            return Target.Outcome.REFUSED;
        }
    }

    private static Target.Outcome template(String text) {
        try {
            Template template = Template.read(text, "fuzzed.yaml");
            return Target.accepted(template.usSeats() > 0);
        } catch (ScenarioException bad) {
            assertThat(bad.refusal().code().name()).isNotEmpty();
            return Target.Outcome.REFUSED;
        }
    }

    private static Target.Outcome classList(byte[] input) {
        Reply<ClassList> reply = ClassListReader.read(input);
        if (!(reply instanceof Reply.Done<ClassList> done)) {
            return Target.Outcome.REFUSED;
        }
        for (Student student : done.value().students()) {
            assertThat(student.name()).isNotEmpty();
            // What a desk, a terminal and a gradebook show is one line of ordinary signs.
            assertThat(List.of(student.name(), student.id(), student.login(), student.canvasId(), student.section()))
                    .allMatch(text -> text.equals(SafeText.line(text, text.length())));
        }
        return Target.Outcome.ACCEPTED;
    }
}
