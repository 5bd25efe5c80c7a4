/** The closed room, emulated model APIs, environments and recipes. */
package dev.candor.lab;
