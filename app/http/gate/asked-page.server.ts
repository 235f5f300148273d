import type { Request as Asked } from "express";
import { findDefinition } from "#app/domain/calls/calls.server.ts";
import * as calls from "#app/domain/calls/asked-pages.ts";
import type { CallPage } from "#app/domain/calls/definition.ts";
import type { Surroundings } from "../request/context.server.ts";
import {
  findRespondent,
  type Respondent,
} from "../request/respondent.server.ts";

/** Who asks for what of a call; no page where the address is none of its form's. */
export type AskedPage = Respondent & { page: CallPage | undefined };

const addressPattern = /^\/respond\/([^/]+)\/([^/]+?)(?:\/typed)?(?:\.data)?$/;

const looks = new WeakMap<Asked, Promise<AskedPage | undefined>>();

/**
 * What a request to a call's form is about, looked up once for all gates;
 * undefined where it is about no call that the public may know of.
 */
export function findAskedPage(
  request: Asked,
  surroundings: Surroundings,
): Promise<AskedPage | undefined> {
  const known = looks.get(request);
  if (known) return known;
  const look = lookUp(request, surroundings);
  looks.set(request, look);
  return look;
}

async function lookUp(
  request: Asked,
  surroundings: Surroundings,
): Promise<AskedPage | undefined> {
  // As Remix puts it together: by itself `//` would be an address without a host.
  const address = new URL(
    surroundings.env.publicBaseUrl.origin + request.originalUrl,
  );
  const [, slug, pageId = ""] = addressPattern.exec(address.pathname) ?? [];
  if (slug === undefined) return undefined;
  const headers = { Cookie: request.headers.cookie ?? "" };
  const respondent = await findRespondent(
    new Request(address, { headers }),
    surroundings,
    slug,
  ).catch((thrown: unknown) => {
    if (thrown instanceof Error) throw thrown;
    return undefined; // A 404: the route says so itself.
  });
  if (!respondent) return undefined;
  const { call, draft } = respondent;
  const definition = draft
    ? await findDefinition(surroundings.db, draft.definitionId)
    : call.definition;
  const answers = draft?.answers ?? {};
  const asked = calls.findAskedPage(definition, answers, pageId);
  return { ...respondent, page: asked?.page };
}
