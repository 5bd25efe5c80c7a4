/** Files that people write, in a bounded YAML whose every value knows its line. */
@NullMarked
package dev.candor.text.yaml;

import org.jspecify.annotations.NullMarked;
