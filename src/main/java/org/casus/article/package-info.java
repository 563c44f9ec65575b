/** Bytes to articles: text, title, date, publisher, address. */
@NullMarked
package org.casus.article;

import org.jspecify.annotations.NullMarked;
