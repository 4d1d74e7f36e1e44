package dev.truce.protocol.codec;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.v2.Argument;
import dev.truce.protocol.v2.Refused;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Maps refusals: the one table of codes and their numbers, the key of the sentence and what the sentence names. */
final class RefusalCodec {
    private static final Map<Refusal.Code, dev.truce.protocol.v2.RefusalCode> NUMBERS = new HashMap<>();
    private static final Map<dev.truce.protocol.v2.RefusalCode, Refusal.Code> CODES =
            new EnumMap<>(dev.truce.protocol.v2.RefusalCode.class);

    static {
        pair(ConnectionCode.values());
        pair(RefusalCode.values());
    }

    private RefusalCodec() {}

    private static void pair(Refusal.Code... codes) {
        for (Refusal.Code code : codes) {
            dev.truce.protocol.v2.RefusalCode number =
                    dev.truce.protocol.v2.RefusalCode.valueOf("REFUSAL_CODE_" + code.name());
            NUMBERS.put(code, number);
            CODES.put(number, code);
        }
    }

    /** @throws IllegalStateException if the code is for one program alone and has no number */
    static void write(Refusal refusal, Refused.Builder wire) {
        dev.truce.protocol.v2.RefusalCode number = NUMBERS.get(refusal.code());
        if (number == null) {
            throw new IllegalStateException("no number of " + refusal.code());
        }
        wire.setCode(number)
                .setField(refusal.field())
                .setDetail(refusal.text())
                .setLegal(refusal.legal())
                .setRetryAfterMillis(refusal.retryAfterMillis())
                .setSentence(refusal.key());
        for (Object argument : refusal.arguments()) {
            wire.addArguments(toWire(argument));
        }
    }

    private static Argument toWire(Object argument) {
        if (argument instanceof Long whole) {
            return Argument.newBuilder().setWhole(whole).build();
        } else if (argument instanceof Double decimal) {
            return Argument.newBuilder().setDecimal(decimal).build();
        }
        return Argument.newBuilder().setText(argument.toString()).build();
    }

    static Refusal read(Refused wire, String field) throws UnreadableException {
        Refusal.Code code = CODES.get(wire.getCode());
        if (code == null) {
            throw new UnreadableException(field + ".code", "refused.malformed.unknown", "", field + ".code");
        }
        List<Object> arguments = new ArrayList<>();
        for (Argument argument : wire.getArgumentsList()) {
            switch (argument.getValueCase()) {
                case TEXT -> arguments.add(argument.getText());
                case WHOLE -> arguments.add(argument.getWhole());
                case DECIMAL -> arguments.add(argument.getDecimal());
                case VALUE_NOT_SET -> throw UnreadableException.missing(field + ".arguments");
            }
        }
        return new Refusal(
                code,
                wire.getField(),
                wire.getSentence(),
                arguments,
                wire.getLegal(),
                wire.getRetryAfterMillis(),
                wire.getDetail());
    }
}
