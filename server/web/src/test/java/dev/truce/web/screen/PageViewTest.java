package dev.truce.web.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.protocol.client.LinkState;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageViewTest {
    @ParameterizedTest
    @EnumSource
    void eachStateOfALinkIsToldInWordsOfItsOwn(Language language) {
        Phrases phrases = Bundles.of(language);
        List<String> told = Stream.of(
                        new LinkState.Lost(1, false),
                        new LinkState.Lost(1, true),
                        new LinkState.TakenOver(),
                        new LinkState.Closed(Refusal.of(RefusalCode.WRONG_PHASE, "")))
                .map(state -> PageView.Served.wrong(state, phrases))
                .toList();
        assertThat(told).doesNotContain("").doesNotHaveDuplicates();
        assertThat(PageView.Served.wrong(new LinkState.Up(), phrases)).isEmpty();
        assertThat(PageView.Served.wrong(null, phrases)).isEmpty();
        assertThat(told.get(1)).isEqualTo(phrases.of("web.room.stopped"));
    }
}
