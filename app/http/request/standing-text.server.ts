import { findPublishedPage } from "#app/domain/portal/own-pages.server.ts";
import type { RequestContext } from "./context.server.ts";

/** A page that has to be there: as the review wrote it, if it has. */
export async function findStandingText(
  { db, env }: Pick<RequestContext, "db" | "env">,
  kind: "privacy" | "accessibility",
) {
  return {
    ...{ kind, published: await findPublishedPage(db, kind) },
    contactEmail: env.reviewContactEmail,
  };
}
