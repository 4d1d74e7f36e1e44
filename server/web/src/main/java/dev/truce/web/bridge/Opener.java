package dev.truce.web.bridge;

import dev.truce.web.screen.PageView;

/** Opens what the page shows next. */
@FunctionalInterface
interface Opener {
    /** Opens it with what the request says of it. */
    PageView open(String rest);
}
