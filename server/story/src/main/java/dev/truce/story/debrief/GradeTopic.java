package dev.truce.story.debrief;

import dev.truce.match.Seat;
import dev.truce.story.page.CaptionedTable;
import dev.truce.story.page.Page;
import dev.truce.story.page.Page.DocumentSection;
import dev.truce.story.page.Part;
import dev.truce.story.print.HtmlDocument;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page that explains the grade of one student to him, and to whom he appeals. */
public final class GradeTopic {
    private final ExplainedGrade facts;
    private final Wording wording;
    private final Phrases phrases;

    /**
     * What a grade comes from. Figures in points are printed tenths.
     *
     * @param name how the student is called; empty where names are left out
     * @param table where he sat
     * @param seat his seat there
     * @param part in how many rounds he took part
     * @param rounds what was done in each of his rounds
     * @param mark what his score is worth, or null if there is no performance
     * @param missing why there is none; its mark is null otherwise
     */
    public record ExplainedGrade(
            String name,
            ClassTable table,
            Seat seat,
            Participation part,
            List<SeatRound> rounds,
            @Nullable ScoreWorth mark,
            @Nullable Missing missing) {
        public ExplainedGrade {
            rounds = List.copyOf(rounds);
        }
    }

    /**
     * What a score is worth.
     *
     * @param compared how many held the same seat and are compared, he among them
     * @param place among them, best 1
     * @param fromMean his distance to par above that of their mean
     * @param luck within how many points 95 of 100 scores lie if the same deeds meet other dice
     * @param alike how many of the others luck alone may have parted from him
     * @param byPlace performance by place, thousandths
     * @param byPoints performance by points, thousandths
     * @param spread points above the mean that are worth a performance of 1
     */
    public record ScoreWorth(
            int compared, int place, long fromMean, long luck, int alike, long byPlace, long byPoints, int spread) {}

    /** Why a score is no performance. */
    public enum Missing {
        /** The student held the seat for half of the rounds or fewer, or did nothing in so many. */
        ABSENT,
        /** A bot or nobody led the side. */
        UNLED,
        /** Too few held the same seat. */
        FEW
    }

    /** @param wording the words of the scenario; it makes names fit to be shown */
    public GradeTopic(ExplainedGrade facts, Wording wording) {
        this.facts = facts;
        this.wording = wording;
        this.phrases = wording.phrases();
    }

    /** Returns the heading. */
    public String title() {
        return facts.name().isEmpty()
                ? phrases.of("grade.title.plain", facts.table().number(), facts.seat())
                : phrases.of("grade.title", wording.safe(facts.name()));
    }

    private String lead() {
        return phrases.of(
                "grade.lead",
                facts.table().number(),
                facts.seat(),
                facts.part().rounds(),
                facts.table().replay().match().rulesStamp().scenario());
    }

    private List<DocumentSection> sections() {
        return List.of(
                new DocumentSection(
                        "performance", phrases.of("grade.section.performance"), Page.of(paragraphs(performance()))),
                new DocumentSection(
                        "participation", phrases.of("grade.section.participation"), Page.of(participation())));
    }

    private static List<Part> paragraphs(List<String> texts) {
        return texts.stream().map(TableWords::paragraph).toList();
    }

    private List<String> performance() {
        ClassTable table = facts.table();
        List<String> texts = new ArrayList<>();
        texts.add(phrases.of(
                "grade.score",
                phrases.of("side." + facts.seat().side()),
                NumberText.tenth(table.tenths(facts.seat().side())),
                NumberText.tenth(table.parTenths(facts.seat().side())),
                NumberText.signedTenth(table.toParTenths(facts.seat().side()))));
        ScoreWorth mark = facts.mark();
        if (mark == null) {
            texts.add(phrases.of(missing()));
            return texts;
        }
        texts.add(phrases.of("grade.compared", mark.compared(), NumberText.signedTenth(mark.fromMean()), mark.place()));
        texts.add(phrases.of("grade.marks", thousandths(mark.byPlace()), mark.spread(), thousandths(mark.byPoints())));
        texts.add(phrases.of("grade.luck", NumberText.tenth(mark.luck()), mark.alike(), mark.compared() - 1));
        return texts;
    }

    private String missing() {
        Missing why = facts.missing();
        if (why == null) {
            throw new IllegalStateException("no mark, and no reason");
        }
        return switch (why) {
            case ABSENT -> "grade.missing.absent";
            case UNLED -> "grade.missing.unled";
            case FEW -> "grade.missing.few";
        };
    }

    private static String thousandths(long value) {
        return NumberText.decimals(value / 1000.0, 3);
    }

    private List<Part> participation() {
        Participation part = facts.part();
        List<Part> parts = new ArrayList<>(
                paragraphs(List.of(phrases.of("grade.took", part.took(), part.held(), part.absent(), part.own()))));
        if (!facts.rounds().isEmpty()) {
            parts.add(CaptionedTable.of(
                    phrases,
                    phrases.of("grade.rounds"),
                    false,
                    List.of(
                            phrases.of("grade.column.round"),
                            phrases.of("grade.column.did"),
                            phrases.of("grade.column.drafts"),
                            phrases.of("grade.column.votes"),
                            phrases.of("grade.column.dealings"),
                            phrases.of("grade.column.texts")),
                    facts.rounds().stream().map(this::row).toList()));
        }
        return parts;
    }

    private List<String> row(SeatRound round) {
        return List.of(
                String.valueOf(round.round()),
                phrases.of(did(round.manner())),
                String.valueOf(round.drafts()),
                String.valueOf(round.votes()),
                String.valueOf(round.dealings()),
                String.valueOf(round.texts()));
    }

    private static String did(SeatRound.Manner manner) {
        return switch (manner) {
            case SEALED -> "grade.did.sealed";
            case READY -> "grade.did.ready";
            case ACTED -> "grade.did.acted";
            case IDLE -> "grade.did.idle";
            case STAND_IN -> "grade.did.stand-in";
            case VACANT -> "grade.did.vacant";
        };
    }

    /**
     * Returns it as one web page that needs no network.
     *
     * @param styles the style sheet
     */
    public String html(String styles) {
        return HtmlDocument.of(
                new HtmlDocument.Frame(
                        phrases.language(),
                        title(),
                        lead(),
                        phrases.of("debrief.skip"),
                        phrases.of("debrief.contents"),
                        styles),
                sections());
    }
}
