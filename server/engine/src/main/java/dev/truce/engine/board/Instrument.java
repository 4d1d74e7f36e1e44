package dev.truce.engine.board;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All instruments, in the order of the rulebook's table; the ordinal is the index in every array of the rules. What is known of each
 * stands here; which of them a match has, its scenario says.
 *
 * <p>Ids and short words never change: records, files and bots rely on them.
 */
public enum Instrument {
    US_FENTANYL_TARIFF("us.fentanyl_tariff", "FENT", Side.US, Visibility.PUBLIC, Family.TARIFF, 0, Presence.ALWAYS),
    US_RECIPROCAL_TARIFF(
            "us.reciprocal_tariff", "RECIP", Side.US, Visibility.PUBLIC, Family.TARIFF, 0, Presence.ALWAYS),
    US_SECTION301_INVESTIGATION(
            "us.section301_investigation", "S301", Side.US, Visibility.PUBLIC, Family.PROBE, 3, Presence.ALWAYS),
    US_SECTION301_TARIFF(
            "us.section301_tariff", "DUTY301", Side.US, Visibility.PUBLIC, Family.TARIFF, 0, Presence.ALWAYS),
    US_SECTION232_DUTIES(
            "us.section232_duties", "DUTY232", Side.US, Visibility.PUBLIC, Family.TARIFF, 2, Presence.ALWAYS),
    US_PORT_FEE("us.port_fee", "PORT", Side.US, Visibility.PUBLIC, Family.PORT_FEE, 0, Presence.OPTIONAL),
    US_AFFILIATES_RULE("us.affiliates_rule", "AFFIL", Side.US, Visibility.PUBLIC, Family.CONTROL, 2, Presence.ALWAYS),
    US_CHIP_CONTROL("us.chip_control", "CHIP", Side.US, Visibility.PUBLIC, Family.CONTROL, 4, Presence.ALWAYS),
    US_LICENCE_PACE("us.licence_pace", "PACE", Side.US, Visibility.COVERT, Family.CONTROL, 4, Presence.ALWAYS),
    CN_RECIPROCAL_TARIFF(
            "cn.reciprocal_tariff", "RECIP", Side.CN, Visibility.PUBLIC, Family.TARIFF, 0, Presence.ALWAYS),
    CN_AGRI_TARIFF("cn.agri_tariff", "AGRI", Side.CN, Visibility.PUBLIC, Family.TARIFF, 0, Presence.ALWAYS),
    CN_SOY_PURCHASES("cn.soy_purchases", "SOY", Side.CN, Visibility.COVERT, Family.CONTROL, 0, Presence.ALWAYS),
    CN_RARE_EARTHS_APRIL(
            "cn.rare_earths_april", "REE7", Side.CN, Visibility.PUBLIC, Family.CONTROL, 4, Presence.ALWAYS),
    CN_RARE_EARTHS_OCTOBER(
            "cn.rare_earths_october", "REE5", Side.CN, Visibility.PUBLIC, Family.CONTROL, 4, Presence.ALWAYS),
    CN_LICENCE_PACE("cn.licence_pace", "PACE", Side.CN, Visibility.COVERT, Family.CONTROL, 4, Presence.ALWAYS),
    CN_PORT_FEE("cn.port_fee", "PORT", Side.CN, Visibility.PUBLIC, Family.PORT_FEE, 0, Presence.OPTIONAL),
    CN_FENTANYL_ENFORCEMENT(
            "cn.fentanyl_enforcement", "ENFORCE", Side.CN, Visibility.COVERT, Family.CONTROL, 4, Presence.ALWAYS),
    CN_UNRELIABLE_ENTITIES(
            "cn.unreliable_entities", "UEL", Side.CN, Visibility.PUBLIC, Family.PROBE, 2, Presence.OPTIONAL);

    /** What an instrument is. */
    public enum Family {
        /** Duties. */
        TARIFF,
        /** Fees on ships. */
        PORT_FEE,
        /** Chips, rare earths, affiliates, licences, and what a side does in secret. */
        CONTROL,
        /** Investigations and lists of firms. */
        PROBE
    }

    /** Which scenarios have an instrument. */
    public enum Presence {
        /** All of them: rules name it. */
        ALWAYS,
        /**
         * Those that say so; elsewhere the rules find it at its first level, at which it does nothing. Only a public one: a covert one has
         * signals, which all scenarios have.
         */
        OPTIONAL
    }

    /** Number of instruments. */
    public static final int COUNT = 18;

    private static final List<Instrument> ALL = List.of(values());
    private static final List<Instrument> OF_US =
            ALL.stream().filter(i -> i.holder == Side.US).toList();
    private static final List<Instrument> OF_CN =
            ALL.stream().filter(i -> i.holder == Side.CN).toList();

    private final String id;
    private final String word;
    private final Side holder;
    private final Visibility visibility;
    private final Family family;
    private final int levels;
    private final Presence presence;

    Instrument(
            String id, String word, Side holder, Visibility visibility, Family family, int levels, Presence presence) {
        if (presence == Presence.OPTIONAL && visibility == Visibility.COVERT) {
            throw new IllegalArgumentException(id + " is covert, so all scenarios must have it");
        }
        this.id = id;
        this.word = word;
        this.holder = holder;
        this.visibility = visibility;
        this.family = family;
        this.levels = levels;
        this.presence = presence;
    }

    /** Returns the long name, for example {@code us.port_fee}. */
    public String id() {
        return id;
    }

    /** Returns the short order word, for example {@code PORT}; unique within a side only. */
    public String word() {
        return word;
    }

    /** Returns the order word with its side, for example {@code US.PORT}; unique. */
    public String qualifiedWord() {
        return holder + "." + word;
    }

    /** The side that may order it. */
    public Side holder() {
        return holder;
    }

    /** Whether everybody sees its level. */
    public Visibility visibility() {
        return visibility;
    }

    /** Returns whether only the holder sees the level. */
    public boolean isCovert() {
        return visibility == Visibility.COVERT;
    }

    /** What it is. */
    public Family family() {
        return family;
    }

    /**
     * How many levels the rules know by index, or 0 if its levels are amounts, of which a scenario has as many as it likes. Of the section
     * 232 duties a scenario may give a level more a meaning.
     */
    public int namedLevels() {
        return levels;
    }

    /** Returns whether a scenario may be without it. */
    public boolean isOptional() {
        return presence == Presence.OPTIONAL;
    }

    /** All instruments in index order. */
    public static List<Instrument> all() {
        return ALL;
    }

    /** Returns the instruments of one side in index order; those that a match has are fewer where its scenario leaves some out. */
    public static List<Instrument> of(Side side) {
        return BySide.pick(side, OF_US, OF_CN);
    }

    /**
     * Finds an instrument by its id, its qualified word, or its short word read from the chair of {@code reader}.
     *
     * @param name any case
     * @param reader the side whose short words are meant
     */
    public static Optional<Instrument> find(String name, Side reader) {
        String wanted = name.toUpperCase(Locale.ROOT);
        for (Instrument instrument : ALL) {
            if (wanted.equals(instrument.id.toUpperCase(Locale.ROOT))
                    || wanted.equals(instrument.qualifiedWord())
                    || (instrument.holder == reader && wanted.equals(instrument.word))) {
                return Optional.of(instrument);
            }
        }
        return Optional.empty();
    }
}
