/** Tests of the news. */
@NullMarked
package dev.truce.cli.news;

import org.jspecify.annotations.NullMarked;
