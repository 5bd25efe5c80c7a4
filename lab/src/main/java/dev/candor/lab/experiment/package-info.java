/**
 * The experiment: in which environments a tool is run, in which order, and the running. What its
 * trials mean is told elsewhere. docs/experiment.md tells the method and its sources.
 */
package dev.candor.lab.experiment;
