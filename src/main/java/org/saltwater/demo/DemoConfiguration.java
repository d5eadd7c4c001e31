package org.saltwater.demo;

import java.time.Clock;
import java.time.Duration;
import org.saltwater.alliance.CheckIns;
import org.saltwater.care.Episodes;
import org.saltwater.care.GuestAccess;
import org.saltwater.care.Handovers;
import org.saltwater.care.TherapistChanges;
import org.saltwater.crying.CryingEpisodes;
import org.saltwater.crying.TearsInTheHour;
import org.saltwater.figures.Gathering;
import org.saltwater.identity.DemoPeople;
import org.saltwater.identity.People;
import org.saltwater.intake.Intakes;
import org.saltwater.intake.OptionSets;
import org.saltwater.journal.Journal;
import org.saltwater.kernel.Installation;
import org.saltwater.matching.Matching;
import org.saltwater.matching.Outcomes;
import org.saltwater.matching.Waitlist;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.Marks;
import org.saltwater.messaging.PastMessages;
import org.saltwater.notifications.MailsFrom;
import org.saltwater.progress.Goals;
import org.saltwater.progress.PastAnswers;
import org.saltwater.safety.OnCall;
import org.saltwater.safety.RiskFlags;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.therapists.Therapists;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/// What there is only in a demo that is to be filled: `saltwater.demo.therapists` says how large.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "saltwater.mode", havingValue = "demo")
@ConditionalOnProperty("saltwater.demo.therapists")
class DemoConfiguration {
  private static final Duration MAILS_KEPT = Duration.ofDays(3);

  @Bean
  @ConditionalOnMissingBean
  DemoClock demoClock(@Value("${saltwater.demo.ahead:PT0S}") Duration ahead) {
    return DemoClock.ahead(ahead);
  }

  /// Whoever opens the demo's mails sees those of the last days, not twelve weeks of them.
  @Bean
  MailsFrom demoMailsFrom(DemoClock clock) {
    return () -> clock.today().minus(MAILS_KEPT);
  }

  @Bean
  Opening demoOpening(
      People people,
      Therapists therapists,
      Availabilities availabilities,
      Outcomes outcomes,
      OnCall onCall) {
    return new Opening(people, therapists, availabilities, outcomes, onCall);
  }

  @Bean
  Correspondence demoCorrespondence(Conversations conversations, PastMessages past, Marks marks) {
    return new Correspondence(conversations, past, marks);
  }

  @Bean
  Past demoPast(
      DemoClock clock,
      People people,
      Intakes intakes,
      OptionSets options,
      Waitlist waitlist,
      Therapists therapists,
      Episodes episodes,
      TherapistChanges changes,
      Handovers handovers,
      GuestAccess guests,
      RiskFlags flags,
      Appointments appointments,
      TherapySessions sessions,
      CheckIns checkIns,
      CryingEpisodes moments,
      TearsInTheHour tears,
      PastAnswers answers,
      Goals goals,
      Journal journal,
      Correspondence correspondence) {
    var sentences = Sentences.read();
    return new Past(
        clock,
        people,
        new QuestionnairePages(intakes, options, sentences),
        intakes,
        waitlist,
        new Turns(therapists, episodes, changes, handovers, guests, flags, sentences),
        appointments,
        sessions,
        checkIns,
        new TearsInThePast(moments, tears),
        answers,
        goals,
        journal,
        correspondence,
        sentences);
  }

  @Bean
  DemoPeople demoPeople(
      DemoData data, Appointments appointments, People people, MessageSource bundles, Clock clock) {
    return new FeaturedPeople(data, appointments, people, bundles, clock);
  }

  @Bean
  Fill demoFill(
      DemoData data,
      DemoClock clock,
      Opening opening,
      Past past,
      Correspondence correspondence,
      Matching matching,
      TransactionTemplate transaction,
      Gathering gathering,
      Installation installation,
      @Value("${saltwater.demo.therapists}") int therapists) {
    return new Fill(
        data,
        clock,
        opening,
        past,
        correspondence,
        matching,
        transaction,
        gathering,
        installation.data(),
        therapists);
  }
}
