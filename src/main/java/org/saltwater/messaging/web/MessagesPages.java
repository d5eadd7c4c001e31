package org.saltwater.messaging.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.AnswerTimes;
import org.saltwater.messaging.ConversationId;
import org.saltwater.messaging.ConversationLogs;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.Entrance;
import org.saltwater.messaging.Inbox;
import org.saltwater.messaging.InboxLine;
import org.saltwater.messaging.Messages;
import org.saltwater.messaging.NewMessage;
import org.saltwater.safety.OnCall;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// Messages on pages: they work without a script, which only makes them arrive by themselves.
@Controller
@For({Audience.CLIENT, Audience.THERAPIST})
class MessagesPages {
  private final Conversations conversations;
  private final ConversationLogs logs;
  private final Messages messages;
  private final Inbox inbox;
  private final AnswerTimes answerTimes;
  private final People people;
  private final OnCall onCall;
  private final RateLimits limits;

  MessagesPages(
      Conversations conversations,
      ConversationLogs logs,
      Messages messages,
      Inbox inbox,
      AnswerTimes answerTimes,
      People people,
      OnCall onCall,
      RateLimits limits) {
    this.conversations = conversations;
    this.logs = logs;
    this.messages = messages;
    this.inbox = inbox;
    this.answerTimes = answerTimes;
    this.people = people;
    this.onCall = onCall;
    this.limits = limits;
  }

  /// A client with one conversation is led straight into it.
  @GetMapping("/messages")
  Object list(@AuthenticationPrincipal SignedIn me) {
    var all = inbox.list(me);
    if (!me.is(Role.THERAPIST) && all.size() == 1) {
      return see(all.getFirst().conversation().id());
    }
    return PageView.of("messaging/inbox", new InboxView(lines(all, true), lines(all, false)));
  }

  /// What a client of theirs wrote with the therapist before, if the client let it travel.
  @GetMapping("/messages/handed-over/{client}")
  @For(Audience.THERAPIST)
  Object handedOver(@AuthenticationPrincipal SignedIn me, @PathVariable UUID client) {
    var found = conversations.listHandedOver(me, new ClientId(client));
    if (found.size() == 1) {
      return see(found.getFirst().id());
    }
    return PageView.of(
        "messaging/handed-over",
        new HandedOverView(
            found.stream()
                .map(
                    it ->
                        new HandedOverView.Line(
                            it.id(), name(it.therapist().person()), it.openedAt()))
                .toList()));
  }

  @GetMapping("/messages/{conversation}")
  PageView read(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID conversation,
      @RequestParam(required = false) @Nullable Long before) {
    var entrance = conversations.enter(me, new ConversationId(conversation));
    return before == null
        ? newest(entrance, "", FormErrors.none())
        : PageView.of(
            "messaging/conversation",
            new ConversationView(logs.readBefore(entrance, before), null, false, null));
  }

  @PostMapping("/messages/{conversation}")
  Object send(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID conversation,
      @RequestParam UUID key,
      @RequestParam String text) {
    var id = new ConversationId(conversation);
    limits.spend(RateLimit.MESSAGE, me.id().toString());
    try {
      messages.send(new NewMessage(id, me.id(), key, new Redacted<>(text)));
      return see(id);
    } catch (Refusal refusal) {
      if (refusal.type() == GeneralProblem.INVALID) {
        return newest(conversations.enter(me, id), text, FormErrors.of(refusal)).withStatus(422);
      }
      throw refusal;
    }
  }

  private PageView newest(Entrance entrance, String draft, FormErrors errors) {
    var conversation = entrance.conversation();
    var isClient = entrance.person().id().equals(conversation.client().person());
    var usual =
        isClient && conversation.isOpen()
            ? answerTimes.findUsual(conversation.therapist()).map(Usual::of).orElse(null)
            : null;
    var log = logs.readNewest(entrance).with(draft, errors);
    return PageView.of(
        "messaging/conversation",
        new ConversationView(log, usual, true, isClient ? onCall.isSomeoneThere() : null));
  }

  private List<InboxView.Line> lines(List<InboxLine> all, boolean open) {
    return all.stream()
        .filter(line -> line.conversation().isOpen() == open)
        .map(
            line ->
                new InboxView.Line(
                    line.conversation().id(),
                    name(line.other()),
                    line.unread(),
                    line.lastAt().orElse(null)))
        .toList();
  }

  private String name(PersonId person) {
    return people.find(person).map(Person::name).orElse("");
  }

  private static RedirectView see(ConversationId id) {
    return SeeOther.to("/messages/" + id + "#end");
  }
}
