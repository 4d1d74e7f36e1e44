/** Makes a site of the documents, for any host of files. */
@NullMarked
package dev.truce.documents;

import org.jspecify.annotations.NullMarked;
