/** One run of a tool in one environment, from what a recipe says to what was recorded. */
package dev.candor.lab.trial;
