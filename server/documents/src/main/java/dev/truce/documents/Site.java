package dev.truce.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The documents of a repository as HTML: the pages that the first one leads to by links, each at its own place, and the files that they name.
 * A link leads from page to page as it does in the repository; a folder becomes a list of its files.
 */
public final class Site {
    private static final String INDEX = "README.md";
    private static final String DOCUMENTS = "docs/README.md";

    private static final String STYLE = """
            body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:0 1rem 3rem;color:#1b1b1b;background:#fff}
            nav{padding:.75rem 0;border-bottom:1px solid #767676}nav a{margin-right:1rem}
            a{color:#0b4f9e}pre,code{font:.9rem/1.4 ui-monospace,monospace;background:#f3f3f3}pre{padding:.75rem;overflow-x:auto}
            table{border-collapse:collapse;display:block;overflow-x:auto}th,td{border:1px solid #949494;padding:.3rem .5rem;text-align:left;vertical-align:top}
            img{max-width:100%}
            """;

    private final Path root;
    private final Path out;
    private final Parser parser;
    private final HtmlRenderer renderer;
    private final Deque<Path> open = new ArrayDeque<>();
    private final Set<Path> seen = new LinkedHashSet<>();

    private Site(Path root, Path out) {
        this.root = root;
        this.out = out;
        List<org.commonmark.Extension> extensions = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
        parser = Parser.builder().extensions(extensions).build();
        renderer = HtmlRenderer.builder().extensions(extensions).build();
    }

    /**
     * Writes a site.
     *
     * @param args the folder of the repository and the folder of the site, which is made
     * @throws NoSuchFileException if a page has links that lead to nothing; names the page and the links
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), Path.of(args[1]));
    }

    /**
     * Writes a site and returns how many pages it has.
     *
     * @throws NoSuchFileException if a page has links that lead to nothing; names the page and the links
     * @throws IOException if a file cannot be read or written
     */
    static int write(Path root, Path out) throws IOException {
        Site site = new Site(root.toRealPath(), out);
        site.want(site.root.resolve(INDEX));
        int pages = 0;
        while (!site.open.isEmpty()) {
            Path file = site.open.remove();
            Path to = out.resolve(site.root.relativize(file));
            Files.createDirectories(to.getParent());
            if (Files.isDirectory(file)) {
                site.list(file, to);
            } else if (isPage(file)) {
                pages++;
                site.page(file);
            } else {
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.copy(out.resolve("README.html"), out.resolve("index.html"), StandardCopyOption.REPLACE_EXISTING);
        return pages;
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md");
    }

    private void want(Path file) {
        if (seen.add(file)) {
            open.add(file);
        }
    }

    /** Where something of the repository is on the site, such as {@code learn/two-bots.html} for a page. */
    private static String address(String link, boolean isFolder) {
        if (isFolder) {
            return link + (link.endsWith("/") ? "" : "/") + "index.html";
        }
        return link.endsWith(".md") ? link.substring(0, link.length() - 2) + "html" : link;
    }

    private void page(Path file) throws IOException {
        Node document = parser.parse(Files.readString(file));
        List<String> dead = new ArrayList<>();
        StringBuilder title = new StringBuilder();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                link.setDestination(followed(file, link.getDestination(), dead));
                visitChildren(link);
            }

            @Override
            public void visit(org.commonmark.node.Image image) {
                image.setDestination(followed(file, image.getDestination(), dead));
            }

            @Override
            public void visit(Heading heading) {
                if (heading.getLevel() == 1 && title.isEmpty()) {
                    title.append(text(heading));
                }
                visitChildren(heading);
            }
        });
        if (!dead.isEmpty()) {
            throw new NoSuchFileException(root.relativize(file).toString(), dead.toString(), null);
        }
        put(
                file,
                out.resolve(address(root.relativize(file).toString(), false)),
                title.toString(),
                renderer.render(document));
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }

    /** Returns where a link leads on the site, and remembers to put it there. */
    private String followed(Path file, String destination, List<String> dead) {
        int mark = destination.indexOf('#');
        String path = mark < 0 ? destination : destination.substring(0, mark);
        if (path.isEmpty() || path.contains(":")) {
            return destination;
        }
        Path to = file.resolveSibling(path).normalize();
        if (!to.startsWith(root) || !Files.exists(to)) {
            dead.add(destination);
            return destination;
        }
        want(to);
        return address(path, Files.isDirectory(to)) + (mark < 0 ? "" : destination.substring(mark));
    }

    private void list(Path folder, Path to) throws IOException {
        StringBuilder text = new StringBuilder("# " + root.relativize(folder) + "\n\n");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                want(file);
                text.append("- [")
                        .append(file.getFileName())
                        .append("](")
                        .append(address(file.getFileName().toString(), false))
                        .append(")\n");
            }
        }
        put(
                folder.resolve("x"),
                to.resolve("index.html"),
                root.relativize(folder).toString(),
                renderer.render(parser.parse(text.toString())));
    }

    private void put(Path from, Path to, String title, String body) throws IOException {
        String up = "../".repeat(root.relativize(from).getNameCount() - 1);
        Files.createDirectories(to.getParent());
        Files.writeString(to, """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title><style>
                %s</style></head>
                <body>
                <nav aria-label="truce"><a href="%sindex.html">truce</a><a href="%s%s">documents</a></nav>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(escaped(title), STYLE, up, up, address(DOCUMENTS, false), body));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
