package dev.truce.tournament.report.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws with the libraries of Java, on twice as many pixels as the page has, which is enough for print. */
final class Drawing {
    private static final int SHARPNESS = 2;

    private Drawing() {}

    /** Returns the bytes of a PNG file. */
    static byte[] png(Picture picture) {
        try {
            BufferedImage image = new BufferedImage(
                    SHARPNESS * picture.width(), SHARPNESS * picture.height(), BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(SHARPNESS, SHARPNESS);
            graphics.setColor(new Color(Tone.PAPER.light()));
            graphics.fill(new Rectangle2D.Double(0, 0, picture.width(), picture.height()));
            for (Shape shape : picture.shapes()) {
                draw(graphics, shape);
            }
            graphics.dispose();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.setUseCache(false);
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalStateException("this Java writes no PNG");
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("an array of bytes takes all", e);
        }
    }

    private static void draw(Graphics2D graphics, Shape shape) {
        if (shape instanceof Shape.Box box) {
            graphics.setColor(new Color(box.tone().light()));
            graphics.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
        } else if (shape instanceof Shape.Line line) {
            graphics.setColor(new Color(line.tone().light()));
            graphics.setStroke(new BasicStroke((float) line.weight(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            graphics.draw(new Line2D.Double(line.fromX(), line.fromY(), line.toX(), line.toY()));
        } else if (shape instanceof Shape.Curve curve) {
            curve(graphics, curve);
        } else if (shape instanceof Shape.Mark mark) {
            double radius = Shape.Mark.RADIUS;
            graphics.setColor(new Color(mark.tone().light()));
            graphics.fill(
                    mark.isRound()
                            ? new Ellipse2D.Double(mark.x() - radius, mark.y() - radius, 2 * radius, 2 * radius)
                            : new Rectangle2D.Double(mark.x() - radius, mark.y() - radius, 2 * radius, 2 * radius));
        } else if (shape instanceof Shape.Words words) {
            words(graphics, words);
        }
    }

    private static void curve(Graphics2D graphics, Shape.Curve curve) {
        graphics.setColor(new Color(curve.tone().light()));
        float[] pieces = curve.dash().pieces();
        graphics.setStroke(new BasicStroke(
                (float) curve.weight(),
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                10,
                pieces.length == 0 ? null : pieces,
                0));
        Path2D path = new Path2D.Double();
        for (int i = 0; i < curve.x().length; i++) {
            if (i == 0) {
                path.moveTo(curve.x()[i], curve.y()[i]);
            } else {
                path.lineTo(curve.x()[i], curve.y()[i]);
            }
        }
        graphics.draw(path);
    }

    private static void words(Graphics2D graphics, Shape.Words words) {
        graphics.setColor(new Color(words.tone().light()));
        Font font =
                new Font(Font.SANS_SERIF, words.isBold() ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) words.size());
        graphics.setFont(font);
        double width = font.getStringBounds(words.text(), graphics.getFontRenderContext())
                .getWidth();
        double before = switch (words.anchor()) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
        graphics.drawString(words.text(), (float) (words.x() - before), (float) words.y());
    }
}
