import type { PortalSettings } from "#app/domain/portal/settings.ts";
import type { Env } from "./env.server.ts";

type Told = Pick<
  Env,
  "reviewName" | "review" | "reviewContactEmail" | "safeguarding"
>;

/** What the operator set, which holds until somebody of the team saves other settings. */
export function firstSettings(env: Told): PortalSettings {
  const { about, runBy, reports } = env.review;
  const { hours, nextStep } = env.safeguarding;
  return {
    name: { en: env.reviewName },
    contactEmail: env.reviewContactEmail,
    ...(about && { about }),
    ...(runBy && { runBy }),
    ...(reports && { reports }),
    safeguarding: { hours, ...(nextStep && { nextStep }) },
  };
}

/** The operator's settings, with what the team has saved in the place of the first. */
export function withSettings(env: Env, settings: PortalSettings): Env {
  const { name, contactEmail, about, runBy, reports, safeguarding } = settings;
  const { hours, nextStep } = safeguarding;
  return {
    ...env,
    ...{ reviewName: name.en, reviewContactEmail: contactEmail },
    review: { about, runBy, reports },
    safeguarding: { hours, nextStep },
  };
}
