/** Articles to sentences, tokens, dependencies, names, times and coreference; alone knows CoreNLP. */
@NullMarked
package org.casus.annotation;

import org.jspecify.annotations.NullMarked;
