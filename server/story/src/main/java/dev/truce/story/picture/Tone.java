package dev.truce.story.picture;

import java.util.List;
import java.util.Locale;

/**
 * What a shape is coloured for. Colours can be told apart by people who are blind to red and green, and stand out against their
 * ground in light and dark; still, no picture says anything by colour alone.
 */
public enum Tone {
    /** The ground. */
    PAPER(0xffffff, 0x14181d),
    /** Words and axes. */
    INK(0x1b1f24, 0xe8eaed),
    /** Words of less weight. */
    FAINT(0x57606a, 0xa3acb6),
    /** Lines to compare by, and grounds of panels. */
    RULE(0xd4d9de, 0x3a424b),
    /** The US seat. */
    US(0x0b5cad, 0x6cb6f2),
    /** The Chinese seat. */
    CN(0xb84500, 0xff9a57),
    /** The first of several curves. */
    FIRST(0x0b5cad, 0x6cb6f2),
    SECOND(0xb84500, 0xff9a57),
    THIRD(0x00735a, 0x34c9a0),
    FOURTH(0x96327c, 0xf08fd0),
    FIFTH(0x7a5f00, 0xe3c33c),
    SIXTH(0x4a4f9c, 0xb1b5ff),
    /** Lowest value of a heat map; the steps are those of the scale named cividis, the same in light and dark. */
    HEAT_0(0x00224e, 0x00224e),
    /** One step up. */
    HEAT_1(0x123570, 0x123570),
    /** Two steps up. */
    HEAT_2(0x3b496c, 0x3b496c),
    /** Three steps up. */
    HEAT_3(0x575d6d, 0x575d6d),
    /** Four steps up. */
    HEAT_4(0x707173, 0x707173),
    /** Five steps up. */
    HEAT_5(0x8a8678, 0x8a8678),
    /** Six steps up. */
    HEAT_6(0xa59c74, 0xa59c74),
    /** Seven steps up. */
    HEAT_7(0xc3b369, 0xc3b369),
    /** Highest value. */
    HEAT_8(0xe1cc55, 0xe1cc55),
    /** Words on the darker half of a heat map. */
    ON_DARK(0xffffff, 0xffffff),
    /** Words on its lighter half. */
    ON_LIGHT(0x000000, 0x000000);

    private static final List<Tone> HEAT =
            List.of(HEAT_0, HEAT_1, HEAT_2, HEAT_3, HEAT_4, HEAT_5, HEAT_6, HEAT_7, HEAT_8);
    private static final List<Tone> CURVES = List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH);

    private final int light;
    private final int dark;

    Tone(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    /** Its colour on a light ground, as red, green and blue in one number. */
    public int light() {
        return light;
    }

    /** Its colour on a dark ground. */
    public int dark() {
        return dark;
    }

    /** Returns its name in style sheets. */
    public String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The steps of a heat map, from the lowest on. */
    public static List<Tone> heat() {
        return HEAT;
    }

    /** Colours for several curves in one picture, which differ in dashes and names as well. */
    public static List<Tone> curves() {
        return CURVES;
    }

    /** Returns the tone of words on this one: the one of greater contrast. */
    public Tone words() {
        return ordinal() >= HEAT_0.ordinal() && ordinal() <= HEAT_4.ordinal() ? ON_DARK : ON_LIGHT;
    }
}
