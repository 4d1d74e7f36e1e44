/** The pages of the one port for machines: health and figures. */
@NullMarked
package dev.truce.app.http;

import org.jspecify.annotations.NullMarked;
