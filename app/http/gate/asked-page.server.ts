import type { Request as Asked } from "express";
import { findDraftDefinition } from "#app/domain/drafts/asked-again.server.ts";
import { findPage } from "#app/domain/calls/asked-pages.ts";
import type { CallDefinition, CallPage } from "#app/domain/calls/definition.ts";
import { droppedFrom } from "#app/domain/drafts/draft-definition.ts";
import type { DraftName } from "#app/domain/drafts/drafts.ts";
import type { Surroundings } from "../request/context.server.ts";
import { readDraftHolder } from "../request/draft-holder.server.ts";
import {
  findRespondent,
  readDraftName,
  requirePublicCall,
  type Respondent,
} from "../request/respondent.server.ts";

/** Who asks for what of a call; no page where the address is none of its form's. */
export type AskedPage = Respondent & { page: CallPage | undefined };

const addressPattern =
  /^\/respond\/([^/]+)\/([^/]+?)(?:\/typed|\/list|\/uploads(?:\/[^/]+)?)?(?:\.data)?$/;

type DraftHolderOf = {
  callId: number;
  holderKey: string;
  named: DraftName | undefined;
};

const looks = new WeakMap<Asked, Promise<AskedPage | undefined>>();

/**
 * What a request to a call's form is about, looked up once for all gates;
 * undefined where it is about no call that the public may know of.
 *
 * @param draftMark what was sent says of the draft, where the address says nothing; looked up anew.
 */
export function findAskedPage(
  request: Asked,
  surroundings: Surroundings,
  draftMark?: string,
): Promise<AskedPage | undefined> {
  if (draftMark !== undefined) return lookUp(request, surroundings, draftMark);
  const known = looks.get(request);
  if (known) return known;
  const look = lookUp(request, surroundings);
  looks.set(request, look);
  return look;
}

/** The call whose form a request is about, its browser's key, and the draft it names: all that a count needs to know. */
export async function findHolder(
  request: Asked,
  surroundings: Surroundings,
): Promise<DraftHolderOf | undefined> {
  const { asked, slug } = readAddress(request, surroundings);
  const holderKey = slug && readDraftHolder(asked, surroundings);
  if (!holderKey) return undefined;
  const found = await requirePublicCall(surroundings, slug).catch(noCall);
  const named = readDraftName(asked, surroundings);
  return found && { callId: found.call.id, holderKey, named };
}

function readAddress(request: Asked, { env }: Surroundings) {
  // As Remix puts it together: by itself `//` would be an address without a host.
  const address = new URL(env.publicBaseUrl.origin + request.originalUrl);
  const [, slug, pageId = ""] = addressPattern.exec(address.pathname) ?? [];
  const headers = new Headers({ Cookie: request.headers.cookie ?? "" });
  return { asked: { headers, url: address.href }, slug, pageId };
}

/** A 404: the route says so itself. */
function noCall(thrown: unknown): undefined {
  if (thrown instanceof Error) throw thrown;
}

/** A form that was open before its call was changed may still have files for a question that went. */
function withDropped(page: CallPage, definition: CallDefinition): CallPage {
  const dropped = droppedFrom(definition, page);
  return dropped.length === 0
    ? page
    : { ...page, questions: [...page.questions, ...dropped] };
}

async function lookUp(
  request: Asked,
  surroundings: Surroundings,
  draftMark?: string,
): Promise<AskedPage | undefined> {
  const { asked: sent, slug, pageId } = readAddress(request, surroundings);
  if (slug === undefined) return undefined;
  // They are of all requests: what is found out of this one is not left in them.
  const respondent = await findRespondent(
    sent,
    { ...surroundings },
    slug,
    draftMark,
  ).catch(noCall);
  if (!respondent) return undefined;
  const { call, draft } = respondent;
  const definition = draft
    ? await findDraftDefinition(surroundings.db, draft)
    : call.definition;
  const answers = draft?.answers ?? {};
  const found = findPage(definition, answers, pageId);
  return { ...respondent, page: found && withDropped(found.page, definition) };
}
