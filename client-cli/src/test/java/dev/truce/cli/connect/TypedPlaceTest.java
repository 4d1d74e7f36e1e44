package dev.truce.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.cli.fault.FaultException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type or paste to say where they want to go. */
@ResourceLock("language")
class TypedPlaceTest {
    @ParameterizedTest
    @CsvSource({
        "abcd2345,127.0.0.1:7788,ABCD2345,false",
        "http://10.0.0.5:7910/#/join/ABCD2345,10.0.0.5:7910,ABCD2345,false",
        "https://truce.example.edu/#/join/abcd2345,truce.example.edu:443,ABCD2345,true",
        "https://truce.example.edu:9443/truce/#/join/ABCD2345,truce.example.edu:9443,ABCD2345,true",
        "http://truce.example.edu/#/board/ABCD2345,truce.example.edu:80,ABCD2345,false",
        "http://[::1]:7910/#/desk/ABCD2345/,[::1]:7910,ABCD2345,false",
    })
    void aCodeOrTheAddressOfAPageSaysWhere(String typed, String server, String code, boolean encrypted)
            throws Exception {
        for (String space : List.of("", "\r", "\n", "\t", " \r\n")) {
            TypedPlace place = TypedPlace.of(List.of(typed + space), "truce join");
            assertThat(place.server()).hasToString(server);
            assertThat(place.code()).isEqualTo(code);
            assertThat(place.encrypted()).isEqualTo(encrypted);
        }
    }

    @Test
    void twoWordsAreAServerAndACode() throws Exception {
        TypedPlace place = TypedPlace.of(List.of("10.0.0.5:7910 ", "abcd2345\r"), "truce join");
        assertThat(place.server()).hasToString("10.0.0.5:7910");
        assertThat(place.code()).isEqualTo("ABCD2345");
        assertThat(place.before()).isEqualTo("10.0.0.5:7910 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://truce.example.edu/", "http://10.0.0.5:7910/#/learn", "ws://10.0.0.5/#/join/ABCD2345"})
    void anotherAddressIsRefusedAndNoCode(String typed) {
        assertThatThrownBy(() -> TypedPlace.of(List.of(typed), "truce join"))
                .isInstanceOfSatisfying(FaultException.class, refused -> {
                    assertThat(refused.fault().code()).isEqualTo("BAD_ADDRESS");
                    assertThat(refused.fault().next()).isEqualTo("truce join HOST:PORT CODE");
                });
    }
}
