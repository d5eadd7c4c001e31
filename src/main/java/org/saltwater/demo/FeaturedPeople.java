package org.saltwater.demo;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.DemoPeople;
import org.saltwater.identity.DemoPerson;
import org.saltwater.identity.People;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.scheduling.Appointments;
import org.saltwater.site.Words;
import org.springframework.context.MessageSource;

/// The few whom the sign-in page offers first: clients at telling moments, a therapist with a full
/// week, the one who is always there, and those who run the practice.
final class FeaturedPeople implements DemoPeople {
  private static final int MOST_OF_A_ROLE = 200;

  private final DemoData data;
  private final Appointments appointments;
  private final People people;
  private final MessageSource bundles;
  private final Clock clock;
  private volatile @Nullable List<DemoClient> clients;

  FeaturedPeople(
      DemoData data, Appointments appointments, People people, MessageSource bundles, Clock clock) {
    this.data = data;
    this.appointments = appointments;
    this.people = people;
    this.bundles = bundles;
    this.clock = clock;
  }

  @Override
  public List<DemoPerson> listFeatured() {
    var marker = data.find();
    if (marker.isEmpty()) {
      return List.of();
    }
    var known = clients;
    if (known == null) {
      known = Cast.of(marker.get().therapists()).clients();
      clients = known;
    }
    var featured = new ArrayList<DemoPerson>();
    clients(known).forEach(featured::add);
    therapists(known, marker.get().therapists()).forEach(featured::add);
    for (var staff : Staff.values()) {
      var person = staff.person();
      var role = staff.role();
      featured.add(
          new DemoPerson(
              person.id(), role, person.name(), say(role.name().toLowerCase(Locale.ROOT))));
    }
    return featured;
  }

  @Override
  public List<DemoPerson> listEveryone() {
    var left = data.find().map(it -> Cast.of(it.therapists()).leaving().profile().id().person());
    return Stream.of(Role.values())
        .flatMap(
            role ->
                people.listWith(role).stream()
                    .filter(it -> isInvented(it.id()) && left.filter(it.id()::equals).isEmpty())
                    .sorted(Comparator.comparing(it -> it.name()))
                    .limit(MOST_OF_A_ROLE)
                    .map(it -> new DemoPerson(it.id(), role, it.name(), "")))
        .toList();
  }

  @Override
  public boolean isInvented(PersonId person) {
    return DemoIds.isInvented(person);
  }

  private Stream<DemoPerson> clients(List<DemoClient> all) {
    var soonest =
        all.stream()
            .filter(client -> client.stage() == Stage.FIRST_BOOKED)
            .flatMap(client -> appointments.listComing(client.id()).stream())
            .min(Comparator.comparing(it -> it.start()))
            .flatMap(
                it ->
                    all.stream()
                        .filter(client -> client.id().equals(it.client()))
                        .map(
                            client -> person(client, say("first-booked", when(client, it.start()))))
                        .findFirst());
    return Stream.of(
            soonest,
            first(all, "in-treatment", Stage.IN_TREATMENT, client -> client.daysAgo() > 40),
            first(all, "changed", Stage.CHANGED, client -> true),
            first(all, "therapist-left", Stage.THERAPIST_LEFT, client -> true),
            first(all, "waiting", Stage.WAITING, client -> true),
            first(all, "paused", Stage.PAUSED, client -> true))
        .flatMap(Optional::stream);
  }

  private Optional<DemoPerson> first(
      List<DemoClient> all, String story, Stage stage, Predicate<DemoClient> which) {
    return all.stream()
        .filter(client -> client.stage() == stage && which.test(client))
        .findFirst()
        .map(client -> person(client, say(story)));
  }

  private Stream<DemoPerson> therapists(List<DemoClient> all, int count) {
    var cast = Cast.of(count);
    var roster = cast.therapists().stream().filter(it -> !it.equals(cast.leaving())).toList();
    var busiest =
        roster.stream()
            .max(
                Comparator.comparingLong(
                    it -> all.stream().filter(client -> isNowWith(client, it)).count()));
    var changedTo =
        roster.stream()
            .filter(
                it -> all.stream().anyMatch(client -> client.next().filter(it::equals).isPresent()))
            .filter(it -> busiest.filter(it::equals).isEmpty())
            .findFirst();
    var always = roster.stream().filter(Roster.Entry::isAlwaysThere).findFirst();
    return Stream.of(
            busiest.map(it -> person(it, say("busy"))),
            changedTo.map(it -> person(it, say("took-over"))),
            always.map(it -> person(it, say("always-there"))))
        .flatMap(Optional::stream);
  }

  private static boolean isNowWith(DemoClient client, Roster.Entry therapist) {
    return client.next().or(client::therapist).filter(therapist::equals).isPresent();
  }

  private static DemoPerson person(DemoClient client, String story) {
    return new DemoPerson(client.id().person(), Role.CLIENT, client.name(), story);
  }

  private static DemoPerson person(Roster.Entry therapist, String story) {
    var it = therapist.profile();
    return new DemoPerson(it.id().person(), Role.THERAPIST, it.name(), story);
  }

  /// “tomorrow at 10:00”, on the client's clock.
  private String when(DemoClient client, java.time.Instant start) {
    var zone = client.zone();
    var there = start.atZone(zone);
    var days = ChronoUnit.DAYS.between(day(clock.instant().atZone(zone)), day(there));
    var time = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).format(there);
    var weekday = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH).format(there);
    return switch ((int) days) {
      case 0 -> say("today", time);
      case 1 -> say("tomorrow", time);
      default -> say("on-day", weekday, time);
    };
  }

  private static java.time.LocalDate day(ZonedDateTime moment) {
    return moment.toLocalDate();
  }

  private String say(String key, Object... arguments) {
    return new Words(bundles, Locale.ENGLISH).say("demo.story." + key, arguments);
  }
}
