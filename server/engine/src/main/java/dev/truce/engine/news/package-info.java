/** News: what may be said in public about a round, as values; the words are the clients'. */
@NullMarked
package dev.truce.engine.news;

import org.jspecify.annotations.NullMarked;
