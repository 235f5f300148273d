import { data, redirect } from "@remix-run/node";
import {
  type AnswerAddress,
  anotherDraft,
  callAddress,
  draftNamedIn,
  formPlaceAddress,
  heldAnswersAddress,
} from "#app/addresses.ts";
import type { Db } from "#app/db/schema.ts";
import { type Call, findCallBySlug } from "#app/domain/calls/calls.server.ts";
import { findDefinition } from "#app/domain/calls/definitions.server.ts";
import { type CallOpening, callOpening } from "#app/domain/calls/opening.ts";
import type { Language } from "#app/domain/calls/languages.ts";
import { type Answering, mayAnswer } from "#app/domain/drafts/answering.ts";
import type { Draft, DraftHead, DraftName } from "#app/domain/drafts/drafts.ts";
import {
  type DraftHolder,
  findDraft,
  findDraftHead,
  findNamedSentDraft,
  selectDraftHeads,
} from "#app/domain/drafts/drafts.server.ts";
import { selectShownReceipts } from "#app/domain/drafts/sent-drafts.server.ts";
import type { RequestContext } from "./context.server.ts";
import { expireDraftHolder, readDraftHolder } from "./draft-holder.server.ts";
import { speakOfCall } from "./language.server.ts";

export type PublicContext = Pick<
  RequestContext,
  | "db"
  | "env"
  | "now"
  | "randomBytes"
  | "draftHolderKey"
  | "draftName"
  | "speech"
>;

export type PublicCall = { call: Call; opening: CallOpening };

/**
 * The call of this address, where the public may know of it.
 *
 * @throws a 404 where there is none, or it is still in preparation.
 */
export async function requirePublicCall(
  context: PublicContext,
  slug: string | undefined,
): Promise<PublicCall> {
  const call = slug && (await findCallBySlug(context.db, slug));
  const opening = call && callOpening(call, context.now());
  if (!call || !opening) throw data(null, { status: 404 });
  return { call, opening };
}

type HeldDraftFacts = Pick<
  Draft,
  "publicId" | "lateCode" | "language" | "definitionId"
>;

/** Of whom is asked no more than the draft's head, where nothing that was answered is needed. */
export type Respondent<Held extends HeldDraftFacts = Draft> = PublicCall & {
  holderKey: string | undefined;
  /** Which of this browser's drafts the request is about, where it says so. */
  named: DraftName | undefined;
  /** That draft, or the only one; somebody else's is simply not found. */
  draft: Held | undefined;
  /** There are several, and the request says of none that it is meant. */
  isUndecided: boolean;
  /** What the person reads and answers in now; the draft says the same. */
  language: Language;
  /** How addresses of the same answers are built. */
  answer: AnswerAddress;
  /** Whether this person can start, change or send answers now. */
  answering: Answering;
};

/**
 * Who answers which call: by the address and the browser's cookie.
 *
 * @param draftMark what a form says of the draft it was shown with, where its address says nothing.
 * @throws as `requirePublicCall`.
 */
export async function findRespondent(
  request: Pick<Request, "headers" | "url">,
  context: PublicContext,
  slug: string | undefined,
  draftMark?: string,
): Promise<Respondent> {
  return meet({ request, context, slug, draftMark, find: findDraft });
}

/** The same for what reads the answers by itself: sending, a hundred times a second in the last hour. */
export async function findSender(
  request: Pick<Request, "headers" | "url">,
  context: PublicContext,
  slug: string | undefined,
  draftMark?: string,
): Promise<Respondent<DraftHead>> {
  return meet({ request, context, slug, draftMark, find: findDraftHead });
}

type Meeting<Held> = {
  request: Pick<Request, "headers" | "url">;
  context: PublicContext;
  slug: string | undefined;
  draftMark: string | undefined;
  find: (db: Db, of: DraftHolder) => Promise<Held | undefined>;
};

async function meet<Held extends HeldDraftFacts>({
  request,
  context,
  slug,
  draftMark,
  find,
}: Meeting<Held>): Promise<Respondent<Held>> {
  const publicCall = await requirePublicCall(context, slug);
  const { call } = publicCall;
  const holderKey = readDraftHolder(request, context);
  const named =
    context.draftName ??
    readDraftName(request, context) ??
    nameOf(draftMark, context);
  const of = { callId: call.id, now: context.now(), named };
  const found = holderKey
    ? await find(context.db, { ...of, holderKey })
    : undefined;
  const language = speakOfCall(request, context, {
    definition: call.definition,
    language: found?.language,
    also: found && (await findDefinition(context.db, found.definitionId)),
  });
  const draft = found && { ...found, language };
  const begunWith =
    named && "begunWith" in named ? `new-${named.begunWith}` : undefined;
  return {
    ...publicCall,
    holderKey,
    named,
    draft,
    language,
    isUndecided:
      !draft && !named && (await hasSeveral(context, { ...of, holderKey })),
    answer: { slug: call.slug, draft: draft?.publicId ?? begunWith },
    answering: mayAnswer(call, draft, of.now),
  };
}

async function hasSeveral(
  { db }: PublicContext,
  of: { holderKey: string | undefined; callId: number; now: Date },
): Promise<boolean> {
  const { holderKey } = of;
  if (!holderKey) return false;
  return (await selectDraftHeads(db, { ...of, holderKey })).length > 1;
}

type Naming = Pick<RequestContext, "randomBytes">;

/** Which draft a request's address names; undefined where it names none. */
export function readDraftName(
  request: Pick<Request, "url">,
  context: Naming,
): DraftName | undefined {
  return nameOf(draftNamedIn(new URL(request.url).searchParams), context);
}

function nameOf(
  named: string | undefined,
  { randomBytes }: Naming,
): DraftName | undefined {
  if (!named) return undefined;
  if (named === anotherDraft)
    return { begunWith: randomBytes(16).toString("hex") };
  const begunWith = /^new-([0-9a-f]{32})$/.exec(named)?.[1];
  return begunWith ? { begunWith } : { publicId: named };
}

/**
 * Where a person is led whose address names a draft that is under way no more,
 * or who has several and names none; undefined where they are in the right place.
 *
 * @throws a 404 where this browser holds no such draft: it was deleted, or is somebody else's.
 */
export async function leadFromDraft(
  { call, named, draft, holderKey, isUndecided }: Respondent<HeldDraftFacts>,
  { db, now }: PublicContext,
): Promise<Response | undefined> {
  if (isUndecided) return redirect(heldAnswersAddress(call.slug), 303);
  if (draft || !named || "begunWith" in named) return undefined;
  const of = { callId: call.id, now: now(), named };
  const sent =
    holderKey && (await findNamedSentDraft(db, { ...of, holderKey }));
  if (!sent) throw data({ isNotHeld: true }, { status: 404 });
  const answer = { slug: call.slug, draft: sent.publicId };
  return redirect(formPlaceAddress(answer, "sent"), 303);
}

/**
 * The same as `findRespondent`, in the right place. @throws where they are led,
 * as `leadFromDraft` says, besides what `findRespondent` throws.
 */
export async function requireRespondent(
  request: Pick<Request, "headers" | "url">,
  context: PublicContext,
  slug: string | undefined,
): Promise<Respondent> {
  const respondent = await findRespondent(request, context, slug);
  const elsewhere = await leadFromDraft(respondent, context);
  if (elsewhere) throw elsewhere;
  return respondent;
}

/** Where a person is led whose call takes no answers: to what they wrote, or to the call; undefined where it takes them. */
export function leadFromClosed({
  call,
  answer,
  answering,
  draft,
}: Pick<Respondent, "call" | "answer" | "answering" | "draft">):
  Response | undefined {
  if (answering.ok) return undefined;
  return redirect(
    draft ? formPlaceAddress(answer, "draft") : callAddress(call.slug),
    303,
  );
}

/**
 * The cookie that makes the browser forget its key, where neither an unsent
 * draft nor another receipt hangs on it.
 */
export async function forgetHolderCookie(
  context: PublicContext,
  holderKey: string,
): Promise<Record<string, string>> {
  const of = { holderKey, now: context.now() };
  const drafts = await selectDraftHeads(context.db, of);
  if (drafts.length > 0) return {};
  const receipts = await selectShownReceipts(context.db, of);
  if (receipts.length > 0) return {};
  return { "Set-Cookie": expireDraftHolder(context) };
}
