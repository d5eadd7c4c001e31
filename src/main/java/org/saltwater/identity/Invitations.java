package org.saltwater.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.saltwater.audit.AuditAction;
import org.saltwater.identity.link.LinkKind;
import org.saltwater.identity.link.OneTimeLinks;
import org.saltwater.identity.trail.Trail;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.notifications.Notice;
import org.saltwater.notifications.Notifications;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How those who work here get their accounts: a coordinator invites them, and they choose their
/// password by a mailed link that works once within seven days.
@Component
public class Invitations {
  public static final int MOST_LISTED = 200;
  private final JdbcClient jdbc;
  private final People people;
  private final OneTimeLinks links;
  private final Notifications notifications;
  private final RateLimits limits;
  private final Trail trail;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Invitations(
      JdbcClient jdbc,
      People people,
      OneTimeLinks links,
      Notifications notifications,
      RateLimits limits,
      Trail trail,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.links = links;
    this.notifications = notifications;
    this.limits = limits;
    this.trail = trail;
    this.events = events;
    this.clock = clock;
  }

  /// Invites someone, or sends the link anew to someone who has not accepted yet.
  ///
  /// @throws Refusal `invalid` with the fields `name`, `email` or `roles`; `already-registered`
  @Transactional
  public Person invite(SignedIn by, String name, String email, Set<Role> roles, ZoneId zone) {
    requireGood(by, name, email, roles);
    limits.spend(RateLimit.INVITATION, by.id().toString());
    var fresh = new Person(PersonId.random(), name.strip(), email.strip(), roles, zone);
    var person = people.addIfNew(fresh) ? fresh : again(by, fresh);
    mail(person, by.name());
    trail.by(by.id(), person, AuditAction.INVITED, "identity.account", "invited");
    return person;
  }

  private Person again(SignedIn by, Person fresh) {
    var before = people.findByEmail(fresh.email()).orElseThrow();
    if (people.hasPassword(before.id()) || !mayGive(by, before)) {
      throw new Refusal(
          IdentityProblem.ALREADY_REGISTERED,
          List.of(new FieldProblem("email", "identity.field.email-taken")));
    }
    var person = new Person(before.id(), fresh.name(), before.email(), fresh.roles(), fresh.zone());
    people.update(person);
    return person;
  }

  /// The very first account of an installation, invited by nobody. An earlier invitation of that
  /// kind that nobody accepted is void.
  ///
  /// @throws Refusal `already-registered` if the address has an account with a password
  @Transactional
  Person inviteFirst(String email, String practice) {
    listUnaccepted().stream()
        .filter(invited -> invited.roles().contains(Role.OPERATOR))
        .map(Person::id)
        .forEach(people::deleteUnentered);
    var person =
        new Person(
            PersonId.random(),
            "Operator",
            email,
            Set.of(Role.OPERATOR, Role.COORDINATOR),
            ZoneId.of("UTC"));
    if (!people.addIfNew(person)) {
      throw new Refusal(IdentityProblem.ALREADY_REGISTERED);
    }
    mail(person, practice);
    trail.own(person, AuditAction.INVITED, "identity.account", "first-operator");
    return person;
  }

  /// Those not accepted yet, the one that ends first leading; the first [#MOST_LISTED].
  public List<Invitation> list() {
    return jdbc.sql(
            """
            select invited.*, link.ends_at from identity_link link
            join identity_person invited on invited.id = link.person
            where link.kind = 'INVITATION' and link.ends_at > :now
            order by link.ends_at, invited.id
            limit :most
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("most", MOST_LISTED)
        .query(
            (row, number) ->
                new Invitation(
                    PersonRows.person(row, number), row.getTimestamp("ends_at").toInstant()))
        .list();
  }

  /// How many are not accepted yet.
  public int count() {
    return jdbc.sql(
            "select count(*) from identity_link where kind = 'INVITATION' and ends_at > :now")
        .param("now", Timestamp.from(clock.instant()))
        .query(Integer.class)
        .single();
  }

  /// Those who were invited and never came, their link good or not.
  private List<Person> listUnaccepted() {
    return jdbc.sql(
            """
            select * from identity_person invited
            where password_hash is null
              and exists (select from identity_link link
                          where link.person = invited.id and kind = 'INVITATION')
            """)
        .query(PersonRows::person)
        .list();
  }

  /// Takes an invitation back: its link is void, and there was never an account.
  ///
  /// @throws Refusal `not-found` if the person has no invitation that waits, `not-allowed` for one
  ///     that the reader could not have made
  @Transactional
  public void withdraw(SignedIn by, PersonId id) {
    var invited =
        listUnaccepted().stream()
            .filter(person -> person.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
    if (!mayGive(by, invited)) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
    trail.by(by.id(), invited, AuditAction.DELETED, "identity.invitation", "withdrawn");
    people.deleteUnentered(id);
  }

  /// Whom a link invites; empty if it is spent, withdrawn or too old.
  public Optional<Person> find(String token) {
    return links.find(LinkKind.INVITATION, token).flatMap(people::find);
  }

  /// Sets the invited person's first password. A refused password leaves the link good.
  ///
  /// @throws Refusal `link-spent`, or `invalid` with what is wrong with the password
  @Transactional
  public Person accept(String token, Redacted<String> password) {
    var id =
        links
            .spend(LinkKind.INVITATION, token)
            .orElseThrow(() -> new Refusal(IdentityProblem.LINK_SPENT));
    var person = people.get(id);
    people.setPassword(person, password);
    people.confirmEmail(id);
    events.publishEvent(new InvitationAccepted(id));
    return person;
  }

  /// The roles that someone may give: a coordinator everyone's but the operator's, and a client's
  /// nobody, since clients come by the questionnaire.
  public static List<Role> listRolesToGive(SignedIn by) {
    return by.is(Role.OPERATOR)
        ? List.of(Role.THERAPIST, Role.SUPERVISOR, Role.COORDINATOR, Role.OPERATOR)
        : List.of(Role.THERAPIST, Role.SUPERVISOR, Role.COORDINATOR);
  }

  private static boolean mayGive(SignedIn by, Person invited) {
    return listRolesToGive(by).containsAll(invited.roles());
  }

  private void mail(Person person, String by) {
    notifications.mail(
        person.email(),
        Notice.INVITATION,
        person.name(),
        by,
        links.link(LinkKind.INVITATION, person.id(), "/invitation/"));
  }

  private static void requireGood(SignedIn by, String name, String email, Set<Role> roles) {
    var problems = new ArrayList<FieldProblem>();
    if (!People.isName(name)) {
      problems.add(new FieldProblem("name", "identity.field.name"));
    }
    if (!People.isEmail(email)) {
      problems.add(new FieldProblem("email", "identity.field.email"));
    }
    if (roles.isEmpty() || !listRolesToGive(by).containsAll(roles)) {
      problems.add(new FieldProblem("roles", "identity.field.roles"));
    }
    if (!problems.isEmpty()) {
      throw new Refusal(GeneralProblem.INVALID, problems);
    }
  }
}
