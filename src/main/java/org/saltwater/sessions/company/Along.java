package org.saltwater.sessions.company;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditAction;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.RandomSecret;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.sessions.SessionProblem;
import org.saltwater.sessions.SessionState;
import org.saltwater.sessions.TherapySession;
import org.saltwater.sessions.TherapySessions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An hour, for whoever comes along to it. They are known by what their link was changed into, or,
/// a supervisor, by their sign-in.
@Service
public class Along {
  private final CompanionRows rows;
  private final CompanionNames names;
  private final Company company;
  private final AlongCookie cookie;
  private final TherapySessions sessions;
  private final People people;
  private final RateLimits limits;
  private final Clock clock;

  Along(
      CompanionRows rows,
      CompanionNames names,
      Company company,
      AlongCookie cookie,
      TherapySessions sessions,
      People people,
      RateLimits limits,
      Clock clock) {
    this.rows = rows;
    this.names = names;
    this.company = company;
    this.cookie = cookie;
    this.sessions = sessions;
    this.people = people;
    this.limits = limits;
    this.clock = clock;
  }

  /// @param token what opens the hour from now on, sent with each request
  /// @param until when it opens nothing any more
  public record Followed(UUID companion, Redacted<String> token, Instant until) {}

  /// Whether a link still works. Asking does not use it up: programs open links by themselves.
  public boolean isGood(String link) {
    return rows.findByLink(RandomSecret.hash(link)).filter(it -> !isOver(it)).isPresent();
  }

  /// Uses a link up. Another device that came by an earlier one is let go.
  ///
  /// @param address where the request came from
  /// @throws Refusal `company-link-spent`
  @Transactional
  public Followed follow(String link, String address) {
    limits.spend(RateLimit.ALONG_LINK, address);
    var token = RandomSecret.random();
    var it =
        rows.spend(RandomSecret.hash(link), RandomSecret.hash(token))
            .filter(found -> !isOver(found))
            .orElseThrow(() -> new Refusal(CompanyProblem.COMPANY_LINK_SPENT));
    company.leaveRoom(it);
    company.note(it, null, AuditAction.CHANGED, "link-followed");
    var until = sessions.find(it.session()).orElseThrow().overAtTheLatest();
    return new Followed(it.id(), new Redacted<>(token), until);
  }

  /// Whoever carries what a link was changed into; empty for everyone else.
  public Optional<Companion> find(HttpServletRequest request, UUID companion) {
    return cookie
        .find(request, companion)
        .flatMap(token -> rows.findByVisit(companion, RandomSecret.hash(token)));
  }

  /// A supervisor who was asked; empty for everyone else, and if they supervise no more.
  public Optional<Companion> find(@Nullable SignedIn me, UUID companion) {
    return me == null || !me.is(Role.SUPERVISOR)
        ? Optional.empty()
        : rows.find(companion).filter(it -> it.supervisor().filter(me.id()::equals).isPresent());
  }

  /// @throws Refusal `company-link-spent` to anyone who carries neither
  public Hour get(HttpServletRequest request, @Nullable SignedIn me, UUID companion) {
    return hour(require(request, me, companion));
  }

  /// The hours that a supervisor was asked along to and that are not over, in order.
  public List<Hour> listOf(SignedIn supervisor) {
    return supervisor.is(Role.SUPERVISOR)
        ? rows.listOf(supervisor.id()).stream()
            .map(this::hour)
            .filter(hour -> hour.standing() != AlongStanding.OVER)
            .sorted(Comparator.comparing(Hour::start))
            .toList()
        : List.of();
  }

  /// Their own yes, with what they want to be called by. A yes counts for a name: the two are asked
  /// anew about another one. Again changes nothing.
  ///
  /// @param name counts for someone without an account
  /// @throws Refusal `invalid` with the field `name`; `company-link-spent`, `session-moved-on` once
  ///     the hour is over, `room-full` if their seat was given away
  @Transactional
  public Hour agree(
      HttpServletRequest request, @Nullable SignedIn me, UUID companion, String name) {
    var before = toAnswer(request, me, companion);
    if (before.supervisor().isEmpty()) {
      Companions.requireName(name);
    }
    var isOther = before.supervisor().isEmpty() && !before.name().equalsIgnoreCase(name.strip());
    if (isOther) {
      rows.rename(companion, names.seal(before.client(), companion, name.strip()));
    }
    return answer(before, Answer.YES, isOther, isOther ? name.strip() : before.name());
  }

  /// Their own no, or taking a yes back; again changes nothing.
  ///
  /// @throws Refusal `company-link-spent`, `session-moved-on` once the hour is over
  @Transactional
  public Hour decline(HttpServletRequest request, @Nullable SignedIn me, UUID companion) {
    var before = toAnswer(request, me, companion);
    return answer(before, Answer.NO, false, before.name());
  }

  /// Came into the room, or left it: `joined`, `left`.
  @Transactional
  public void note(UUID companion, String step) {
    rows.find(companion).ifPresent(it -> company.note(it, by(it), AuditAction.CHANGED, step));
  }

  private Hour answer(Companion before, Answer own, boolean isOther, String name) {
    var now =
        new Companion(
            before.id(),
            before.session(),
            before.client(),
            before.supervisor(),
            before.invitedBy(),
            own,
            asked(before.clients(), isOther),
            asked(before.therapists(), isOther),
            name,
            before.isLinkOpen());
    if (!now.equals(before)) {
      company.save(before, now, by(before), "guest", own);
    }
    return hour(now);
  }

  /// A yes was to somebody of another name; a no stays one.
  private static Answer asked(Answer before, boolean isOther) {
    return isOther && before == Answer.YES ? Answer.OPEN : before;
  }

  private Companion toAnswer(HttpServletRequest request, @Nullable SignedIn me, UUID companion) {
    var it = require(request, me, companion);
    limits.spend(RateLimit.COMPANY, it.id().toString());
    rows.lock(it.session());
    if (isOver(it)) {
      throw new Refusal(SessionProblem.SESSION_MOVED_ON);
    }
    return require(request, me, companion);
  }

  private Companion require(HttpServletRequest request, @Nullable SignedIn me, UUID companion) {
    return find(request, companion)
        .or(() -> find(me, companion))
        .orElseThrow(
            () ->
                new Refusal(
                    me != null && me.is(Role.SUPERVISOR)
                        ? GeneralProblem.NOT_FOUND
                        : CompanyProblem.COMPANY_LINK_SPENT));
  }

  private Hour hour(Companion it) {
    var session = sessions.find(it.session()).orElseThrow();
    var therapist = people.find(session.therapist().person());
    var standing = standing(it, session);
    return new Hour(
        it,
        standing,
        others(it, session, standing),
        session.start(),
        session.end(),
        therapist.map(Person::zone).orElse(ZoneOffset.UTC));
  }

  /// Who is in an hour is nobody's to know before everyone has said yes: until then only who asked
  /// is named, and after a no nobody.
  private List<String> others(Companion it, TherapySession session, AlongStanding standing) {
    return switch (standing) {
      case ASKED, NOT_YET -> people.find(it.invitedBy()).map(Person::name).stream().toList();
      case DECLINED, STAYS_AWAY, OVER -> List.of();
      case EARLY, BETWEEN_THE_TWO, OPEN ->
          Stream.concat(
                  Stream.of(session.therapist().person(), session.client().person())
                      .flatMap(person -> people.find(person).stream())
                      .map(Person::name),
                  rows.listOf(it.session()).stream()
                      .filter(other -> other.isAgreed() && !other.id().equals(it.id()))
                      .map(Companion::name))
              .toList();
    };
  }

  private AlongStanding standing(Companion it, TherapySession session) {
    if (isOver(session)) {
      return AlongStanding.OVER;
    }
    if (it.own() == Answer.NO) {
      return AlongStanding.STAYS_AWAY;
    }
    if (it.isDeclined()) {
      return AlongStanding.DECLINED;
    }
    if (it.own() == Answer.OPEN) {
      return AlongStanding.ASKED;
    }
    if (!it.isAgreed()) {
      return AlongStanding.NOT_YET;
    }
    if (session.state() != SessionState.IN_SESSION) {
      return AlongStanding.EARLY;
    }
    return session.channel() == Modality.VIDEO ? AlongStanding.OPEN : AlongStanding.BETWEEN_THE_TWO;
  }

  private boolean isOver(Companion it) {
    return sessions.find(it.session()).filter(session -> !isOver(session)).isEmpty();
  }

  /// Also once the two have parted, before the hour came.
  private boolean isOver(TherapySession session) {
    return session.isPastAt(clock.instant()) || sessions.findTalkOf(session).isEmpty();
  }

  private static @Nullable PersonId by(Companion it) {
    return it.supervisor().orElse(null);
  }
}
