package dev.truce.story.page;

import dev.truce.engine.text.TextWidth;
import dev.truce.story.page.Figure.Shown;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures that stand together. A figure that is added to the group appears in all its forms.
 *
 * @param <T> what has the figures
 */
public final class FigureGroup<T> {
    private final Phrases phrases;
    private final List<Figure<T>> figures;

    /**
     * @param phrases their texts
     * @param figures in order
     */
    public FigureGroup(Phrases phrases, List<Figure<T>> figures) {
        this.phrases = phrases;
        this.figures = List.copyOf(figures);
    }

    /**
     * A thing, and the same thing before.
     *
     * @param label how it is called
     */
    public record Compared<T>(String label, T now, T before) {}

    /** Returns the figures of one thing as a part: in two columns, a sentence each, a value each. */
    public Part grid(String name, T now, T before) {
        List<Block.Titled> titled = new ArrayList<>();
        Part part = Part.named(name);
        for (Figure<T> figure : figures) {
            Shown shown = figure.show(phrases, now, before);
            titled.add(new Block.Titled(figure.title(phrases), shown));
            part = part.said(figure.sentence(phrases, shown)).datum(List.of(figure.programName()), shown.number());
        }
        return part.drawn(new Block.Grid(titled));
    }

    /** Returns a part with a value for each figure of a thing. */
    public Part data(Part part, T thing) {
        Part more = part;
        for (Map.Entry<String, Object> value : object(thing).entrySet()) {
            more = more.datum(List.of(value.getKey()), value.getValue());
        }
        return more;
    }

    /** Returns a part with a sentence for each figure of a thing that has one of its own. */
    public Part spoken(Part part, T thing) {
        Part more = part;
        for (Figure<T> figure : figures) {
            if (figure.isSpoken(phrases)) {
                more = more.said(figure.sentence(phrases, figure.show(phrases, thing, thing)));
            }
        }
        return more;
    }

    /** Returns the most important figures of a thing as they continue a line, without where they went. */
    public String values(T thing) {
        StringBuilder line = new StringBuilder();
        for (Figure<T> figure : figures) {
            if (figure.isInLine()) {
                line.append(figure.inLine(
                        phrases, figure.show(phrases, thing, thing).value()));
            }
        }
        return line.toString();
    }

    /** Returns the most important figures of a thing in one line. */
    public String line(T now, T before) {
        StringBuilder line = new StringBuilder();
        for (Figure<T> figure : figures) {
            if (figure.isInLine()) {
                line.append(
                        figure.inLine(phrases, figure.show(phrases, now, before).signed()));
            }
        }
        return line.toString().stripLeading();
    }

    /** Returns the same for a sentence. */
    public String clauses(T now, T before, boolean all) {
        List<String> clauses = new ArrayList<>();
        for (Figure<T> figure : figures) {
            if (all || figure.isInLine()) {
                clauses.add(figure.clause(phrases, figure.show(phrases, now, before)));
            }
        }
        return phrases.clauses(clauses);
    }

    /**
     * Returns the figures of several things as a table.
     *
     * @param labels head of the column with the labels
     * @param width of a column on a terminal
     * @param digits width in which a figure stands on the right, before its change
     */
    public Block.Table table(Block.Column labels, int width, int digits, List<Compared<T>> things) {
        List<Block.Column> columns = new ArrayList<>(List.of(labels));
        figures.forEach(figure -> columns.add(Block.Column.left(figure.title(phrases), width)));
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (Compared<T> thing : things) {
            List<Block.Cell> row = new ArrayList<>(List.of(Block.Cell.of(thing.label())));
            for (Figure<T> figure : figures) {
                Shown shown = figure.show(phrases, thing.now(), thing.before());
                row.add(Block.Cell.of(TextWidth.padLeft(shown.value(), digits) + " " + shown.change(), shown.trend()));
            }
            rows.add(row);
        }
        return new Block.Table(columns, rows);
    }

    /** Returns the figures of a thing as a program gets them, by name. */
    public Map<String, Object> object(T thing) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Figure<T> figure : figures) {
            object.put(figure.programName(), figure.show(phrases, thing, thing).number());
        }
        return object;
    }
}
