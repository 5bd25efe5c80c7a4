/** What a tool finds around it: factors, their levels, and the world that is made of them. */
package dev.candor.lab.environment;
