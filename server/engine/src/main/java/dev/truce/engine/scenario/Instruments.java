package dev.truce.engine.scenario;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The instruments that a scenario has, each with its ladder, in index order. Immutable; what it gives is made once. */
public final class Instruments extends AbstractList<InstrumentSpec> {
    private final List<InstrumentSpec> specs;
    private final List<Instrument> all;
    private final BySide<List<Instrument>> bySide;
    /** By index; null for what the scenario leaves out. */
    private final @Nullable InstrumentSpec[] byIndex = new InstrumentSpec[Instrument.COUNT];

    private Instruments(List<InstrumentSpec> specs) {
        this.specs = List.copyOf(specs);
        all = specs.stream().map(InstrumentSpec::instrument).toList();
        bySide = BySide.each(
                side -> all.stream().filter(each -> each.holder() == side).toList());
        for (InstrumentSpec spec : specs) {
            byIndex[spec.instrument().ordinal()] = spec;
        }
    }

    /**
     * Makes the instruments of a scenario.
     *
     * @throws IllegalArgumentException if they are not in index order, or one is missing that all scenarios have
     */
    public static Instruments of(List<InstrumentSpec> specs) {
        Instruments made = new Instruments(specs);
        List<Instrument> expected = Instrument.all().stream()
                .filter(each -> !each.isOptional() || made.has(each))
                .toList();
        if (!made.all.equals(expected)) {
            throw new IllegalArgumentException("expected instruments in index order " + expected + ", got " + made.all);
        }
        return made;
    }

    /** All of them, without what the scenario says of each. */
    public List<Instrument> all() {
        return all;
    }

    /** Those of a side. */
    public List<Instrument> of(Side side) {
        return bySide.of(side);
    }

    /** Those among others that the scenario has. */
    public List<Instrument> among(List<Instrument> others) {
        return all.containsAll(others)
                ? others
                : others.stream().filter(this::has).toList();
    }

    /** Returns whether the scenario has an instrument. */
    public boolean has(Instrument instrument) {
        return byIndex[instrument.ordinal()] != null;
    }

    /** Finds one by its name, as {@link Instrument#find} does. */
    public Optional<Instrument> find(String name, Side reader) {
        return Instrument.find(name, reader).filter(this::has);
    }

    /**
     * Returns what the scenario says about an instrument.
     *
     * @throws IllegalArgumentException if it leaves the instrument out
     */
    public InstrumentSpec spec(Instrument instrument) {
        InstrumentSpec spec = byIndex[instrument.ordinal()];
        if (spec == null) {
            throw new IllegalArgumentException("the scenario has no " + instrument.id());
        }
        return spec;
    }

    /** Returns whether a level is on the ladder of an instrument that the scenario has. */
    public boolean isOnLadder(Instrument instrument, int level) {
        InstrumentSpec spec = byIndex[instrument.ordinal()];
        return spec != null && level >= 0 && level < spec.ladder().size();
    }

    @Override
    public InstrumentSpec get(int place) {
        return specs.get(place);
    }

    @Override
    public int size() {
        return specs.size();
    }
}
