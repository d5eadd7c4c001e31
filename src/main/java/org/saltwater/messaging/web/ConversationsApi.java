package org.saltwater.messaging.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.saltwater.identity.People;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Cursor;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.AnswerTimes;
import org.saltwater.messaging.ConversationId;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.Inbox;
import org.saltwater.messaging.InboxLine;
import org.saltwater.messaging.Marks;
import org.saltwater.messaging.Messages;
import org.saltwater.messaging.MessagingProblem;
import org.saltwater.messaging.NewMessage;
import org.saltwater.messaging.web.ConversationAnswers.ConversationAnswer;
import org.saltwater.messaging.web.ConversationAnswers.ConversationList;
import org.saltwater.messaging.web.ConversationAnswers.HandedOverAnswer;
import org.saltwater.messaging.web.ConversationAnswers.MarkRequest;
import org.saltwater.messaging.web.ConversationAnswers.MessageAnswer;
import org.saltwater.messaging.web.ConversationAnswers.MessageRequest;
import org.saltwater.messaging.web.ConversationAnswers.MessagesAnswer;
import org.saltwater.messaging.web.ConversationAnswers.Other;
import org.saltwater.messaging.web.ConversationAnswers.ReceiptAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Conversations for programs. What arrives by itself comes over `/live`; this catches up by
/// number.
@RestController
@RequestMapping("/api/v1/conversations")
@For({Audience.CLIENT, Audience.THERAPIST})
class ConversationsApi {
  private final Conversations conversations;
  private final Messages messages;
  private final Marks marks;
  private final Inbox inbox;
  private final AnswerTimes answerTimes;
  private final People people;
  private final RateLimits limits;

  ConversationsApi(
      Conversations conversations,
      Messages messages,
      Marks marks,
      Inbox inbox,
      AnswerTimes answerTimes,
      People people,
      RateLimits limits) {
    this.conversations = conversations;
    this.messages = messages;
    this.marks = marks;
    this.inbox = inbox;
    this.answerTimes = answerTimes;
    this.people = people;
    this.limits = limits;
  }

  /// In the order in which they were opened, which stays while messages come in.
  ///
  /// @param cursor `next` of the page before
  @GetMapping
  ConversationList list(
      @AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String cursor) {
    var page =
        Cursor.page(
            inbox.list(me),
            cursor,
            line -> new Cursor(line.conversation().openedAt(), line.conversation().id().value()));
    return new ConversationList(page.map(line -> answer(me, line)), page.next());
  }

  /// Those of a client with therapists before, as far as the client let them travel.
  @GetMapping("/handed-over/{client}")
  @For(Audience.THERAPIST)
  List<HandedOverAnswer> handedOver(
      @AuthenticationPrincipal SignedIn me, @PathVariable UUID client) {
    return conversations.listHandedOver(me, new ClientId(client)).stream()
        .map(
            it ->
                new HandedOverAnswer(
                    it.id().value(), it.therapist().value(), it.openedAt(), it.last()))
        .toList();
  }

  @GetMapping("/{conversation}")
  ConversationAnswer get(@AuthenticationPrincipal SignedIn me, @PathVariable UUID conversation) {
    return answer(me, own(me, conversation));
  }

  /// The messages after a number, oldest first, at most 200.
  @GetMapping("/{conversation}/messages")
  MessagesAnswer read(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID conversation,
      @RequestParam(defaultValue = "0") long after) {
    var entrance = conversations.enter(me, new ConversationId(conversation));
    var found = messages.listAfter(entrance, Math.max(0, after));
    var next = found.size() < Messages.PAGE ? null : (Long) found.getLast().number();
    return new MessagesAnswer(
        found.stream().map(message -> MessageAnswer.of(me, message)).toList(), next);
  }

  /// Answers 201 after the message is flushed to disk, or 200 if an earlier attempt with the same
  /// key had been.
  @PostMapping("/{conversation}/messages")
  ResponseEntity<ReceiptAnswer> send(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID conversation,
      @RequestHeader("Idempotency-Key") UUID key,
      @RequestBody @Valid MessageRequest request) {
    limits.spend(RateLimit.MESSAGE, me.id().toString());
    var message =
        new NewMessage(
            new ConversationId(conversation), me.id(), key, new Redacted<>(request.text()));
    var receipt = messages.send(message);
    return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
        .body(new ReceiptAnswer(receipt.number(), key, receipt.at()));
  }

  /// Says how far the person has received and read. Marks move on, never back, and not at all once
  /// the conversation has ended.
  @PostMapping("/{conversation}/marks")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void mark(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID conversation,
      @RequestBody MarkRequest request) {
    var found = own(me, conversation).conversation();
    if (!found.isOpen()) {
      throw new Refusal(MessagingProblem.CONVERSATION_CLOSED);
    }
    marks.move(
        found.id(),
        me.id(),
        new Marks.Mark(
            Math.clamp(request.delivered(), 0, found.last()),
            Math.clamp(request.read(), 0, found.last())));
  }

  private InboxLine own(SignedIn me, UUID id) {
    return inbox.list(me).stream()
        .filter(line -> line.conversation().id().value().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  private ConversationAnswer answer(SignedIn me, InboxLine line) {
    var conversation = line.conversation();
    var mark = marks.get(conversation.id(), line.other());
    var isClient = conversation.client().person().equals(me.id());
    return new ConversationAnswer(
        conversation.id().value(),
        new Other(
            line.other().value(),
            people.find(line.other()).map(person -> person.name()).orElse(""),
            mark.delivered(),
            mark.read()),
        conversation.isOpen(),
        conversation.openedAt(),
        conversation.last(),
        line.unread(),
        isClient ? answerTimes.findUsual(conversation.therapist()).orElse(null) : null);
  }
}
