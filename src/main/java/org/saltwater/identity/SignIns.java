package org.saltwater.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditAction;
import org.saltwater.identity.trail.Trail;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who is signed in where.
@Component
public class SignIns {
  private static final String CONTEXT =
      HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

  /// How long a sign-in, or a password given again, stands for the person being there.
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final SignInStore store;
  private final People people;
  private final Trail trail;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SignIns(
      SignInStore store,
      People people,
      Trail trail,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.people = people;
    this.trail = trail;
    this.events = events;
    this.clock = clock;
  }

  /// Signs a person in with this browser: whatever sign-in it held before ends, and it gets a new
  /// one, so that an id planted beforehand is worth nothing (session fixation).
  @Transactional
  public void start(PersonId id, HttpServletRequest request, HttpServletResponse response) {
    var person = welcome(id);
    var before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    var session = request.getSession(true);
    var context = contextOf(person);
    session.setAttribute(Attributes.DEVICE, Device.of(request.getHeader("User-Agent")).name());
    session.setAttribute(Attributes.LIMITS, SignInLimits.of(person));
    session.setAttribute(CONTEXT, context);
    SecurityContextHolder.setContext(context);
  }

  /// What a person has changed of themselves counts in the sign-in that asks from now on, and in
  // the
  /// others from the next time.
  public void renew(PersonId id, HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.setAttribute(CONTEXT, contextOf(people.get(id)));
    }
  }

  /// Signs a person in for a program, or a test: the answer is the token to send as
  /// `Authorization: Bearer …`.
  ///
  /// @param device what they will recognise it by in their list
  @Transactional
  public Redacted<String> issue(PersonId id, String device) {
    var person = welcome(id);
    var signIn = store.createSession();
    signIn.setAttribute(Attributes.DEVICE, device);
    signIn.setAttribute(Attributes.LIMITS, SignInLimits.of(person));
    signIn.setAttribute(CONTEXT, contextOf(person));
    store.save(signIn);
    return new Redacted<>(signIn.getId());
  }

  /// Ends the sign-in that this request carries.
  @Transactional
  public void end(SignedIn me, HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
    trail.own(people.get(me.id()), AuditAction.SIGNED_OUT, "identity.sign-in", "asked");
  }

  /// Those that are open, the one used last first.
  public List<OpenSignIn> list(PersonId person) {
    return store.listOf(person);
  }

  /// Signs a person out everywhere, at once.
  @Transactional
  public void revokeAll(PersonId person) {
    revokeAllBut(person, null);
  }

  @Transactional
  public void revokeAllBut(PersonId person, @Nullable UUID kept) {
    if (store.deleteAllOf(person, kept) > 0) {
      revoked(person);
    }
  }

  /// Ends one sign-in of a person.
  @Transactional
  public void revoke(PersonId person, UUID id) {
    if (store.delete(person, id) == 0) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    revoked(person);
  }

  /// Whether the person of this request has just shown that it is them: signed in, or given their
  /// password again. Asked before what would let someone else stay who found a browser open.
  public boolean isFresh(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null) {
      return false;
    }
    var shown =
        session.getAttribute(Attributes.CONFIRMED) instanceof Instant confirmed
            ? confirmed
            : Instant.ofEpochMilli(session.getCreationTime());
    return clock.instant().isBefore(shown.plus(FRESH));
  }

  /// Notes that the person of this request has given their password again.
  public void confirm(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.setAttribute(Attributes.CONFIRMED, clock.instant());
    }
  }

  /// Which line of the list this request itself is.
  public @Nullable UUID current(HttpServletRequest request) {
    var session = request.getSession(false);
    var found = session == null ? null : store.findById(session.getId());
    return found == null ? null : found.row();
  }

  /// Which of these lines are gone: signed out, revoked here or on another node, or over. For
  /// whatever stays open without asking anew, such as a socket.
  public Set<UUID> listEnded(Collection<UUID> ids) {
    return ids.isEmpty() ? Set.of() : store.listGone(ids);
  }

  private void revoked(PersonId id) {
    events.publishEvent(new SignInsRevoked(id));
    trail.own(people.get(id), AuditAction.SIGNED_OUT, "identity.sign-in", "revoked");
  }

  private Person welcome(PersonId id) {
    var person = people.get(id);
    if (people.isRetired(id)) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
    trail.own(person, AuditAction.SIGNED_IN, "identity.sign-in", "started");
    return person;
  }

  private static SecurityContext contextOf(Person person) {
    var authorities =
        AuthorityUtils.createAuthorityList(
            person.roles().stream().map(role -> role.authority()).sorted().toList());
    return new SecurityContextImpl(
        UsernamePasswordAuthenticationToken.authenticated(person.signedIn(), null, authorities));
  }
}
