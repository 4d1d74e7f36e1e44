package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.story.bundles.Bundles;
import dev.truce.web.browser.Axe;
import dev.truce.web.browser.Browser;
import dev.truce.web.browser.OpenedClass;
import dev.truce.web.browser.RealServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address with a code asks for no more than its room or class wants, and tells who is there. */
@Tag("browser")
class DoorTest {
    /** Ids of the fields that can be seen. */
    private static final String FIELDS =
            "[...document.querySelectorAll('form.room input, form.room select')].filter((one) => one.type !== 'hidden' && one.checkVisibility()).map((one) => one.id || one.name).join(' ')";

    private static final String LABEL = "document.querySelector('#name').labels[0].textContent.trim()";
    private static final String TOLD = "document.querySelector('.kick') !== null";

    @TempDir
    Path data;

    @Test
    void aRoomTellsWhomOneMeets() throws Exception {
        try (RealServer server = RealServer.start(data, 0, "--room", "--rounds", "2", "--minutes", "12");
                Browser ada = new Browser();
                Browser browser = new Browser()) {
            String door = server.page() + "#/join/" + server.code();
            ada.open(door);
            ada.await(TOLD);
            assertThat(ada.run("document.querySelector('.lede').textContent"))
                    .isEqualTo(Bundles.inEnglish(
                            "web.door.either", Bundles.inEnglish("side.US"), Bundles.inEnglish("side.CN")));
            ada.run("{ document.querySelector('#name').value = 'Ada'; return ''; }");
            ada.click("#join");
            ada.await("truce.match().text?.startsWith('You have a seat')");
            for (int[] size : new int[][] {{1280, 800}, {360, 740}}) {
                browser.size(size[0], size[1]);
                browser.open(door);
                browser.await(TOLD);
                browser.picture(Path.of("target/pictures/door-" + size[0] + ".png"));
                // The button is in sight at once.
                assertThat(Integer.parseInt(browser.run(
                                "String(Math.round(document.querySelector('#join').getBoundingClientRect().bottom))")))
                        .isLessThan(size[1]);
            }
            assertThat(browser.run(FIELDS + " + ' ' + document.activeElement.id"))
                    .isEqualTo("name name");
            assertThat(browser.run("document.querySelector('.lede').textContent"))
                    .isEqualTo(Bundles.inEnglish("web.door.lead", Bundles.inEnglish("side.CN"), "Ada"));
            assertThat(
                            browser.run(
                                    "[...document.querySelectorAll('.there li')].map((one) => one.innerText.replace(/\\s+/g, ' ').trim()).join('; ')"))
                    .isEqualTo("The US Ada, here; China free");
            assertThat(browser.run("document.querySelector('form .note').textContent"))
                    .contains("A round lasts 12 minutes.");
            assertThat(new Axe().broken(browser, false)).isEmpty();
            browser.run("{ document.querySelector('#name').value = 'Bo'; return ''; }");
            browser.click("#join");
            browser.await("truce.match().kind === 'seat' && truce.match().side === 'CN'");
            ada.await("truce.match().kind === 'seat' && truce.match().side === 'US'");
            assertThat(browser.console()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"key, name key, web.door.number", "list, name, web.door.list-name"})
    void aClassAsksForWhatOpensTheOwnSeat(String entry, String fields, String label) throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            OpenedClass opened = OpenedClass.of(
                    server.port(),
                    data,
                    "title: Seminar\nscenario: busan-2025\nrounds: 2\nminutes: 0\nbot: hold\nentry: " + entry + "\n",
                    "Name,Student number\nAnn Archer,s1\n");
            browser.size(360, 740);
            browser.open(opened.joins());
            browser.await(TOLD);
            browser.picture(Path.of("target/pictures/door-" + entry + "-360.png"));
            assertThat(browser.run("document.querySelector('.kick').textContent + ' ' + " + FIELDS))
                    .isEqualTo("Seminar " + fields);
            assertThat(browser.run(LABEL)).isEqualTo(Bundles.inEnglish(label));
            assertThat(new Axe().broken(browser, false)).isEmpty();
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void aCodeThatOpensNothingIsAskedForAgain() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            browser.open(server.page() + "#/join/ABCD2345");
            browser.await(
                    "document.querySelector('main [role=alert]').textContent.startsWith('no room has this code')");
            assertThat(browser.run(FIELDS + " + ' ' + document.activeElement.id"))
                    .isEqualTo("code name code");
        }
    }
}
