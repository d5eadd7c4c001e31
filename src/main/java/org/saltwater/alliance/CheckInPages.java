package org.saltwater.alliance;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.saltwater.alliance.CheckInView.Typed;
import org.saltwater.identity.People;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
import org.saltwater.safety.OnCall;
import org.saltwater.sessions.SessionState;
import org.saltwater.sessions.TherapySession;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.saltwater.site.Words;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// "How was this?", after each hour, for each of the two.
@Controller
@RequestMapping("/sessions/{appointment}/check-in")
@For({Audience.CLIENT, Audience.THERAPIST})
class CheckInPages {
  private final CheckIns checkIns;
  private final Ruptures ruptures;
  private final TherapySessions sessions;
  private final People people;
  private final OnCall onCall;
  private final List<AfterTheHour> more;
  private final MessageSource bundles;

  CheckInPages(
      CheckIns checkIns,
      Ruptures ruptures,
      TherapySessions sessions,
      People people,
      OnCall onCall,
      List<AfterTheHour> more,
      MessageSource bundles) {
    this.checkIns = checkIns;
    this.ruptures = ruptures;
    this.sessions = sessions;
    this.people = people;
    this.onCall = onCall;
    this.more = more;
    this.bundles = bundles;
  }

  @GetMapping
  PageView ask(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @RequestParam(defaultValue = "false") boolean done,
      Locale locale) {
    var session = ended(me, appointment);
    var saved = checkIns.findOwn(me, session.id());
    var answers = saved.flatMap(SavedCheckIn::answers).orElse(CheckIn.NOTHING);
    var offers =
        session.client().person().equals(me.id())
            && (answers.isLow() || ruptures.find(session.id()).isPresent());
    var view = view(me, session, Typed.of(answers), FormErrors.none(), saved.isPresent());
    var words = new Words(bundles, locale);
    return PageView.of(
        "alliance/check-in",
        done
            ? view.done(
                offers,
                more.stream().flatMap(it -> it.findOffer(me, session, words).stream()).toList())
            : view.asking(questions(me, session, words)));
  }

  @PostMapping
  Object save(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @RequestParam Map<String, String> form,
      Locale locale) {
    var session = ended(me, appointment);
    var skipped = form.containsKey("skip");
    try {
      var answers =
          skipped
              ? CheckIn.NOTHING
              : new CheckIn(
                  ratings(form), form.getOrDefault("feltWrong", ""), form.containsKey("share"));
      if (!skipped) {
        more.forEach(it -> it.save(me, session, form));
      }
      checkIns.save(me, session.id(), answers);
    } catch (Refusal refusal) {
      if (refusal.type() != GeneralProblem.INVALID) {
        throw refusal;
      }
      var questions = questions(me, session, new Words(bundles, locale));
      var view = view(me, session, new Typed(form), FormErrors.of(refusal), false);
      return PageView.of("alliance/check-in", view.asking(questions)).withStatus(422);
    }
    return SeeOther.to(skipped ? "/home" : path(session) + "?done=true");
  }

  private TherapySession ended(SignedIn me, UUID appointment) {
    var session = sessions.get(new AppointmentId(appointment), me.id());
    if (session.state() != SessionState.ENDED) {
      throw new Refusal(AllianceProblem.NO_SESSION_YET);
    }
    return session;
  }

  private List<AfterTheHour.Question> questions(SignedIn me, TherapySession session, Words words) {
    return more.stream().flatMap(it -> it.list(me, session, words).stream()).toList();
  }

  private CheckInView view(
      SignedIn me, TherapySession session, Typed typed, FormErrors errors, boolean saved) {
    var role = session.client().person().equals(me.id()) ? "client" : "therapist";
    var other = people.find(session.other(me.id())).map(person -> person.name()).orElse("");
    var onCallNow = role.equals("client") ? onCall.isSomeoneThere() : null;
    return new CheckInView(
        path(session),
        role,
        other,
        session.start(),
        typed,
        errors,
        saved,
        false,
        false,
        onCallNow,
        List.of(),
        List.of());
  }

  private static Map<Item, Integer> ratings(Map<String, String> form) {
    var ratings = new EnumMap<Item, Integer>(Item.class);
    for (var item : Item.values()) {
      var chosen = form.getOrDefault(item.code(), "");
      if (!chosen.isEmpty()) {
        ratings.put(item, step(chosen));
      }
    }
    return ratings;
  }

  private static String path(TherapySession session) {
    return "/sessions/" + session.id() + "/check-in";
  }

  private static int step(String chosen) {
    try {
      return Integer.parseInt(chosen);
    } catch (NumberFormatException e) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem("ratings", "alliance.field.rating")));
    }
  }
}
