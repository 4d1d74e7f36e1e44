package dev.truce.story.delegation;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.delegation.MinisterScore;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.view.Rounding;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.story.facts.Delegates;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.RefusalWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/** What a seat is told of its delegation, in sentences: who sits where, drafts and votes, its brief, and what came of all briefs. */
public final class CounselWords {
    private final SeatBoard board;
    private final Wording wording;
    private final SeatWords seats;

    /**
     * @param board what the seat knows
     * @param wording the words of the scenario
     */
    public CounselWords(SeatBoard board, Wording wording) {
        this.board = board;
        this.wording = wording;
        this.seats = new SeatWords(wording.phrases(), wording::safe);
    }

    private Delegates delegates() {
        return board.delegates();
    }

    /** Returns who decides. */
    public String mode() {
        return wording.text(
                delegates().isNone()
                        ? "seats.none"
                        : "seats.mode." + delegates().mode());
    }

    /** Returns who sits on a seat, what he holds, and whether he is ready; never what he has sealed. */
    public String seat(Occupant occupant) {
        Seat seat = occupant.seat();
        List<String> text = new ArrayList<>();
        text.add(seats.of(occupant) + (seat.equals(delegates().own()) ? " " + wording.text("seats.you") : ""));
        if (seat.side() == board.side() && !occupant.portfolios().isEmpty()) {
            StringJoiner words = new StringJoiner(" ");
            for (Portfolio portfolio : occupant.portfolios()) {
                board.scenario()
                        .instruments()
                        .among(portfolio.instruments())
                        .forEach(instrument -> words.add(instrument.word()));
            }
            text.add(words.toString());
        }
        String state = occupant.isVacant()
                ? "seats.vacant"
                : delegates().isReady(seat)
                        ? "seats.ready"
                        : delegates().hasSealed(seat)
                                ? "seats.sealed"
                                : occupant.connected() ? "seats.thinking" : "seats.away";
        text.add(wording.text(state));
        return wording.phrases().clauses(text);
    }

    /** Returns one line: the own delegation seat by seat, of the other one only how many are ready. */
    public String line() {
        List<String> own = new ArrayList<>();
        for (Occupant occupant : delegates().seats()) {
            if (occupant.seat().side() == board.side() && !occupant.isVacant()) {
                own.add(seats.office(occupant.seat(), occupant.portfolios()) + " " + seats.name(occupant)
                        + mark(occupant));
            }
        }
        Side other = board.side().other();
        return wording.text("seats.line", board.side(), wording.phrases().row(own), other, ready(other), taken(other));
    }

    private String mark(Occupant occupant) {
        if (delegates().isReady(occupant.seat())) {
            return " " + wording.text("seats.mark.ready");
        }
        return delegates().hasSealed(occupant.seat()) ? " " + wording.text("seats.mark.sealed") : "";
    }

    private long taken(Side side) {
        return delegates().seats().stream()
                .filter(it -> it.seat().side() == side && !it.isVacant())
                .count();
    }

    private long ready(Side side) {
        return delegates().seats().stream()
                .filter(it -> it.seat().side() == side && delegates().isReady(it.seat()))
                .count();
    }

    /** Returns who holds an instrument that this seat may not order. */
    public String holder(Instrument instrument) {
        return wording.text(
                "seats.held-by",
                instrument.word(),
                delegates().holder(instrument).map(seats::of).orElse(""));
    }

    /** Returns the sentence of a refusal; of an instrument that another seat of this side holds, it says who does. */
    public String refused(Refusal refusal) {
        return board.scenario()
                .instruments()
                .find(refusal.field(), board.side())
                .filter(instrument -> refusal.code() == RefusalCode.NOT_YOUR_INSTRUMENT
                        && !delegates().mayOrder(instrument))
                .map(this::holder)
                .orElseGet(() -> RefusalWords.of(wording.phrases(), refusal));
    }

    /** Returns how a seat of the own side is called, by its number. */
    public String named(int number) {
        return named(board, new Seat(board.side(), number)).apply(wording);
    }

    private static Function<Wording, String> named(SeatBoard board, Seat seat) {
        Optional<Occupant> occupant = board.delegates().at(seat);
        return words ->
                occupant.map(new SeatWords(words.phrases(), words::safe)::of).orElse(Integer.toString(seat.number()));
    }

    /** Returns a draft that stands, with the votes on it. */
    public String draft(int drafter) {
        Orders orders = delegates().drafts().getOrDefault(drafter, Orders.HOLD);
        List<String> told = new ArrayList<>(List.of(orders(orders)));
        told.addAll(votes(drafter));
        return named(drafter) + wording.text("list.colon") + wording.phrases().clauses(told);
    }

    /** Returns what a draft would change, and how many instruments it orders where they are. */
    public String orders(Orders orders) {
        return orders(board, orders).apply(wording);
    }

    private static Function<Wording, String> orders(SeatBoard board, Orders orders) {
        Map<Instrument, Integer> levels = new EnumMap<>(Instrument.class);
        List<Order> changes = new ArrayList<>();
        for (Order order : orders.list()) {
            int level = board.level(order.instrument());
            levels.put(order.instrument(), level);
            if (level != order.level()) {
                changes.add(order);
            }
        }
        int kept = orders.list().size() - changes.size();
        Orders drawn = kept == 0 ? orders : Orders.of(changes);
        return words -> {
            String text = words.orders(drawn, instrument -> levels.getOrDefault(instrument, Levels.UNSEEN));
            if (kept == 0) {
                return text;
            }
            return changes.isEmpty()
                    ? words.text("draft.keeps.all", kept)
                    : words.phrases().clauses(List.of(text, words.text("draft.keeps", kept)));
        };
    }

    private List<String> votes(int drafter) {
        List<String> text = new ArrayList<>();
        for (boolean yes : new boolean[] {true, false}) {
            List<String> names = new ArrayList<>();
            delegates().votes(drafter).forEach((voter, vote) -> {
                if (vote == yes) {
                    names.add(delegates()
                            .at(new Seat(board.side(), voter))
                            .map(seats::name)
                            .orElse(Integer.toString(voter)));
                }
            });
            if (!names.isEmpty()) {
                text.add(wording.text(
                        yes ? "drafts.for" : "drafts.against", wording.phrases().list(names)));
            }
        }
        return text;
    }

    /** Returns what a colleague drafts, as it stands when this is called, however late it is said; nothing of what this seat drafts itself. */
    public static Function<Wording, String> told(SeatBoard board, Notice.Drafted drafted) {
        if (drafted.seat().equals(board.delegates().own())) {
            return words -> "";
        }
        Function<Wording, String> who = named(board, drafted.seat());
        Function<Wording, String> what = orders(board, drafted.orders());
        return words -> words.text("told.draft", who.apply(words), what.apply(words));
    }

    /** Returns how a colleague votes, as it stands when this is called, however late it is said; nothing of how this seat votes itself. */
    public static Function<Wording, String> told(SeatBoard board, Notice.Voted voted) {
        if (voted.seat().equals(board.delegates().own())) {
            return words -> "";
        }
        String key = voted.yes() ? "told.vote.yes" : "told.vote.no";
        Function<Wording, String> who = named(board, voted.seat());
        Function<Wording, String> drafter = named(board, voted.drafter());
        return words -> words.text(key, who.apply(words), drafter.apply(words));
    }

    /** Returns what this seat wants beside the score of its side, or that it has no brief: a title, what it wants, and who sees that. */
    public List<String> brief() {
        Brief brief = delegates().brief();
        if (brief == null) {
            boolean portfolio = delegates().mode() == DelegationMode.PORTFOLIO;
            return List.of(wording.text(portfolio ? "brief.head" : "brief.none"));
        }
        return List.of(
                wording.text("brief.title"),
                wording.text("brief.more", weights(brief, 1)),
                wording.text("brief.same", weights(brief, 0)),
                wording.text("brief.less", weights(brief, -1)),
                wording.text("brief.secret"));
    }

    /** The components that count more than for the side (1), as much (0) or less (-1). */
    private String weights(Brief brief, int sign) {
        List<String> parts = new ArrayList<>();
        for (Component component : Component.values()) {
            int percent = brief.percent(component);
            if (Integer.compare(percent, 100) == sign) {
                String word = wording.component(component);
                parts.add(sign == 0 ? word : word + " " + percent + " %");
            }
        }
        return parts.isEmpty() ? "--" : wording.phrases().row(parts);
    }

    /** Returns what came of a minister's brief. */
    public String score(MinisterScore score) {
        String who = delegates()
                .at(new Seat(score.side(), score.number()))
                .map(seats::of)
                .orElse(Integer.toString(score.number()));
        return wording.text(
                "ministers.line",
                score.side() + " " + who,
                NumberText.tenth(Rounding.tenths(score.score())),
                NumberText.tenth(Rounding.tenths(score.sideScore())));
    }
}
