package dev.truce.story.topic;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.view.Observation;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.OverruledWords;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** What a seat may order now; the present level stands in brackets. */
public final class LegalTopic {
    private static final int COLUMN = 37;
    private static final int WORD = 9;

    private final Wording wording;
    private final Phrases phrases;
    private final OverruledWords overruled;

    /** @param wording the words of the scenario */
    public LegalTopic(Wording wording) {
        this.wording = wording;
        this.phrases = wording.phrases();
        this.overruled = new OverruledWords(wording);
    }

    /** Returns some of the instruments that may be ordered. */
    public Page page(List<LegalLevels> ordered, Observation observation) {
        Part part = Part.named("legal");
        List<Block.Item> items = new ArrayList<>();
        for (LegalLevels legal : ordered) {
            String covert = legal.instrument().isCovert()
                    ? "   " + wording.covert(legal.instrument()).strip()
                    : "";
            items.add(new Block.Item(
                    legal.instrument().word(), levels(legal, observation) + covert + reasons(legal, observation)));
            part = spoken(part, legal, observation);
        }
        return Page.of(List.of(part.drawn(new Block.Tiles(WORD, COLUMN, items))));
    }

    /** Returns one instrument with its unit and the clause that binds it. */
    public Page page(LegalLevels legal, Observation observation) {
        Instrument instrument = legal.instrument();
        StringBuilder text = new StringBuilder(levels(legal, observation));
        text.append(reasons(legal, observation)).append("   ");
        text.append(wording.unit(wording.scenario().spec(instrument).unit())).append(phrases.of("list.stop"));
        Clause clause = observation.treaty().binding(instrument, observation.openRound());
        if (clause != null) {
            String key = instrument.isCovert() ? "legal.floor" : "legal.cap";
            text.append(' ').append(phrases.of(key, clause.agreement(), wording.level(instrument, clause.bound())));
        }
        if (instrument.isCovert()) {
            text.append(' ').append(phrases.of("legal.covert"));
        }
        for (String sentence : overruled.ofLevels(legal, observation)) {
            text.append(' ').append(sentence);
        }
        Part part = spoken(Part.named("legal"), legal, observation);
        return Page.of(List.of(part.drawn(new Block.Labelled(instrument.word(), WORD, text.toString()))));
    }

    private Part spoken(Part part, LegalLevels legal, Observation observation) {
        Instrument instrument = legal.instrument();
        List<String> levels = new ArrayList<>();
        legal.legal().forEach(level -> levels.add(wording.level(instrument, level)));
        Part more = part.said(phrases.of(
                "spoken.legal",
                instrument.word(),
                wording.title(instrument),
                wording.level(instrument, observation.levels().get(instrument)),
                wording.phrases().row(levels)));
        for (LegalLevels.Withheld withheld : legal.withheld()) {
            more = more.said(phrases.of(
                    "spoken.withheld", wording.level(instrument, withheld.level()), because(withheld.reason())));
        }
        for (String sentence : overruled.ofLevels(legal, observation)) {
            more = more.said(sentence);
        }
        return more;
    }

    private String because(LegalLevels.Reason reason) {
        return phrases.of("legal.because." + reason.name());
    }

    private String levels(LegalLevels legal, Observation observation) {
        int present = observation.levels().get(legal.instrument());
        List<String> tokens = new ArrayList<>();
        boolean shown = false;
        for (int level : legal.legal()) {
            String token = wording.level(legal.instrument(), level);
            shown |= level == present;
            tokens.add(level == present ? "[" + token + "]" : token);
        }
        if (!shown) {
            tokens.add("[" + wording.level(legal.instrument(), present) + "]");
        }
        return String.join(" ", tokens);
    }

    private String reasons(LegalLevels legal, Observation observation) {
        List<String> parts = new ArrayList<>();
        for (LegalLevels.Reason reason : LegalLevels.Reason.values()) {
            List<String> tokens = new ArrayList<>();
            for (LegalLevels.Withheld level : legal.withheld()) {
                if (level.reason() == reason) {
                    tokens.add(wording.level(legal.instrument(), level.level()));
                }
            }
            if (!tokens.isEmpty()) {
                parts.add(phrases.of("legal.not", wording.phrases().row(tokens), because(reason)));
            }
        }
        parts.addAll(overruled.inShort(legal, observation));
        return parts.isEmpty() ? "" : "  " + wording.phrases().clauses(parts);
    }
}
