package dev.truce.app.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginRuleTest {
    private static final OriginRule RULE = new OriginRule(List.of("https://class.example"), List.of());

    /** A server with a name, as {@code --name} gives it. */
    private static final OriginRule NAMED =
            new OriginRule(List.of("https://truce.example", "http://truce.example"), List.of("truce.example"));

    @ParameterizedTest(name = "host {0}, origin {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                // The server's own pages, and programs that are no browsers.
                "127.0.0.1:7788, http://127.0.0.1:7788, true",
                "localhost:7788, http://localhost:7788, true",
                "[::1]:7788, http://[::1]:7788, true",
                "192.168.1.20:7788, http://192.168.1.20:7788, true",
                "127.0.0.1:7788, -, true",
                // What the operator has named.
                "class.example, https://class.example, true",
                "127.0.0.1:7788, https://class.example, true",
                // Every other page in a browser on this machine.
                "127.0.0.1:7788, http://evil.example, false",
                "127.0.0.1:7788, null, false",
                "127.0.0.1:7788, http://127.0.0.1:8080, false",
                "127.0.0.1:7788, http://127.0.0.1, false",
                "127.0.0.1:7788, ftp://127.0.0.1:7788, false",
                "127.0.0.1:7788, http://class.example, false",
                "127.0.0.1:7788, https://evil.class.example, false",
                "127.0.0.1:7788, https://class.example.evil.example, false",
                "127.0.0.1:7788, https://class.example., false",
                "127.0.0.1:7788, HTTPS://CLASS.EXAMPLE, false",
                "127.0.0.1:7788, http://user@127.0.0.1:7788, false",
                "127.0.0.1:7788, http://127.0.0.1:7788/, false",
                // A name of the attacker's that he has pointed at us.
                "evil.example:7788, http://evil.example:7788, false",
                "evil.example, -, false",
                "LOCALHOST:7788, http://LOCALHOST:7788, false",
                "localhost.:7788, http://localhost.:7788, false",
                "127.0.0.1.evil.example:7788, http://127.0.0.1.evil.example:7788, false",
                "127.0.0.1:7789, http://127.0.0.1:7789, false",
                "127.0.0.1, http://127.0.0.1, false",
                "-, http://127.0.0.1:7788, false",
                "-, -, false"
            })
    void onlyKnownPagesMayOpenAWebSocket(@Nullable String host, @Nullable String origin, boolean allowed) {
        assertThat(RULE.allows(7788, host, null, origin)).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "port {0}, host {1}, origin {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                // A browser leaves the usual port of a scheme out.
                "443, 192.0.2.7, https://192.0.2.7, true",
                "443, [2001:db8::7], https://[2001:db8::7], true",
                "443, localhost, https://localhost, true",
                "443, 192.0.2.7, -, true",
                "443, 192.0.2.7, https://class.example, true",
                "80, 192.0.2.7, http://192.0.2.7, true",
                "80, [::1], http://[::1], true",
                // Other programs may send it.
                "443, 192.0.2.7:443, https://192.0.2.7:443, true",
                // The other scheme leaves another port out, on which another server may be.
                "443, 192.0.2.7, http://192.0.2.7, false",
                "80, 192.0.2.7, https://192.0.2.7, false",
                "443, 192.0.2.7, https://192.0.2.8, false",
                "443, 192.0.2.7, https://192.0.2.7:8443, false",
                "443, 192.0.2.7:80, https://192.0.2.7:80, false",
                "443, 2001:db8::7, https://2001:db8::7, false",
                "8443, 192.0.2.7, https://192.0.2.7, false",
                "7788, 192.0.2.7, -, false",
                "443, evil.example, https://evil.example, false",
                "443, evil.example, -, false"
            })
    void aHostWithoutAPortIsTheUsualPortOfItsScheme(
            int port, @Nullable String host, @Nullable String origin, boolean allowed) {
        assertThat(RULE.allows(port, host, null, origin)).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "host {0}, forwarded {1}, origin {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                // A web server in front passes the Host on, whatever its port.
                "truce.example, -, https://truce.example, true",
                "truce.example:8443, -, https://truce.example:8443, true",
                "truce.example:8080, -, http://truce.example:8080, true",
                "truce.example:8443, -, -, true",
                // It says which host it was asked for, and asks by the address of this server.
                "127.0.0.1:7788, truce.example, https://truce.example, true",
                "127.0.0.1:7788, truce.example:8443, https://truce.example:8443, true",
                "upstream:7788, truce.example:8443, https://truce.example:8443, true",
                // Another server under the same name.
                "truce.example:7788, -, https://truce.example:8443, false",
                "127.0.0.1:7788, -, https://truce.example:8443, false",
                "127.0.0.1:7788, truce.example:8443, https://truce.example:9443, false",
                "truce.example:8443, -, https://truce.example, true",
                // A page elsewhere that says so, or that has pointed its name at us.
                "127.0.0.1:7788, truce.example, https://evil.example, false",
                "127.0.0.1:7788, evil.example, https://evil.example, false",
                "evil.example:7788, truce.example, http://evil.example:7788, false",
                "evil.example:7788, truce.example, -, false",
                "evil.example:7788, evil.example:7788, http://evil.example:7788, false",
                // What only looks like its name.
                "127.0.0.1:7788, truce.example.evil.example, https://truce.example.evil.example, false",
                "127.0.0.1:7788, truce.example:evil, https://truce.example:evil, false",
                "127.0.0.1:7788, TRUCE.EXAMPLE, https://TRUCE.EXAMPLE, false"
            })
    void aServerWithANameHasItOnEachPortOfAWebServerInFront(
            @Nullable String host, @Nullable String forwarded, @Nullable String origin, boolean allowed) {
        assertThat(NAMED.allows(7788, host, forwarded, origin)).isEqualTo(allowed);
    }
}
