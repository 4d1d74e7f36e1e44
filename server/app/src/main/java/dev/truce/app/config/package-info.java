/** What a server may be told when it is started. */
@NullMarked
package dev.truce.app.config;

import org.jspecify.annotations.NullMarked;
