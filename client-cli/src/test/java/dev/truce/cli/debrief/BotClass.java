package dev.truce.cli.debrief;

import dev.truce.bot.BotSeat;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bots.Roster;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.match.Recording;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordTitle;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.scenario.Scenarios;
import dev.truce.story.debrief.ClassTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A class of bots: four tables with one seed. */
public final class BotClass {
    public static final Rules BUSAN = Rules.of(Scenarios.busan2025());
    public static final long SEED = 7;

    private static final List<List<String>> PAIRS = List.of(
            List.of("negotiator", "gtft"),
            List.of("tft", "hawk"),
            List.of("match", "dove"),
            List.of("hawk", "negotiator"));

    private static final List<String> NAMES =
            List.of("Otter", "Puma", "Ibis", "Vole", "Swift", "Heron", "Stoat", "Lynx");

    private BotClass() {}

    /** Plays the tables. */
    public static List<MatchRecord> played() {
        List<MatchRecord> records = new ArrayList<>();
        for (List<String> pair : PAIRS) {
            RecordTitle title = new RecordTitle(
                    "Seminar 3", "2026-03-02", NAMES.get(2 * records.size()), NAMES.get(2 * records.size() + 1));
            records.add(played(BUSAN, pair.get(0), pair.get(1), SEED).with(title));
        }
        return records;
    }

    /** Plays one match. */
    public static MatchRecord played(Rules rules, String us, String cn, long seed) {
        Pairing pairing = new Pairing(
                Roster.find(us).orElseThrow(), Roster.find(cn).orElseThrow(), BotSeat.seedOf(seed, BotSeat.HEAD), 200);
        return Objects.requireNonNull(new InProcessMatch(rules)
                .play(rules.setup(seed), pairing, Recording.CHAIN)
                .record());
    }

    static ClassTables.Recorded recorded(int number, MatchRecord match) {
        return new ClassTables.Recorded(number, "", RecordReplay.of(match, BUSAN));
    }

    static ClassTables tables() {
        List<ClassTables.Recorded> records = new ArrayList<>();
        played().forEach(match -> records.add(recorded(records.size() + 1, match)));
        return ((Reply.Done<ClassTables>) ClassTables.of(BUSAN, records)).value();
    }
}
