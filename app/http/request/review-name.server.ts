import { inLanguage } from "#app/domain/calls/languages.ts";
import type { RequestContext } from "./context.server.ts";

/** The review's name in the language of the page that is answered, where it has one. */
export function reviewNameOf({
  env,
  settings,
  speech,
}: Pick<RequestContext, "env" | "settings" | "speech">): string {
  return settings
    ? inLanguage(settings.name, speech?.language ?? "en")
    : env.reviewName;
}
