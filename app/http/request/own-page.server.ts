import { data } from "@remix-run/node";
import {
  bodyInWork,
  findOwnPage,
  type OwnPage,
} from "#app/domain/portal/own-pages.server.ts";
import type { OwnPageKind, PageBody } from "#app/domain/portal/own-pages.ts";
import type { RequestContext } from "./context.server.ts";

/**
 * A page as the team keeps it, and what stands in its forms.
 *
 * @param firstOf what a page of a kind says before anybody has written it
 * @throws a 404 where there is none.
 */
export async function requireOwnPage(
  { db }: Pick<RequestContext, "db">,
  slug: string | undefined,
  firstOf: (kind: OwnPageKind) => PageBody,
): Promise<{ page: OwnPage; body: PageBody; first: PageBody }> {
  const page = await findOwnPage(db, slug ?? "");
  if (!page) throw data(null, { status: 404 });
  const first = firstOf(page.kind);
  return { page, body: bodyInWork(page, first), first };
}
