package org.saltwater.notifications;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.notifications.Choices.Choice;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// One page where everything that need not be told or asked can be turned off.
@Controller
@RequestMapping("/notices")
@For(Audience.SIGNED_IN)
class ChoicePages {
  private final Choices choices;
  private final PushDevices devices;
  private final PushKey key;

  ChoicePages(Choices choices, PushDevices devices, PushKey key) {
    this.choices = choices;
    this.devices = devices;
    this.key = key;
  }

  @GetMapping
  PageView show(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "false") boolean saved,
      @RequestParam(defaultValue = "false") boolean refused) {
    return PageView.of(
        "notifications/choices",
        new ChoicesView(
            of(me),
            choices.listOff(me.id()),
            saved,
            refused,
            devices.list(me.id()),
            key.publicKey()));
  }

  /// @param on the choices that are ticked; what is not among them is turned off
  @PostMapping
  View save(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(name = "on", defaultValue = "") Set<String> on) {
    var off = new HashSet<Choice>(choices.listOff(me.id()));
    for (var reminder : of(me)) {
      for (var way : reminder.ways()) {
        var choice = new Choice(reminder, way);
        if (on.contains(reminder.code() + "." + way.code())) {
          off.remove(choice);
        } else {
          off.add(choice);
        }
      }
    }
    choices.turnOff(me.id(), off);
    return SeeOther.to("/notices?saved=true");
  }

  @PostMapping("/off")
  View allOff(@AuthenticationPrincipal SignedIn me) {
    choices.turnOff(me.id(), Choices.all());
    return SeeOther.to("/notices?saved=true");
  }

  /// What there is for a person: practising and being asked how one is are a client's.
  static List<Reminder> of(SignedIn me) {
    return Arrays.stream(Reminder.values())
        .filter(
            it ->
                switch (it) {
                  case CHECK_BACK, PRACTICE -> me.is(Role.CLIENT);
                  case TEARS_IN_THE_HOUR, APPOINTMENT, MESSAGE ->
                      me.is(Role.CLIENT) || me.is(Role.THERAPIST);
                })
        .toList();
  }
}
