package dev.truce.bot.line.model;

/**
 * A message of a conversation.
 *
 * @param role {@code user} or {@code assistant}
 * @param content its text
 */
record ChatMessage(String role, String content) {
    static ChatMessage byUser(String content) {
        return new ChatMessage("user", content);
    }

    static ChatMessage byAssistant(String content) {
        return new ChatMessage("assistant", content);
    }
}
