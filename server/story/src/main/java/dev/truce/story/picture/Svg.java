package dev.truce.story.picture;

import java.util.Locale;

/** Draws pictures as SVG that stands in a page; its colours are those of {@link #styles()}, light or dark as the page is. */
public final class Svg {
    private final StringBuilder text = new StringBuilder();

    private Svg() {}

    /** Returns a picture as an element of a page. */
    public static String of(Picture picture) {
        Svg svg = new Svg();
        svg.text
                .append("<svg role=\"img\" viewBox=\"0 0 ")
                .append(picture.width())
                .append(' ')
                .append(picture.height())
                .append("\" width=\"")
                .append(picture.width())
                .append("\" height=\"")
                .append(picture.height())
                .append("\" aria-label=\"")
                .append(escaped(picture.says()))
                .append("\">\n");
        picture.shapes().forEach(svg::add);
        return svg.text.append("</svg>\n").toString();
    }

    /** Returns the rules of style sheets that the pictures of a page need. */
    public static String styles() {
        StringBuilder light = new StringBuilder(":root{color-scheme:light dark");
        StringBuilder dark = new StringBuilder("@media screen and (prefers-color-scheme:dark){:root{");
        StringBuilder classes = new StringBuilder();
        for (Tone tone : Tone.values()) {
            light.append(String.format(Locale.ROOT, ";--%s:#%06x", tone.css(), tone.light()));
            dark.append(String.format(Locale.ROOT, "--%s:#%06x;", tone.css(), tone.dark()));
            classes.append(String.format(
                            Locale.ROOT, ".f-%1$s{fill:var(--%1$s)}.l-%1$s{stroke:var(--%1$s);fill:none}%n", tone.css())
                    .replace("\r", ""));
        }
        return light + "}\n" + dark + "}}\n" + classes;
    }

    private void add(Shape shape) {
        if (shape instanceof Shape.Box box) {
            begin("rect", "f", box.tone());
            number("x", box.x());
            number("y", box.y());
            number("width", box.width());
            number("height", box.height());
        } else if (shape instanceof Shape.Line line) {
            begin("line", "l", line.tone());
            number("x1", line.fromX());
            number("y1", line.fromY());
            number("x2", line.toX());
            number("y2", line.toY());
            number("stroke-width", line.weight());
        } else if (shape instanceof Shape.Curve curve) {
            begin("polyline", "l", curve.tone());
            points(curve);
        } else if (shape instanceof Shape.Mark mark) {
            mark(mark);
        } else if (shape instanceof Shape.Words words) {
            words(words);
            return;
        }
        text.append("/>\n");
    }

    private void points(Shape.Curve curve) {
        number("stroke-width", curve.weight());
        if (curve.dash() != Shape.Dash.NONE) {
            text.append(" stroke-dasharray=\"");
            char before = '"';
            for (float piece : curve.dash().pieces()) {
                text.append(before == '"' ? "" : " ").append((int) piece);
                before = ' ';
            }
            text.append('"');
        }
        text.append(" points=\"");
        for (int i = 0; i < curve.x().length; i++) {
            text.append(i == 0 ? "" : " ")
                    .append(shown(curve.x()[i]))
                    .append(',')
                    .append(shown(curve.y()[i]));
        }
        text.append('"');
    }

    private void mark(Shape.Mark mark) {
        double radius = Shape.Mark.RADIUS;
        if (mark.isRound()) {
            begin("circle", "f", mark.tone());
            number("cx", mark.x());
            number("cy", mark.y());
            number("r", radius);
        } else {
            begin("rect", "f", mark.tone());
            number("x", mark.x() - radius);
            number("y", mark.y() - radius);
            number("width", 2 * radius);
            number("height", 2 * radius);
        }
    }

    private void words(Shape.Words words) {
        begin("text", "f", words.tone());
        number("x", words.x());
        number("y", words.y());
        number("font-size", words.size());
        if (words.isBold()) {
            text.append(" font-weight=\"bold\"");
        }
        if (words.anchor() != Shape.Anchor.START) {
            text.append(" text-anchor=\"")
                    .append(words.anchor().name().toLowerCase(Locale.ROOT))
                    .append('"');
        }
        text.append('>').append(escaped(words.text())).append("</text>\n");
    }

    private void begin(String element, String kind, Tone tone) {
        text.append('<')
                .append(element)
                .append(" class=\"")
                .append(kind)
                .append('-')
                .append(tone.css())
                .append('"');
    }

    private void number(String name, double value) {
        text.append(' ').append(name).append("=\"").append(shown(value)).append('"');
    }

    /** Tenths of a pixel are as fine as eyes are. */
    private static String shown(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }

    /** Returns a text as it stands in a page, in an attribute or between elements. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
