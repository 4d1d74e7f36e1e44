/** Tests of what is told over HTTP. */
@NullMarked
package dev.truce.app.http;

import org.jspecify.annotations.NullMarked;
