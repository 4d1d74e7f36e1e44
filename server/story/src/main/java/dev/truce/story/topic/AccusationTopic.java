package dev.truce.story.topic;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.payoff.AccusationPoints;
import dev.truce.engine.scenario.AccusationRules;
import dev.truce.engine.suspicion.Suspicion;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.match.deed.Deed;
import dev.truce.match.notation.DeedNotation;
import dev.truce.story.facts.Proceedings;
import dev.truce.story.facts.Reasons;
import dev.truce.story.facts.TreatyFacts;
import dev.truce.story.page.Block;
import dev.truce.story.page.Part;
import dev.truce.story.words.AccusationWords;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Accusations that are open in a round, as a seat sees them. The accuser reads how likely its accusation is to be true, what each choice
 * costs and brings, and what its side has decided; the accused reads whether it kept the clause, and how that looks from outside.
 */
public final class AccusationTopic {
    private static final int LABEL = 11;

    /**
     * What a side may decide on its accusation of the other, as it is drawn.
     *
     * @param choice what is decided
     * @param name it in a word or two
     * @param text what it costs, brings and ends
     * @param expected what it brings on average, with its sign; a question mark where that cannot be told
     * @param line what is typed for it
     */
    public record Option(AccusationChoice choice, String name, String text, String expected, String line) {}

    private final Wording wording;
    private final AccusationWords words;
    private final AccusationRules rules;
    private final @Nullable Suspicion suspicion;

    /**
     * @param wording the words of the scenario
     * @param reasons what the rounds that are known say
     */
    public AccusationTopic(Wording wording, Reasons reasons) {
        this.wording = wording;
        this.words = new AccusationWords(wording);
        this.rules = wording.scenario().accusations();
        this.suspicion = reasons.suspicion();
    }

    /** Returns each open accusation with all choices, for who has to decide; nothing if there is none. */
    public List<Part> card(Side side, Observation now, Proceedings heard) {
        List<Part> parts = new ArrayList<>();
        Instrument theirs = now.accusedOn(side.other());
        if (theirs != null) {
            parts.add(text(wording.text("accusation.yours", side.other(), wording.running(theirs), odds(theirs))));
            for (Option option : options(now, theirs)) {
                String word = option.choice().word();
                String text = wording.text("accusation.choice", option.text(), option.expected());
                parts.add(Part.named("choice")
                        .drawn(new Block.Labelled("  " + word, LABEL, text))
                        .said(word + wording.text("list.colon") + text));
            }
            parts.add(text(wording.text("accusation.point", words.score(side, 1))));
            for (String advised : advice(side, now, heard)) {
                parts.add(text(advised));
            }
            parts.add(text(decided(heard.decided(side, now.openRound()))));
            parts.add(text(wording.text("accusation.typed", theirs.qualifiedWord())));
        }
        parts.addAll(accused(side, now));
        return parts;
    }

    /** Returns each open accusation in a few lines; nothing if there is none. */
    List<Part> line(Side side, Observation now, Proceedings heard) {
        List<Part> parts = new ArrayList<>();
        Instrument theirs = now.accusedOn(side.other());
        if (theirs != null) {
            parts.add(text(wording.text(
                    "accusation.yours.short",
                    side.other(),
                    wording.running(theirs),
                    odds(theirs),
                    NumberText.plain(rules.inspectPrice()),
                    expected(AccusationChoice.INSPECT, theirs),
                    words.inTen(AccusationPoints.inspectionPaysFrom(rules)),
                    NumberText.plain(rules.suspendPrice()),
                    expected(AccusationChoice.SUSPEND, theirs),
                    name(heard.decided(side, now.openRound())))));
        }
        parts.addAll(accused(side, now));
        return parts;
    }

    /** Returns what a side does about its accusation of the other if nothing more is decided, in a few words; empty if there is none. */
    public String standing(Side side, Observation now, Proceedings heard) {
        Instrument theirs = now.accusedOn(side.other());
        return theirs == null
                ? ""
                : wording.text(
                        "accusation.standing", wording.running(theirs), name(heard.decided(side, now.openRound())));
    }

    /** Returns what a side has decided on its accusation of the other, as it is typed; empty if that rests. */
    public String typed(Side side, Observation now, Proceedings heard) {
        Instrument theirs = now.accusedOn(side.other());
        AccusationChoice choice = heard.decided(side, now.openRound());
        return theirs == null || choice == AccusationChoice.REST ? "" : line(choice, theirs, now);
    }

    /** Returns what a side may decide on its accusation of the other. */
    public List<Option> options(Observation now, Instrument accused) {
        List<Option> options = new ArrayList<>();
        for (AccusationChoice choice : AccusationChoice.values()) {
            options.add(new Option(
                    choice, name(choice), text(choice, now), expected(choice, accused), line(choice, accused, now)));
        }
        return options;
    }

    /** Returns what the ministers of a side advise on its accusation of the other, each in a line. */
    public List<String> advice(Side side, Observation now, Proceedings heard) {
        TalkWords talk = new TalkWords(wording);
        Instrument theirs = now.accusedOn(side.other());
        return theirs == null
                ? List.of()
                : heard.advice(side, now.openRound(), theirs).stream()
                        .map(talk::said)
                        .toList();
    }

    private String text(AccusationChoice choice, Observation now) {
        return switch (choice) {
            case REST -> wording.text("accusation.rest");
            case INSPECT ->
                wording.text(
                        "accusation.inspect",
                        NumberText.plain(rules.inspectPrice()),
                        words.inTen(AccusationPoints.inspectionPaysFrom(rules)),
                        Math.round(AccusationWords.TENS * rules.found()),
                        NumberText.plain(rules.compensation()));
            case SUSPEND ->
                wording.text(
                        "accusation.suspend",
                        wording.text("accusation.suspend." + AccusationWords.ending(now)),
                        NumberText.plain(rules.suspendPrice()),
                        NumberText.plain(rules.compensation()));
        };
    }

    private String line(AccusationChoice choice, Instrument accused, Observation now) {
        return DeedNotation.of(new Deed.Judge(accused, choice), now.openRound(), wording.scenario());
    }

    /** Returns what becomes of an accusation at the close, as it is decided so far, in a sentence or two. */
    public String decided(AccusationChoice choice) {
        return choice == AccusationChoice.REST
                ? wording.text("accusation.undecided")
                : wording.text("accusation.decided", name(choice));
    }

    /** Returns how the accusation of the viewer's own side looks; nothing if there is none. */
    public List<Part> accused(Side side, Observation now) {
        Instrument own = now.accusedOn(side);
        RoundView last = now.last();
        if (own == null || last == null) {
            return List.of();
        }
        double gap = TreatyFacts.gap(wording.scenario(), last, own);
        double fine = words.fine(side, now);
        String truth = gap > 0
                ? wording.text(
                        gap == 1 ? "accusation.short.one" : "accusation.short.many",
                        NumberText.plain(gap),
                        NumberText.plain(fine),
                        words.score(side, fine))
                : wording.text("accusation.kept");
        return List.of(text(wording.text("accusation.own", side.other(), wording.running(own), odds(own), truth)));
    }

    /** Returns how many in ten of such accusations are true, 0 to 10, by what the viewer knows. */
    public int tens(Instrument accused) {
        return (int) Math.round(AccusationWords.TENS * guilt(accused));
    }

    /** Returns how likely an accusation is to be true in tens, as people think of it. */
    public String odds(Instrument accused) {
        return suspicion == null ? wording.text("accusation.unknown") : words.inTen(guilt(accused));
    }

    private double guilt(Instrument accused) {
        return suspicion == null ? 0 : suspicion.ofGuilt(accused);
    }

    private String expected(AccusationChoice choice, Instrument accused) {
        return suspicion == null
                ? "?"
                : NumberText.signedTenth(
                        NumberText.tenths(Math.round(1000 * AccusationPoints.expected(rules, choice, guilt(accused)))));
    }

    private String name(AccusationChoice choice) {
        return wording.text("judge." + choice.word());
    }

    private static Part text(String text) {
        return Part.named("accusation").drawn(Block.Text.of(text)).said(text);
    }
}
