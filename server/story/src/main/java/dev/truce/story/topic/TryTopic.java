package dev.truce.story.topic;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Duty;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.conduct.Shortfall;
import dev.truce.engine.forecast.Assumption;
import dev.truce.engine.forecast.Outlook;
import dev.truce.engine.forecast.Preview;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.scenario.AccusationRules;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.story.facts.TradeFacts;
import dev.truce.story.facts.TreatyFacts;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.AccusationWords;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.OverruledWords;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What drafted orders would do, a line for each assumption about the other side, with the assumptions named. */
public final class TryTopic {
    private static final int ASSUMPTION = 20;
    private static final int FIGURE = 11;
    private static final int INDENT = 2;
    private static final String THEN = " / ";

    private final Wording wording;
    private final Phrases phrases;

    /** A figure of what comes next quarter and later. */
    private record Foreseen(String title, int width, Function<Outlook, String> of) {}

    /** @param wording the words of the scenario */
    public TryTopic(Wording wording) {
        this.wording = wording;
        this.phrases = wording.phrases();
    }

    /**
     * Returns previews of the same orders.
     *
     * @param side the seat's side
     * @param now the open round
     * @param words the orders that were tried, as words
     * @param orders the orders that were tried
     * @param previews one for each assumption, the first without further moves of the other side
     * @param held what holding would lead to if the other side does as in the first preview; null if that was tried
     */
    public Page page(
            Side side, Observation now, String words, Orders orders, List<Preview> previews, @Nullable Preview held) {
        List<Part> parts = new ArrayList<>();
        boolean keeping = isKeeping(now);
        boolean isLater = now.isPlayed(previews.get(0).later().round());
        parts.add(told(isLater ? phrases.of("try.head", words) : phrases.of("try.head.end", words, now.knownRounds())));
        parts.add(outlooks(side, previews, held, keeping, isLater));
        parts.add(told(phrases.of(keeping ? "try.assumed.keeping" : "try.assumed")));
        if (!now.redLines().isEmpty()) {
            parts.add(told(phrases.of("redlines.assumed", side.other())));
        }
        for (Preview preview : previews) {
            if (!preview.reply().isEmpty()) {
                String key = "try.reply." + preview.assumption().name();
                parts.add(told(phrases.of(key, side.other(), wording.orders(preview.reply()))));
            }
        }
        Preview first = previews.get(0);
        if (!first.supposed().isEmpty()) {
            parts.add(told(phrases.of("try.supposed", side.other(), wording.orders(first.supposed()))));
        }
        if (!first.broken().isEmpty()) {
            parts.add(told(breach(now, first)));
        }
        List<Part> shortfalls = shortfalls(side, now, orders);
        parts.addAll(shortfalls);
        String last = PactsTopic.lastRound(side, now, wording);
        if (!shortfalls.isEmpty() && !last.isEmpty()) {
            parts.add(told(last));
        }
        new OverruledWords(wording).ofOrders(orders.list(), now).forEach(sentence -> parts.add(told(sentence)));
        new RedLineTopic(wording)
                .crossed(now, orders.list())
                .forEach(crossed -> parts.add(told(phrases.of("redlines.draft", crossed))));
        return Page.of(parts);
    }

    /** Returns what the other side cannot see, and what may come of it. */
    private List<Part> shortfalls(Side side, Observation now, Orders orders) {
        AccusationRules rules = wording.scenario().accusations();
        List<Part> parts = new ArrayList<>();
        List<Clause> clauses = new ArrayList<>();
        Levels then = now.levels();
        for (Duty duty :
                Duty.of(wording.scenario().agreements(), now.treaty(), now.levels(), side, orders, now.openRound())) {
            if (!duty.isKept() && duty.clause().instrument().isCovert()) {
                parts.add(told(phrases.of(
                        rules.exist() ? "try.short.accused" : "try.short",
                        duty.clause().agreement(),
                        wording.clause(duty.clause()))));
                clauses.add(duty.clause());
                then = then.with(duty.clause().instrument(), duty.then());
            }
        }
        double escape = Shortfall.escape(
                new PolicyMapping(wording.scenario()), wording.scenario().knobs(), clauses, then);
        if (rules.exist() && !parts.isEmpty()) {
            parts.add(told(new AccusationWords(wording).risk(side, now, 1 - escape)));
        }
        return parts;
    }

    private static Part told(String text) {
        return Part.named("told").drawn(Block.Text.of(text)).said(text);
    }

    private Part outlooks(Side side, List<Preview> previews, @Nullable Preview held, boolean keeping, boolean isLater) {
        int names = previews.stream()
                .mapToInt(preview -> TextWidth.width(name(preview, keeping)))
                .max()
                .orElse(0);
        int first = Math.max(ASSUMPTION, names + INDENT + 1);
        int narrow = FIGURE - (first > ASSUMPTION ? 1 : 0);
        List<Foreseen> figures = List.of(
                new Foreseen(
                        phrases.of("try.tariff"),
                        narrow,
                        of -> Integer.toString(of.figures().displayedTariff())),
                new Foreseen(
                        phrases.of("try.imports"),
                        narrow,
                        of -> Integer.toString(TradeFacts.usFromCnShare(of.figures()))),
                new Foreseen(
                        phrases.of("try.exports"),
                        narrow,
                        of -> Integer.toString(TradeFacts.cnFromUsShare(of.figures()))),
                new Foreseen(phrases.of("try.you"), 14, of -> score(of, side)),
                new Foreseen(side.other().toString(), 22, of -> score(of, side.other())));
        List<Block.Column> columns = new ArrayList<>();
        columns.add(Block.Column.left("  " + phrases.of("try.if", side.other()), first));
        figures.forEach(figure -> columns.add(Block.Column.left(figure.title(), figure.width())));
        List<List<Block.Cell>> rows = new ArrayList<>();
        Part part = Part.named("outlooks");
        for (Preview preview : previews) {
            if (tells(preview)) {
                String name = name(preview, keeping);
                rows.add(row(name, figures, preview, isLater));
                part = part.said(sentence("try.sentence", wording.side(side.other()), name, figures, preview, isLater));
            }
        }
        if (held != null) {
            rows.add(row(phrases.of("try.held"), figures, held, isLater));
            String name = name(held, keeping);
            part = part.said(sentence("try.sentence.held", wording.side(side.other()), name, figures, held, isLater));
        }
        return part.drawn(new Block.Table(columns, rows));
    }

    private static List<Block.Cell> row(String name, List<Foreseen> figures, Preview preview, boolean isLater) {
        List<Block.Cell> row = new ArrayList<>(List.of(Block.Cell.of("  " + name)));
        for (Foreseen figure : figures) {
            String next = figure.of().apply(preview.next());
            String later = figure.of().apply(preview.later());
            boolean fits = TextWidth.width(next + THEN + later) < figure.width();
            row.add(Block.Cell.number(isLater ? next + (fits ? THEN : "/") + later : next));
        }
        return row;
    }

    private String sentence(
            String key, String other, String name, List<Foreseen> figures, Preview preview, boolean isLater) {
        List<Object> said = new ArrayList<>(List.of(other, name));
        for (Foreseen figure : figures) {
            said.add(figure.of().apply(preview.next())
                    + (isLater ? phrases.of("try.then") + figure.of().apply(preview.later()) : ""));
        }
        return phrases.of(key, said.toArray());
    }

    /** Returns whether a preview tells something that the one without further moves does not. */
    public static boolean tells(Preview preview) {
        return preview.assumption() == Assumption.HOLDS || !preview.reply().isEmpty();
    }

    /** Returns whether holding keeps a treaty. */
    public boolean isKeeping(Observation now) {
        return wording.scenario().agreements().complyByDefault() && now.treaty().bindsAny(now.openRound());
    }

    /**
     * Returns what is assumed, in a few words.
     *
     * @param keeping whether holding keeps a treaty
     */
    public String name(Preview preview, boolean keeping) {
        return keeping && preview.assumption() == Assumption.HOLDS
                ? phrases.of("try.keeps")
                : phrases.of("try." + preview.assumption().name());
    }

    private String breach(Observation now, Preview preview) {
        List<String> clauses = new ArrayList<>();
        for (BrokenClause broken : preview.broken()) {
            clauses.add(
                    TreatyFacts.number(now.treaty(), broken.clause()) + " (" + wording.clause(broken.clause()) + ")");
        }
        String list = wording.phrases().list(clauses);
        if (preview.covered()) {
            boolean right = now.snapBackRight(
                    preview.broken().get(0).clause().instrument().holder());
            return phrases.of(right ? "try.covered" : "try.suspended", list);
        }
        String key = preview.material() ? "try.breach.material" : "try.breach";
        int agreement = preview.broken().get(0).clause().agreement();
        return phrases.of(key, agreement, list, NumberText.oneDecimal(preview.chargeScoreMilli()));
    }

    private static String score(Outlook outlook, Side side) {
        return NumberText.oneDecimal(outlook.score(side).scoreMilli());
    }
}
