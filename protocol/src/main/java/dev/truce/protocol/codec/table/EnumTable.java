package dev.truce.protocol.codec.table;

import java.util.EnumMap;

/**
 * Pairs the constants of an enum of the game with those of the schema by name: {@code US} is {@code SIDE_US}.
 *
 * @param <G> enum of the game
 * @param <W> enum of the schema
 */
public final class EnumTable<G extends Enum<G>, W extends Enum<W>> {
    private final EnumMap<G, W> toWire;
    private final EnumMap<W, G> toGame;

    private EnumTable(EnumMap<G, W> toWire, EnumMap<W, G> toGame) {
        this.toWire = toWire;
        this.toGame = toGame;
    }

    /**
     * Returns the table that goes by the names of the constants.
     *
     * @throws IllegalArgumentException if a constant of the game has no partner in the schema
     */
    public static <G extends Enum<G>, W extends Enum<W>> EnumTable<G, W> of(
            Class<G> game, Class<W> wire, String prefix) {
        EnumMap<G, W> toWire = new EnumMap<>(game);
        EnumMap<W, G> toGame = new EnumMap<>(wire);
        for (G constant : game.getEnumConstants()) {
            W partner = Enum.valueOf(wire, prefix + constant.name());
            toWire.put(constant, partner);
            toGame.put(partner, constant);
        }
        return new EnumTable<>(toWire, toGame);
    }

    public W toWire(G constant) {
        W partner = toWire.get(constant);
        if (partner == null) {
            throw new IllegalStateException("no partner of " + constant);
        }
        return partner;
    }

    /**
     * Returns the constant of the game.
     *
     * @param wire what was read; {@code UNRECOGNIZED} for a number that the schema does not list
     * @throws UnreadableException for 0 (unspecified) and for unknown numbers
     */
    public G toGame(W wire, String field) throws UnreadableException {
        G constant = toGame.get(wire);
        if (constant == null) {
            throw new UnreadableException(field, "refused.malformed.unknown", legal(), field);
        }
        return constant;
    }

    private String legal() {
        StringBuilder names = new StringBuilder();
        for (W known : toGame.keySet()) {
            names.append(names.isEmpty() ? "" : " ").append(known.name());
        }
        return names.toString();
    }
}
