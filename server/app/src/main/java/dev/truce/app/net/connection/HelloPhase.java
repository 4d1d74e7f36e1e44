package dev.truce.app.net.connection;

import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.PhaseName;

/** Connected: waits for the hello that names the role. */
final class HelloPhase extends ConnectionPhase {
    HelloPhase(ClientConnection link) {
        super(link, PhaseName.GREETING);
    }

    @Override
    void hello(ClientFrame frame, ClientMessage.Hello hello) {
        link().welcome(frame, hello.role());
        link().become(new EntryPhase(link()));
    }
}
