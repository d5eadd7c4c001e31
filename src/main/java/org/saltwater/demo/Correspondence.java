package org.saltwater.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.saltwater.demo.Talks.Talk;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.messaging.Conversation;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.Marks;
import org.saltwater.messaging.PastMessages;
import org.saltwater.messaging.PastMessages.Written;

/// What invented people write to each other, at the pace of people.
record Correspondence(Conversations conversations, PastMessages past, Marks marks) {

  /// Within an hour: an answer every two or three minutes.
  void inTheHour(Scene.Hour hour, AppointmentId session, Talk talk) {
    var random = hour.client().random("hour" + hour.start());
    var at = hour.start().plus(Duration.ofMinutes(1));
    var written = new ArrayList<Written>();
    for (var line : talk.lines()) {
      at = at.plus(Duration.ofSeconds(70 + random.nextInt(110)));
      written.add(
          new Written(
              sender(hour.client(), hour.therapist(), line),
              DemoIds.message(hour.client().id(), hour.start(), written.size()),
              at,
              Optional.of(session),
              new Redacted<>(line.text())));
    }
    past.addAll(conversation(hour.client(), hour.therapist()).id(), written);
  }

  /// Between hours: the therapist answers after some hours.
  void between(Scene.Letters letters) {
    var random = letters.client().random("letters" + letters.at());
    var at = letters.at();
    var written = new ArrayList<Written>();
    for (var line : letters.talk().lines()) {
      written.add(
          new Written(
              sender(letters.client(), letters.therapist(), line),
              DemoIds.message(letters.client().id(), letters.at(), written.size()),
              at,
              Optional.empty(),
              new Redacted<>(line.text())));
      at = at.plus(pause(random));
    }
    past.addAll(conversation(letters.client(), letters.therapist()).id(), written);
  }

  /// Everything is read, but for what a client wrote last and nobody has answered.
  void markRead(DemoClient client) {
    for (var conversation : conversations.listOf(client.id().person())) {
      marks.move(conversation.id(), client.id().person(), read(conversation.last()));
      var unanswered = conversation.isOpen() && Plan.waitsForAnAnswer(client) ? 1 : 0;
      marks.move(
          conversation.id(),
          conversation.therapist().person(),
          read(Math.max(0, conversation.last() - unanswered)));
    }
  }

  private static PersonId sender(DemoClient client, Roster.Entry therapist, Talks.Line line) {
    return line.byTherapist() ? therapist.profile().id().person() : client.id().person();
  }

  private Conversation conversation(DemoClient client, Roster.Entry therapist) {
    return conversations.findOpen(client.id(), therapist.profile().id()).orElseThrow();
  }

  private static Marks.Mark read(long number) {
    return new Marks.Mark(number, number);
  }

  private static Duration pause(RandomGenerator random) {
    var hours = CourseOfTherapy.STATED.hoursBetweenMessages() * (.4 + 1.2 * random.nextDouble());
    return Duration.ofMinutes((long) (60 * hours));
  }
}
