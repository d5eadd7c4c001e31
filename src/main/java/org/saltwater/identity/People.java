package org.saltwater.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditAction;
import org.saltwater.identity.password.PasswordRules;
import org.saltwater.identity.password.Passwords;
import org.saltwater.identity.trail.Trail;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.Role;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Everyone who has an account here.
@Repository
public class People {
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\"]+\\.[^@\\s.,;<>\"]+");

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final EmailConfirmation confirmation;
  private final Trail trail;
  private final Clock clock;

  People(
      JdbcClient jdbc,
      JdbcTemplate batches,
      Passwords passwords,
      PasswordRules rules,
      EmailConfirmation confirmation,
      Trail trail,
      Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.passwords = passwords;
    this.rules = rules;
    this.confirmation = confirmation;
    this.trail = trail;
    this.clock = clock;
  }

  /// What is wrong with a form for a new account, field by field (`name`, `email`, `password`);
  /// empty if it can be registered.
  public List<FieldProblem> listProblems(NewPerson form) {
    var problems = new ArrayList<FieldProblem>();
    if (!isName(form.name())) {
      problems.add(new FieldProblem("name", "identity.field.name"));
    }
    if (!isEmail(form.email())) {
      problems.add(new FieldProblem("email", "identity.field.email"));
    }
    rules
        .problem(form.password(), List.of(form.name(), form.email()))
        .ifPresent(key -> problems.add(new FieldProblem("password", key)));
    return problems;
  }

  /// A name that can be greeted by, in a mail as well: nothing that a mail program would make a
  /// link or a line of its own of.
  public static boolean isName(String text) {
    var name = text.strip();
    return !name.isEmpty()
        && name.length() <= 80
        && !name.contains("://")
        && name.codePoints().noneMatch(Character::isISOControl);
  }

  public static boolean isEmail(String text) {
    var address = text.strip();
    return address.length() <= 254 && EMAIL.matcher(address).matches();
  }

  /// Makes an account with a password.
  ///
  /// @throws Refusal `invalid` with the fields to look at again, or `already-registered` if the
  ///     address or the person has an account
  @Transactional
  public Person register(NewPerson form) {
    var problems = listProblems(form);
    if (!problems.isEmpty()) {
      throw new Refusal(GeneralProblem.INVALID, problems);
    }
    var person = form.person();
    if (findByEmail(person.email()).isPresent() || find(person.id()).isPresent()) {
      throw alreadyRegistered();
    }
    try {
      insert(List.of(person), null);
    } catch (DuplicateKeyException raced) {
      throw alreadyRegistered();
    }
    storePassword(person.id(), passwords.hash(form.password()));
    confirmation.ask(person);
    trail.own(person, AuditAction.CREATED, "identity.account", "registered");
    return person;
  }

  /// Mails the owner of an address, if it has one, that somebody tried to register with it. Apart
  /// from the attempt, which is rolled back.
  @Transactional
  public void tellOwnerOf(String email) {
    findByEmail(email).filter(it -> !isRetired(it.id())).ifPresent(confirmation::tellOwner);
  }

  private static Refusal alreadyRegistered() {
    return new Refusal(
        IdentityProblem.ALREADY_REGISTERED,
        List.of(new FieldProblem("email", "identity.field.email-taken")));
  }

  /// Makes many accounts at once, their addresses taken as confirmed. They have no password yet, so
  /// nobody can sign in to them before one is set.
  @Transactional
  public void addAll(List<Person> people) {
    insert(people, Timestamp.from(clock.instant()));
  }

  private void insert(List<Person> people, @Nullable Timestamp confirmed) {
    var now = Timestamp.from(clock.instant());
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
          row.setTimestamp(7, now);
          row.setTimestamp(8, confirmed);
        });
  }

  /// Makes an account without a password, unless its address has one.
  ///
  /// @return false if the address has one: of two who add it at once, one does
  boolean addIfNew(Person person) {
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
            .param("now", Timestamp.from(clock.instant()))
            .update()
        > 0;
  }

  /// Takes an account away that nobody has ever entered.
  void deleteUnentered(PersonId id) {
    jdbc.sql("delete from identity_person where id = :id and password_hash is null")
        .param("id", id.value())
        .update();
  }

  public boolean isEmpty() {
    return !jdbc.sql("select exists (select from identity_person)").query(Boolean.class).single();
  }

  /// Whether someone who has chosen a password can run this place.
  public boolean hasOperator() {
    return jdbc.sql(
            """
            select exists (select from identity_person
                           where 'OPERATOR' = any(roles) and password_hash is not null
                             and retired_at is null)
            """)
        .query(Boolean.class)
        .single();
  }

  public Optional<Person> find(PersonId id) {
    return jdbc.sql("select * from identity_person where id = :id")
        .param("id", id.value())
        .query(People::person)
        .optional();
  }

  /// @throws Refusal `not-found` if there is none
  public Person get(PersonId id) {
    return find(id).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  /// Those of the people who exist, in one question to the store.
  public List<Person> listAllOf(Collection<PersonId> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql("select * from identity_person where id in (:ids)")
            .param("ids", ids.stream().map(PersonId::value).toList())
            .query(People::person)
            .list();
  }

  public Optional<Person> findByEmail(String email) {
    return jdbc.sql("select * from identity_person where email_key = :key")
        .param("key", key(email))
        .query(People::person)
        .optional();
  }

  /// Those who hold a role and have not left, by name. Whoever was invited and has not accepted yet
  /// is not among them: nobody knows whether they will come.
  public List<Person> listWith(Role role) {
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
        .query(People::person)
        .list();
  }

  /// Changes name, roles and zone; the address stays as it is. Takes effect at the next sign-in.
  @Transactional
  public void update(Person person) {
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

  /// Someone who has left: they cannot sign in from now on, and their address is free, so that who
  /// returns can be invited anew. [SignIns#revokeAll] ends what is open.
  @Transactional
  public void retire(PersonId id) {
    jdbc.sql(
            """
            update identity_person set retired_at = :now, email_key = id::text, password_hash = null
            where id = :id and retired_at is null
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id.value())
        .update();
  }

  /// Whom an address and a password belong to; takes as long when there is no such person.
  public Optional<Person> findByPassword(String email, Redacted<String> password) {
    var person = findByEmail(email).filter(found -> !isRetired(found.id()));
    var hash = person.flatMap(found -> findPasswordHash(found.id()));
    return passwords.matches(password, hash.orElse(null)) ? person : Optional.empty();
  }

  public boolean hasPassword(PersonId id) {
    return findPasswordHash(id).isPresent();
  }

  /// Sets a password, the first or another.
  ///
  /// @throws Refusal `invalid` with what is wrong with the field `password`
  @Transactional
  public void setPassword(Person person, Redacted<String> password) {
    rules
        .problem(password, List.of(person.name(), person.email()))
        .ifPresent(
            key -> {
              throw new Refusal(GeneralProblem.INVALID, List.of(new FieldProblem("password", key)));
            });
    storePassword(person.id(), passwords.hash(password));
    trail.own(person, AuditAction.CHANGED, "identity.password", "asked");
  }

  /// Whether the person has left.
  public boolean isRetired(PersonId id) {
    return jdbc.sql(
                "select count(*) from identity_person where id = :id and retired_at is not null")
            .param("id", id.value())
            .query(Integer.class)
            .single()
        > 0;
  }

  public boolean isEmailConfirmed(PersonId id) {
    return jdbc.sql(
                "select count(*) from identity_person where id = :id and email_confirmed_at is not null")
            .param("id", id.value())
            .query(Integer.class)
            .single()
        > 0;
  }

  /// Notes that a link mailed to the person's address has come back.
  @Transactional
  public void confirmEmail(PersonId id) {
    jdbc.sql(
            """
            update identity_person set email_confirmed_at = :now
            where id = :id and email_confirmed_at is null
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id.value())
        .update();
  }

  private Optional<String> findPasswordHash(PersonId id) {
    return jdbc.sql(
            """
            select password_hash from identity_person where id = :id and password_hash is not null
            """)
        .param("id", id.value())
        .query(String.class)
        .optional();
  }

  private void storePassword(PersonId id, String hash) {
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
