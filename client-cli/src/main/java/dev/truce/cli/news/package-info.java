/** News for people in two languages, and as objects for programs. */
@NullMarked
package dev.truce.cli.news;

import org.jspecify.annotations.NullMarked;
