package dev.truce.web.screen;

import dev.truce.story.picture.Picture;
import dev.truce.story.picture.Shape;
import dev.truce.story.picture.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a picture as an object: its size, and a list for each shape with its kind, its colour's name and numbers. Lengths are whole
 * tenths of a pixel, so that no fraction is written while a slider moves.
 */
final class PictureWriter {
    private PictureWriter() {}

    static Map<String, Object> write(Picture picture) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("says", picture.says());
        object.put("width", picture.width());
        object.put("height", picture.height());
        List<Object> shapes = new ArrayList<>();
        for (Shape shape : picture.shapes()) {
            shapes.add(shape(shape));
        }
        object.put("shapes", shapes);
        return object;
    }

    private static List<Object> shape(Shape shape) {
        if (shape instanceof Shape.Box box) {
            return List.of(
                    "box",
                    tone(box.tone()),
                    tenths(box.x()),
                    tenths(box.y()),
                    tenths(box.width()),
                    tenths(box.height()));
        } else if (shape instanceof Shape.Line line) {
            String points = point(line.fromX(), line.fromY()) + " " + point(line.toX(), line.toY());
            return List.of("line", tone(line.tone()), tenths(line.weight()), "", points);
        } else if (shape instanceof Shape.Curve curve) {
            StringBuilder points = new StringBuilder();
            for (int i = 0; i < curve.x().length; i++) {
                points.append(i == 0 ? "" : " ").append(point(curve.x()[i], curve.y()[i]));
            }
            return List.of("line", tone(curve.tone()), tenths(curve.weight()), dashes(curve.dash()), points.toString());
        } else if (shape instanceof Shape.Mark mark) {
            String kind = mark.isRound() ? "disc" : "square";
            return List.of(kind, tone(mark.tone()), tenths(mark.x()), tenths(mark.y()), tenths(Shape.Mark.RADIUS));
        }
        Shape.Words words = (Shape.Words) shape;
        return List.of(
                "words",
                tone(words.tone()),
                tenths(words.x()),
                tenths(words.y()),
                tenths(words.size()),
                words.anchor().name().toLowerCase(Locale.ROOT),
                words.isBold(),
                words.text());
    }

    private static String tone(Tone tone) {
        return tone.css();
    }

    private static String dashes(Shape.Dash dash) {
        StringBuilder dashes = new StringBuilder();
        for (float piece : dash.pieces()) {
            dashes.append(dashes.length() == 0 ? "" : " ").append(10 * (int) piece);
        }
        return dashes.toString();
    }

    private static String point(double x, double y) {
        return tenths(x) + "," + tenths(y);
    }

    private static int tenths(double length) {
        return (int) Math.round(10 * length);
    }
}
