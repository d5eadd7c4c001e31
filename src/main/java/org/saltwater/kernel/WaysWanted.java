package org.saltwater.kernel;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The ways to meet that the practice has chosen.
@ConfigurationProperties("saltwater.sessions")
record WaysWanted(@DefaultValue({"VIDEO", "PHONE", "TEXT"}) Set<Modality> modalities) {}
