package org.saltwater.matching;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.intake.Weight;
import org.saltwater.intake.Wish;
import org.saltwater.kernel.TherapistId;
import org.saltwater.safety.RiskLevel;
import org.saltwater.scheduling.Slot;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Matching as PostgreSQL does it: the same filters and the same order in one query, written
/// without a look at the code it checks. Free times stand in a table of their own.
final class PlainSql {
  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  PlainSql(DataSource database) {
    this.jdbc = JdbcClient.create(database);
    this.batches = new JdbcTemplate(database);
    jdbc.sql(
            """
            create table if not exists free_slot (therapist uuid, starts_at timestamptz,
              notice interval, primary key (therapist, starts_at));
            create index if not exists therapists_by_licence on therapists_profile
              using gin (licences);
            """)
        .update();
  }

  void offer(List<Slot> slots, int noticeMinutes) {
    batches.batchUpdate(
        "insert into free_slot values (?, ?, make_interval(mins => ?))",
        slots,
        1_000,
        (statement, slot) -> {
          statement.setObject(1, slot.therapist().value());
          statement.setObject(2, slot.start().atOffset(ZoneOffset.UTC));
          statement.setInt(3, noticeMinutes);
        });
  }

  /// Everyone who fits, best first.
  List<TherapistId> matches(MatchRequest request, Instant now, int days, int most) {
    var answers = request.answers();
    var order = FairOrder.of(answers.client());
    return jdbc.sql(sql(request))
        .param("place", answers.where().code())
        .param("country", answers.where().country())
        .param("languages", answers.languages().toArray(String[]::new))
        .param("modalities", names(answers.modalities().stream()))
        .param("domains", names(answers.domains().stream()))
        .param("times", times(answers))
        .param("zone", answers.zone().getId())
        .param("high", answers.risk() == RiskLevel.HIGH)
        .param("out", request.leftOut().stream().map(TherapistId::value).toArray(UUID[]::new))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("days", days)
        .param("a", order.a())
        .param("b", order.b())
        .param("most", most)
        .query((row, number) -> new TherapistId(row.getObject("id", UUID.class)))
        .list();
  }

  private static String sql(MatchRequest request) {
    var musts =
        WishGroup.of(request.wishes()).stream()
            .filter(group -> group.weight() != Weight.WOULD_LIKE)
            .map(group -> "and " + condition(group))
            .collect(joining("\n"));
    var likes =
        WishGroup.of(request.wishes()).stream()
            .filter(group -> group.weight() == Weight.WOULD_LIKE)
            .toList();
    var liked =
        likes.isEmpty()
            ? "0"
            : likes.stream()
                .map(group -> "coalesce((" + condition(group) + ")::int, 0)")
                .collect(joining(" + ", "450 * (", ") / " + likes.size()));
    return TEMPLATE.replace("/* musts */", musts).replace("/* liked */", liked);
  }

  /// A wish in SQL's words. Values are names of constants, never a person's text.
  private static String condition(WishGroup group) {
    var values = group.wishes().stream().map(Wish::value).map(value -> "'" + value + "'").toList();
    var any = String.join(", ", values);
    var is =
        switch (group.kind()) {
          case GENDER -> "p.gender in (" + any + ")";
          case AGE_BAND -> "p.age_band in (" + any + ")";
          case APPROACH -> "p.approaches && array[" + any + "]";
          case SPECIALTY -> "p.specialties && array[" + any + "]";
        };
    return group.weight() == Weight.MUST_NOT ? "(not " + is + ")" : "(" + is + ")";
  }

  private static String[] times(MatchingAnswers answers) {
    return answers.times().stream()
        .map(time -> time.day().getValue() + " " + time.part())
        .toArray(String[]::new);
  }

  private static String[] names(Stream<? extends Enum<?>> values) {
    return values.map(Enum::name).toArray(String[]::new);
  }

  private static final String TEMPLATE =
      """
      with mean as (
        select domain, sum(n * mean_residual) / sum(n) mu from matching_outcome group by domain
      ), kept as (
        select therapist, domain, n, mu,
          mu + n / (n + (1 - .058::float8) / .058::float8) * (mean_residual - mu) theta,
          n / (n + (1 - .058::float8) / .058::float8) b
        from matching_outcome join mean using (domain)
      ), outcome as (
        select therapist, domain,
          floor(100 * greatest(-1, least(1, (theta - mu) / .5::float8)) + .5::float8)::int points
        from kept
        where n >= 15
          and abs(theta - mu) / sqrt(.058::float8 * (1 - b)) >= .8416212335729143::float8
      ), asked as (
        select domain, (60 / rank)::int share
        from unnest(:domains::text[]) with ordinality as one(domain, rank)
      )
      select p.id
      from therapists_profile p
      cross join lateral (
        select min(s.starts_at) starts_at from free_slot s
        where s.therapist = p.id
          and s.starts_at >= :now::timestamptz + s.notice
          and s.starts_at < :now::timestamptz + make_interval(hours => 24 * :days::int)
          and (cardinality(:times::text[]) = 0
            or extract(isodow from s.starts_at at time zone :zone::text)::text
              || case when (s.starts_at at time zone :zone::text)::time >= '06:00'
                       and (s.starts_at at time zone :zone::text)::time < '12:00' then ' MORNING'
                      when (s.starts_at at time zone :zone::text)::time >= '12:00'
                       and (s.starts_at at time zone :zone::text)::time < '17:00' then ' AFTERNOON'
                      when (s.starts_at at time zone :zone::text)::time >= '17:00'
                       and (s.starts_at at time zone :zone::text)::time < '22:00' then ' EVENING'
                      else '' end = any(:times::text[]))
      ) first
      cross join lateral (
        select coalesce(200 * sum(share) filter (where asked.domain = any(p.specialties))
                        / sum(share), 0)::int expertise,
          coalesce(200 * sum(share * (100 + coalesce(points, 0)))
                   / (200 * sum(share)), 100)::int outcome
        from asked left join outcome on outcome.domain = asked.domain and therapist = p.id
      ) parts
      where first.starts_at is not null
        and p.standing = 'ACTIVE' and p.taken < p.capacity
        and p.licences && array[:place::text, :country::text]
        and p.languages && :languages::text[] and p.modalities && :modalities::text[]
        and (not :high::boolean or p.works_with_high_risk)
        and not p.id = any(:out::uuid[])
        /* musts */
      order by
        /* liked */ + parts.expertise + parts.outcome
          + (150 * (:days::int * 1440 - floor(extract(epoch from first.starts_at - :now::timestamptz) / 60)::int)
             / (:days::int * 1440)) desc,
        mod(:a::numeric * ('x' || right(replace(p.id::text, '-', ''), 15))::bit(60)::bigint + :b::bigint,
            2305843009213693951)
      limit :most
      """;
}
