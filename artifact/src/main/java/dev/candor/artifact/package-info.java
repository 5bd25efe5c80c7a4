/**
 * From a package reference to readable modules: verified download, bounded unpacking, JavaScript
 * carved out of executables.
 */
@NullMarked
package dev.candor.artifact;

import org.jspecify.annotations.NullMarked;
