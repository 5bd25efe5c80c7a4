package dev.candor.lab.emulator;

import java.util.concurrent.Semaphore;

/**
 * What the connections of one listening socket share.
 *
 * @param encryption of the emulator
 * @param webSockets how many more there may be at once: each may hold a large frame
 */
record Service(Answers answers, Recording recording, Encryption encryption, Semaphore webSockets) {}
