package org.saltwater.matching;

import java.util.stream.Collectors;
import org.saltwater.intake.PlacesServed;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MatchingSettings.class)
class MatchingConfiguration {
  /// Tells the questionnaire where somebody here is licensed, so that it can say early and kindly
  /// that nobody is.
  @Bean
  PlacesServed placesServed(RosterKeeper keeper) {
    return () ->
        keeper.current().shelves().stream()
            .flatMap(shelf -> shelf.listings.stream())
            .flatMap(listing -> listing.licences.stream())
            .collect(Collectors.toSet());
  }
}
