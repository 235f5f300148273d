import type { Request, RequestHandler, Response } from "express";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { cannotSaveReason } from "#app/db/cannot-save.ts";
import { findSignedInStaff } from "#app/domain/accounts/accounts.server.ts";
import type { DraftName } from "#app/domain/drafts/drafts.ts";
import {
  findDraftHead,
  findNamedSentDraft,
  selectDraftHeads,
} from "#app/domain/drafts/drafts.server.ts";
import { findSentDraft } from "#app/domain/drafts/sent-drafts.server.ts";
import {
  type Counted,
  countUse,
  type Limit,
  readUses,
} from "#app/domain/limits/limits.server.ts";
import type { Surroundings } from "../request/context.server.ts";
import { findAskedPage, findHolder } from "./asked-page.server.ts";
import { networkKey } from "./network-key.server.ts";
import { maxFormBytesOf } from "./body-caps.server.ts";
import { giveBack, readTypedForm } from "./typed-form.server.ts";
import { sendPlainPage } from "./plain-page.server.ts";

const windowSeconds = 60 * 60;

/**
 * Slows a network that sends more forms in an hour than `POSTS_PER_HOUR`. Staff
 * who are signed in are not counted. A draft has a budget of its own: who has
 * begun can go on and send, whatever others on the same network do.
 */
export function limitPosts(surroundings: Surroundings): RequestHandler {
  const countSparingly = sparingCounter(surroundings);
  const count = async (request: Request): Promise<Counted> => {
    if (await isOfStaff(request, surroundings)) return { ok: true };
    const ofDraft = await draftLimit(request, surroundings);
    return countSparingly(ofDraft ?? networkLimit(request, surroundings));
  };
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    count(request)
      .catch(letIn)
      .then(async (counted) => {
        if (counted.ok) return next();
        const { waitSeconds } = counted;
        response.set("Retry-After", String(waitSeconds));
        if (!(await isQuestionPage(request, surroundings)))
          return await askToWait(request, response, waitSeconds);
        request.mustWaitSeconds = waitSeconds;
        next();
      })
      .catch(next);
  };
}

async function isOfStaff(
  request: Request,
  { auth, db, now }: Surroundings,
): Promise<boolean> {
  if (!/^\/review\b/.test(request.path)) return false;
  const headers = new Headers({ Cookie: request.headers.cookie ?? "" });
  return (
    (await findSignedInStaff(auth, db, { headers, now: now() })) !== undefined
  );
}

/** The budget of the draft that a form belongs to, or of the one that was sent from here. */
async function draftLimit(
  request: Request,
  surroundings: Surroundings,
): Promise<Limit | undefined> {
  const holder = await findHolder(request, surroundings);
  if (!holder) return undefined;
  const { named, ...of } = { ...holder, now: surroundings.now() };
  const draft = named
    ? await findNamedDraft(surroundings, { ...of, named })
    : await findNewestDraft(surroundings, of);
  if (!draft) return undefined;
  const { postsPerHour, postsPerHourOfDraft } = surroundings.env;
  const most = Math.max(postsPerHour, postsPerHourOfDraft);
  return { key: `posts:draft:${draft.publicId}`, most, windowSeconds };
}

type Holder = { callId: number; holderKey: string; now: Date };

async function findNamedDraft(
  { db }: Surroundings,
  of: Holder & { named: DraftName },
) {
  return (await findDraftHead(db, of)) ?? (await findNamedSentDraft(db, of));
}

async function findNewestDraft({ db }: Surroundings, of: Holder) {
  const drafts = await selectDraftHeads(db, of);
  return drafts.at(-1) ?? (await findSentDraft(db, of));
}

function networkLimit(request: Request, { env }: Surroundings): Limit {
  const key = `posts:${networkKey(request.ip ?? "", env.secret)}`;
  return { key, most: env.postsPerHour, windowSeconds };
}

async function isQuestionPage(request: Request, surroundings: Surroundings) {
  const asked = await findAskedPage(request, surroundings);
  return request.method === "POST" && asked?.page !== undefined;
}

/**
 * Counts in memory until half of the limit is used, and in the database from
 * there: so an ordinary network is written down nowhere, an ordinary post
 * writes nothing for it, and a restart gives nobody more than half as much
 * again. Where servers share a database each tells what it has counted eighth
 * by eighth, and one by one once half is known: so all of them together let in
 * no more than one would.
 */
function sparingCounter({ db, env, now }: Surroundings) {
  const inMemory = new RateLimiterMemory({
    points: 1,
    duration: windowSeconds,
  });
  const share = "url" in env.database ? 8 : 2;
  return async (limit: Limit): Promise<Counted> => {
    const uses = await readUses(db, { ...limit, now: now() });
    if (!uses.ok) return uses;
    const { consumedPoints } = await inMemory.penalty(limit.key);
    const isFar = uses.used < limit.most / 2;
    if (isFar && consumedPoints <= limit.most / share) return { ok: true };
    // Whoever told first has told of those who came at the same moment.
    const untold = await inMemory.get(limit.key);
    await inMemory.delete(limit.key);
    const by = untold?.consumedPoints ?? 0;
    return countUse(db, { ...limit, by, now: now() });
  };
}

/** A database that takes no counts, or cannot be asked, is no reason to refuse: the route sees whether it takes the form, and gives it back. */
function letIn(error: unknown): Counted {
  if (cannotSaveReason(error) === undefined) throw error;
  return { ok: true };
}

async function askToWait(
  request: Request,
  response: Response,
  waitSeconds: number,
) {
  const minutes = Math.ceil(waitSeconds / 60);
  const form = await readTypedForm(request, maxFormBytesOf(request.path));
  const typed = giveBack(request, form, "to-send");
  sendPlainPage(response, 429, (words) => words.manyForms(minutes), typed);
}
