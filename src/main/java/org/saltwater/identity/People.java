package org.saltwater.identity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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
import org.saltwater.notifications.Notifications;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Everyone who has an account here.
@Component
public class People {
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\"]+\\.[^@\\s.,;<>\"]+");

  private final PersonRows rows;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final EmailConfirmation confirmation;
  private final Trail trail;
  private final Notifications notifications;
  private final Clock clock;

  People(
      PersonRows rows,
      Passwords passwords,
      PasswordRules rules,
      EmailConfirmation confirmation,
      Trail trail,
      Notifications notifications,
      Clock clock) {
    this.rows = rows;
    this.passwords = passwords;
    this.rules = rules;
    this.confirmation = confirmation;
    this.trail = trail;
    this.notifications = notifications;
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
        && !name.contains("/")
        && !name.toLowerCase(Locale.ROOT).contains("www.")
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
      rows.insert(List.of(person), clock.instant(), null);
    } catch (DuplicateKeyException raced) {
      throw alreadyRegistered();
    }
    rows.storePassword(person.id(), passwords.hash(form.password()));
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
    var now = clock.instant();
    rows.insert(people, now, now);
  }

  /// Makes an account without a password, unless its address has one.
  ///
  /// @return false if the address has one: of two who add it at once, one does
  boolean addIfNew(Person person) {
    return rows.addIfNew(person, clock.instant());
  }

  /// Takes an account away that nobody has ever entered.
  void deleteUnentered(PersonId id) {
    rows.deleteUnentered(id);
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /// Whether someone who has chosen a password can run this place.
  public boolean hasOperator() {
    return rows.hasOperator();
  }

  public Optional<Person> find(PersonId id) {
    return rows.find(id);
  }

  /// @throws Refusal `not-found` if there is none
  public Person get(PersonId id) {
    return find(id).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  /// Those of the people who exist, in one question to the store.
  public List<Person> listAllOf(Collection<PersonId> ids) {
    return rows.listAllOf(ids);
  }

  public Optional<Person> findByEmail(String email) {
    return rows.findByEmail(email);
  }

  /// Those who hold a role and have not left, by name. Whoever was invited and has not accepted yet
  /// is not among them: nobody knows whether they will come.
  public List<Person> listWith(Role role) {
    return rows.listWith(role);
  }

  /// Changes name, roles and zone; the address stays as it is. Takes effect at the next sign-in.
  @Transactional
  public void update(Person person) {
    rows.update(person);
  }

  /// Someone who has left: they cannot sign in from now on, and their address is free, so that who
  /// returns can be invited anew. Their devices are told nothing more. [SignIns#revokeAll] ends
  // what
  /// is open.
  @Transactional
  public void retire(PersonId id) {
    rows.retire(id, clock.instant());
    notifications.forget(id);
  }

  /// Whom an address and a password belong to; takes as long when there is no such person.
  public Optional<Person> findByPassword(String email, Redacted<String> password) {
    var person = findByEmail(email).filter(found -> !isRetired(found.id()));
    var hash = person.flatMap(found -> rows.findPasswordHash(found.id()));
    return passwords.matches(password, hash.orElse(null)) ? person : Optional.empty();
  }

  public boolean hasPassword(PersonId id) {
    return rows.findPasswordHash(id).isPresent();
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
    rows.storePassword(person.id(), passwords.hash(password));
    trail.own(person, AuditAction.CHANGED, "identity.password", "asked");
  }

  /// Whether the person has left.
  public boolean isRetired(PersonId id) {
    return rows.isRetired(id);
  }

  public boolean isEmailConfirmed(PersonId id) {
    return rows.isEmailConfirmed(id);
  }

  /// Notes that a link mailed to the person's address has come back.
  @Transactional
  public void confirmEmail(PersonId id) {
    rows.confirmEmail(id, clock.instant());
  }
}
