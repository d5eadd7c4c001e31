package org.saltwater.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.canary.ReviewedFields.Fate;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What people tell in confidence stays there: a text that stands nowhere else goes into every
/// field of the platform, and is then looked for in everything that the platform leaves behind.
@SaltwaterTest
@Tag("record")
class CanaryTest {
  private static final Pattern VARIABLE =
      Pattern.compile("\\{([a-zA-Z]+)(?::(?:[^{}]|\\{[^{}]*})*)?}");

  @Autowired ApplicationContext app;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired JdbcClient sql;
  @Autowired Installation installation;
  @Autowired TestClock clock;
  @LocalServerPort int port;

  @BeforeEach
  void begin() {
    clock.reset();
  }

  @Test
  void somebodyHasDecidedAboutEveryFieldThatTakesText() throws Exception {
    var fields = new TreeSet<String>();
    routes().forEach(route -> fields.addAll(route.listTexts()));
    fields.addAll(TypedPages.listInputs());
    fields.addAll(TypedPages.listQuestions());
    fields.addAll(TypedPages.listFrames());
    var reviewed = ReviewedFields.read();

    assertThat(fields).hasSizeGreaterThan(100);
    assertThat(reviewed.entries().keySet())
        .as("the fields in src/test/resources/canary/text-fields.txt, and those there are")
        .containsExactlyElementsOf(fields);
    routes().stream()
        .filter(TypedRoute::sendsFieldsInAddress)
        .flatMap(route -> route.listTexts().stream().filter(it -> it.contains(" ?")))
        .forEach(field -> assertThat(reviewed.fate(field)).as(field).isIn(Fate.ADDRESS, Fate.OPEN));
    assertThat(reviewed.listWith(Fate.SENT))
        .allSatisfy(
            field ->
                assertThat(reviewed.entries()).containsKey(reviewed.entries().get(field).why()));
  }

  @Test
  void nothingToldInConfidenceIsFoundInTablesFilesLogsMailsAddressesOrTitles() throws Exception {
    var left = new WrittenDown(sql);
    left.keepReadable();
    var reviewed = ReviewedFields.read();
    var story = new Story(app, port, TypedPages.listQuestions());
    var found = new ArrayList<String>();

    try (var log = CapturedLog.begin()) {
      story.tell();
      assertEverythingSealedWasToldAndRead(reviewed, story);
      sayEverythingWrong(reviewed, story);
      story.as(story.coordinator).get("/demo/mail");
      assertThat(log.lines.get()).as("lines logged").isGreaterThan(1_000);
      found.addAll(log.found);
    }
    found.addAll(story.found);
    found.addAll(left.findInTables(Canary.SECRET));
    found.addAll(left.findInFiles(Canary.SECRET, TestDatabase.folder(), installation.data()));

    assertThat(found.stream().map(CanaryTest::shortened).distinct().toList())
        .as("numbers are those of %s", Canary.SECRET.legend())
        .isEmpty();
    assertThat(left.findInTables(Canary.OPEN)).as("the search searches").isNotEmpty();
    assertThat(left.findInFiles(Canary.OPEN, TestDatabase.folder())).isNotEmpty();
  }

  @Test
  void theSearchFindsTextInWhateverFormItWasLeft() {
    var left = new WrittenDown(sql);
    left.keepReadable();
    sql.sql("create table canary_control (plain text, bytes bytea, coded text, wide bytea)")
        .update();
    sql.sql(
            """
            insert into canary_control values (
              repeat('a long page of talk ', 2000) || 'probepiepqx1q', 'ab probepiepqx2q'::bytea,
              encode('xyprobepiepqx3q', 'base64'), '\\x7000720065007000'::bytea)
            """)
        .update();
    sql.sql("alter table canary_control alter column plain set storage external").update();
    sql.sql("update canary_control set plain = repeat('and so on ', 2000) || 'PROBEPIEPQX4Q'")
        .update();

    assertThat(left.findInTables(Canary.CONTROL).toString())
        .contains("in capitals", "as hex", "as base64 (2)");
    sql.sql("delete from canary_control").update();
    assertThat(left.findInTables(Canary.CONTROL)).isEmpty();
    assertThat(left.findInFiles(Canary.CONTROL, TestDatabase.folder()).toString())
        .as("rows deleted are in the files still")
        .contains("in capitals", "as typed", "as base64 (2)");
    sql.sql("drop table canary_control").update();
  }

  private List<TypedRoute> routes() {
    return TypedRoute.listAll(requestMappingHandlerMapping);
  }

  private static void assertEverythingSealedWasToldAndRead(ReviewedFields reviewed, Story story) {
    var all = reviewed.listWith(Fate.SEALED);
    assertThat(story.told).as("fields told in the story").containsAll(all);
    var neverShown = List.of("POST /matches/wait ?email", "POST /api/v1/waitlist email");
    assertThat(story.heard)
        .as("fields whose text was stored, for somebody read it afterwards")
        .containsAll(all.stream().filter(it -> !neverShown.contains(it)).toList());
  }

  /// Everyone a route is for, and a visitor, sends it each kind of wrong thing.
  private void sayEverythingWrong(ReviewedFields reviewed, Story story) throws IOException {
    var mira = story.practice.clientOf(story.amara, "Mira of the mistakes");
    var things = new HashMap<String, String>();
    things.put("client", mira.toString());
    things.put("therapist", story.ben.toString());
    things.put("conversation", story.talk(mira));
    for (var slip : Slip.values()) {
      var filling = new Filling(slip, reviewed::canary);
      for (var route : routes()) {
        if (!route.listTexts().isEmpty() || (route.changesSomething() && route.body() != null)) {
          send(route, filling, story, things, mira.person());
        }
      }
    }
  }

  private void send(
      TypedRoute route, Filling filling, Story story, Map<String, String> things, PersonId mira) {
    var path =
        VARIABLE
            .matcher(route.path())
            .replaceAll(it -> things.getOrDefault(it.group(1), UUID.randomUUID().toString()));
    var headers = new ArrayList<String>();
    route
        .headers()
        .forEach(
            (header, type) -> {
              var key = UUID.randomUUID().toString();
              var text = filling.text().apply(route.name() + " header " + header) + key;
              headers.addAll(List.of(header, type == String.class ? text : key));
            });
    for (var teller : tellers(route, story, mira)) {
      if (!route.changesSomething()) {
        teller.get(path + "?" + filling.form(route));
      } else if (route.body() != null) {
        teller.send(
            route.method(),
            path + (route.fields().isEmpty() ? "" : "?" + filling.form(route)),
            "application/json",
            filling.json(route),
            headers.toArray(String[]::new));
      } else {
        teller.send(route.method(), path, "application/x-www-form-urlencoded", filling.form(route));
      }
    }
  }

  /// A therapist or a client can lose what they hold by one of these calls, so each is somebody who
  /// matters to nobody else.
  private static List<Teller> tellers(TypedRoute route, Story story, PersonId mira) {
    var found = new ArrayList<Teller>();
    for (var audience : route.audiences()) {
      switch (audience) {
        case ANYONE -> found.add(story.visitor());
        case SIGNED_IN, CLIENT -> found.add(story.as(mira));
        case THERAPIST -> found.add(story.as(story.amara.person()));
        case COORDINATOR -> found.add(story.as(story.coordinator));
        case SUPERVISOR, OPERATOR ->
            found.add(story.as(story.practice.person("Sam", Role.valueOf(audience.name()))));
      }
    }
    return found;
  }

  private static String shortened(String finding) {
    return finding.length() > 300 ? finding.substring(0, 300) : finding;
  }
}
