/** Tests of the settings. */
@NullMarked
package dev.truce.app.config;

import org.jspecify.annotations.NullMarked;
