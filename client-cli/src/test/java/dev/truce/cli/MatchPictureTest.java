package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truce.engine.board.Side;
import dev.truce.story.picture.Axis;
import dev.truce.story.picture.Picture;
import dev.truce.story.picture.Shape;
import dev.truce.story.picture.Shape.Anchor;
import dev.truce.story.picture.Shape.Dash;
import dev.truce.story.picture.Svg;
import dev.truce.story.picture.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picture of the README is drawn from the match of a plain {@code truce demo}. {@code -Dgolden=write} draws it again. */
class MatchPictureTest {
    private static final Path FILE = Path.of("../docs/match.svg");
    private static final String[] MATCH = {"demo", "--json"};
    private static final int WIDTH = 760;
    private static final int LEFT = 48;
    private static final int RIGHT = 14;
    private static final double TEXT = 12;

    @TempDir
    private Path folder = Path.of("");

    private final List<Shape> shapes = new ArrayList<>();
    private final List<JsonNode> rounds = new ArrayList<>();
    private JsonNode match = new ObjectMapper().createObjectNode();

    @Test
    void theReadmeShowsTheMatchThatItsCommandPlays() throws IOException {
        String drawn = file(picture());
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(FILE, drawn);
        }
        assertThat(Files.readString(FILE)).isEqualTo(drawn);
        assertThat(Files.readString(Path.of("../README.md")))
                .contains("docs/match.svg")
                .contains("`./truce demo` plays this match");
    }

    private Picture picture() throws IOException {
        List<String> line = new ArrayList<>(List.of(MATCH));
        line.addAll(List.of("--record", folder.resolve("x.twg").toString()));
        JsonNode end = new ObjectMapper().createObjectNode();
        for (String json : Typed.line(line.toArray(new String[0])).out().lines().toList()) {
            JsonNode object = new ObjectMapper().readTree(json);
            if (object.get("type").asText().equals("round")) {
                rounds.add(object);
            } else if (object.get("type").asText().equals("match")) {
                match = object;
            } else {
                end = object;
            }
        }
        tariffs(64, 150);
        scores(200, 300);
        return new Picture(
                "A match of " + rounds.size()
                        + " rounds between two bots: the US tariff as displayed, with the line below which trade"
                        + " is normal, and the score of each side by round. Joint score " + end.get("joint_score")
                        + ".",
                WIDTH,
                330,
                shapes);
    }

    private void tariffs(double top, double bottom) {
        words(LEFT, 20, "US tariff on China as displayed, %", true);
        int most = rounds.stream()
                .mapToInt(round -> round.get("displayed_tariff_percent").asInt())
                .max()
                .orElseThrow();
        Axis up = Axis.of(0, most, bottom, top);
        double wide = step() * .62;
        for (JsonNode round : rounds) {
            int percent = round.get("displayed_tariff_percent").asInt();
            double x = at(round);
            shapes.add(new Shape.Box(x - wide / 2, up.at(percent), wide, bottom - up.at(percent), Tone.RULE));
            label(x, up.at(percent) - 4, Integer.toString(percent), Tone.INK);
            label(x, 40, happened(round), Tone.INK);
            label(x, bottom + 14, round.get("quarter").asText(), Tone.FAINT);
        }
        double normal = up.at(rounds.get(0).get("normal_trade_percent").asInt());
        shapes.add(new Shape.Curve(
                new double[] {LEFT, WIDTH - RIGHT}, new double[] {normal, normal}, 1.5, Dash.DOTS, Tone.INK));
        shapes.add(new Shape.Words(LEFT - 6, normal + 4, "normal", Anchor.END, 10.5, false, Tone.INK));
    }

    /** What a reader of the chart must know of a round: a treaty signed or broken, a cheat caught. */
    private static String happened(JsonNode round) {
        String change = round.get("treaty").get("change").asText();
        if (change.equals("ENTERED_INTO_FORCE")) {
            return "signed";
        }
        if (change.equals("ENDED_BY_BREACH")) {
            return "broken";
        }
        for (Side side : Side.values()) {
            if (!round.get(side.word()).get("caught_on").isNull()) {
                return side + " caught";
            }
        }
        return "";
    }

    private void scores(double top, double bottom) {
        words(LEFT, top - 12, "Score by round: 0 = mutual war, 100 = honest bargaining", true);
        double low = 0;
        double high = 100;
        for (JsonNode round : rounds) {
            for (Side side : Side.values()) {
                low = Math.min(low, score(round, side));
                high = Math.max(high, score(round, side));
            }
        }
        Axis up = Axis.of(low, high, bottom, top);
        for (double tick : up.ticks()) {
            shapes.add(new Shape.Line(LEFT, up.at(tick), WIDTH - RIGHT, up.at(tick), 1, Tone.RULE));
            shapes.add(new Shape.Words(
                    LEFT - 6, up.at(tick) + 4, Integer.toString((int) tick), Anchor.END, 10.5, false, Tone.FAINT));
        }
        for (Side side : Side.values()) {
            double[] x = new double[rounds.size()];
            double[] y = new double[rounds.size()];
            for (int i = 0; i < x.length; i++) {
                x[i] = at(rounds.get(i));
                y[i] = up.at(score(rounds.get(i), side));
            }
            Tone tone = side == Side.US ? Tone.US : Tone.CN;
            shapes.add(new Shape.Curve(x, y, 2.5, side == Side.US ? Dash.NONE : Dash.LONG, tone));
            for (int i = 0; i < x.length; i++) {
                shapes.add(new Shape.Mark(x[i], y[i], side == Side.US, tone));
            }
        }
        shapes.add(new Shape.Mark(WIDTH - 262, top - 16, true, Tone.US));
        words(WIDTH - 252, top - 12, "US (" + match.get("us").asText() + ")", false);
        shapes.add(new Shape.Mark(WIDTH - 132, top - 16, false, Tone.CN));
        words(WIDTH - 122, top - 12, "China (" + match.get("cn").asText() + ")", false);
        for (JsonNode round : rounds) {
            label(at(round), bottom + 18, round.get("round").asText(), Tone.FAINT);
        }
    }

    private static double score(JsonNode round, Side side) {
        return round.get(side.word()).get("score").asDouble();
    }

    private double step() {
        return (WIDTH - LEFT - RIGHT) / (double) rounds.size();
    }

    private double at(JsonNode round) {
        return LEFT + step() * (round.get("round").asInt() - .5);
    }

    private void words(double x, double y, String text, boolean isBold) {
        shapes.add(new Shape.Words(x, y, text, Anchor.START, TEXT, isBold, Tone.INK));
    }

    private void label(double x, double y, String text, Tone tone) {
        if (!text.isEmpty()) {
            shapes.add(new Shape.Words(x, y, text, Anchor.MIDDLE, 10.5, false, tone));
        }
    }

    /** A picture that stands alone: with its own colours and ground. */
    private static String file(Picture picture) {
        String element = Svg.of(picture);
        int afterTag = element.indexOf(">\n") + 2;
        return element.substring(0, afterTag).replace("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ")
                + "<style>text{font-family:sans-serif}\n" + Svg.styles() + "</style>\n"
                + "<rect class=\"f-paper\" width=\"100%\" height=\"100%\"/>\n"
                + element.substring(afterTag);
    }
}
