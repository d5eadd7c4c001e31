package org.saltwater.therapists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ProfileTable {
  private static final String INSERT =
      """
      insert into therapists_profile (id, name, name_key, title, about, licences, languages, zone,
        modalities, specialties, approaches, gender, age_band, works_with_high_risk, capacity,
        taken, standing, changed_at)
      values (:id, :name, :nameKey, :title, :about, cast(:licences as text[]),
        cast(:languages as text[]), :zone, cast(:modalities as text[]),
        cast(:specialties as text[]), cast(:approaches as text[]), :gender, :ageBand, :highRisk,
        :capacity, :taken, :standing, :now)
      on conflict (id) do nothing
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  ProfileTable(NamedParameterJdbcOperations batches) {
    this.jdbc = JdbcClient.create(batches);
    this.batches = batches;
  }

  Optional<TherapistProfile> find(TherapistId id) {
    return jdbc.sql("select * from therapists_profile where id = :id")
        .param("id", id.value())
        .query(ProfileTable::profile)
        .optional();
  }

  List<TherapistProfile> listPresent() {
    return jdbc.sql("select * from therapists_profile where standing <> 'LEFT' order by name, id")
        .query(ProfileTable::profile)
        .list();
  }

  List<TherapistProfile> listAllOf(Collection<TherapistId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbc.sql("select * from therapists_profile where id in (:ids)")
        .param("ids", ids.stream().map(TherapistId::value).toList())
        .query(ProfileTable::profile)
        .list();
  }

  PlacesInSum countPlaces() {
    return jdbc.sql(
            """
            select count(*) as therapists,
                   count(*) filter (where standing = 'PAUSED') as paused,
                   coalesce(sum(capacity) filter (where standing = 'ACTIVE'), 0) as offered,
                   coalesce(sum(taken), 0) as taken,
                   coalesce(sum(greatest(capacity - taken, 0)) filter (where standing = 'ACTIVE'), 0)
                     as free,
                   count(*) filter (where standing = 'ACTIVE' and taken >= capacity) as full_up
            from therapists_profile where standing <> 'LEFT'
            """)
        .query(
            (row, number) ->
                new PlacesInSum(
                    row.getLong("therapists"),
                    row.getLong("paused"),
                    row.getLong("offered"),
                    row.getLong("taken"),
                    row.getLong("free"),
                    row.getLong("full_up")))
        .single();
  }

  List<TherapistProfile> listFrom(@Nullable TherapistId after, int size) {
    return jdbc.sql(
            """
            select * from therapists_profile
            where standing <> 'LEFT' and id > :after
            order by id limit :size
            """)
        .param("after", after == null ? new UUID(0, 0) : after.value())
        .param("size", size)
        .query(ProfileTable::profile)
        .list();
  }

  List<TherapistProfile> listNamed(String key, int size) {
    return jdbc.sql(
            """
            select * from therapists_profile
            where standing <> 'LEFT' and name_key like :pattern
            order by position(:key in name_key), name_key, id limit :size
            """)
        .param("pattern", "%" + key.replaceAll("([\\\\%_])", "\\\\$1") + "%")
        .param("key", key)
        .param("size", size)
        .query(ProfileTable::profile)
        .list();
  }

  boolean insert(TherapistProfile profile, Instant now) {
    return jdbc.sql(INSERT).paramSource(columns(profile, now)).update() == 1;
  }

  /// One round trip for all of them.
  void insertAll(List<TherapistProfile> profiles, Instant now) {
    batches.batchUpdate(
        INSERT,
        profiles.stream()
            .map(profile -> columns(profile, now))
            .toArray(MapSqlParameterSource[]::new));
  }

  void update(TherapistProfile profile, Instant now) {
    jdbc.sql(
            """
        update therapists_profile set name = :name, name_key = :nameKey, title = :title,
          about = :about, licences = cast(:licences as text[]),
          languages = cast(:languages as text[]), zone = :zone,
          modalities = cast(:modalities as text[]), specialties = cast(:specialties as text[]),
          approaches = cast(:approaches as text[]), gender = :gender, age_band = :ageBand,
          works_with_high_risk = :highRisk, capacity = :capacity, standing = :standing,
          changed_at = :now
        where id = :id
        """)
        .paramSource(columns(profile, now))
        .update();
  }

  /// Holds the row until the transaction ends.
  Standing lock(TherapistId id) {
    return jdbc.sql("select standing from therapists_profile where id = :id for update")
        .param("id", id.value())
        .query(String.class)
        .optional()
        .map(Standing::valueOf)
        .orElseThrow(() -> new Refusal(TherapistProblem.THERAPIST_UNKNOWN));
  }

  /// As [#lock], several, in the one order in which everyone asks for them.
  List<TherapistProfile> lockAll(Collection<TherapistId> ids) {
    return jdbc.sql("select * from therapists_profile where id in (:ids) order by id for update")
        .param("ids", ids.stream().map(TherapistId::value).toList())
        .query(ProfileTable::profile)
        .list();
  }

  Optional<TherapistId> findDeputy(TherapistId id) {
    return jdbc.sql("select deputy from therapists_profile where id = :id and deputy is not null")
        .param("id", id.value())
        .query(UUID.class)
        .optional()
        .map(TherapistId::new);
  }

  /// Whether one of two is named as deputy by somebody else who has left.
  boolean isDeputyOfOthers(TherapistId one, TherapistId other) {
    return jdbc.sql(
            """
            select exists (select from therapists_profile
              where deputy in (:one, :other) and id not in (:one, :other))
            """)
        .param("one", one.value())
        .param("other", other.value())
        .query(Boolean.class)
        .single();
  }

  boolean takePlace(TherapistId id, Instant now) {
    return jdbc.sql(
                """
                update therapists_profile set taken = taken + 1, changed_at = :now
                where id = :id and taken < capacity and standing = 'ACTIVE'
                """)
            .param("id", id.value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean releasePlace(TherapistId id, Instant now) {
    return jdbc.sql(
                """
                update therapists_profile set taken = taken - 1, changed_at = :now
                where id = :id and taken > 0
                """)
            .param("id", id.value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void leave(TherapistId id, TherapistId deputy, Instant now) {
    jdbc.sql(
            """
            update therapists_profile
            set standing = 'LEFT', deputy = :deputy, changed_at = :now
            where id = :id
            """)
        .param("id", id.value())
        .param("deputy", deputy.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static MapSqlParameterSource columns(TherapistProfile profile, Instant now) {
    return new MapSqlParameterSource()
        .addValue("id", profile.id().value())
        .addValue("name", profile.name())
        .addValue("nameKey", NameKey.of(profile.name()))
        .addValue("title", profile.title())
        .addValue("about", profile.about())
        .addValue("licences", array(profile.licences().stream().map(Jurisdiction::code)))
        .addValue("languages", array(profile.languages().stream()))
        .addValue("zone", profile.zone().getId())
        .addValue("modalities", array(profile.modalities().stream().map(Modality::name)))
        .addValue("specialties", array(profile.specialties().stream().map(ProblemDomain::name)))
        .addValue("approaches", array(profile.approaches().stream().map(Approach::name)))
        .addValue("gender", profile.gender().map(Gender::name).orElse(null))
        .addValue("ageBand", profile.ageBand().map(AgeBand::name).orElse(null))
        .addValue("highRisk", profile.worksWithHighRisk())
        .addValue("capacity", profile.capacity())
        .addValue("taken", profile.taken())
        .addValue("standing", profile.standing().name())
        .addValue("now", now.atOffset(ZoneOffset.UTC));
  }

  /// PostgreSQL's way to write an array of plain words; sorted, so that equal sets read the same.
  private static String array(Stream<String> words) {
    return words.sorted().collect(Collectors.joining(",", "{", "}"));
  }

  private static TherapistProfile profile(ResultSet row, int number) throws SQLException {
    return new TherapistProfile(
        new TherapistId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("title"),
        row.getString("about"),
        set(row, "licences", Jurisdiction::new),
        set(row, "languages", Function.identity()),
        ZoneId.of(row.getString("zone")),
        set(row, "modalities", Modality::valueOf),
        set(row, "specialties", ProblemDomain::valueOf),
        set(row, "approaches", Approach::valueOf),
        Optional.ofNullable(row.getString("gender")).map(Gender::valueOf),
        Optional.ofNullable(row.getString("age_band")).map(AgeBand::valueOf),
        row.getBoolean("works_with_high_risk"),
        row.getInt("capacity"),
        row.getInt("taken"),
        Standing.valueOf(row.getString("standing")));
  }

  private static <T> Set<T> set(ResultSet row, String column, Function<String, T> read)
      throws SQLException {
    return Stream.of((String[]) row.getArray(column).getArray())
        .map(read)
        .collect(Collectors.toUnmodifiableSet());
  }
}
