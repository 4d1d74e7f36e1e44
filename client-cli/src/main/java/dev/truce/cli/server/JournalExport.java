package dev.truce.cli.server;

import dev.truce.app.host.Catalogue;
import dev.truce.app.host.Referees;
import dev.truce.app.signature.RecordSigner;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Input;
import dev.truce.match.notation.DeedNotation;
import dev.truce.match.notation.HostActNotation;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordTitle;
import dev.truce.match.record.text.RecordText;
import dev.truce.protocol.codec.InputCodec;
import dev.truce.store.BrokenStream;
import dev.truce.store.BrokenStream.BrokenStreamException;
import dev.truce.store.EventStore;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredMatch.StoredInput;
import dev.truce.story.print.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The matches of a journal as lines of JSON: one for each match, with its record, and one for each of its inputs. A match that is not over has one line
 * only, since its seed and what is sealed would tell players what no seat may know. No line has a token, a room's code or a key of a deed.
 */
final class JournalExport {
    private final EventStore store;
    private final Catalogue catalogue;
    private final RecordSigner signer;
    private final boolean named;
    private final boolean open;
    private final StringBuilder lines = new StringBuilder();
    private int matches;
    private int broken;

    /**
     * Exports nothing yet.
     *
     * @param signer vouches for the records
     * @param named whether records have the names of people
     * @param open whether matches that are not over have a line
     */
    JournalExport(EventStore store, Catalogue catalogue, RecordSigner signer, boolean named, boolean open) {
        this.store = store;
        this.catalogue = catalogue;
        this.signer = signer;
        this.named = named;
        this.open = open;
    }

    /** Writes all lines. */
    JournalExport all() {
        for (String stream : store.allStreams()) {
            try {
                if (store.classOf(stream).isEmpty()) {
                    store.match(stream).ifPresent(this::match);
                }
            } catch (BrokenStreamException e) {
                isBroken(e.broken());
            }
        }
        return this;
    }

    String lines() {
        return lines.toString();
    }

    int matches() {
        return matches;
    }

    int broken() {
        return broken;
    }

    private void isBroken(BrokenStream found) {
        broken++;
        Map<String, Object> line = line("broken", found.stream());
        line.put("entry", found.seq());
        line.put("what", found.damage().name());
        add(line);
    }

    private void match(StoredMatch match) {
        boolean over = match.room().hasEnded();
        if (!over && !open) {
            return;
        }
        matches++;
        String id = match.room().matchId();
        Map<String, Object> line = line("match", id);
        line.put("scenario", match.room().scenarioId());
        line.put("ruleset", match.room().ruleset());
        String classId = match.room().classId();
        if (classId != null) {
            line.put("class", classId);
            line.put("table", match.room().table());
        }
        line.put("created_unix_millis", match.room().createdUnixMillis());
        line.put("over", over);
        line.put("entries", match.last());
        line.put("rounds", match.rounds().size());
        if (!over) {
            add(line);
            return;
        }
        line.put("ended_unix_millis", match.room().endedUnixMillis());
        Optional<Scenario> scenario = catalogue
                .find(
                        match.room().scenarioId(),
                        match.room().ruleset(),
                        match.room().scenarioHash())
                .map(Rules::scenario);
        // A match of another version has no record here; its program exports it.
        scenario.ifPresent(played -> line.put("record", record(match, played)));
        add(line);
        scenario.ifPresent(played -> match.inputs().forEach(input -> input(id, input, played)));
    }

    private String record(StoredMatch match, Scenario scenario) {
        MatchRecord found = signer.signed(Referees.record(catalogue, match), scenario);
        return RecordText.write(named ? found : found.with(nameless(found)), scenario);
    }

    private static RecordTitle nameless(MatchRecord found) {
        RecordTitle title = found.recordTitle();
        return new RecordTitle(title.event(), title.date(), "US", "CN");
    }

    private void input(String match, StoredInput stored, Scenario scenario) {
        Map<String, Object> line = line("input", match);
        line.put("entry", stored.seq());
        Input input = InputCodec.of(stored.payload());
        if (input instanceof Input.Does does) {
            line.put("seat", does.seat().toString());
            line.put("round", does.round());
            line.put("deed", DeedNotation.of(does.deed(), does.round(), scenario));
        } else if (input instanceof Input.Hosts hosts) {
            line.put("act", HostActNotation.of(hosts.act()));
        }
        add(line);
    }

    private static Map<String, Object> line(String type, String match) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", type);
        line.put("match", match);
        return line;
    }

    private void add(Map<String, Object> line) {
        lines.append(Json.write(line)).append('\n');
    }
}
