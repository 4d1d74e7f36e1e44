/** What each viewer may see: the one redaction function, with the estimates built on it. */
@NullMarked
package dev.truce.engine.view;

import org.jspecify.annotations.NullMarked;
