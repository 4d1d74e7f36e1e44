package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassEvent;
import dev.truce.app.classroom.ClassSetup.TableSetup;
import dev.truce.app.host.SavedDeed;
import dev.truce.app.host.matches.LocalMatches;
import dev.truce.engine.Sha256;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Input;
import dev.truce.match.deed.By;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClassNews;
import dev.truce.story.bundles.Bundles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Shows what closing the round of tables would do, as the tables themselves say. */
final class Advances {
    private static final int HASH = 16;

    private Advances() {}

    /**
     * What would happen.
     *
     * @param tables table by table
     * @param hashes what each table has to be told that is expected; a table at which nothing can be done has none
     * @param expected hash of all of it
     */
    record Preview(List<ClassNews.TablePreview> tables, Map<Integer, String> hashes, String expected) {
        /** Returns what tables have to do for exactly this to happen. */
        List<ClassEvent.Wish> wanted(HostAct.Advance act) {
            List<ClassEvent.Wish> wanted = new ArrayList<>();
            hashes.forEach(
                    (table, hash) -> wanted.add(new ClassEvent.Hosts(table, new HostAct.Advance(act.round(), hash))));
            return wanted;
        }
    }

    /** Asks tables what an advance would do. */
    static void preview(
            List<TableSetup> tables,
            HostAct.Advance act,
            By by,
            LocalMatches matches,
            Consumer<Runnable> mailbox,
            Consumer<Preview> done) {
        Map<Integer, Refusal> answers = new TreeMap<>();
        for (TableSetup table : tables) {
            Consumer<Reply<SavedDeed>> answer = reply -> mailbox.accept(() -> {
                // The first word of each table counts, so that what is asked for is done once.
                if (reply instanceof Reply.Refused<SavedDeed> denied
                        && answers.putIfAbsent(table.number(), denied.refusal()) == null
                        && answers.size() == tables.size()) {
                    done.accept(of(answers));
                }
            });
            // Nothing is expected, so it is refused, and the refusal says what would happen.
            HostAct.Advance asked = new HostAct.Advance(act.round(), "");
            matches.atTable(table.matchId(), answer, match -> match.direct(new Input.Hosts(by, 0, asked), answer));
        }
    }

    private static Preview of(Map<Integer, Refusal> answers) {
        List<ClassNews.TablePreview> tables = new ArrayList<>();
        Map<Integer, String> hashes = new TreeMap<>();
        StringJoiner all = new StringJoiner("\n");
        answers.forEach((table, refusal) -> {
            boolean shown = refusal.code() == RefusalCode.STALE_PREVIEW;
            // What would happen stands alone, why nothing can be done as a sentence.
            String text = shown && !refusal.arguments().isEmpty()
                    ? refusal.arguments().get(0).toString()
                    : Bundles.inEnglish(refusal);
            tables.add(new ClassNews.TablePreview(table, text));
            if (shown) {
                hashes.put(table, refusal.legal());
                all.add(table + " " + refusal.legal());
            }
        });
        return new Preview(tables, hashes, Sha256.hex(all.toString()).substring(0, HASH));
    }
}
