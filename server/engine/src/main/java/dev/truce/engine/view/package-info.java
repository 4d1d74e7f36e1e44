/** What each viewer may see. */
@NullMarked
package dev.truce.engine.view;

import org.jspecify.annotations.NullMarked;
