package dev.candor.campaign.detect;

import java.time.Instant;
import java.util.List;

/**
 * What was found in an exchange log. It shows what accounts have in common; whether that is abuse a
 * person decides.
 *
 * @param campaigns the largest first
 * @param resold accounts that several people seem to use
 * @param others when the accounts came that are in no campaign
 * @param accounts in the log
 * @param exchanges in the log
 * @param first when the first exchange began
 * @param last when the last one began
 * @param notes what was not looked at, and why
 */
public record Findings(
    List<Campaign> campaigns,
    List<Resold> resold,
    Course others,
    long accounts,
    long exchanges,
    Instant first,
    Instant last,
    List<String> notes) {}
