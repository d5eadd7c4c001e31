package org.saltwater.scheduling.web;

import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.scheduling.CalendarFeeds;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// A person's appointments for their own calendar app, by a secret link.
@Controller
class CalendarFeedPages {
  static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

  private final CalendarFeeds feeds;
  private final Installation installation;

  CalendarFeedPages(CalendarFeeds feeds, Installation installation) {
    this.feeds = feeds;
    this.installation = installation;
  }

  @GetMapping("/calendar/link")
  @For({Audience.CLIENT, Audience.THERAPIST})
  PageView link(@AuthenticationPrincipal SignedIn me) {
    return page(me, "");
  }

  /// The link is shown in the answer itself and never again, so there is no redirect to a page that
  /// would have to know it.
  @PostMapping("/calendar/link")
  @For({Audience.CLIENT, Audience.THERAPIST})
  PageView make(@AuthenticationPrincipal SignedIn me) {
    var token = feeds.make(me.id()).value();
    return page(me, installation.address().resolve("/calendar/feed/" + token + ".ics").toString());
  }

  @PostMapping("/calendar/link/off")
  @For({Audience.CLIENT, Audience.THERAPIST})
  View turnOff(@AuthenticationPrincipal SignedIn me) {
    feeds.turnOff(me.id());
    return SeeOther.to("/calendar/link");
  }

  /// Calendar apps have no sign-in here; the token is the key.
  @GetMapping("/calendar/feed/{token}.ics")
  @For(Audience.ANYONE)
  ResponseEntity<String> feed(@PathVariable String token) {
    var person = feeds.find(token).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .cacheControl(CacheControl.noStore())
        .body(feeds.write(person));
  }

  private PageView page(SignedIn me, String link) {
    return PageView.of("scheduling/link", new FeedView(link, feeds.isOn(me.id())));
  }
}
