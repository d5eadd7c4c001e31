package org.saltwater.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.saltwater.database.StoreWatch;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

@Configuration(proxyBeanMethods = false)
class SiteConfiguration implements WebMvcConfigurer {

  @Bean
  TemplateEngine templateEngine() {
    var engine = TemplateEngine.createPrecompiled(ContentType.Html);
    engine.setBinaryStaticContent(true);
    return engine;
  }

  /// Every module keeps its sentences in a bundle of its own name; all of them are found here.
  @Bean
  MessageSource messageSource() throws IOException {
    var names =
        Stream.of(
                new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*.properties"))
            .map(resource -> String.valueOf(resource.getFilename()).replace(".properties", ""))
            .filter(name -> !name.contains("_"))
            .map(name -> "messages/" + name)
            .toArray(String[]::new);
    var bundles = new ResourceBundleMessageSource();
    bundles.setBasenames(names);
    bundles.setDefaultEncoding("UTF-8");
    bundles.setDefaultLocale(Locale.ENGLISH);
    bundles.setFallbackToSystemLocale(false);
    bundles.setAlwaysUseMessageFormat(true);
    return bundles;
  }

  /// Before everything, the filters that read sign-ins included.
  @Bean
  FilterRegistrationBean<StoreOutage> storeOutage(StoreWatch watch, OutageAnswer answer) {
    var registration = new FilterRegistrationBean<>(new StoreOutage(watch, answer));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    registration.setDispatcherTypes(DispatcherType.REQUEST);
    return registration;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    for (var folder : Standing.FOLDERS) {
      registry
          .addResourceHandler("/" + folder + "/**")
          .addResourceLocations("classpath:/static/" + folder + "/")
          .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
          .resourceChain(true)
          .addResolver(versions(folder))
          .addResolver(new Stylesheet())
          .addTransformer(new CssLinkResourceTransformer());
    }
  }

  /// The modules of the room import each other by relative addresses, so all of them carry one
  /// fingerprint, in front: a module kept for a year can never go with others from last month.
  private static VersionResourceResolver versions(String folder) {
    var versions = new VersionResourceResolver().addContentVersionStrategy("/**");
    return folder.equals("js")
        ? versions.addFixedVersionStrategy(Fingerprint.of("static/js/room"), "/room/**")
        : versions;
  }
}
