package dev.truce.story.picture;

import java.util.List;

/**
 * A picture before it is drawn.
 *
 * @param says one or two sentences for those who do not see it
 * @param width in pixels of the page
 * @param height likewise
 * @param shapes its parts, the lowest first
 */
public record Picture(String says, int width, int height, List<Shape> shapes) {
    public Picture {
        shapes = List.copyOf(shapes);
    }
}
