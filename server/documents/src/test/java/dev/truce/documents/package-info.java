/** Tests of the site of documents. */
@NullMarked
package dev.truce.documents;

import org.jspecify.annotations.NullMarked;
