package dev.truce.story.debrief;

import dev.truce.story.page.Page;
import dev.truce.story.page.Page.DocumentSection;
import dev.truce.story.page.Part;
import dev.truce.story.print.DocumentText;
import dev.truce.story.print.HtmlDocument;
import dev.truce.story.print.Look;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** What an instructor and a class look at after the last round: all tables beside each other. */
public final class DebriefTopic {
    private final Debrief debrief;
    private final Wording wording;
    private final Phrases phrases;

    /** @param wording the words of the scenario; it makes names fit to be shown */
    public DebriefTopic(Debrief debrief, Wording wording) {
        this.debrief = debrief;
        this.wording = wording;
        this.phrases = wording.phrases();
    }

    /** Returns the heading of all. */
    public String title() {
        String event =
                debrief.tables().tables().get(0).replay().match().recordTitle().event();
        return event.isEmpty() ? phrases.of("debrief.title.plain") : phrases.of("debrief.title", wording.safe(event));
    }

    /** Returns what stands below the heading: how many tables, which chance, and what readers learn about names. */
    public String lead() {
        ClassTables tables = debrief.tables();
        return phrases.of(
                tables.key(tables.haveOwnHands() ? "debrief.lead.hands" : "debrief.lead"),
                tables.only() == 0 ? tables.tables().size() : tables.only(),
                tables.rules().scenario().id(),
                tables.rules().scenario().ruleset(),
                tables.seed(),
                phrases.of("debrief.names." + debrief.names().mode().word()));
    }

    /** Returns the sections in their order; one of which nothing can be told is left out. */
    public List<DocumentSection> sections() {
        List<DocumentSection> sections = sectionsOfRecord();
        add(sections, "refused", new RefusedParts(debrief, wording).parts());
        return sections;
    }

    /** Returns the sections for which the records are enough, and no bot has to play. */
    public List<DocumentSection> sectionsOfRecord() {
        List<DocumentSection> sections = new ArrayList<>();
        add(sections, "tables", new TableParts(debrief, wording).parts());
        add(sections, "tariffs", new TariffParts(debrief.tables(), wording).parts());
        add(sections, "scores", new BenchmarkParts(debrief, wording).parts());
        add(sections, "costs", new CostParts(debrief.tables(), wording).parts());
        add(sections, "turns", new TurnParts(debrief.tables(), wording).parts());
        add(sections, "promises", new PromiseParts(debrief.tables(), wording).parts());
        return sections;
    }

    /** Returns all of it as lines of a screen. */
    public List<String> lines(Look look) {
        return DocumentText.lines(title(), lead(), sections(), look);
    }

    public String markdown() {
        return DocumentText.markdown(title(), lead(), sections());
    }

    /**
     * Returns all of it as one web page that needs no network.
     *
     * @param styles the style sheet
     */
    public String html(String styles) {
        HtmlDocument.Frame frame = new HtmlDocument.Frame(
                phrases.language(),
                title(),
                lead(),
                phrases.of("debrief.skip"),
                phrases.of("debrief.contents"),
                styles);
        return HtmlDocument.of(frame, sections());
    }

    private String titled(String name) {
        boolean differs = name.equals("tables") || name.equals("costs");
        String key = "debrief.section." + name;
        return differs ? debrief.tables().key(key) : key;
    }

    private void add(List<DocumentSection> sections, String name, List<Part> parts) {
        if (!parts.isEmpty()) {
            sections.add(new DocumentSection(name, phrases.of(titled(name)), Page.of(parts)));
        }
    }
}
