package dev.truce.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.option.Settings;
import dev.truce.cli.terminal.PlainConsole;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.terminal.Tint;
import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.story.words.Language;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial, typed as its steps ask. */
@Timeout(120)
class LessonTest {
    private static final List<String> FIRST = List.of(
            "state",
            "legal FENT",
            "explain snap-back",
            "try FENT=0",
            "try FENT=20",
            "FENT=5",
            "commit",
            "undo",
            "undo");
    private static final List<String> SECOND =
            List.of("FENT=0", "commit", "ready", "close", "why", "pacts", "counter CN-1 renew 4", "ready", "close");

    @TempDir
    private Path folder;

    @AfterEach
    void speakEnglish() {
        Texts.speak(Language.EN);
    }

    private String typed(List<String> lines) throws Exception {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(lines);
        all.add("quit");
        try (PlainConsole console = new PlainConsole(
                new BufferedReader(new StringReader(String.join("\n", all))),
                new Printer(out, out, new Tint(Tint.Ground.NONE), false),
                false)) {
            TutorialCommand.play(new Settings(), console, new LessonFile(folder.resolve("tutorial")));
        }
        return screen.toString(StandardCharsets.UTF_8).replace("\n", " ");
    }

    private static List<String> and(List<String> first, List<String> second, String... more) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        all.addAll(Arrays.asList(more));
        return all;
    }

    /** What has to be typed to sign is on the screen. */
    private static String signature(String screen) {
        return screen.replaceAll("(?s).*Type {2}(CN-2 [0-9a-f]{4}) .*", "$1");
    }

    @Test
    void eachStepEndsWhenItIsDone() throws Exception {
        String screen = typed(and(FIRST, SECOND, "accept CN-2"));
        for (int step = 1; step <= 7; step++) {
            assertThat(screen).contains("STEP " + step + " of 8:");
        }
        assertThat(screen).doesNotContain("STEP 8 of 8:").contains("against the bot tutor.");
        String signed = typed(List.of(signature(screen), "ready", "close"));
        assertThat(signed)
                .doesNotContain("error ")
                .contains("STEP 8 of 8:")
                .contains("DONE: A truce ends by itself")
                .contains("The tutorial is over");
        assertThat(new LessonFile(folder.resolve("tutorial")).exists())
                .as("an end is forgotten")
                .isFalse();
    }

    @Test
    void theTaskOfEachStepFitsOnOneLine() throws Exception {
        for (Language language : Language.values()) {
            Texts.speak(language);
            for (int step = 1; step <= Lesson.STEPS; step++) {
                String task = Texts.of("tutorial.step", step, Lesson.STEPS, Texts.of("tutorial.task." + step));
                assertThat(TextWidth.width(task)).as(task).isLessThanOrEqualTo(TextWidth.SCREEN);
            }
        }
    }

    /** What the third step teaches is true of the figures that it has shown. */
    @Test
    void theBreachOfTheThirdStepLooksBetterThanTheCutNextQuarterAloneAndHoldingBeatsIt() throws Exception {
        String screen = typed(FIRST.subList(0, 5));
        String cut =
                screen.substring(screen.indexOf("Preview of FENT 10->0"), screen.indexOf("Preview of FENT 10->20"));
        String breach = screen.substring(screen.indexOf("Preview of FENT 10->20"));
        double[] cuts = own(cut, Texts.of("try.keeps"));
        double[] breaches = own(breach, Texts.of("try.keeps"));
        double[] held = own(breach, "if you hold");
        assertThat(own(cut, "if you hold")).containsExactly(held);
        assertThat(breaches[0]).isGreaterThan(cuts[0]).isLessThan(held[0]);
        assertThat(breaches[1]).isLessThan(cuts[1]).isLessThan(held[1]);
    }

    /** Returns the own scores of a row of a preview: next quarter and the fourth. */
    private static double[] own(String preview, String row) {
        Matcher figures = Pattern.compile(row + "(?: +[0-9]+ / [0-9]+){3} +([0-9.]+) / ([0-9.]+)")
                .matcher(preview);
        assertThat(figures.find()).as(row + " of " + preview).isTrue();
        return new double[] {Double.parseDouble(figures.group(1)), Double.parseDouble(figures.group(2))};
    }

    @Test
    void itGoesOnWhereItWasLeft() throws Exception {
        assertThat(typed(FIRST)).contains("STEP 4 of 8:").doesNotContain("STEP 5 of 8:");
        String later = typed(List.of("FENT=0", "commit", "ready"));
        assertThat(later)
                .contains("goes on where you left it")
                .doesNotContain("STEP 1 of 8:")
                .contains("DONE: Saved means")
                .contains("STEP 5 of 8:");
        assertThat(typed(List.of())).doesNotContain("STEP 4 of 8:").contains("STEP 5 of 8:");
    }

    @Test
    void aStepCanBeSkippedAndAllOfItIsInChineseToo() throws Exception {
        Texts.speak(Language.ZH);
        String screen = typed(List.of("skip", "skip", "skip", "skip", "skip", "skip", "skip", "skip"));
        assertThat(screen).contains("第8步，共8步").contains("教程结束").doesNotContain("STEP");
    }
}
