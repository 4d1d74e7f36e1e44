/** How text from people is measured. */
@NullMarked
package dev.truce.engine.text;

import org.jspecify.annotations.NullMarked;
