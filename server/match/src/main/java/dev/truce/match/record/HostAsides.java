package dev.truce.match.record;

import dev.truce.match.deed.By;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.HostActNotation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the host did with a match that changes nothing of it: what was announced, and what the clock was told. Each is a comment of its
 * round after the orders of China, outside the hash chain: <code>{"desk 1: PAUSE"}</code>. A quote in it becomes an apostrophe.
 */
public final class HostAsides {
    /** Characters of comments in a round, so that its line can be read again. */
    static final int MAX_A_ROUND = 4_000;

    /** Bytes of comments in a match, so that the longest record still fits into a frame. */
    static final int MAX_A_MATCH = 40 * 1024;

    private static final Set<Class<? extends HostAct>> KEPT = Set.of(
            HostAct.Announce.class,
            HostAct.Pause.class,
            HostAct.Unpause.class,
            HostAct.Extend.class,
            HostAct.Grant.class);

    private final Map<Integer, List<String>> comments = new HashMap<>();
    private int bytes;

    /** Keeps an act that was taken, if it is of those kinds and there is room for it. */
    public void add(int round, By by, HostAct act) {
        if (!KEPT.contains(act.getClass())) {
            return;
        }
        String words = (by(by) + HostActNotation.of(act)).replace("\\\"", "'").replace('"', '\'');
        String comment = "{\"" + words + "\"}";
        List<String> before = comments.computeIfAbsent(round, unused -> new ArrayList<>());
        int size = comment.getBytes(StandardCharsets.UTF_8).length;
        int inRound = before.stream().mapToInt(String::length).sum() + comment.length();
        if (inRound <= MAX_A_ROUND && bytes + size <= MAX_A_MATCH) {
            before.add(comment);
            bytes += size;
        }
    }

    private static String by(By by) {
        return by instanceof By.Desk desk ? "desk " + desk.number() + ": " : "host: ";
    }

    /** Returns rounds as a record has them, each with its comments. */
    public List<RecordedRound> beside(List<ClosedRound> closed, Chain chain) {
        List<String> links = chain.links();
        return closed.stream()
                .map(round -> new RecordedRound(round, Hex.shown(links.get(round.round())), of(round.round())))
                .toList();
    }

    /** Returns the comments of a round. */
    Annotations of(int round) {
        return new Annotations(List.of(), comments.getOrDefault(round, List.of()));
    }
}
