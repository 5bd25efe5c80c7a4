/** The report in GitHub-flavoured Markdown, for issue trackers. */
@NullMarked
package dev.candor.audit.markdown;

import org.jspecify.annotations.NullMarked;
