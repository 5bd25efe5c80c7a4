package dev.candor.campaign.detect;

import java.time.LocalDate;
import java.util.SortedMap;

/**
 * When accounts came, day by day in UTC; days on which none did are not there.
 *
 * @param accounts how many they are
 * @param opened of which it is known, by the day on which they were opened
 * @param began by the day of their first exchange
 * @param moved by the day on which they first used a model, a day or more after they began; of
 *     models that many of a campaign came to
 */
public record Course(
    int accounts,
    SortedMap<LocalDate, Long> opened,
    SortedMap<LocalDate, Long> began,
    SortedMap<String, SortedMap<LocalDate, Long>> moved) {}
