/** Text with the words in question -> a vector; alone knows the sentence encoder and its runtime. */
@NullMarked
package org.casus.encoding;

import org.jspecify.annotations.NullMarked;
