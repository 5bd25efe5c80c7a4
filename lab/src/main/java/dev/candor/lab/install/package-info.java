/** From a package and its recipe to what a room can run, without running any of it. */
package dev.candor.lab.install;
