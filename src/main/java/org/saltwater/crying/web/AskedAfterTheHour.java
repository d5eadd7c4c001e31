package org.saltwater.crying.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.saltwater.alliance.AfterTheHour;
import org.saltwater.crying.HourAnswer;
import org.saltwater.crying.Response;
import org.saltwater.crying.TearsInTheHour;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
import org.saltwater.notifications.Choices;
import org.saltwater.notifications.Reminder;
import org.saltwater.notifications.Way;
import org.saltwater.sessions.TherapySession;
import org.saltwater.site.Option;
import org.saltwater.site.Words;
import org.springframework.stereotype.Component;

/// Asks on the check-in whether tears came: gently, once, and not of anyone who turned it off.
@Component
class AskedAfterTheHour implements AfterTheHour {
  private static final String TEARS = "tears";
  private static final String RESPONSE = "tears-response";
  private static final String RATHER_NOT = "RATHER_NOT";

  private final TearsInTheHour hours;
  private final Choices choices;
  private final People people;

  AskedAfterTheHour(TearsInTheHour hours, Choices choices, People people) {
    this.hours = hours;
    this.choices = choices;
    this.people = people;
  }

  @Override
  public List<Question> list(SignedIn me, TherapySession session, Words words) {
    if (!choices.isOn(me.id(), Reminder.TEARS_IN_THE_HOUR, Way.PAGE)) {
      return List.of();
    }
    var client = isClient(me, session);
    var role = client ? "client" : "therapist";
    var other = people.find(session.other(me.id())).map(Person::name).orElse("");
    var said = hours.findOwn(me, session.id());
    var questions = new ArrayList<Question>();
    questions.add(
        new Question(
            TEARS,
            words.say("crying.hour.title." + role, other),
            words.say("crying.hour.hint." + role, other),
            answers(words, other),
            said.map(it -> it.answer().name()).orElse("")));
    if (!client) {
      questions.add(
          new Question(
              RESPONSE,
              words.say("crying.hour.response"),
              words.say("crying.hour.response.hint"),
              Arrays.stream(Response.values())
                  .map(it -> new Option(it.name(), words.say("crying.response.own." + it.code())))
                  .toList(),
              said.flatMap(it -> it.response().stream().findFirst()).map(Enum::name).orElse("")));
    }
    return questions;
  }

  @Override
  public void save(SignedIn me, TherapySession session, Map<String, String> form) {
    var chosen = form.getOrDefault(TEARS, "");
    if (chosen.isEmpty()) {
      return;
    }
    var answer = chosen.equals(RATHER_NOT) ? null : one(HourAnswer.class, TEARS, chosen);
    var response = form.getOrDefault(RESPONSE, "");
    hours.save(
        me,
        session.id(),
        answer,
        response.isEmpty() ? Set.of() : EnumSet.of(one(Response.class, RESPONSE, response)));
  }

  @Override
  public Optional<Offer> findOffer(SignedIn me, TherapySession session, Words words) {
    return isClient(me, session)
        ? hours
            .findEpisode(session.id(), me.client())
            .map(
                id ->
                    new Offer(
                        words.say("crying.hour.more"),
                        words.say("crying.hour.more.action"),
                        "/moments/" + id + "/more"))
        : Optional.empty();
  }

  private static List<Option> answers(Words words, String other) {
    return Stream.concat(
            Arrays.stream(HourAnswer.values())
                .map(it -> new Option(it.name(), words.say("crying.hour." + it.code(), other))),
            Stream.of(new Option(RATHER_NOT, words.say("crying.hour.rather-not"))))
        .toList();
  }

  private static boolean isClient(SignedIn me, TherapySession session) {
    return session.client().person().equals(me.id());
  }

  private static <E extends Enum<E>> E one(Class<E> type, String field, String chosen) {
    try {
      return Enum.valueOf(type, chosen);
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem(field, "crying.field.choose")));
    }
  }
}
