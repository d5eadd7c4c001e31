package org.saltwater.therapists.web;

import java.util.Locale;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.site.PageView;
import org.saltwater.site.Words;
import org.saltwater.therapists.ProfileWords;
import org.saltwater.therapists.Therapists;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Open to anyone who has the address: a client without an account needs it, and the ids cannot be
/// guessed. No page lists them for a visitor.
@Controller
@For(Audience.ANYONE)
class ProfilePages {
  private final Therapists therapists;
  private final MessageSource bundles;
  private final WaysToMeet ways;

  ProfilePages(Therapists therapists, MessageSource bundles, WaysToMeet ways) {
    this.ways = ways;
    this.therapists = therapists;
    this.bundles = bundles;
  }

  @GetMapping("/therapists/{id}")
  PageView profile(@PathVariable String id, Locale locale) {
    var words = new ProfileWords(new Words(bundles, locale));
    return PageView.of(
        "therapists/profile", ProfileView.of(therapists.get(Ids.therapist(id)), words, ways));
  }
}
