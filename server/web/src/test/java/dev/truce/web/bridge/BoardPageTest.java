package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.story.bundles.Bundles;
import dev.truce.web.browser.Browser;
import dev.truce.web.browser.Looks;
import dev.truce.web.browser.OpenedClass;
import dev.truce.web.browser.RealServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The board of a class on a projector: all tables on one screen, or in turns, and nothing over anything else. */
@Tag("browser")
class BoardPageTest {
    private static final List<String> BOTS =
            List.of("gtft", "hawk", "negotiator", "liar", "tft", "grim", "bully", "salami", "dove", "pavlov");

    /** What lies over something else, is cut off, or sticks out of its card. */
    private static final String OVER = "{ const wrong = []; const box = (one) => one.getBoundingClientRect();"
            + " const apart = (all) => all.forEach((one, at) => all.slice(at + 1).forEach((other) => { const a = box(one);"
            + " const b = box(other); if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1"
            + " && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1) wrong.push(one.className + ' over ' + other.className + ': ' + one.textContent); }));"
            + " const inside = (one, all) => all.forEach((each) => { const a = box(one); const b = box(each); if (b.bottom > a.bottom + 1 || b.right > a.right + 1"
            + " || b.left < a.left - 1 || b.top < a.top - 1) wrong.push(each.className + ' out of ' + one.className + ': ' + each.textContent); });"
            + " const board = document.querySelector('main.board'); apart([...board.children]); inside(board, [...board.children]);"
            + " document.querySelectorAll('.top, .tables, .tables li, .tables p, .way, footer').forEach((one) => { apart([...one.children]); inside(one, [...one.children]); });"
            + " document.querySelectorAll('.board *').forEach((one) => { if (!one.closest('svg') && one.scrollWidth > one.clientWidth + 1 && one.clientWidth) wrong.push('wide: ' + one.className + ' ' + one.textContent); });"
            + " return wrong.join('\\n'); }";

    private static final String HIGH = "String(document.documentElement.scrollHeight - innerHeight)";

    @TempDir
    Path data;

    private final SoftAssertions all = new SoftAssertions();

    private OpenedClass opened(RealServer server, int tables, int rounds) throws Exception {
        StringBuilder list = new StringBuilder("Name\n");
        for (int i = 0; i < 2 * tables; i++) {
            list.append("Student ")
                    .append((char) ('A' + i / 26))
                    .append((char) ('a' + i % 26))
                    .append('\n');
        }
        return OpenedClass.of(
                server.port(),
                data,
                "title: Seminar 3\nscenario: busan-2025\nrounds: " + rounds
                        + "\nminutes: 8\nbot: hold\nentry: list\nseed: 7f3a91c2d84be650a1f79c3d5e82b064\n",
                list.toString());
    }

    /** Begins; bots play all tables but the first, at which nobody is. */
    private static void begins(OpenedClass opened, int tables) throws Exception {
        List<String> acts = new ArrayList<>(List.of("doors open", "start", "wait open r1"));
        for (int bot = 0; bot < BOTS.size(); bot++) {
            List<String> at = new ArrayList<>();
            for (int table = 2 + bot; table <= tables; table += BOTS.size()) {
                at.add(Integer.toString(table));
            }
            if (!at.isEmpty()) {
                acts.add(String.join(",", at) + ": fill-gaps " + BOTS.get(bot));
            }
        }
        opened.does(acts.toArray(String[]::new));
    }

    /** Closes rounds at the first table, for which all others wait. */
    private static void closes(OpenedClass opened, int from, int to) throws Exception {
        List<String> acts = new ArrayList<>();
        for (int round = from; round <= to; round++) {
            acts.addAll(List.of("1: advance", "1: advance", "wait open r" + (round + 1)));
        }
        opened.does(acts.toArray(String[]::new));
    }

    private void fits(Browser board, String what, int width, int height) throws Exception {
        board.size(width, height);
        board.run("{ document.body.getBoundingClientRect(); return ''; }");
        String name = what + " " + width + " x " + height;
        all.assertThat(board.run(OVER)).as(name).isEmpty();
        if (width > 640) {
            all.assertThat(Integer.parseInt(board.run(HIGH))).as(name).isLessThanOrEqualTo(0);
        }
        board.picture(Path.of("target/pictures", what + "-" + width + "x" + height + ".png"));
    }

    @Test
    void tenTablesAreOneScreen() throws Exception {
        try (Browser board = new Browser();
                RealServer server = RealServer.start(data, 0)) {
            OpenedClass opened = opened(server, 10, 12);
            String site = "http://" + opened.at();
            board.open(site + "/#/board/" + opened.code());
            board.await("truce.match().kind === 'board' && truce.match().code === '" + opened.code() + "'");
            opened.does("doors open");
            board.await("truce.match().doors === 'doors open'");
            assertThat(board.run("document.querySelector('h1').textContent")).isEqualTo(opened.code());
            assertThat(board.run("document.querySelector('main').textContent"))
                    .contains(
                            site + "/#/join/" + opened.code(),
                            "Here: 0 of 20, at 10 tables.",
                            Bundles.inEnglish("web.board.join.list"));
            board.size(1280, 800);
            assertThat(Double.parseDouble(board.run(
                            "String(document.querySelector('.squares').getBoundingClientRect().height / innerHeight)")))
                    .as("a third of the height")
                    .isBetween(.3, .4);
            fits(board, "lobby", 1280, 800);
            fits(board, "lobby", 1920, 1080);
            fits(board, "lobby", 360, 780);
            Looks lobby = new Looks(board);
            lobby.at("lobby", 0);
            lobby.insist();

            begins(opened, 10);
            board.await("truce.match().cards.length === 10");
            fits(board, "board-first", 1280, 800);
            closes(opened, 1, 3);
            board.await("truce.match().round === 'round 4 of 12'");
            board.await("truce.match().ready.includes('9 of 10')");
            assertThat(board.run("truce.match().where"))
                    .startsWith("2026 Q4. ")
                    .endsWith(Bundles.inEnglish("class-board.where.date") + ".");
            assertThat(board.run("truce.match().time")).matches("[0-9]+:[0-9]{2}");
            assertThat(board.run("String(document.querySelectorAll('.tables li').length)"))
                    .isEqualTo("10");
            // Each figure, each sentence and each edge is that of the table's values.
            assertThat(board.run(
                            "String(truce.match().cards.every((one, at) => { const drawn = document.querySelectorAll('.tables li')[at];"
                                    + " return drawn.querySelector('.now').textContent === one.tariffs.at(-1) + '%' && drawn.querySelector('.said').textContent.trim() === one.text"
                                    + " && one.tariffs.length === 4"
                                    + " && (getComputedStyle(drawn).borderTopStyle === 'dashed') === one.unbound; }))"))
                    .isEqualTo("true");
            assertThat(board.run("JSON.stringify(truce.match())")).doesNotContain("Student A");
            for (int[] size : new int[][] {{1280, 800}, {1920, 1080}, {360, 780}}) {
                fits(board, "board-ten", size[0], size[1]);
            }
            Looks looks = new Looks(board);
            looks.at("board", 0);
            looks.insist();
            board.run("{ document.querySelector('.tools [lang^=zh]').click(); return ''; }");
            board.await("document.documentElement.lang.startsWith('zh')");
            fits(board, "board-ten-zh", 1280, 800);
            board.run("{ document.querySelector('.tools [lang^=en]').click(); return ''; }");
            board.taste("dark");
            fits(board, "board-ten-dark", 1280, 800);
            assertThat(board.console()).isEmpty();
        }
        all.assertAll();
    }
}
