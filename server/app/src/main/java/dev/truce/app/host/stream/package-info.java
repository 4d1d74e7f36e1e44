/** What a match tells: a numbered stream for each viewer, which every connection reads at its own pace. */
@NullMarked
package dev.truce.app.host.stream;

import org.jspecify.annotations.NullMarked;
