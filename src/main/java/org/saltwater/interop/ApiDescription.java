package org.saltwater.interop;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.site.Words;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/// `/api/openapi.json`. Paths and schemas are read from the handlers; what they mean stands in the
/// bundle `api`, which a test holds against the routes.
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  static final String BEARER = "signIn";
  static final String INTAKE = "intakeToken";
  static final String COMPANY = "companyToken";

  ApiDescription() {
    SpringDocUtils.getConfig()
        .replaceWithClass(PersonId.class, UUID.class)
        .replaceWithClass(ClientId.class, UUID.class)
        .replaceWithClass(TherapistId.class, UUID.class)
        .replaceWithClass(AppointmentId.class, UUID.class)
        .addRequestWrapperToIgnore(SignedIn.class);
    ModelResolver.enumsAsRef = true;
  }

  @Bean
  OpenAPI openApi(MessageSource bundles, Installation installation) {
    var words = new Words(bundles, Locale.ENGLISH);
    return new OpenAPI()
        .info(
            new Info()
                .title("Saltwater")
                .version("v1")
                .description(words.say("api.about"))
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .servers(List.of(new Server().url(address(installation))))
        .security(List.of(new SecurityRequirement().addList(BEARER)))
        .components(
            new Components()
                .addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description(words.say("api.security.bearer")))
                .addSecuritySchemes(
                    INTAKE,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("Intake-Token")
                        .description(words.say("api.security.intake")))
                .addSecuritySchemes(
                    COMPANY,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("Company-Token")
                        .description(words.say("api.security.company"))));
  }

  @Bean
  SchemaNames schemaNames() {
    return new SchemaNames();
  }

  @Bean
  ModelResolver modelResolver(ObjectMapperProvider mappers, SchemaNames names) {
    return new ModelResolver(mappers.jsonMapper(), names).openapi31(mappers.isOpenapi31());
  }

  @Bean
  OperationCustomizer describedOperations(MessageSource bundles) {
    // Looked for when somebody asks for the description, not at each start.
    var problems = SingletonSupplier.of(Problems::inThisPlatform);
    return new DescribedOperations(new Words(bundles, Locale.ENGLISH), problems);
  }

  @Bean
  OpenApiCustomizer describedSchemas(MessageSource bundles, SchemaNames names) {
    return new DescribedSchemas(new Words(bundles, Locale.ENGLISH), names);
  }

  private static String address(Installation installation) {
    var address = installation.address().toString();
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
