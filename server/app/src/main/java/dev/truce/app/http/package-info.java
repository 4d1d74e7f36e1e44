/** The HTTP pages for machines that watch the server. */
@NullMarked
package dev.truce.app.http;

import org.jspecify.annotations.NullMarked;
