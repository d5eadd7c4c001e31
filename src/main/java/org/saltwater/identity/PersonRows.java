package org.saltwater.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows behind [People]. Knows SQL, not rules.
@Repository
class PersonRows {
  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  PersonRows(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  void insert(List<Person> people, Instant now, @Nullable Instant emailConfirmed) {
    var created = Timestamp.from(now);
    var confirmed = emailConfirmed == null ? null : Timestamp.from(emailConfirmed);
    batches.batchUpdate(
        """
        insert into identity_person (id, name, email, email_key, roles, zone, created_at, email_confirmed_at)
        values (?, ?, ?, ?, string_to_array(?, ','), ?, ?, ?)
        """,
        people,
        500,
        (row, person) -> {
          row.setObject(1, person.id().value());
          row.setString(2, person.name());
          row.setString(3, person.email());
          row.setString(4, key(person.email()));
          row.setString(5, roles(person));
          row.setString(6, person.zone().getId());
          row.setTimestamp(7, created);
          row.setTimestamp(8, confirmed);
        });
  }

  boolean addIfNew(Person person, Instant now) {
    return jdbc.sql(
                """
                insert into identity_person (id, name, email, email_key, roles, zone, created_at)
                values (:id, :name, :email, :key, string_to_array(:roles, ','), :zone, :now)
                on conflict (email_key) do nothing
                """)
            .param("id", person.id().value())
            .param("name", person.name())
            .param("email", person.email())
            .param("key", key(person.email()))
            .param("roles", roles(person))
            .param("zone", person.zone().getId())
            .param("now", Timestamp.from(now))
            .update()
        > 0;
  }

  void deleteUnentered(PersonId id) {
    jdbc.sql("delete from identity_person where id = :id and password_hash is null")
        .param("id", id.value())
        .update();
  }

  boolean isEmpty() {
    return !jdbc.sql("select exists (select from identity_person)").query(Boolean.class).single();
  }

  boolean hasOperator() {
    return jdbc.sql(
            """
            select exists (select from identity_person
                           where 'OPERATOR' = any(roles) and password_hash is not null
                             and retired_at is null)
            """)
        .query(Boolean.class)
        .single();
  }

  Optional<Person> find(PersonId id) {
    return jdbc.sql("select * from identity_person where id = :id")
        .param("id", id.value())
        .query(PersonRows::person)
        .optional();
  }

  List<Person> listAllOf(Collection<PersonId> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql("select * from identity_person where id in (:ids)")
            .param("ids", ids.stream().map(PersonId::value).toList())
            .query(PersonRows::person)
            .list();
  }

  Optional<Person> findByEmail(String email) {
    return jdbc.sql("select * from identity_person where email_key = :key")
        .param("key", key(email))
        .query(PersonRows::person)
        .optional();
  }

  List<Person> listWith(Role role) {
    return jdbc.sql(
            """
            select * from identity_person person
            where :role = any(roles) and retired_at is null
              and (password_hash is not null
                   or not exists (select from identity_link link
                                  where link.person = person.id and kind = 'INVITATION'))
            order by name, id
            """)
        .param("role", role.name())
        .query(PersonRows::person)
        .list();
  }

  void update(Person person) {
    jdbc.sql(
            """
            update identity_person set name = :name, roles = string_to_array(:roles, ','), zone = :zone
            where id = :id
            """)
        .param("name", person.name().strip())
        .param("roles", roles(person))
        .param("zone", person.zone().getId())
        .param("id", person.id().value())
        .update();
  }

  void retire(PersonId id, Instant now) {
    jdbc.sql(
            """
            update identity_person set retired_at = :now, email_key = id::text, password_hash = null
            where id = :id and retired_at is null
            """)
        .param("now", Timestamp.from(now))
        .param("id", id.value())
        .update();
  }

  boolean isRetired(PersonId id) {
    return jdbc.sql(
                "select count(*) from identity_person where id = :id and retired_at is not null")
            .param("id", id.value())
            .query(Integer.class)
            .single()
        > 0;
  }

  boolean isEmailConfirmed(PersonId id) {
    return jdbc.sql(
                "select count(*) from identity_person where id = :id and email_confirmed_at is not null")
            .param("id", id.value())
            .query(Integer.class)
            .single()
        > 0;
  }

  void confirmEmail(PersonId id, Instant now) {
    jdbc.sql(
            """
            update identity_person set email_confirmed_at = :now
            where id = :id and email_confirmed_at is null
            """)
        .param("now", Timestamp.from(now))
        .param("id", id.value())
        .update();
  }

  Optional<String> findPasswordHash(PersonId id) {
    return jdbc.sql(
            """
            select password_hash from identity_person where id = :id and password_hash is not null
            """)
        .param("id", id.value())
        .query(String.class)
        .optional();
  }

  void storePassword(PersonId id, String hash) {
    jdbc.sql("update identity_person set password_hash = :hash where id = :id")
        .param("hash", hash)
        .param("id", id.value())
        .update();
  }

  private static String key(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  private static String roles(Person person) {
    return person.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
  }

  static Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        new PersonId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("email"),
        Arrays.stream((String[]) row.getArray("roles").getArray())
            .map(Role::valueOf)
            .collect(Collectors.toSet()),
        ZoneId.of(row.getString("zone")));
  }
}
