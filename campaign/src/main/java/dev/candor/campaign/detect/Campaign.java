package dev.candor.campaign.detect;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Accounts that act together.
 *
 * @param name within this report
 * @param first when the first of its exchanges began
 * @param last when the last of them began
 * @param capabilities what members ask for most, the most frequent first
 * @param families the kinds of evidence that most members show
 * @param evidence the same in words, with numbers
 * @param score the mean of its members' scores
 * @param expectedFalse how many campaigns with such a score chance would give in this log, at most
 * @param portrait what can be drawn of it
 */
public record Campaign(
    String name,
    List<Member> members,
    long exchanges,
    Instant first,
    Instant last,
    List<String> capabilities,
    Set<Family> families,
    List<String> evidence,
    double score,
    double expectedFalse,
    Portrait portrait) {}
