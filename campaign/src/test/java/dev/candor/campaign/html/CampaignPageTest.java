package dev.candor.campaign.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.campaign.detect.Campaign;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class CampaignPageTest {
  private static final Document TWO =
      page(List.of(Found.campaign(1, 40, ""), Found.campaign(2, 9, "")));

  @Test
  void theFirstScreenTellsHowManyAndThatAPersonHasToDecide() {
    Element header = TWO.expectFirst("header");

    assertThat(header.expectFirst(".verdict.opaque").text())
        .isEqualTo(
            "2 campaigns 49 of 3,100 accounts seem to be run together; they sent 1,960 of 90,000"
                + " exchanges.");
    assertThat(header.expectFirst(".meaning").text())
        .contains("a person has to look at each campaign before anybody is banned")
        .contains("By chance alone a log such as this gives at most 0.20 campaigns");
    assertThat(header.expectFirst("dl").text())
        .contains("from 2026-03-01 00:00 UTC to 2026-03-30 23:00 UTC", "Left out 1 row");
  }

  @Test
  void whereThereIsNoneThePageSaysSo() {
    Document page = page(List.of());

    assertThat(page.expectFirst(".verdict.candid").text())
        .isEqualTo("no campaign No accounts were found that seem to be run together.");
    assertThat(page.expectFirst(".meaning").text()).startsWith("That is no proof");
    assertThat(page.select("svg")).isEmpty();
    assertThat(page.expectFirst("#campaigns").text()).isEqualTo("Campaigns None was found.");
  }

  @Test
  void eachCampaignHasEvidenceTimelineGraphAndMembers() {
    Element section = TWO.expectFirst("section#campaign-1");

    assertThat(section.text())
        .contains("99 % opened", "as surprising as 20 heads in a row", "at most 0.20 campaigns");
    assertThat(section.select("svg")).hasSize(2);
    assertThat(section.select("table.members tbody tr")).hasSize(40);
    assertThat(section.expectFirst("table.members").select("tbody tr")).hasSize(5);
    assertThat(TWO.select("a[href=#campaign-2]")).hasSize(1);
  }

  @Test
  void resoldAccountsStandApart() {
    assertThat(TWO.expectFirst("#resold table").text()).contains("lent", "2.0", "three");
    assertThat(TWO.expectFirst("#resold").text()).contains("They are no campaign");
  }

  @Test
  void whatWasNotLookedAtAndHowToRepeatItAreTold() {
    assertThat(TWO.expectFirst("#notes").text())
        .contains("Nothing is known of", "Rows left out: 1", "1 row: started_at");
    assertThat(TWO.expectFirst("#repeat").text())
        .contains("candor 1.0, Java 25", "candor campaigns detect .csv");
  }

  @Test
  void theLargestTwentyAreInFullAndTheRestInTheTable() {
    Document page =
        page(IntStream.rangeClosed(1, 23).mapToObj(i -> Found.campaign(i, 8, "")).toList());

    assertThat(page.select("#campaigns tbody tr")).hasSize(23);
    assertThat(page.select("section[id^=campaign-]")).hasSize(20);
    assertThat(page.select("#campaigns a")).hasSize(20);
  }

  @Test
  void thePageNeedsNothingButItself() {
    assertThat(TWO.select("script, link, img, iframe, object, embed, [src]")).isEmpty();
    assertThat(TWO.select("[href]").eachAttr("href")).allMatch(link -> link.startsWith("#"));
    assertThat(TWO.expectFirst("meta[http-equiv]").attr("content"))
        .startsWith("default-src 'none'; style-src 'sha256-");
  }

  /** As many as in the published case, each with a reason of every family. */
  @Test
  void twentyFiveThousandMembersAreSomeMegabytes() {
    Campaign campaign = Found.campaign(1, 25_000, "an ordinary text of some length, ".repeat(12));
    String page = Found.page(Found.findings(List.of(campaign), ""), "");

    assertThat(page.length()).isLessThan(2_000_000);
    assertThat(Jsoup.parse(page).expectFirst("#campaign-1").text())
        .contains("24,800 more members, with reasons: see the table members")
        .contains("60 accounts of 25,000 drawn");
  }

  private static Document page(List<Campaign> campaigns) {
    return Jsoup.parse(Found.page(Found.findings(campaigns, ""), ""));
  }
}
