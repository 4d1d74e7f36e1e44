/** Checks what text of strangers may contain. */
@NullMarked
package dev.truce.protocol.text;

import org.jspecify.annotations.NullMarked;
