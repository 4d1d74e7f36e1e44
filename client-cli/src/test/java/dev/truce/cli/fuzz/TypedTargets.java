package dev.truce.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.line.CommandWords;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.AbsenceNotation;
import dev.truce.match.Absences;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.match.notation.DeedNotation;
import dev.truce.match.notation.DeedReader;
import dev.truce.match.notation.HostActNotation;
import dev.truce.match.notation.ReadingContext;
import dev.truce.protocol.text.Names;
import dev.truce.protocol.text.SafeText;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people type. */
final class TypedTargets {
    private static final Scenario BUSAN = Scenarios.busan2025();
    private static final int ROUND = 3;

    private static final DeedReader DEEDS = new DeedReader(
            Side.US,
            ROUND,
            BUSAN,
            new ReadingContext(null, List.of(new OfferId(Side.US, 1), new OfferId(Side.CN, 1)), Map.of("Mei", 1)));

    private static final List<String> SAID = List.of(
            "FENT=5; PORT=80; us.fentanyl_tariff=5%",
            "offer renew 4; accept CN-1; reject CN-1; withdraw US-1",
            "offer {US.FENT<=5; CN.SOY>=6.25; until r5; communique}",
            "COUNTER CN-1 {FENT<=5; SOY>=8 for 4 private}",
            "NOTICE; RETRACT; READY; UNDO; VOTE Mei no",
            "say all \"We keep \\\"our\\\" word; \\\\ 我们\"",
            "THREATEN PORT=80 unless {CN.SOY>=8} SAY all \"now\"",
            "WARN; REASSURE SAY all \"We keep our word.\"",
            "DRAFT FENT=5; ADOPT Mei");

    private static final List<String> WORDS = List.of(
            "; ",
            "{",
            "}",
            "<=",
            ">=",
            "=",
            "\"",
            "\\",
            "US.",
            "CN.",
            "until r5",
            "for 4",
            " 0x1",
            "-1",
            "99999999999",
            "。",
            "；",
            "＝",
            "≤",
            "　",
            "SAY all ",
            "UNLESS ",
            "CN-1",
            "r2147483648",
            "\u0000",
            "\ud83d\ude00",
            "İ");

    private TypedTargets() {}

    static List<Target> all() {
        return List.of(
                Target.ofTexts("deeds", 100, SAID, WORDS, TypedTargets::deeds),
                Target.ofTexts("host-acts", 100, hostActs(), WORDS, TypedTargets::hostAct),
                Target.ofTexts("desk-acts", 100, deskActs(), WORDS, TypedTargets::deskAct),
                Target.ofTexts(
                        "absences",
                        100,
                        List.of("hold", "keep; US.head hold", "bot match 2 keep; CN.1 hold"),
                        List.of("; ", "hold", "keep", "bot ", "US.1 ", "CN.head ", "99999999999"),
                        TypedTargets::absence),
                Target.ofTexts(
                        "texts",
                        100,
                        List.of("Ann", "Ngô Bảo Châu", "李明", "a\u001b[2Jb", "Z\u0337\u0337\u0337algo", "x\u202Ey"),
                        List.of(
                                "\u001b",
                                "\u009b",
                                "\u202e",
                                "\u200b",
                                "\u0301",
                                "\ufe0f",
                                "\r\n",
                                " ",
                                "  ",
                                "\ud83d\ude00"),
                        TypedTargets::text),
                Target.ofTexts(
                        "commands",
                        100,
                        List.of("python3 bot.py --seed 7", "'/a b/c' \"d e\" f"),
                        List.of("'", "\"", " ", "\t"),
                        TypedTargets::command));
    }

    /** One of each word, with what may come after it. */
    private static List<String> hostActs() {
        List<String> acts = new ArrayList<>();
        for (String word : HostActNotation.words(HostAct.class)) {
            acts.addAll(variants(word));
        }
        return acts;
    }

    private static List<String> deskActs() {
        List<String> acts = new ArrayList<>(List.of("DOORS OPEN", "MOVE 12 5.CN.1", "DRY extend 3 r2 2:00"));
        for (String word : ClassActNotation.words()) {
            acts.addAll(variants(word));
            acts.addAll(variants(word + " 3"));
        }
        return acts;
    }

    private static List<String> variants(String word) {
        return List.of(
                word,
                word + " r2 leak CN.SOY",
                word + " \"because\"",
                word + " CN.1 tft",
                word + " r2 CN.1 2:00",
                word + " r2 1:30");
    }

    private static Target.Outcome deeds(String line) {
        boolean accepted = false;
        for (Reply<Deed> reading : DEEDS.read(line)) {
            accepted |= deed(reading);
        }
        accepted |= deed(DEEDS.deed(line));
        return Target.accepted(accepted);
    }

    private static boolean deed(Reply<Deed> reading) {
        if (!(reading instanceof Reply.Done<Deed> done)) {
            assertThat(((Reply.Refused<Deed>) reading).refusal().code().name()).isNotEmpty();
            return false;
        }
        String printed = DeedNotation.of(done.value(), ROUND, BUSAN);
        if (!(DEEDS.deed(printed) instanceof Reply.Done<Deed> again)) {
            throw new AssertionError("printed and not read: " + printed);
        }
        // Orders are printed in the order of the board.
        assertThat(DeedNotation.of(again.value(), ROUND, BUSAN)).isEqualTo(printed);
        if (!(done.value() instanceof Deed.Submit || done.value() instanceof Deed.PutDraft)) {
            WireTargets.same(again.value(), done.value());
        }
        return true;
    }

    private static Target.Outcome hostAct(String text) {
        Optional<HostAct> act = HostActNotation.read(text, ROUND);
        act.ifPresent(read -> assertThat(HostActNotation.read(HostActNotation.of(read), ROUND))
                .contains(read));
        return Target.accepted(act.isPresent());
    }

    private static Target.Outcome deskAct(String text) {
        Optional<ClassAct> act = ClassActNotation.read(text, ROUND);
        act.ifPresent(read -> assertThat(ClassActNotation.read(ClassActNotation.of(read), ROUND))
                .contains(read));
        return Target.accepted(act.isPresent());
    }

    private static Target.Outcome absence(String text) {
        Optional<Absences> read = AbsenceNotation.read(text);
        read.ifPresent(rules ->
                assertThat(AbsenceNotation.read(AbsenceNotation.of(rules))).contains(rules));
        return Target.accepted(read.isPresent());
    }

    /** Text is never refused but cleaned, and once is enough; names are refused. */
    private static Target.Outcome text(String text) {
        String line = SafeText.line(text, 200);
        assertThat(SafeText.line(line, 200)).isEqualTo(line);
        assertThat(line.codePoints()).noneMatch(TypedTargets::isDangerous);
        Optional<String> name = Names.fit(text);
        name.ifPresent(fit -> {
            assertThat(Names.fit(fit)).contains(fit);
            assertThat(Names.key(Names.key(fit))).isEqualTo(Names.key(fit));
            assertThat(fit.codePoints()).noneMatch(TypedTargets::isDangerous);
        });
        return Target.accepted(name.isPresent());
    }

    static boolean isDangerous(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static Target.Outcome command(String text) {
        try {
            return Target.accepted(!CommandWords.of(text).isEmpty());
        } catch (IllegalArgumentException refused) {
            return Target.Outcome.REFUSED;
        }
    }
}
