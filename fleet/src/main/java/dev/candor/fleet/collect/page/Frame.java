package dev.candor.fleet.collect.page;

import dev.candor.page.Style;
import java.time.Instant;

/**
 * What all pages have around them.
 *
 * @param title of the page
 * @param headline what it tells
 * @param made when it was made
 */
record Frame(String title, String headline, Style style, String policy, Instant made) {}
