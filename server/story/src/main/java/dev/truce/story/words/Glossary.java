package dev.truce.story.words;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.text.NearWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Explains every word of the game: terms from the texts of the language, instruments from the scenario. */
public final class Glossary {
    private static final String PREFIX = "explain.";

    private final Wording wording;
    private final TreeMap<String, Entry> entries = new TreeMap<>();

    /**
     * One entry.
     *
     * @param term the word in the language of the screens
     * @param other the word in the other language, or empty
     * @param meaning one or two sentences
     */
    public record Entry(String term, String other, String meaning) {}

    /** @param wording the words of the scenario */
    public Glossary(Wording wording) {
        this.wording = wording;
        for (String key : wording.phrases().keys()) {
            if (key.startsWith(PREFIX)) {
                String[] parts = wording.text(key).split("\\s*\\|\\s*", 3);
                Entry entry = new Entry(parts[0], parts[1], parts[2]);
                entries.put(key.substring(PREFIX.length()).replace('-', ' '), entry);
                entries.put(parts[0].toLowerCase(Locale.ROOT), entry);
                entries.put(parts[1].toLowerCase(Locale.ROOT), entry);
            }
        }
    }

    /** Returns the entry of a word in any case; plurals and order words are understood. */
    public Optional<Entry> find(String word, Side reader) {
        String wanted = word.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        Entry entry = entries.get(wanted);
        if (entry == null) {
            entry = alike(wanted);
        }
        if (entry == null) {
            Optional<Instrument> instrument = wording.scenario().instruments().find(wanted, reader);
            if (instrument.isEmpty()) {
                instrument = wording.scenario().instruments().find(wanted, reader.other());
            }
            return instrument.map(this::ofInstrument);
        }
        return Optional.of(entry);
    }

    /** A word in another form: of several, with a hyphen for a blank, as an owner. */
    private @Nullable Entry alike(String wanted) {
        String bare = wanted.replaceAll("'s$", "").replace('-', ' ');
        List<String> forms = new ArrayList<>(List.of(bare));
        if (bare.endsWith("ies")) {
            forms.add(bare.substring(0, bare.length() - 3) + "y");
        }
        if (bare.endsWith("es")) {
            forms.add(bare.substring(0, bare.length() - 2));
        }
        if (bare.endsWith("s")) {
            forms.add(bare.substring(0, bare.length() - 1));
        }
        for (String form : forms) {
            Entry entry = entries.get(form);
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    /** Returns the word that somebody probably meant. */
    public Optional<String> near(String word) {
        return NearWord.one(word, terms());
    }

    /** Returns all terms, sorted. */
    public List<String> terms() {
        TreeSet<String> terms = new TreeSet<>();
        for (Entry entry : entries.values()) {
            terms.add(entry.term().toLowerCase(Locale.ROOT));
        }
        return new ArrayList<>(terms);
    }

    private Entry ofInstrument(Instrument instrument) {
        InstrumentSpec spec = wording.scenario().spec(instrument);
        List<String> ladder = new ArrayList<>();
        spec.ladder().forEach(rung -> ladder.add(rung.token()));
        return new Entry(
                instrument.qualifiedWord(),
                wording.phrases().language() == Language.ZH
                        ? spec.titles().english()
                        : spec.titles().chinese(),
                wording.text(
                        instrument.isCovert() ? "glossary.instrument.covert" : "glossary.instrument",
                        wording.title(instrument),
                        wording.unit(spec.unit()),
                        String.join(" ", ladder),
                        spec.rung(spec.start()).token()));
    }
}
