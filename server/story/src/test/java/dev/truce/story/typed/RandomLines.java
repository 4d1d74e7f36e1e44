package dev.truce.story.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Lines as people at the US seat of Busan might type them: right ones, wrong ones, and several that are joined by semicolons, of which some parts
 * are right. They serve the tests of all that reads lines.
 */
public final class RandomLines {
    /** The two lines of which a page once sent a part. */
    public static final List<String> SENT_IN_PART =
            List.of("counter CN-1 truce 3; DUTY232<=eased; PACE>=3", "offer truce 2; SOY>=8");

    private static final List<String> RIGHT = List.of(
            "FENT=5",
            "fent 5",
            "us.fentanyl_tariff=5",
            "PORT=80",
            "CHIP=strict",
            "HOLD",
            "offer truce 4",
            "offer renew 4",
            "OFFER deep 8 private",
            "offer FENT<=5; SOY>=8 for 4",
            "counter CN-1 renew 4",
            "counter CN-1 {FENT<=5; CN.SOY>=9; until r7}",
            "accept CN-1",
            "refuse CN-1",
            "withdraw US-1",
            "notice",
            "notice back",
            "say Our ports follow yours.",
            "say all \"We keep our word.\"",
            "tell the other side",
            "whisper ok",
            "warn",
            "reassure",
            "guard FENT",
            "threaten PORT=80 by r5 unless PORT<=0",
            "undo",
            "ready",
            "unready",
            "vote 1 yes",
            "draft FENT=5");

    private static final List<String> WRONG = List.of(
            "FENT=7",
            "S301=concluded",
            "SOY=8",
            "FNT=5",
            "nonsense",
            "accept CN-9",
            "withdraw CN-1",
            "counter US-1 renew 4",
            "offer",
            "offer truce",
            "offer FENT>=5 for 4",
            "say",
            "say own secret",
            "ready now",
            "undo it",
            "HOLD still",
            "vote 1",
            "guard nothing",
            "notice now",
            "DUTY232<=eased",
            "SOY>=8",
            "PACE>=3",
            "=",
            "{}",
            "\"",
            "; ;",
            "我们",
            "offer {",
            "say all \"a\\b\"",
            "RECIP=\u202e20",
            "say " + "words ".repeat(60));

    private static final List<String> GARBAGE = List.of(
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
            "0x1",
            "-1",
            "99999999999",
            "。",
            "；",
            "＝",
            "≤",
            "　",
            "SAY all",
            "UNLESS",
            "CN-1",
            "r2147483648",
            "\u0001",
            "\u0301",
            "#b29d58df745bbf59");

    private RandomLines() {}

    /** Returns lines, the same ones for a seed; among them the two that were sent in part. */
    public static List<String> of(int seed, int count) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(SENT_IN_PART);
        while (lines.size() < count) {
            StringBuilder line = new StringBuilder(part(random));
            for (int more = random.nextInt(4); more > 1; more--) {
                line.append(random.nextBoolean() ? "; " : ";").append(part(random));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static String part(Random random) {
        String part = random.nextInt(5) < 3 ? one(RIGHT, random) : one(WRONG, random);
        if (random.nextInt(4) > 0) {
            return part;
        }
        int at = random.nextInt(part.length() + 1);
        return switch (random.nextInt(3)) {
            case 0 -> part.substring(0, at);
            case 1 -> part.substring(0, at) + one(GARBAGE, random) + part.substring(at);
            default -> part + " " + one(GARBAGE, random);
        };
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
