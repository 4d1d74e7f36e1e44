package dev.truce.env;

import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.PrivateFacts;
import dev.truce.engine.view.SideFacts;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an observation, the same for both sides and in all matches of a scenario; scenarios differ only in what may be a red line.
 * All of them come from what the seat is shown, so they tell no secret of the other side. A level is its place on the ladder, 0 for the first and 1 for the last; -1 stands for what is not there.
 */
public final class SightColumns {
    private static final double NOTHING = -1;
    /** A reading stands so many notches off at most. */
    private static final double NOTCHES = 8;

    private static final double MILLI = 1e3;
    private static final double MICRO = 1e6;
    private static final double TENSION_TENTHS = 10;
    private static final double MAX_TENSION = 10;
    /** Six standard deviations of the luck of a round. */
    private static final double CHANCE_POINTS = 12;

    private static final double MAX_ESCALATION = 20;

    private final Rules rules;
    private final List<SightColumn> all = new ArrayList<>();

    /** Makes the columns for a scenario. */
    public SightColumns(Rules rules) {
        this.rules = rules;
        round();
        levels();
        treaty();
        climate();
        for (Side side : Side.values()) {
            facts(side);
        }
        secrets();
        offer("their_offer", Sight::theirs);
        offer("own_offer", Sight::own);
    }

    /** Returns the columns in order. */
    public List<SightColumn> list() {
        return List.copyOf(all);
    }

    /** Returns how many columns there are. */
    public int size() {
        return all.size();
    }

    /** Writes what a side sees of a match, a float a column. */
    void write(Sight sight, ByteBuffer to) {
        for (int i = 0; i < all.size(); i++) {
            to.putFloat(all.get(i).of(sight));
        }
    }

    private void add(String name, String unit, double low, double high, String source, ToDoubleFunction<Sight> value) {
        all.add(new SightColumn(name, unit, low, high, source, value));
    }

    private void flag(String name, String source, Function<Sight, Boolean> value) {
        add(name, "yes", 0, 1, source, sight -> bit(value.apply(sight)));
    }

    private static double bit(boolean set) {
        return set ? 1 : 0;
    }

    private double place(Instrument instrument, int level) {
        return level == Levels.UNSEEN
                ? NOTHING
                : (double) level / (rules.scenario().spec(instrument).ladder().size() - 1);
    }

    private void round() {
        flag("role.CN", "viewer", sight -> sight.side() == Side.CN);
        add("round", "64", 0, 1, "openRound", sight -> (double) sight.seen().openRound() / Limits.MAX_ROUNDS);
        add(
                "rounds_known",
                "64",
                0,
                1,
                "knownRounds",
                sight -> (double) sight.seen().knownRounds() / Limits.MAX_ROUNDS);
        flag("over", "over", sight -> sight.seen().over());
        flag("summit", "summit", sight -> sight.seen().summit());
    }

    private void levels() {
        for (Instrument instrument : rules.scenario().instruments().all()) {
            String name = instrument.qualifiedWord();
            add(
                    "level." + name,
                    "ladder",
                    NOTHING,
                    1,
                    "levels",
                    sight -> place(instrument, sight.seen().levels().get(instrument)));
            add(
                    "before." + name,
                    "ladder",
                    NOTHING,
                    1,
                    "last.levels",
                    sight -> place(instrument, sight.before(instrument)));
            if (rules.scenario().redLines().candidates().of(instrument.holder()).contains(instrument)) {
                flag(
                        "red_line." + name,
                        "redLines",
                        sight -> sight.seen().redLines().contains(instrument));
            }
            if (instrument.isCovert()) {
                add("reading." + name, "8_notches", NOTHING, 1, "last.signals", sight -> {
                    Integer milli = sight.reading(instrument);
                    return milli == null ? NOTHING : milli / MILLI / NOTCHES;
                });
            }
        }
    }

    private void treaty() {
        for (Instrument instrument : rules.scenario().instruments().all()) {
            String name = instrument.qualifiedWord();
            add("clause." + name, "ladder", NOTHING, 1, "treaty", sight -> {
                Clause clause = binding(sight, instrument);
                return clause == null ? NOTHING : place(instrument, clause.bound());
            });
            add("clause_rounds." + name, "8", 0, 1, "treaty", sight -> {
                Clause clause = binding(sight, instrument);
                return clause == null ? 0 : rounds(clause.last(), sight);
            });
        }
        flag("communique", "treaty", sight -> sight.seen().treaty().isCommunique());
        flag("layered", "treaty", sight -> sight.seen().treaty().isLayered());
        add(
                "truce_rounds",
                "8",
                0,
                1,
                "treaty",
                sight -> rounds(sight.seen().treaty().truceUntil(), sight));
        add(
                "agreement_rounds",
                "8",
                0,
                1,
                "treaty",
                sight -> rounds(sight.seen().treaty().agreementUntil(), sight));
        flag(
                "chapter",
                "treaty",
                sight -> sight.seen().treaty().hasChapter(sight.seen().openRound()));
    }

    private static @Nullable Clause binding(Sight sight, Instrument instrument) {
        return sight.seen().treaty().binding(instrument, sight.seen().openRound());
    }

    /** Rounds that something binds from the open one on, eighths; more than eight count as eight. */
    private static double rounds(int last, Sight sight) {
        int left = last - sight.seen().openRound() + 1;
        return (double) Math.max(0, Math.min(Terms.MAX_ROUNDS, left)) / Terms.MAX_ROUNDS;
    }

    private void climate() {
        add("investigation_rounds", "3", 0, 1, "climate", sight -> sight.seen().investigationRounds() / 3.0);
        add("court_rounds", "2", 0, 1, "climate", sight -> sight.seen().courtRoundsLeft() / 2.0);
        add("tension", "10", 0, 1, "climate", sight -> sight.seen().tensionTenths() / TENSION_TENTHS / MAX_TENSION);
        for (RoundEvent event : RoundEvent.values()) {
            flag(
                    "event." + word(event),
                    "last.events",
                    sight -> sight.last() != null && sight.last().events().contains(event));
        }
        for (TreatyChange change : TreatyChange.values()) {
            flag(
                    "treaty." + word(change),
                    "last.change",
                    sight -> sight.last() != null && sight.last().change() == change);
        }
        for (Ratification.Outcome outcome : Ratification.Outcome.values()) {
            flag(
                    "signed." + word(outcome),
                    "last.ratification",
                    sight -> sight.last() != null && sight.last().ratification().outcome() == outcome);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void facts(Side side) {
        String of = side + ".";
        add(
                of + "reputation",
                "1",
                0,
                1,
                "climate",
                sight -> sight.seen().climate().reputationMilli().of(side) / MILLI);
        flag(of + "snap_back", "climate", sight -> sight.seen().snapBackRight(side));
        flag(
                of + "own_text",
                "climate",
                sight -> sight.seen().climate().ownText().of(side));
        fact(of + "escalation", "20", facts -> facts.publicEscalationMilli() / MILLI / MAX_ESCALATION, side);
        fact(
                of + "broken_clauses",
                "18",
                facts -> (double) facts.brokenClauses().size() / Instrument.COUNT,
                side);
        fact(of + "severity", "4", facts -> facts.severityMilli() / MILLI / 4, side);
        fact(of + "material", "yes", facts -> bit(facts.material()), side);
        fact(of + "notice", "yes", facts -> bit(facts.notice()), side);
        for (AccusationChoice choice : AccusationChoice.values()) {
            fact(
                    of + "did." + word(choice),
                    "yes",
                    facts -> bit(facts.decisions().choice() == choice),
                    side);
        }
        for (Instrument instrument : rules.scenario().instruments().of(side)) {
            if (instrument.isCovert()) {
                String name = instrument.qualifiedWord();
                fact("caught." + name, "yes", facts -> bit(facts.caughtOn() == instrument), side);
                fact("cleared." + name, "yes", facts -> bit(facts.decisions().clearedOn() == instrument), side);
                flag("accused." + name, "accusedOn", sight -> sight.seen().accusedOn(side) == instrument);
                add(
                        "guilt." + name,
                        "1",
                        0,
                        1,
                        "suspicion",
                        sight -> sight.seen().accusedOn(side) == instrument
                                ? sight.known().ofGuilt(instrument)
                                : 0);
            }
        }
    }

    private void fact(String name, String unit, ToDoubleFunction<SideFacts> value, Side side) {
        add(name, unit, 0, 1, "last." + side.name().toLowerCase(Locale.ROOT), sight -> {
            SideFacts facts = sight.facts(side);
            return facts == null ? 0 : value.applyAsDouble(facts);
        });
    }

    private void secrets() {
        secret("type", "2", facts -> facts.typeMicro() / MICRO / 2);
        secret("chance", "12_points", facts -> facts.chanceMicro() / MICRO / CHANCE_POINTS);
    }

    private void secret(String name, String unit, ToDoubleFunction<PrivateFacts> value) {
        add("own." + name, unit, NOTHING, 1, "last.own", sight -> {
            PrivateFacts facts = sight.secrets();
            return facts == null ? 0 : value.applyAsDouble(facts);
        });
    }

    private void offer(String name, Function<Sight, @Nullable Offer> found) {
        flag(name, "offers", sight -> found.apply(sight) != null);
        terms(name + ".rounds", "8", 0, found, terms -> (double) terms.rounds() / Terms.MAX_ROUNDS);
        terms(name + ".public", "yes", 0, found, terms -> bit(terms.communique()));
        terms(name + ".renewal", "yes", 0, found, terms -> bit(terms.pledges().isEmpty()));
        for (Instrument instrument : rules.scenario().instruments().all()) {
            terms(name + ".bound." + instrument.qualifiedWord(), "ladder", NOTHING, found, terms -> {
                for (Pledge pledge : terms.pledges()) {
                    if (pledge.instrument() == instrument) {
                        return place(instrument, pledge.bound());
                    }
                }
                return NOTHING;
            });
        }
    }

    private void terms(
            String name,
            String unit,
            double none,
            Function<Sight, @Nullable Offer> found,
            ToDoubleFunction<Terms> value) {
        add(name, unit, none, 1, "offers", sight -> {
            Offer offer = found.apply(sight);
            return offer == null ? none : value.applyAsDouble(offer.terms());
        });
    }
}
