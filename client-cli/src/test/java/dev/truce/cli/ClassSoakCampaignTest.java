package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.cli.classroom.Cable;
import dev.truce.cli.classroom.Pupil;
import dev.truce.cli.classroom.ServedProcess;
import dev.truce.cli.connect.ClassHearing;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.store.sqlite.JournalCopy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Lessons of sixty that follow each other on one server for ten minutes, or {@code -Dtest.jvm=-Dsoak.minutes=120}: connections are cut all the
 * time, one line is out for half a minute in each lesson, students change devices, come late, or do not come back, and in the second lesson the server
 * is killed. Its figures are written to {@code target/soak.txt}.
 */
@Tag("campaign")
class ClassSoakCampaignTest extends ClassScene {
    private static final long MINUTES = Long.getLong("soak.minutes", 10);
    private static final int LINES = 6;
    private static final Duration OUTAGE = Duration.ofSeconds(30);
    private static final int RESTART = 4;

    /** Those who come late have the other lines. */
    private static final int LINES_THAT_FAIL = 4;

    /** A slope says nothing before a server is warm, nor over some minutes. */
    private static final long SLOPE_MINUTES = 60;

    private static final double MIB_AN_HOUR = 5;

    private final Random random = new Random(SEED);
    private final List<Cable> lines = new ArrayList<>();
    private final List<Sample> memory = new ArrayList<>();
    private long cuts;
    private long outages;
    private long devices;

    private record Sample(double hours, double mebibytes) {}

    @Test
    void nothingIsLostAndNothingGrows() throws Exception {
        Files.createDirectories(data());
        ServedProcess served = new ServedProcess(folder, data(), port);
        opened.add(served);
        for (int line = 0; line < LINES; line++) {
            Cable made = new Cable(port);
            lines.add(made);
            opened.add(made);
        }
        long begun = System.nanoTime();
        int lessons = 0;
        while (System.nanoTime() - begun < TimeUnit.MINUTES.toNanos(MINUTES)) {
            lessons++;
            lesson(served, lessons == 2);
            if (lessons > 2) {
                memory.add(new Sample((System.nanoTime() - begun) / 3.6e12, served.residentKilobytes() / 1_024.0));
            }
        }
        assertThat(served.stop()).isZero();
        List<String> wrong = JournalCopy.read(data(), acks::compare);
        figure("minutes", MINUTES);
        figure("lessons of sixty", lessons);
        figure("lines cut, of ten students each", cuts);
        figure("lines out for 30 s", outages);
        figure("students on another device", devices);
        figure("deeds acknowledged", acks.count());
        figure("acknowledged deeds lost, or kept twice", wrong.size());
        figure("acknowledgement p99, microseconds", TimeUnit.NANOSECONDS.toMicros(acks.percentile(99)));
        figure("most memory of the server, MiB", served.peakKilobytes() / 1_024);
        figures.add("memory after each lesson from the third on, MiB: "
                + memory.stream().map(each -> Math.round(each.mebibytes)).toList());
        Files.write(Path.of("target", "soak.txt"), figures);
        assertThat(wrong).isEmpty();
        for (Path log : served.logs()) {
            assertThat(Files.readString(log)).doesNotContain("LEAK");
        }
        if (MINUTES >= SLOPE_MINUTES) {
            assertThat(slope(memory.subList(memory.size() / 3, memory.size()))).isLessThan(MIB_AN_HOUR);
        }
    }

    /** Least squares, MiB an hour. */
    private static double slope(List<Sample> samples) {
        double hours = samples.stream().mapToDouble(Sample::hours).average().orElseThrow();
        double mean = samples.stream().mapToDouble(Sample::mebibytes).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (Sample each : samples) {
            above += (each.hours - hours) * (each.mebibytes - mean);
            below += (each.hours - hours) * (each.hours - hours);
        }
        return above / below;
    }

    private void lesson(ServedProcess served, boolean isKilled) throws Exception {
        keys.clear();
        open();
        ClassHearing desk = desk();
        does(desk, "doors open");
        for (int i = 0; i < STUDENTS; i++) {
            if (!ABSENT.contains(i)) {
                enters(i);
            }
        }
        does(desk, "start");
        int failing = random.nextInt(LINES_THAT_FAIL);
        int out = 2 + random.nextInt(ROUNDS - 4);
        for (int round = 1; round <= ROUNDS; round++) {
            opens(desk, round);
            if (round == out) {
                lines.get(failing).out(OUTAGE);
                outages++;
            }
            disturb(round, failing);
            if (isKilled && round == RESTART) {
                desk.close();
                long killed = System.nanoTime();
                served.killAndStart();
                acks.disturbed(killed, System.nanoTime() + OUTAGE.toNanos());
                desk = desk();
            }
        }
        assertThat(desk.await(table -> table.phase() == TablePhase.OVER, SOON)).isTrue();
        await("all hear the end")
                .atMost(OUTAGE.plus(SOON))
                .until(() ->
                        pupils.values().stream().allMatch(pupil -> pupil.ended().isDone()));
        assertThat(((ClassNews.Done) done(desk.act(act(desk, "finish"), ""))).refusals())
                .hasSize(TABLES);
        desk.close();
        pupils.values().forEach(Pupil::close);
        pupils.clear();
    }

    private void enters(int index) throws Exception {
        Pupil pupil = school.at(
                mind(index), random.nextLong(), lines.get(index % LINES).port());
        pupils.put(index, pupil);
        pupil.sit(code, student(index), key(index));
    }

    private void disturb(int round, int failing) throws Exception {
        if (random.nextInt(3) > 0) {
            lines.get(random.nextInt(LINES)).pull();
            cuts++;
        }
        if (round == 2) {
            enters(LATE);
        }
        if (round == 5) {
            enters(LATER);
        }
        if (round == 6) {
            // He does not come back.
            pupils.remove(random.nextInt(LATE)).close();
        }
        int other = NEVER_THERE + 1 + random.nextInt(STUDENTS - NEVER_THERE - 1);
        if (other % LINES == failing) {
            return;
        }
        Pupil first = pupils.get(other);
        enters(other);
        Pupil second = pupils.get(other);
        // If the first was cut off just then and comes back, its connection is the newer one.
        await("one of two devices is told that the other has the seat")
                .atMost(SOON)
                .until(() -> isTakenOver(first) || isTakenOver(second));
        Pupil last = isTakenOver(first) ? second : first;
        pupils.put(other, last);
        (last == first ? second : first).close();
        devices++;
    }

    private static boolean isTakenOver(Pupil pupil) {
        return pupil.links().stream().anyMatch(LinkState.TakenOver.class::isInstance);
    }
}
