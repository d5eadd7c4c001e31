package org.saltwater.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditLog;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.library.Shown.Standing;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.Therapists;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What readers see, what becomes of a text before they do, and how it is found.
@SaltwaterTest
@Tag("journey")
class LibraryTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String SHIPPED = "why-people-cry";

  @LocalServerPort int port;
  @Autowired Articles articles;
  @Autowired Shelf shelf;
  @Autowired ArticleSearch search;
  @Autowired ShippedArticles shipped;
  @Autowired Therapists therapists;
  @Autowired People people;
  @Autowired SignIns signIns;
  @Autowired ArticleRows rows;
  @Autowired Reviewers reviewers;
  @Autowired AuditLog audit;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  private SignedIn ines;
  private SignedIn amara;
  private SignedIn ben;

  @BeforeEach
  void inAPracticeOfThree() {
    clock.reset();
    jdbc.sql("truncate library_article, library_text, library_history").update();
    ines = someone("Ines", Role.COORDINATOR);
    amara = therapist("Amara Okafor", "licensed DE AT");
    ben = therapist("Ben", "licensed DE");
  }

  @Test
  void sixArticlesComeAlongNoneReviewedEachWithItsSources() {
    assertThat(shelf.list()).hasSize(6);
    for (var article : shelf.list()) {
      assertThat(article.standingOn(articles.today())).isEqualTo(Standing.NOT_REVIEWED);
      var plain = shelf.render(article).plain();
      assertThat(plain.split("\\s+").length).as(article.slug()).isBetween(500, 900);
      assertThat(shelf.render(article).minutes()).isBetween(2, 4);
      assertThat(article.text().body()).as(article.slug()).contains("](/help-now)");
      // What is named with its year in the text stands among the sources, and the other way round.
      var named = "(?:[A-Z][\\p{L}-]+) and others, \\d{4}";
      var inText = Pattern.compile(named).matcher(plain).results();
      var sources = String.join("\n", article.text().sources());
      inText.forEach(it -> assertThat(sources).as(article.slug()).contains(it.group()));
      Pattern.compile(named)
          .matcher(sources)
          .results()
          .forEach(it -> assertThat(plain).as(article.slug()).contains(it.group()));
      assertThat(plain.toLowerCase(Locale.ROOT))
          .doesNotContainPattern(
              "(?<!that “crying )\\bheal(s|ing|ed)?\\b|\\bcure[sd]?\\b|\\bcaused\\b(?! what)");
    }
    var unsafe = shelf.get("when-tears-feel-unsafe").text().body();
    assertThat(unsafe.substring(0, 200)).contains("[Help now](/help-now)");
    shipped.list().stream()
        .flatMap(it -> Pattern.compile("\\(/library/([^)]*)").matcher(it.text().body()).results())
        .forEach(it -> assertThat(shelf.find(it.group(1))).as(it.group(1)).isPresent());
  }

  @Test
  void readersSeeAPracticesOwnPageOnceSomeoneWithALicenceWhoWroteNoneOfItHasReadIt() {
    save(ines, "sleep", 0, text("Sleep", "Go to bed."), false);
    assertThat(shelf.find("sleep")).isEmpty();
    refused("article-not-ready", () -> approve(amara, "sleep", 1));
    askForReview(ines, "sleep", 1);
    assertThat(shelf.find("sleep")).isEmpty();
    refused("licence-needed", () -> approve(therapist("Noor", "licensed"), "sleep", 1));
    refused("licence-needed", () -> approve(someone("Sam", Role.SUPERVISOR), "sleep", 1));
    refused("licence-needed", () -> approve(ines, "sleep", 1));
    sendBack(amara, "sleep", 1, "Which study?");
    refused("article-not-ready", () -> approve(amara, "sleep", 1));
    save(ben, "sleep", 1, text("Sleep", "Go to bed early."), false);
    askForReview(ines, "sleep", 2);
    refused("own-article", () -> approve(ben, "sleep", 2));
    approve(amara, "sleep", 2);

    var seen = shelf.get("sleep");
    assertThat(seen.text().body()).isEqualTo("Go to bed early.\n");
    assertThat(seen.review())
        .contains(Review.of("Amara Okafor", List.of("AT", "DE"), articles.today()));
    jdbc.sql("update therapists_profile set name = 'Amara Lind', licences = '{}' where id = ?")
        .param(amara.id().value())
        .update();
    assertThat(shelf.get("sleep").review().orElseThrow().licences()).containsExactly("AT", "DE");
    assertThat(articles.listHistory("sleep").reversed())
        .extracting(it -> it.person().equals(ines.id()) + " " + it.state() + " " + it.words())
        .containsExactly(
            "true DRAFT ",
            "true IN_REVIEW ",
            "false DRAFT Which study?",
            "false DRAFT ",
            "true IN_REVIEW ",
            "false REVIEWED ");
  }

  @Test
  void aChangeWaitsForItsOwnReviewAndReadersGoOnSeeingWhatWasReviewed() {
    reviewed("sleep", "Old words.");
    save(amara, "sleep", 1, text("Sleep", "New words."), false);
    assertThat(articles.get("sleep").state()).isEqualTo(ArticleState.IN_REVIEW);
    assertThat(shelf.get("sleep").text().body()).isEqualTo("Old words.\n");
    assertThat(shelf.get("sleep").review()).isPresent();
    refused("own-article", () -> approve(amara, "sleep", 2));
    refused("article-changed-meanwhile", () -> approve(ben, "sleep", 1));
    approve(ben, "sleep", 2);
    assertThat(shelf.get("sleep").text().body()).isEqualTo("New words.\n");
    assertThat(articles.getText("sleep", 1).body()).isEqualTo("Old words.\n");
    withdraw(ines, "sleep", 2);
    assertThat(shelf.find("sleep")).isEmpty();
    save(ines, "sleep", 2, text("Sleep", "Again."), false);
    assertThat(articles.get("sleep").state()).isEqualTo(ArticleState.DRAFT);
    assertThat(shelf.find("sleep")).isEmpty();
  }

  @Test
  void aReviewIsGoodForTwelveMonthsAndReadersAreToldTheDayItIsNot() {
    reviewed("sleep", "Words.");
    clock.advance(Duration.ofDays(364));
    assertThat(shelf.get("sleep").standingOn(articles.today())).isEqualTo(Standing.REVIEWED);
    clock.advance(Duration.ofDays(1));
    assertThat(articles.today()).hasToString("2027-11-23");
    assertThat(shelf.get("sleep").standingOn(articles.today())).isEqualTo(Standing.DUE);
    assertThat(visitor("/library/sleep")).contains("due for another look since 23 November 2027");
    refused("own-article", () -> approve(amara, "sleep", 1));
    approve(ben, "sleep", 1);
    assertThat(shelf.get("sleep").standingOn(articles.today())).isEqualTo(Standing.REVIEWED);
    assertThat(shelf.get("sleep").review().orElseThrow().next()).hasToString("2028-11-23");
  }

  @Test
  void aTextThatCameAlongIsReviewedAsItIsOverriddenAndNeverReplacedByAnUpgrade() {
    approve(ben, SHIPPED, 0);
    assertThat(shelf.get(SHIPPED).standingOn(articles.today())).isEqualTo(Standing.REVIEWED);
    assertThat(shelf.get(SHIPPED).text()).isEqualTo(shipped.find(SHIPPED).orElseThrow().text());
    save(amara, SHIPPED, 1, text("Tears", "Our own words."), false);
    approve(ben, SHIPPED, 2);
    assertThat(articles.findNewerShipped(articles.get(SHIPPED))).isEmpty();

    jdbc.sql("update library_article set base = 'of an older Saltwater'").update();
    assertThat(articles.findNewerShipped(articles.get(SHIPPED))).isPresent();
    assertThat(shelf.get(SHIPPED).text().body()).isEqualTo("Our own words.\n");
    save(amara, SHIPPED, 2, shipped.find(SHIPPED).orElseThrow().text(), true);
    assertThat(articles.findNewerShipped(articles.get(SHIPPED))).isEmpty();
    assertThat(shelf.get(SHIPPED).text().body()).isEqualTo("Our own words.\n");

    withdraw(ines, "crying-in-therapy", 0);
    assertThat(shelf.find("crying-in-therapy")).isEmpty();
    assertThat(shelf.list()).hasSize(5);
    save(ines, "practising-in-small-steps", 0, text("Steps", "Ours."), false);
    assertThat(shelf.get("practising-in-small-steps").ours()).isTrue();
  }

  @Test
  void ofTwoWhoSaveAtOnceOneIsToldAndLosesNothing() throws Exception {
    save(ines, "sleep", 0, text("Sleep", "First."), false);
    List<Callable<String>> both =
        List.of(() -> saved(amara, "Amara’s words."), () -> saved(ben, "Ben’s words."));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<String>();
      for (var each : threads.invokeAll(both)) {
        answers.add(each.get());
      }
      assertThat(answers).containsExactlyInAnyOrder("saved", "article-changed-meanwhile");
    }
    var winner = articles.get("sleep");
    assertThat(winner.version()).isEqualTo(2);
    var again =
        save(winner.writtenBy().equals(amara.id()) ? amara : ben, "sleep", 1, winner.text(), false);
    assertThat(again.version()).as("the same sent twice is saved once").isEqualTo(2);

    var late = signedIn(ines);
    late.get("/library/desk/sleep/edit");
    var answer = late.post("/library/desk/sleep", form("version", "1", "body", "Late <words>."));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body())
        .contains("Somebody else saved this page meanwhile", "Late &lt;words&gt;.")
        .contains("name=\"version\" value=\"2\"", "Save mine over theirs");
    assertThat(late.post("/library/desk/sleep", form("version", "2", "body", "Late.")).location())
        .isEqualTo("/library/desk/sleep?done=saved");
    assertThat(articles.getText("sleep", 2)).isEqualTo(winner.text());
  }

  @Test
  void whoReadATextThatAnUpgradeHasReplacedReviewsNothing() throws Exception {
    var old = new Read(0, "of an older Saltwater");
    refused("article-changed-meanwhile", () -> articles.approve(ben, SHIPPED, old));
    refused("article-changed-meanwhile", () -> articles.approve(ben, SHIPPED, new Read(0, null)));
    refused("article-changed-meanwhile", () -> articles.withdraw(ines, SHIPPED, old));
    refused(
        "article-changed-meanwhile",
        () -> articles.save(ines, SHIPPED, old, text("Tears", "Ours."), false));
    var desk = signedIn(ben);
    var page = desk.get("/library/desk/" + SHIPPED).body();
    var base = shipped.find(SHIPPED).orElseThrow().digest();
    assertThat(page).contains("name=\"base\" value=\"" + base + "\"");
    desk.post(
        "/library/desk/" + SHIPPED + "/review", "version", "0", "base", "x", "approved", "true");
    assertThat(shelf.get(SHIPPED).review()).isEmpty();
    desk.get("/library/desk/" + SHIPPED);
    desk.post(
        "/library/desk/" + SHIPPED + "/review", "version", "0", "base", base, "approved", "true");
    assertThat(shelf.get(SHIPPED).review()).isPresent();
  }

  @Test
  void aTextThatCameWithItsReviewIsWithdrawnOrReviewedAnewLikeAnyOther() throws Exception {
    var resource =
        """
        ---
        title: Reviewed elsewhere
        summary: It came with its review.
        topic: tears
        authors: [The makers of Saltwater]
        languages: [en]
        modified: 2026-01-01
        reviewer: Dr. Lind
        licence: [DE]
        reviewed: 2025-11-01
        next-review: 2026-11-01
        ---
        Words.
        """;
    var own = new ShippedArticles();
    own.add(ShippedArticle.of("elsewhere", resource));
    var desk = new Articles(rows, own, reviewers, new Markdown(), audit, clock);
    var read = new Read(0, own.find("elsewhere").orElseThrow().digest());
    assertThat(desk.get("elsewhere").stateOn(desk.today())).isEqualTo(ArticleState.DUE);
    desk.approve(ben, "elsewhere", read);
    assertThat(desk.get("elsewhere").review().orElseThrow().name()).isEqualTo("Ben");
    jdbc.sql("truncate library_article, library_text, library_history").update();
    desk.withdraw(ines, "elsewhere", read);
    assertThat(new Shelf(rows, own, new Markdown()).find("elsewhere")).isEmpty();
  }

  @Test
  void nobodySendsBackTheirOwnTextNorWithoutALicenceAndWhoHasLeftReviewsNothing() {
    save(amara, "sleep", 0, text("Sleep", "Words."), false);
    askForReview(amara, "sleep", 1);
    refused("own-article", () -> sendBack(amara, "sleep", 1, "No."));
    refused("licence-needed", () -> sendBack(someone("Sam", Role.SUPERVISOR), "sleep", 1, "No."));
    var kofi = therapist("Kofi", "licensed DE");
    jdbc.sql("update therapists_profile set standing = 'LEFT', deputy = ? where id = ?")
        .param(ben.id().value())
        .param(kofi.id().value())
        .update();
    refused("licence-needed", () -> approve(kofi, "sleep", 1));
    refused("licence-needed", () -> sendBack(kofi, "sleep", 1, "No."));
    assertThat(articles.get("sleep").state()).isEqualTo(ArticleState.IN_REVIEW);
  }

  @Test
  void whatWasWithdrawnIsLinkedFromNowhere() throws Exception {
    assertThat(visitor("/")).contains("href=\"/library/why-people-cry\"");
    assertThat(visitor("/library/crying-in-therapy"))
        .contains("href=\"/library/when-tears-feel-unsafe\">when tears feel unsafe</a>");
    withdraw(ines, SHIPPED, 0);
    withdraw(ines, "when-tears-feel-unsafe", 0);
    assertThat(visitor("/")).doesNotContain("/library/why-people-cry");
    for (var page : List.of("/library/crying-in-therapy", "/api/v1/library/crying-in-therapy")) {
      assertThat(visitor(page))
          .contains("Read more in when tears feel unsafe.")
          .doesNotContain("\"/library/when-tears-feel-unsafe");
    }
  }

  @Test
  void thatNobodyHasReviewedAPageStandsBeforeItsFirstWord() {
    var page = visitor("/library/" + SHIPPED);
    assertThat(page.indexOf("No therapist has reviewed this page yet."))
        .isPositive()
        .isLessThan(page.indexOf("Your eyes make tears"));
  }

  /// Many people doing anything at all, against a plain account of what readers should see.
  @Test
  void whateverAnyoneDoesReadersSeeOnlyWhatSomeoneElseWithALicenceHasRead() {
    var chance = new Random(7);
    var who =
        List.of(
            ines, amara, ben, therapist("Kofi", "licensed DE"), therapist("Noor", "licensed DE"));
    var wrote = new HashSet<>(Set.of(ines));
    save(ines, "sleep", 0, text("Sleep", "First."), false);
    String seen = null;
    var done = new TreeMap<String, Integer>();
    for (var step = 0; step < 400; step++) {
      var before = articles.get("sleep");
      var state = before.stateOn(articles.today());
      var version = chance.nextInt(8) == 0 ? before.version() - 1 : before.version();
      var action =
          List.of("save", "ask", "ask", "approve", "approve", "back", "withdraw", "wait")
              .get(chance.nextInt(8));
      // Some only review.
      var me = who.get(chance.nextInt(action.equals("save") ? 3 : 5));
      try {
        switch (action) {
          case "save" -> {
            save(me, "sleep", version, text("Sleep", "At " + step), false);
            if (state == ArticleState.REVIEWED || state == ArticleState.DUE) {
              wrote.clear();
            }
            wrote.add(me);
          }
          case "ask" -> askForReview(me, "sleep", version);
          case "approve" -> {
            approve(me, "sleep", version);
            assertThat(wrote).doesNotContain(me);
            assertThat(me).isNotEqualTo(ines);
            assertThat(state).isIn(ArticleState.IN_REVIEW, ArticleState.DUE);
            seen = before.text().body();
          }
          case "back" -> sendBack(me, "sleep", version, "No.");
          case "withdraw" -> {
            if (chance.nextInt(6) > 0) {
              continue;
            }
            withdraw(me, "sleep", version);
            seen = null;
          }
          default -> {
            clock.advance(Duration.ofDays(chance.nextInt(200)));
            continue;
          }
        }
        done.merge(action, 1, Integer::sum);
        var after = articles.get("sleep").state();
        assertThat(after == state || state.canBecome(after)).as(state + " to " + after).isTrue();
      } catch (Refusal refusal) {
        done.merge(refusal.type().slug(), 1, Integer::sum);
        assertThat(articles.get("sleep")).isEqualTo(before);
      }
      assertThat(shelf.find("sleep").map(it -> it.text().body()).orElse(null)).isEqualTo(seen);
    }
    assertThat(done)
        .containsOnlyKeys(
            "save",
            "ask",
            "approve",
            "back",
            "withdraw",
            "own-article",
            "licence-needed",
            "article-changed-meanwhile",
            "article-not-ready")
        .allSatisfy((what, often) -> assertThat(often).as(what).isGreaterThan(2));
  }

  @Test
  void wordsAreFoundByTheirStemWithoutAccentsAndOnlyWhereReadersMayRead() {
    assertThat(found("cries")).contains(SHIPPED, "crying-in-therapy");
    assertThat(found("gracanin")).contains(SHIPPED);
    assertThat(found("\"ninety minutes later\"")).containsExactly(SHIPPED);
    assertThat(found("onion -film")).isEmpty();
    assertThat(found("onion")).containsExactly(SHIPPED);
    for (var nothing : List.of("xyzzy", "the", "  ", "& | ! ( : *", "'\\", "x".repeat(5_000))) {
      assertThat(found(nothing)).as(nothing).isEmpty();
    }
    save(ines, "sleep", 0, text("Sleep", "A zebra <b>sleeps</b> & 5 < 6."), false);
    assertThat(found("zebra")).isEmpty();
    askForReview(ines, "sleep", 1);
    approve(amara, "sleep", 1);
    assertThat(found("zebras")).containsExactly("sleep");
    assertThat(visitor("/library?q=zebra"))
        .contains("<mark class=\"found\">zebra</mark>", "&amp; 5 &lt; 6")
        .doesNotContain("<b>");
    assertThat(visitor("/library?q=%3Cscript%3E"))
        .contains("“&lt;script&gt;”")
        .doesNotContain("<script>");
    save(ines, "sleep", 1, text("Sleep", "A heron."), false);
    approve(ben, "sleep", 2);
    assertThat(found("zebra")).isEmpty();
    assertThat(found("heron")).containsExactly("sleep");
    withdraw(ines, "sleep", 2);
    assertThat(found("heron")).isEmpty();
    var german =
        new ArticleText(
            "Schlaf",
            "Ruhe.",
            Topic.EVERYDAY,
            List.of("I"),
            List.of("de"),
            List.of(),
            "Viele Träume.\n");
    save(ines, "schlaf", 0, german, false);
    askForReview(ines, "schlaf", 1);
    approve(ben, "schlaf", 1);
    assertThat(found("traum")).containsExactly("schlaf");
  }

  @Test
  void whatIsLookedForIsNotLogged() {
    var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    root.addAppender(lines);
    try {
      visitor("/library?q=kingfisherwords");
      visitor("/api/v1/library?q=kingfisherwords");
      LoggerFactory.getLogger("org.saltwater.control").info("the appender hears");
    } finally {
      root.detachAppender(lines);
    }
    assertThat(lines.list).isNotEmpty();
    assertThat(lines.list).noneMatch(it -> it.getFormattedMessage().contains("kingfisher"));
  }

  @Test
  void searchEnginesAreToldWhoReviewedItAndNothingEndsTheBlock() {
    var tricky = "Sleep </script><script>alert(1)</script> & <!-- more";
    save(ines, "sleep", 0, text(tricky, "Words."), false);
    askForReview(ines, "sleep", 1);
    approve(amara, "sleep", 1);
    var page = visitor("/library/sleep");
    assertThat(page)
        .doesNotContain("<script>")
        .containsOnlyOnce("<script type=\"application/ld+json\">");
    var block = page.split("<script type=\"application/ld\\+json\">")[1].split("</script>")[0];
    var data = JsonMapper.shared().readTree(block);
    assertThat(data.path("headline").asString()).isEqualTo(tricky);
    assertThat(data.path("@type").toString()).isEqualTo("[\"MedicalWebPage\",\"Article\"]");
    assertThat(data.at("/reviewedBy/name").asString()).isEqualTo("Amara Okafor");
    assertThat(data.path("lastReviewed").asString()).isEqualTo("2026-11-23");
    assertThat(data.path("citation").toString()).contains("A study, 2020.");
    assertThat(page)
        .contains("<link rel=\"canonical\" href=\"http://localhost:8080/library/sleep\">");
    assertThat(visitor("/library/" + SHIPPED))
        .doesNotContain("reviewedBy")
        .contains("\"Organization\"");
  }

  @Test
  void aSlipIsSaidBesideItsFieldAndWhatWasTypedStays() {
    var desk = signedIn(amara);
    desk.get("/library/desk/new");
    var answer =
        desk.post(
            "/library/desk",
            form("slug", "Why?", "title", " ", "topic", "x", "body", "x".repeat(100_000)));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("id=\"title-error\">Please give it a title.", "id=\"topic-error\"")
        .contains("id=\"body-error\">This is 100,000 characters long. At most 40,000 fit.")
        .contains("x".repeat(100_000));
    for (var slug : List.of("Why?", "", "desk", "a--b", "x".repeat(81))) {
      assertThat(desk.post("/library/desk", form("slug", slug)).body())
          .as(slug)
          .contains("id=\"slug-error\"");
    }
    assertThat(desk.post("/library/desk", form("slug", SHIPPED)).body())
        .contains("There is a page with this address already");
    assertThat(
            desk.post("/library/desk", form("slug", "a", "body", "---\ntitle: a: b\n---\nx"))
                .body())
        .contains("id=\"body-error\">The part between the two --- can’t be read near line 2");
    for (var odd :
        List.of(
            "title: !!int x",
            "title: !!float x",
            "title: !!binary \"@@\"",
            "title: !!set {a, b}",
            "? [a]\n: b\n\"[a]\": c",
            "title: a\ntitle: b",
            "title: \"a\\0b\"",
            "\"a\\0b\": c",
            "title: &a b\nsummary: {<<: *a}",
            "<<: {title: a}")) {
      assertThat(
              desk.post("/library/desk", form("slug", "a", "body", "---\n" + odd + "\n---\nx"))
                  .status())
          .as(odd)
          .isEqualTo(422);
    }
    var file =
        "---\ntitle: Pasted\nsummary: From a file.\ntopic: tears\nauthors: [Amara]\nlanguages: [en]\n---\nIts *text*.";
    var preview = desk.post("/library/desk", "slug", "pasted", "body", file, "preview", "true");
    assertThat(preview.body()).contains("Its <em>text</em>.", "value=\"Pasted\"");
    assertThat(desk.post("/library/desk", "slug", "pasted", "body", file).status()).isEqualTo(303);
    assertThat(articles.get("pasted").text().title()).isEqualTo("Pasted");
    askForReview(amara, "pasted", 1);
    var back = signedIn(ben);
    back.get("/library/desk/pasted");
    var empty = back.post("/library/desk/pasted/review", "version", "1", "approved", "false");
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("id=\"words-error\"");
  }

  private Working save(SignedIn me, String slug, int version, ArticleText text, boolean shipped) {
    return articles.save(me, slug, read(slug, version), text, shipped);
  }

  private Working askForReview(SignedIn me, String slug, int version) {
    return articles.askForReview(me, slug, read(slug, version));
  }

  private Working approve(SignedIn me, String slug, int version) {
    return articles.approve(me, slug, read(slug, version));
  }

  private Working sendBack(SignedIn me, String slug, int version, String words) {
    return articles.sendBack(me, slug, read(slug, version), words);
  }

  private Working withdraw(SignedIn me, String slug, int version) {
    return articles.withdraw(me, slug, read(slug, version));
  }

  /// Somebody who has just read what came with Saltwater.
  private Read read(String slug, int version) {
    return new Read(version, shipped.find(slug).map(ShippedArticle::digest).orElse(null));
  }

  private String saved(SignedIn me, String body) {
    try {
      save(me, "sleep", 1, text("Sleep", body), false);
      return "saved";
    } catch (Refusal refusal) {
      return refusal.type().slug();
    }
  }

  private List<String> found(String words) {
    return search.list(words).stream().map(it -> it.article().slug()).toList();
  }

  private void reviewed(String slug, String body) {
    save(amara, slug, 0, text("Sleep", body), false);
    askForReview(amara, slug, 1);
    approve(ben, slug, 1);
  }

  private static ArticleText text(String title, String body) {
    return new ArticleText(
        title,
        "In short.",
        Topic.EVERYDAY,
        List.of("Ines"),
        List.of("en"),
        List.of("A study, 2020. https://example.org/study"),
        body + "\n");
  }

  /// A form with nothing wrong in it, but for what is given.
  private static String[] form(String... fields) {
    var form =
        new HashMap<>(
            Map.of(
                "title",
                "A",
                "summary",
                "B",
                "topic",
                "tears",
                "authors",
                "C",
                "languages",
                "en",
                "body",
                "D"));
    for (var i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return form.entrySet().stream()
        .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
        .toArray(String[]::new);
  }

  private static void refused(String slug, Runnable what) {
    assertThatThrownBy(what::run)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.type().slug()).isEqualTo(slug));
  }

  private String visitor(String path) {
    var answer = new Visit(port).get(path);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private Visit signedIn(SignedIn person) {
    var visit = new Visit(port);
    visit.setCookie("__Host-saltwater", signIns.issue(person.id(), "test").value());
    return visit;
  }

  private SignedIn therapist(String name, String licences) {
    var person = someone(name, Role.THERAPIST);
    therapists.register(Directory.therapist(TherapistId.of(person.id()), name + " | " + licences));
    return person;
  }

  private SignedIn someone(String name, Role role) {
    var id = PersonId.random();
    people.addAll(List.of(new Person(id, name, id + "@example.org", Set.of(role), BERLIN)));
    return new SignedIn(id, name, Set.of(role), BERLIN);
  }
}
