package dev.truce.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.store.chain.Witness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Law L2 below SQLite: the power fails at random moments, and disks lose, tear and change what they had kept. A disk that does as it is told loses nothing
 * that was acknowledged; of one that does not, the start or the match says so. Nothing is ever different in silence.
 */
class PowerLossTest {
    private static final Logger LOG = LoggerFactory.getLogger(PowerLossTest.class);
    private static final int STEPS = 40;

    @TempDir
    Path data;

    private final Map<Plan, Map<String, Integer>> seen = new EnumMap<>(Plan.class);
    private final List<String> silent = new ArrayList<>();

    /** How many plans are tried. */
    int plans() {
        return 50;
    }

    /** What the disk does. */
    private enum Plan {
        /** The power fails; of what was not forced any sectors are written, in any order. */
        POWER,
        /** The end of the log is lost, though it had been forced. */
        LOST_SUFFIX,
        /** The log is lost, though it had been forced. */
        LOST_LOG,
        /** Sectors have what they had some time ago. */
        OLD_SECTORS,
        /** A sector has zeros. */
        ZEROS,
        /** One to three bits are flipped. */
        FLIPPED,
        /** The database is that of some time ago. */
        OLD_DATABASE,
        /** The witness is lost. */
        LOST_WITNESS
    }

    @Test
    void nothingIsDifferentInSilence() throws IOException {
        int tried = 0;
        for (long seed = Long.getLong("truce.disk.seed", 1); tried < plans(); seed++) {
            tried += live(seed);
        }
        LOG.info("plans and what was said of them: {}", seen);
        assertThat(silent).isEmpty();
        assertThat(seen.keySet()).containsExactly(Plan.values());
        assertThat(seen.getOrDefault(Plan.POWER, Map.of())).containsOnlyKeys("whole");
        for (Plan plan : List.of(Plan.LOST_SUFFIX, Plan.LOST_LOG, Plan.OLD_SECTORS, Plan.OLD_DATABASE)) {
            assertThat(seen.getOrDefault(plan, Map.of()).keySet())
                    .as(plan + " finds something")
                    .anyMatch(said -> !said.equals("whole"));
        }
    }

    private int live(long seed) throws IOException {
        Path folder = Files.createDirectory(data.resolve("life-" + seed));
        Random random = new Random(seed);
        int[] tried = {0};
        DiskLife.live(folder, seed, STEPS, step -> {
            Plan plan = Plan.values()[random.nextInt(4) == 0 ? 0 : random.nextInt(Plan.values().length)];
            if (random.nextBoolean() || plan == Plan.POWER && step.kind() != DiskLife.Kind.RESTART) {
                outcome(plan, step, random, "seed " + seed);
                tried[0]++;
            }
        });
        DiskImage.delete(folder);
        return tried[0];
    }

    private void outcome(Plan plan, DiskLife.Step step, Random random, String seed) throws IOException {
        DiskImage image = image(plan, step, random);
        Path folder = image.write(data.resolve("image"));
        StoreView before = step.before().known();
        StoreView after = step.after().known();
        String said = StoreView.said(folder, plan == Plan.POWER ? List.of(after, before) : List.of(after));
        if (said.startsWith("silent")) {
            silent.add("%s after group %d, %s: %s"
                    .formatted(plan, step.after().known().group(), seed, said));
        }
        seen.computeIfAbsent(plan, any -> new TreeMap<>()).merge(said, 1, Integer::sum);
        DiskImage.delete(folder);
    }

    private static DiskImage image(Plan plan, DiskLife.Step step, Random random) {
        DiskImage before = step.before().image();
        DiskImage after = step.after().image();
        return switch (plan) {
            case POWER -> powerLoss(step, random);
            case LOST_SUFFIX -> cut(after, random);
            case LOST_LOG -> after.without(DiskImage.LOG);
            case OLD_SECTORS -> oldSectors(after, random.nextBoolean() ? before : step.older(), random);
            case ZEROS -> zeros(after, file(after, random), random);
            case FLIPPED -> flipped(after, file(after, random), random);
            case OLD_DATABASE -> after.withFileOf(step.older(), DiskImage.DATABASE);
            case LOST_WITNESS -> after.without(Witness.FILE);
        };
    }

    /** The log is forced before the database is written, and that before the log begins again. */
    private static DiskImage powerLoss(DiskLife.Step step, Random random) {
        DiskImage before = step.before().image();
        DiskImage after = step.after().image();
        DiskImage lost = switch (step.kind()) {
            case APPEND -> {
                boolean copied = !Arrays.equals(before.file(DiskImage.DATABASE), after.file(DiskImage.DATABASE));
                boolean emptied = after.file(DiskImage.LOG).length == 0;
                if (emptied) {
                    yield random.nextBoolean() ? before : after.withFileOf(before, Witness.FILE);
                }
                yield copied && random.nextBoolean()
                        ? before.withFileOf(after, DiskImage.LOG).tornDatabase(after, random)
                        : before.tornLog(after, random);
            }
            case EMPTY_LOG ->
                random.nextInt(3) == 0
                        ? before.withFileOf(after, DiskImage.DATABASE)
                        : before.tornDatabase(after, random);
            case RESTART -> before;
        };
        // It is forced some milliseconds later only.
        return random.nextInt(3) == 0 ? lost.withFileOf(step.older(), Witness.FILE) : lost;
    }

    private static DiskImage cut(DiskImage image, Random random) {
        byte[] log = image.file(DiskImage.LOG);
        int kept = log.length == 0 ? 0 : random.nextInt(log.length);
        return image.with(
                DiskImage.LOG, Arrays.copyOf(log, random.nextBoolean() ? kept : kept - kept % DiskImage.SECTOR));
    }

    private static DiskImage oldSectors(DiskImage image, DiskImage older, Random random) {
        DiskImage changed = image;
        for (String name : List.of(DiskImage.DATABASE, DiskImage.LOG)) {
            List<Integer> sectors = image.changedSectors(older, name);
            if (!sectors.isEmpty()) {
                byte[] bytes = image.file(name).clone();
                int sector = sectors.get(random.nextInt(sectors.size()));
                byte[] old = older.file(name);
                int end = Math.min(sector + DiskImage.SECTOR, bytes.length);
                Arrays.fill(bytes, sector, end, (byte) 0);
                if (sector < old.length) {
                    System.arraycopy(old, sector, bytes, sector, Math.min(old.length, end) - sector);
                }
                changed = changed.with(name, bytes);
            }
        }
        return changed;
    }

    private static String file(DiskImage image, Random random) {
        String name = DiskImage.NAMES.get(random.nextInt(DiskImage.NAMES.size()));
        return image.file(name).length == 0 ? DiskImage.DATABASE : name;
    }

    private static DiskImage zeros(DiskImage image, String name, Random random) {
        byte[] bytes = image.file(name).clone();
        int sector = random.nextInt(bytes.length / DiskImage.SECTOR + 1) * DiskImage.SECTOR;
        Arrays.fill(bytes, Math.min(sector, bytes.length), Math.min(sector + DiskImage.SECTOR, bytes.length), (byte) 0);
        return image.with(name, bytes);
    }

    private static DiskImage flipped(DiskImage image, String name, Random random) {
        byte[] bytes = image.file(name).clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return image.with(name, bytes);
    }
}
