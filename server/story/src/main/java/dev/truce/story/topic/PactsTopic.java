package dev.truce.story.topic;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.forecast.HeldLevel;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.story.facts.Proceedings;
import dev.truce.story.facts.Reasons;
import dev.truce.story.facts.TreatyFacts;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.page.Part.Sentence;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The treaty as a seat sees it: clauses, kept or broken, last rounds, rights, depth, and what is on offer. */
public final class PactsTopic {
    private static final int COLUMN = 40;
    private static final int CLAUSE = 24;
    private static final int INDENT = 3;

    private final Wording wording;
    private final Reasons reasons;
    private final AccusationTopic accusations;

    /**
     * @param wording the words of the scenario
     * @param reasons what the rounds that are known say
     */
    public PactsTopic(Wording wording, Reasons reasons) {
        this.wording = wording;
        this.reasons = reasons;
        this.accusations = new AccusationTopic(wording, reasons);
    }

    /** Returns the treaty with every clause, its depth, what is on offer, and notices. */
    public Page page(Side side, Observation observation, Proceedings heard) {
        List<Part> parts = new ArrayList<>();
        // The clauses say in sentences what the summary says in short.
        summary(side, observation, heard, false)
                .forEach(part -> parts.add(Part.named("summary").drawn(part.block())));
        parts.addAll(accusations.card(side, observation, heard));
        parts.addAll(clauses(observation));
        parts.add(depth(observation));
        List<Part> offers = offers(side, heard, INDENT);
        parts.addAll(offers.isEmpty() ? List.of(told(wording.text("pacts.no-offer"))) : offers);
        for (Side leaver : Side.values()) {
            if (heard.leaves(leaver, observation.openRound())) {
                parts.add(told(wording.text("pacts.leaves", leaver)));
            }
        }
        return Page.of(parts);
    }

    private List<Part> clauses(Observation observation) {
        List<Part> parts = new ArrayList<>();
        List<Object> objects = new ArrayList<>();
        BySide<List<String>> rows = BySide.each(side -> new ArrayList<>());
        Part said = Part.named("clauses");
        boolean layered = observation.treaty().isLayered();
        for (Clause clause : observation.treaty().clauses()) {
            if (!clause.binds(observation.openRound())) {
                continue;
            }
            Instrument instrument = clause.instrument();
            int level = observation.levels().get(instrument);
            boolean seen = level != Levels.UNSEEN;
            boolean due = TreatyFacts.isDue(wording.scenario(), observation, clause);
            boolean broken = seen && !due && clause.isBrokenBy(level);
            int number = TreatyFacts.number(observation.treaty(), clause);
            String state =
                    wording.text(due ? "pacts.due" : seen ? (broken ? "pacts.broken" : "pacts.kept") : "pacts.unseen");
            rows.of(instrument.holder())
                    .add(TextWidth.padLeft(layered ? "A" + clause.agreement() : Integer.toString(number), 2) + " "
                            + TextWidth.pad(wording.clause(clause), CLAUSE) + state);
            said = said.said(wording.text(
                    instrument.isCovert() ? "spoken.floor" : "spoken.cap",
                    clause.agreement(),
                    number,
                    wording.title(instrument),
                    wording.levelTitle(instrument, clause.bound()),
                    broken ? wording.text("spoken.clause.broken") : state));
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("agreement", clause.agreement());
            object.put("clause", number);
            object.put("instrument", instrument.id());
            object.put("bound", wording.level(instrument, clause.bound()));
            object.put("broken", seen ? broken : null);
            if (due) {
                object.put("moves_by_itself", true);
            }
            objects.add(object);
        }
        if (objects.isEmpty()) {
            said = said.said(wording.text("pacts.none"));
        }
        parts.add(said.datum(objects).drawn(new Block.Beside(COLUMN, "", rows.us(), rows.cn())));
        if (!objects.isEmpty()) {
            parts.add(Part.named("key").drawn(Block.Text.of(wording.text(layered ? "pacts.key.layers" : "pacts.key"))));
        }
        return parts;
    }

    /** How deep the treaty is now, and in the next round if nothing is signed. */
    private Part depth(Observation observation) {
        DepthValues depths = wording.scenario().depthTable();
        int round = observation.openRound();
        return told(wording.text(
                "pacts.depth",
                depth(depths.depth(observation.treaty(), Side.US, round)),
                depth(depths.depth(observation.treaty(), Side.CN, round)),
                round + 1,
                depth(depths.depth(observation.treaty(), Side.US, round + 1)),
                depth(depths.depth(observation.treaty(), Side.CN, round + 1))));
    }

    private static String depth(double depth) {
        return NumberText.hundredth(Math.round(depth * 100));
    }

    /**
     * Returns the offers that are open or accepted, with what may be done about them.
     *
     * @param side the seat's side
     * @param heard offers as the seat heard of them
     * @param indent by how much the rest of an offer is indented when it is said
     */
    List<Part> offers(Side side, Proceedings heard, int indent) {
        List<Part> parts = new ArrayList<>();
        TalkWords words = new TalkWords(wording);
        for (Offer offer : heard.offers()) {
            if (offer.isOpen() || offer.status() == OfferStatus.ACCEPTED) {
                String line = words.offer(offer);
                parts.add(Part.named("offer")
                        .drawn(new Block.Text("", INDENT, line))
                        .said(new Sentence(line, indent)));
            }
            if (offer.isOpen()) {
                String next = wording.text(offer.maker() == side ? "pacts.own" : "pacts.answer", offer.id());
                parts.add(Part.named("answer")
                        .drawn(new Block.Text(" ".repeat(INDENT), INDENT, next))
                        .said(new Sentence(String.valueOf(TextWidth.HARD_BLANK).repeat(indent) + next, indent)));
            }
        }
        return parts;
    }

    /** Returns what the last round does to a covert shortfall, where a covert clause binds a side; nothing if the end is hidden. */
    public static String lastRound(Side side, Observation now, Wording wording) {
        boolean binds = wording.scenario().instruments().of(side).stream()
                .anyMatch(instrument ->
                        instrument.isCovert() && now.treaty().binding(instrument, now.openRound()) != null);
        boolean inspects = wording.scenario().accusations().exist() && !now.isPlayed(now.openRound() + 1);
        return binds && inspects && !now.over() ? wording.text("pacts.last-round") : "";
    }

    /** Returns what is in force, until when, the seat's rights, and what is accused, in a few lines. */
    public Page standing(Side side, Observation observation, Proceedings heard) {
        List<Part> parts = new ArrayList<>(summary(side, observation, heard, true));
        String last = lastRound(side, observation, wording);
        if (!last.isEmpty()) {
            parts.add(told(last));
        }
        parts.addAll(accusations.card(side, observation, heard));
        return Page.of(parts);
    }

    /** Returns what is in force, until when, and the seat's rights, in a few lines. */
    public Page inForce(Side side, Observation observation, Proceedings heard) {
        return Page.of(summary(side, observation, heard, true));
    }

    /** Returns the same, and what is accused, in fewer words. */
    List<Part> glance(Side side, Observation observation, Proceedings heard) {
        List<Part> parts = new ArrayList<>(summary(side, observation, heard, false));
        parts.addAll(accusations.line(side, observation, heard));
        return parts;
    }

    /** @param opening whether the round has just opened, so that offers of the other side may be on their way */
    private List<Part> summary(Side side, Observation observation, Proceedings heard, boolean opening) {
        List<Part> parts = new ArrayList<>();
        List<Integer> told = new ArrayList<>();
        for (Clause clause : TreatyFacts.layers(observation.treaty())) {
            if (clause.binds(observation.openRound()) && !told.contains(clause.agreement())) {
                told.add(clause.agreement());
                String head = "A" + clause.agreement() + " ";
                String text = standing(observation, clause.agreement());
                parts.add(Part.named("agreement")
                        .drawn(new Block.Text(head, TextWidth.width(head), text))
                        .said(head + text));
            }
        }
        if (told.isEmpty()) {
            parts.add(told(wording.text("pacts.none")));
        } else {
            parts.addAll(returning(observation));
            if (observation.snapBackRight(side)) {
                parts.add(indented(wording.text("pacts.right")));
            }
            if (observation.snapBackRight(side.other())) {
                parts.add(indented(wording.text("pacts.right.other", side.other())));
            }
        }
        parts.addAll(ownText(side, observation, heard, opening));
        return parts;
    }

    private String standing(Observation observation, int agreement) {
        int round = observation.openRound();
        boolean layered = observation.treaty().isLayered();
        boolean truce =
                layered && observation.treaty().truce().stream().anyMatch(clause -> clause.agreement() == agreement);
        int count = 0;
        int last = 0;
        for (Clause clause : TreatyFacts.layers(observation.treaty())) {
            if (clause.binds(round) && clause.agreement() == agreement) {
                count++;
                last = Math.max(last, clause.last());
            }
        }
        String name = agreement == 1
                ? wording.of(wording.scenario().truceTitles())
                : wording.text("pacts.agreement", agreement);
        // The mark belongs to the agreement on top.
        boolean published = observation.treaty().isCommunique() && !truce;
        String form = wording.text(published ? "pacts.communique" : "pacts.private");
        boolean beneath = !truce && observation.treaty().bindsTruce(round + 1);
        String ending = layered && beneath ? "pacts.last.layer" : "pacts.last";
        String end = last == Clause.FOREVER
                ? wording.text("pacts.forever")
                : !observation.isPlayed(last + 1)
                        ? wording.text("pacts.until.end", observation.knownRounds())
                        : last == round ? wording.text(ending, round) : wording.text("pacts.until", last);
        return wording.text("pacts.standing", name, form, wording.clauses(count), end);
    }

    /** What moves without an order in the next round if the agreement on top of the truce ends with the open one. */
    private List<Part> returning(Observation observation) {
        int round = observation.openRound();
        Treaty treaty = observation.treaty();
        if (!observation.isPlayed(round + 1)
                || !treaty.isLayered()
                || treaty.agreementUntil() != round
                || !treaty.bindsTruce(round + 1)) {
            return List.of();
        }
        Treaty after = treaty.after(round);
        List<String> moves = new ArrayList<>();
        for (Clause clause : after.returning()) {
            Instrument instrument = clause.instrument();
            int level = HeldLevel.of(wording.scenario(), observation, instrument);
            int then = level == Levels.UNSEEN
                    ? level
                    : HeldLevel.released(wording.scenario(), after, round + 1, instrument, level);
            if (then != level) {
                moves.add(wording.heldChange(new LevelChange(instrument, level, then)));
            }
        }
        return moves.isEmpty()
                ? List.of()
                : List.of(indented(wording.text(
                        "pacts.returns", round + 1, wording.phrases().row(moves))));
    }

    /** Whether each side has tabled a text of its own in this period, where capitals expect one. */
    private List<Part> ownText(Side side, Observation observation, Proceedings heard, boolean opening) {
        Scenario scenario = wording.scenario();
        if (!scenario.ownText().exist() || observation.over()) {
            return List.of();
        }
        boolean isOther = heard.hasOwnText(side.other(), observation, reasons.rules());
        String other = opening && !isOther
                ? ""
                : wording.text(isOther ? "pacts.own-text.yes" : "pacts.own-text.no", side.other());
        if (heard.hasOwnText(side, observation, reasons.rules())) {
            return List.of(ownText(wording.text("pacts.own-text.tabled", other)));
        }
        double points = scenario.ownText().points(side, false);
        double score = scenario.anchors().worth(side, points);
        return List.of(ownText(wording.text(
                "pacts.own-text.none",
                NumberText.oneDecimal(Math.round(1000 * points)),
                NumberText.oneDecimal(Math.round(1000 * score)),
                other)));
    }

    private static Part ownText(String text) {
        String told = text.strip();
        return Part.named("own_text").drawn(Block.Text.of(told)).said(told);
    }

    private static Part told(String text) {
        return Part.named("text").drawn(Block.Text.of(text)).said(text);
    }

    private Part indented(String text) {
        return Part.named("text")
                .drawn(new Block.Text(" ".repeat(INDENT), INDENT, text))
                .said(text.replace("->", " " + wording.text("spoken.to") + " "));
    }
}
