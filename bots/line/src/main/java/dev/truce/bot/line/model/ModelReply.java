package dev.truce.bot.line.model;

/**
 * What a model replied, as its endpoint tells it.
 *
 * @param text the words of the model; empty if there are none
 * @param isRefused whether the endpoint or the model refused to answer
 * @param model that the endpoint names, or empty
 * @param finish why it stopped, or empty
 * @param tokensIn of the prompt, the cached ones among them
 * @param tokensCached of the prompt, which the endpoint knew already
 * @param tokensOut of the reply
 * @param hasUsage whether the endpoint says how many tokens the prompt and the reply have
 */
record ModelReply(
        String text,
        boolean isRefused,
        String model,
        String finish,
        long tokensIn,
        long tokensCached,
        long tokensOut,
        boolean hasUsage) {
    /** Nothing that can be read. */
    static final ModelReply NONE = new ModelReply("", false, "", "", 0, 0, 0, false);
}
